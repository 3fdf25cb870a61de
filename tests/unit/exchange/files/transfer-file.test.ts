import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TRANSFER_FILE, readTransferFile } from '$lib/exchange/files/transfer-file';
import { anonymous, goodOf, itemIdsOf, measurement, reasonOf, response } from '../../../builders/exchange-workshop';

const transfer = {
	partnership: {
		id: measurement.partnershipId,
		name: 'Halle-aan-Zee en verenigingen',
		createdAt: '2026-03-01T10:00:00.000Z',
		example: false,
		nextDate: ''
	},
	measurement,
	responses: [response, { ...response, id: 'ff00ff00ff', notes: { 'item-1': 'Een notitie' } }],
	jointAnswers: [
		{ groupId: 'verenigingen', itemId: 'item-1', answer: 4, revision: 3 },
		{ groupId: 'verenigingen', itemId: 'item-2', answer: 'unknown', revision: 1 }
	],
	notes: [
		{ itemId: 'item-1', text: 'Afgesproken in de zaal' },
		{ itemId: 'item-2', text: '' }
	]
};
const inAnonymous = { ...transfer, measurement: anonymous, responses: [response], jointAnswers: [], notes: [] };
/** What such files know nothing of. */
const later = ['nextDate', 'asksTrend', 'trends'];
const fileWith = (change: object) =>
	JSON.stringify(
		{ format: 'samenwerkingsmeter-overdracht', version: 1, ...transfer, ...change },
		(key, value: unknown) => (later.includes(key) ? undefined : value)
	);

/** What the reader gives for a file with these contents; such a file knows nothing of what was agreed. */
const bundlesOf = ({ partnership, ...collected }: typeof transfer) => [
	{
		partnership,
		measurements: [{ ...collected, agreedScores: [], commitments: [], reportChoice: null, position: null }]
	}
];

describe('the file that moved a measurement before the exchange file', () => {
	test('is read whole', () => {
		expect(goodOf(readTransferFile(fileWith({}))).bundles).toEqual(bundlesOf(transfer));
		expect(goodOf(readTransferFile(fileWith(inAnonymous))).bundles).toEqual(bundlesOf(inAnonymous));
	});

	test('holds more than anyone will collect: 500 responses of 120 answers', () => {
		const answers = Object.fromEntries(itemIdsOf(120).map((itemId) => [itemId, 'unknown' as const]));
		const responses = Array.from({ length: 500 }, (_, index) => ({
			...response,
			id: index.toString(16).padStart(10, '0'),
			answers
		}));
		expect(goodOf(readTransferFile(fileWith({ responses }))).bundles).toEqual(bundlesOf({ ...transfer, responses }));
	});
});

describe('such a file is refused with the reason', () => {
	const [joint] = transfer.jointAnswers;
	const [note] = transfer.notes;

	test.each([
		['no JSON', '{', /^Dit is geen bestand met een meting om samen te voegen/],
		[
			'another kind of file',
			fileWith({ format: 'samenwerkingsmeter-invulling' }),
			/^Dit is geen bestand met een meting/
		],
		['a newer version', fileWith({ version: 2 }), /nieuwere versie van de app/],
		['version 0', fileWith({ version: 0 }), /^Dit is geen bestand met een meting/],
		['too large', ' '.repeat(MAX_TRANSFER_FILE + 1), /^Dit bestand is te groot: hoogstens 20 MB/],
		['something more in it', fileWith({ more: [] }), /^Dit bestand is beschadigd/],
		['a part missing', fileWith({ notes: undefined }), /^Dit bestand is beschadigd/],
		['one group', fileWith({ measurement: { ...measurement, groups: measurement.groups.slice(1) } }), /beschadigd/],
		['a day that does not exist', fileWith({ measurement: { ...measurement, date: '2026-02-30' } }), /beschadigd/],
		[
			'a threshold of 2',
			fileWith({ measurement: { ...measurement, privacy: { mode: 'anoniem', threshold: 2 } } }),
			/beschadigd/
		],
		[
			'the same group twice',
			fileWith({ measurement: { ...measurement, groups: measurement.groups.map((g) => ({ ...g, id: 'a' })) } }),
			/beschadigd/
		],
		[
			'another partnership',
			fileWith({ partnership: { ...transfer.partnership, id: '0'.repeat(32) } }),
			/ander samenwerkingsverband/
		],
		[
			'the same response twice',
			fileWith({ responses: [response, { ...response, revision: 2 }] }),
			/een invulling staat er twee keer in/
		],
		[
			'a response of another measurement',
			fileWith({ responses: [{ ...response, measurementId: 'f'.repeat(32) }] }),
			/past niet bij de meting/
		],
		[
			'a response of an unknown group',
			fileWith({ responses: [{ ...response, groupId: 'andere' }] }),
			/past niet bij de meting/
		],
		[
			'a joint answer of an unknown group',
			fileWith({ jointAnswers: [{ ...joint, groupId: 'andere' }] }),
			/onbekende groep/
		],
		[
			'the same joint answer twice',
			fileWith({ jointAnswers: [joint, { ...joint, answer: 1 }] }),
			/gezamenlijk antwoord staat er twee keer in/
		],
		[
			'the same note twice',
			fileWith({ notes: [note, { ...note, text: 'anders' }] }),
			/een notitie staat er twee keer in/
		],
		['joint answers in an anonymous one', fileWith({ ...inAnonymous, jointAnswers: [joint] }), /de meting is anoniem/],
		['notes in an anonymous one', fileWith({ ...inAnonymous, notes: [note] }), /de meting is anoniem/],
		[
			'notes of a response in an anonymous one',
			fileWith({ ...inAnonymous, responses: transfer.responses }),
			/past niet bij de meting/
		]
	])('%s', (_, text, reason) => {
		expect(reasonOf(readTransferFile(text))).toMatch(reason);
	});
});

test('nothing that is opened breaks the reader', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
			expect(readTransferFile(text).kind).toBe('refused');
		})
	);
	const change = fc.dictionary(fc.constantFrom(...Object.keys(transfer)), fc.jsonValue(), { minKeys: 1 });
	fc.assert(fc.property(change, (some) => void readTransferFile(fileWith(some))));
});
