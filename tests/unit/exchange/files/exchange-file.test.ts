import { MAX_TEXT_IN_MEMORY } from '$lib/domain/text/file-limits';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExchangeWriter, readExchangeFile } from '$lib/exchange/files/exchange-file';
import { kindOfFile, readBundles } from '$lib/exchange/files/opened-file';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import { exchangeFileJsonSchema } from '../../../../.tools/schema/exchange-file-schema';
import { aLetterbox, anItem } from '../../../builders/records';
import { everything, one, oneWith, openBundle, sealedBundle, fileTextOf, withTopics } from '../../../builders/bundles';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { runs } from '../../../property-runs';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { itemIdsOf, responseArbitrary } from '../../../builders/arbitraries';
import { response, terms } from '../../../builders/handing-in';

/** The text of a file with something in it changed; what is undefined disappears. */
const fileOf = (partnerships: unknown, change: object = {}) =>
	JSON.stringify({
		format: 'samenwerkingsmeter-uitwisseling',
		version: 3,
		partnerships,
		questionnaires: [],
		...change
	});

describe('the exchange file', () => {
	test('holds everything, and is the same text when what was read is written again', () => {
		const text = fileTextOf(everything);
		const { bundles } = goodOf(readExchangeFile(text));
		expect(fileTextOf(bundles)).toBe(text);
		const found = bundles.flatMap(({ measurements }) => measurements);
		const kept = found.find(({ measurement }) => measurement.id === openBundle.measurement.id);
		expect(kept?.commitments.map(({ what }) => what)).toEqual([
			'Na elke activiteit bedanken',
			'Een avond voor alle vrijwilligers'
		]);
		expect(kept?.reportChoice).toEqual(openBundle.reportChoice);
		expect(kept?.agreedScores).toEqual([...openBundle.agreedScores].reverse());
	});

	test('has a letterbox only with a lock, and then asks for an app that knows of any', () => {
		const letterbox = aLetterbox();
		const withLetterbox = oneWith({ letterbox });
		const writer = new ExchangeWriter(true);
		const parts = [...withLetterbox.map((bundle) => writer.add(bundle)), writer.end([])];
		const locked = writer.start + parts.join('');

		expect(JSON.parse(locked)).toMatchObject({ version: 4 });
		expect(goodOf(readExchangeFile(locked)).bundles[0]?.measurements[0]?.letterbox).toEqual(letterbox);
		expect(fileTextOf(withLetterbox)).toBe(fileTextOf(oneWith({})));
		expect(JSON.parse(fileTextOf(withLetterbox))).toMatchObject({ version: 3 });
	});

	test('has only days that people can choose: a meeting on another is refused', () => {
		for (const date of ['1899-05-01', '1999-12-31', '2101-01-01', '2999-01-01']) {
			const measurement = { ...openBundle.measurement, date };
			const [bundle] = oneWith({});
			const partnerships = [{ ...bundle, measurements: [{ ...openBundle, measurement }] }];
			expect(reasonOf(readExchangeFile(fileOf(partnerships)))).toContain('Een datum valt tussen 2000 en 2100.');
			// What an older version stored must not keep a back-up from being made.
			const [back] = goodOf(readExchangeFile(fileTextOf(partnerships as typeof everything))).bundles;
			expect(back?.measurements[0]?.measurement.date).toBe(date < '2000' ? '2000-01-01' : '2100-12-31');
		}
	});

	test('tells in the note by when something was agreed, when nobody can choose that day', () => {
		const [commitment] = openBundle.commitments;
		if (!commitment) throw new Error('no commitment');
		const by = (day: string, note: string) => ({ ...commitment, by: day, note });
		for (const day of ['0026-09-01', '9999-12-31', '2101-01-01']) {
			const [bundle] = oneWith({});
			const written = fileOf([{ ...bundle, measurements: [{ ...openBundle, commitments: [by(day, 'Samen.')] }] }]);
			const [read] = goodOf(readExchangeFile(written)).bundles;
			expect(read?.measurements[0]?.commitments).toEqual([by('', `Samen.\nTegen ${day}.`)]);
		}
	});

	test('is the same text in whatever order things came in', () => {
		const all = fc.shuffledSubarray(everything, { minLength: everything.length });
		const responses = fc
			.uniqueArray(responseArbitrary(itemIdsOf(12)), { selector: ({ id }) => id, maxLength: 6 })
			.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
		fc.assert(
			fc.property(all, responses, (mixed, [sorted, shuffled]) => {
				expect(fileTextOf(mixed)).toBe(fileTextOf(everything));
				const reversed = shuffled.map((some) => ({
					...some,
					answers: Object.fromEntries(Object.entries(some.answers).reverse())
				}));
				expect(fileTextOf(oneWith({ responses: reversed }))).toBe(fileTextOf(oneWith({ responses: sorted })));
			}),
			{ numRuns: runs(25) }
		);
	});

	test('may hold nothing', () => {
		expect(goodOf(readExchangeFile(fileTextOf([]))).bundles).toEqual([]);
	});

	test('is written only when it can be read again', () => {
		expect(() => fileTextOf([...one, ...one])).toThrow(RangeError);
		expect(() => fileTextOf(oneWith({ position: 'Geen Id' }))).toThrow();
		const notes = Object.fromEntries(itemIdsOf(300).map((itemId) => [itemId, 'a'.repeat(5000)]));
		const responses = Array.from({ length: 14 }, (_, index) => ({ ...response, id: `000000000${index % 10}`, notes }));
		const fitting = fileTextOf(oneWith({ responses: responses.slice(0, 1) }));
		const [bundle] = goodOf(readExchangeFile(fitting)).bundles;
		expect(bundle?.measurements.map((one) => one.responses.map(({ id }) => id))).toEqual([['0000000000']]);
		const many = responses.map((some, index) => ({ ...some, id: index.toString(16).padStart(10, '0') }));
		expect(() => fileTextOf(oneWith({ responses: many }))).toThrow(RangeError);
	});

	test('static/exchange-file.schema.json is what the schema generates (npm run schema)', () => {
		const path = fileURLToPath(new URL('../../../../static/exchange-file.schema.json', import.meta.url));
		expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(exchangeFileJsonSchema())));
	});
});

describe('a file is refused with the reason', () => {
	const [first] = one;
	const [commitment] = openBundle.commitments;
	const [agreed] = openBundle.agreedScores;
	const [joint] = openBundle.jointAnswers;
	const [note] = openBundle.notes;
	const other = { ...openBundle, measurement: { ...openBundle.measurement, id: 'e'.repeat(32) }, responses: [] };

	test.each([
		['no JSON', '{', /^Dit is geen bestand met metingen/],
		['nothing', '', /^Dit is geen bestand met metingen/],
		['a list', '[]', /^Dit is geen bestand met metingen/],
		['another kind of file', fileOf([], { format: 'iets' }), /^Dit is geen bestand met metingen/],
		['version 0', fileOf([], { version: 0 }), /^Dit is geen bestand met metingen/],
		['version 1, of which nobody has a file', fileOf([], { version: 1 }), /^Dit is geen bestand met metingen/],
		['a newer version', fileOf('anders', { version: 7, more: true }), /nieuwere versie van de app/],
		['too large', ' '.repeat(MAX_TEXT_IN_MEMORY + 1), /^Dit bestand is te groot: hoogstens 20 MB/],
		['something more in it', fileOf(one, { more: 1 }), /beschadigd/],
		['no partnerships', fileOf(undefined), /beschadigd/],
		['something more in a measurement', fileOf(oneWith({ more: 1 } as never)), /beschadigd/],
		[
			'a commitment without words',
			fileOf(oneWith({ commitments: [{ ...commitment, what: ' ' } as never] })),
			/beschadigd/
		],
		[
			'a commitment for no day',
			fileOf(oneWith({ commitments: [{ ...commitment, by: '2026-02-30' } as never] })),
			/beschadigd/
		],
		['an agreed score of 6', fileOf(oneWith({ agreedScores: [{ ...agreed, score: 6 } as never] })), /beschadigd/],
		['topics that are no list', fileOf(oneWith({ jointAnswers: [{ ...joint, answer: {} } as never] })), /beschadigd/],
		['topics in a file of version 2', fileOf(withTopics, { version: 2 }), /beschadigd/],
		['an answer of 3,5', fileOf(oneWith({ jointAnswers: [{ ...joint, answer: 3.5 } as never] })), /beschadigd/],
		['a partnership twice', fileOf([...one, { ...first, measurements: [] }]), /overleg staat er twee keer/],
		['a measurement twice', fileOf([{ ...first, measurements: [openBundle, openBundle] }]), /een meting staat er twee/],
		[
			'a response in two measurements',
			fileOf([
				{
					...first,
					measurements: [
						openBundle,
						{
							...other,
							responses: [{ ...openBundle.responses[0], measurementId: other.measurement.id }],
							commitments: []
						}
					]
				}
			]),
			/een blad staat er twee keer in/
		],
		[
			'a commitment in two measurements',
			fileOf([{ ...first, measurements: [openBundle, other] }]),
			/een afspraak staat/
		],
		[
			'an agreed score twice',
			fileOf(oneWith({ agreedScores: [agreed, agreed] as never })),
			/afgesproken score staat er twee/
		],
		[
			'a joint answer twice',
			fileOf(oneWith({ jointAnswers: [joint, joint] as never })),
			/gezamenlijk antwoord staat er twee/
		],
		['a note twice', fileOf(oneWith({ notes: [note, note] as never })), /een notitie staat er twee keer in/],
		[
			'a measurement of another partnership',
			fileOf([{ ...first, partnership: { ...first?.partnership, id: '9'.repeat(32) } }]),
			/ander overleg/
		],
		[
			'notes in an anonymous measurement',
			fileOf([{ ...first, measurements: [{ ...sealedBundle, notes: [note] }] }]),
			/de meting is anoniem/
		],
		[
			'trends in a measurement that does not ask for them',
			fileOf(oneWith({ responses: [{ ...response, trends: { openheid: 'better' } }] })),
			/past niet bij de meting/
		],
		[
			'a questionnaire twice',
			fileOf([], { questionnaires: [ownQuestionnaire, ownQuestionnaire] }),
			/een vragenlijst staat er twee keer in/
		],
		[
			'a questionnaire of another shape',
			fileOf([], { questionnaires: [{ ...ownQuestionnaire, themes: [] }] }),
			/beschadigd/
		],
		[
			'a next date that does not exist',
			fileOf([{ ...first, partnership: { ...first?.partnership, nextDate: '2026-02-30' } }]),
			/beschadigd/
		],
		[
			'a response of another measurement',
			fileOf(oneWith({ responses: [{ ...response, measurementId: '8'.repeat(32) }] })),
			/past niet bij de meting/
		]
	])('%s', (_, text, reason) => {
		expect(reasonOf(readExchangeFile(text))).toMatch(reason);
	});

	test.each(['__proto__', 'constructor', 'prototype', 'toString'])('the key %s in every place', (key) => {
		const text = fileTextOf(one);
		for (const place of ['"partnerships"', '"measurement"', '"responses"', '"reportChoice"']) {
			const attacked = text.replace(`${place}:`, `${JSON.stringify(key)}: {"polluted": true}, ${place}:`);
			expect(attacked).not.toBe(text);
			expect(reasonOf(readExchangeFile(attacked))).toMatch(/beschadigd/);
		}
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('a prototype key between the answers reaches nothing', () => {
		const attacked = fileTextOf(one).replace('"answers": {', '"answers": {"__proto__": {"polluted": 5},');
		const read = readExchangeFile(attacked);
		if (read.kind === 'good') expect(fileTextOf(read.bundles)).toBe(fileTextOf(one));
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('nothing that is opened breaks the reader', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 3 })), (text) => {
				expect(readBundles(text).kind).toBe('refused');
			}),
			{ numRuns: runs(20) }
		);
		const parts = fc.dictionary(fc.constantFrom(...Object.keys(openBundle)), fc.jsonValue({ maxDepth: 2 }), {
			minKeys: 1
		});
		fc.assert(
			fc.property(parts, (change) => void readBundles(fileOf(oneWith(change as never)))),
			{ numRuns: runs(20) }
		);
	});

	test('a file cut short at any place', () => {
		const text = fileTextOf(one);
		for (let length = 0; length < text.length - 2; length += 97) {
			expect(readBundles(text.slice(0, length)).kind).toBe('refused');
		}
	});
});

test('a file with one id for two groups of a measurement is refused with that reason', () => {
	const [first] = openBundle.measurement.groups;
	const twice = fileTextOf(
		oneWith({ measurement: { ...openBundle.measurement, groups: openBundle.measurement.groups } })
	);
	const other = openBundle.measurement.groups[1]?.id ?? '';
	const forged = twice.replaceAll(`"id": "${other}"`, `"id": "${first?.id ?? ''}"`);
	expect(forged).not.toBe(twice);
	expect(reasonOf(readBundles(forged))).toContain('Twee groepen hebben hetzelfde id.');
});

describe('the kind of a file', () => {
	test('is what its format says, whatever is written in a note', () => {
		const sneaky = { ...response, notes: { [anItem]: '"samenwerkingsmeter-uitwisseling"' } };
		expect(kindOfFile(writeResponseFile(sneaky, terms))).toBe('other');
		expect(kindOfFile(fileTextOf(one))).toBe('bundles');
		expect(kindOfFile('age-encryption.org/v1\n-> scrypt')).toBe('locked');
		expect(kindOfFile('x')).toBe('other');
	});

	test('of a single response is told, with where it belongs', () => {
		expect(reasonOf(readBundles(writeResponseFile(response, terms)))).toMatch(/antwoorden van één persoon/);
	});
});
