import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, Privacy } from '$lib/domain/measurement/measurement';
import { areSameTerms, termsHash, termsOf, type Terms } from '$lib/domain/measurement/terms';
import { differingParts } from '$lib/domain/measurement/terms-difference';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { fillingPart } from '$lib/domain/questionnaire/filling-part';
import { packResponse, unpackResponse } from '$lib/exchange/response/response-code';
import { readResponseQr } from '$lib/exchange/response/read-response-qr';
import { responseQrText } from '$lib/exchange/response/response-qr';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import { closing } from '../../../builders/closing';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { runs } from '../../../property-runs';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { hexArbitrary, itemIdsOf } from '../../../builders/arbitraries';
import { response, terms } from '../../../builders/handing-in';

const itemIds = itemIdsOf(36);
const context = { itemIds, dimensionIds: ['openheid'] };
const given = (answered: Terms) => ({
	...response,
	measurementId: answered.measurementId,
	groupId: answered.groups[0]?.id ?? ''
});

/** The three ways that a response comes in from a phone, as they are read under terms. */
const ways = {
	code: (answered: Terms, here: Terms) =>
		unpackResponse({
			text: packResponse({ ...context, terms: answered, response: given(answered) }),
			terms: here,
			...context
		}),
	qr: (answered: Terms, here: Terms) =>
		readResponseQr({
			text: responseQrText(packResponse({ ...context, terms: answered, response: given(answered) }), answered),
			terms: here,
			...context
		}),
	file: (answered: Terms, here: Terms) =>
		readResponseFile(writeResponseFile(given(answered), answered), { terms: here, ...context })
};

const privacies: Privacy[] = [
	{ mode: 'open' },
	...([3, 4, 5] as const).map((threshold) => ({ mode: 'anoniem' as const, threshold }))
];
const aGroup: fc.Arbitrary<Group> = fc.record({
	id: fc.constantFrom('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'verenigingen', 'g1', 'g1-0123456789abcdef0123456789abcdef'),
	role: fc.constantFrom('gemeente', 'vereniging', 'school'),
	name: fc.constantFrom('Gemeente', 'Verenigingen', 'Iedereen')
});

/** What a link may say otherwise: each part by itself, and all of them at random. */
const changes: Record<string, fc.Arbitrary<Partial<Terms>>> = {
	'the measurement': hexArbitrary(32).map((measurementId) => ({ measurementId })),
	'who sees what': fc.constantFrom(...privacies).map((privacy) => ({ privacy })),
	'the threshold': fc
		.constantFrom(3, 4, 5)
		.map((threshold) => ({ privacy: { mode: 'anoniem', threshold: threshold as 3 } })),
	'the trend question': fc.boolean().map((asksTrend) => ({ asksTrend })),
	'the statements': hexArbitrary(40).map((content) => ({ questionnaire: { ...terms.questionnaire, content } })),
	'the version': fc
		.constantFrom('1.0.0', '1.1.0')
		.map((version) => ({ questionnaire: { ...terms.questionnaire, version } })),
	'the order of the groups': fc.shuffledSubarray([...terms.groups], { minLength: 2 }).map((groups) => ({ groups })),
	'the groups': fc
		.uniqueArray(aGroup, { minLength: 2, maxLength: 4, selector: ({ id }) => id })
		.map((groups) => ({ groups }))
};
const somethingElse = fc
	.subarray(Object.values(changes), { minLength: 1 })
	.chain((some) => fc.tuple(...some))
	.map((parts): Terms => Object.assign({}, terms, ...parts) as Terms);

describe.each(Object.keys(ways) as (keyof typeof ways)[])('what was answered under one promise, by %s,', (way) => {
	test.each(Object.keys(changes))('comes in under the same %s only', (name) => {
		fc.assert(
			fc.property(changes[name] ?? fc.constant({}), (change) => {
				const answered = { ...terms, ...change };
				expect(ways[way](answered, terms).kind).toBe(areSameTerms(answered, terms) ? 'good' : 'refused');
			}),
			{ numRuns: runs(30) }
		);
	});

	test('comes in under the same terms only, whatever else a link says', () => {
		fc.assert(
			fc.property(somethingElse, somethingElse, (answered, here) => {
				expect(ways[way](answered, here).kind).toBe(areSameTerms(answered, here) ? 'good' : 'refused');
			}),
			{ numRuns: runs(60) }
		);
	});

	test('is refused with what was otherwise', () => {
		const anonymous: Terms = { ...terms, privacy: { mode: 'anoniem', threshold: 5 } };
		expect(reasonOf(ways[way](terms, anonymous))).toBe(
			'Dit blad komt niet binnen: het is gegeven op een link met andere afspraken dan die van deze meting. ' +
				'Daar was de meting open, en deze meting is anoniem vanaf 5 antwoorden. ' +
				'Wat bij het antwoorden beloofd werd, verandert niet achteraf: laat opnieuw antwoorden met de link van deze meting.'
		);
		const swapped = { ...anonymous, groups: [...terms.groups].reverse() };
		expect(reasonOf(ways[way](swapped, anonymous))).toContain(
			'Daar stonden andere groepen, of in een andere volgorde.'
		);
		const [one, other] = terms.groups;
		const renamed = {
			...terms,
			groups: [
				{ ...one, name: other?.name ?? '' },
				{ ...other, name: one?.name ?? '' }
			]
		};
		expect(reasonOf(ways[way](renamed as Terms, terms))).toContain('Daar stonden andere groepen');
		expect(reasonOf(ways[way]({ ...terms, asksTrend: true }, terms))).toContain('en hier niet.');
	});
});

test('what an answer is about, and the closing question, are part of what is asked; without them nothing is', () => {
	const asked = (part: Partial<Questionnaire>) =>
		termsOf({ ...terms, groups: [...terms.groups] }, { ...ownQuestionnaire, ...part });
	const frame = { question: 'Klopt dit?', period: 'Vandaag.', terms: [], unknown: 'Weet je het niet?' };
	const all = [{}, { frame }, { closing }, { frame, closing }, { frame: { ...frame, period: 'Dit jaar.' } }].map(asked);

	expect(new Set(all.map(termsHash)).size).toBe(all.length);
	expect(areSameTerms(asked({ frame, closing }), asked({ frame, closing }))).toBe(true);
	expect(asked({ frame: undefined, closing: undefined })).toEqual(asked({}));
});

test('in the QR code the whole hash counts: one with the beginning of another is refused', () => {
	const text = responseQrText(packResponse({ ...context, terms, response }), terms);
	expect(goodOf(readResponseQr({ text, terms, ...context })).response.answers).toEqual(response.answers);
	for (const at of [1, 10, 20, 32]) {
		const character = text.at(-at) === 'A' ? 'B' : 'A';
		const forged = text.slice(0, text.length - at) + character + text.slice(text.length - at + 1);
		expect(reasonOf(readResponseQr({ text: forged, terms, ...context }))).toContain(
			'een andere meting, of bij een link'
		);
	}
});

describe('the terms of an own questionnaire', () => {
	const { measurementId, privacy, asksTrend } = terms;
	const asked = { measurementId, groups: [...terms.groups], privacy, asksTrend };

	test('are those of all that is asked: the part for filling in has the same', () => {
		expect(termsOf(asked, fillingPart(ownQuestionnaire))).toEqual(termsOf(asked, ownQuestionnaire));
	});

	test('change with every word that people answer on, under the same id and version', () => {
		const words = JSON.stringify(
			fillingPart(ownQuestionnaire).themes.flatMap((theme) => theme.dimensions.flatMap(({ items }) => items))
		);
		const statements = [...words.matchAll(/"(?:statement|explanation)":"([^"\\]+)"/g)].flatMap(
			([, text]) => text ?? []
		);
		expect(statements.length).toBeGreaterThan(1);
		for (const statement of statements) {
			const text = JSON.stringify(ownQuestionnaire).replace(statement, `${statement.slice(0, -1)}!`);
			const other = termsOf(asked, JSON.parse(text) as typeof ownQuestionnaire);
			expect(differingParts(termsOf(asked, ownQuestionnaire), other)).toEqual(['statements']);
		}
	});
});

test('other terms have another hash', () => {
	const found = new Map<string, Terms>();
	fc.assert(
		fc.property(somethingElse, (some) => {
			const before = found.get(termsHash(some));
			expect(before === undefined || areSameTerms(before, some)).toBe(true);
			found.set(termsHash(some), some);
		}),
		{ numRuns: runs(300) }
	);
});
