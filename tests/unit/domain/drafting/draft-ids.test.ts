import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyItem, emptyQuestionnaire } from '$lib/domain/drafting/begin-draft';
import { idOfWords, idsIn, isProvisional, withPermanentIds } from '$lib/domain/drafting/draft-ids';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { follows, PERMANENT_ID } from '$lib/domain/text/field-rules';

/** Ten digits that differ each time. */
function counting(): () => string {
	let count = 0;
	return () => (count++).toString(16).padStart(10, '0');
}

function withStatements(statements: readonly string[], chance = counting()): Questionnaire {
	const draft = emptyQuestionnaire(chance);
	const [theme] = draft.themes;
	const [dimension] = theme?.dimensions ?? [];
	if (!theme || !dimension) throw new Error('No dimension');
	const items = statements.map((statement) => ({ ...emptyItem(chance), statement }));
	return { ...draft, title: 'De kermis', themes: [{ ...theme, dimensions: [{ ...dimension, items }] }] };
}

const statementsOf = (questionnaire: Questionnaire) => itemsOf(questionnaire).map(({ id }) => id);

describe('an id of words', () => {
	test.each([
		['De gemeente zegt één jaar vooraf: «ja»!', 'stelling', 'de-gemeente-zegt-een-jaar-vooraf-ja'],
		['3 keer per jaar overleg', 'stelling', 'stelling-3-keer-per-jaar-overleg'],
		['«?!»', 'thema', 'thema'],
		[
			'Iedereen weet een maand voor het grote feest van de gemeente wie wat doet',
			'stelling',
			'iedereen-weet-een-maand-voor-het-grote-feest-van'
		]
	])('%s', (words, fallback, id) => {
		expect(idOfWords(words, fallback)).toBe(id);
	});

	test('is one that the schema takes, whatever was typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
				const id = idOfWords(words, 'stelling');
				expect(follows(PERMANENT_ID, id)).toBe(true);
				expect(isProvisional(id)).toBe(false);
			})
		);
	});
});

describe('permanent ids', () => {
	test('come of the words, each once, and the same words twice are told apart', () => {
		const made = withPermanentIds(withStatements(['We bellen elkaar.', 'We bellen elkaar!', '']), [], []);

		expect(made.id).toBe('de-kermis');
		expect(statementsOf(made)).toEqual(['we-bellen-elkaar', 'we-bellen-elkaar-2', 'stelling']);
		expect(made.roles.map(({ id }) => id)).toEqual(['gemeente', 'vereniging']);
	});

	test('stay when the words change, and an old one is never used again', () => {
		const first = withPermanentIds(withStatements(['We bellen elkaar.', 'We mailen.']), [], []);
		const chance = counting();
		const items = [{ ...emptyItem(() => `f${chance().slice(1)}`), statement: 'We bellen elkaar.' }, itemsOf(first)[1]];
		const [theme] = first.themes;
		const [dimension] = theme?.dimensions ?? [];
		if (!theme || !dimension || !items[1]) throw new Error('No dimension');
		const reworded = [items[0], { ...items[1], statement: 'We schrijven.' }].filter((item) => item !== undefined);
		const next = { ...first, themes: [{ ...theme, dimensions: [{ ...dimension, items: reworded }] }] };

		expect(statementsOf(withPermanentIds(next, idsIn(first), ['de-kermis']))).toEqual([
			'we-bellen-elkaar-2',
			'we-mailen'
		]);
		expect(withPermanentIds(next, idsIn(first), ['de-kermis']).id).toBe('de-kermis');
	});

	test('are named wherever a part is: a new role in the frame, and in tips', () => {
		const chance = counting();
		const draft = emptyQuestionnaire(chance);
		const role = `nieuw-${'a'.repeat(10)}`;
		const made = withPermanentIds(
			{
				...draft,
				roles: [...draft.roles, { id: role, groupName: 'De school' }],
				frame: draft.frame && { ...draft.frame, terms: [...draft.frame.terms, { for: role, text: 'De school' }] }
			},
			[],
			[]
		);

		expect(made.roles[2]?.id).toBe('de-school');
		expect(made.frame?.terms[2]?.for).toBe('de-school');
	});

	test('are unique and leave nothing provisional, whatever the statements and whatever was used before', () => {
		const words = fc.oneof(fc.constantFrom('', 'Samen', 'samen!', 'all', 'constructor', 'Sämén'), fc.string());
		fc.assert(
			fc.property(
				fc.array(words, { maxLength: 12 }),
				fc.array(fc.constantFrom('samen', 'samen-2')),
				(statements, taken) => {
					const draft = withStatements(statements);
					const made = withPermanentIds(draft, taken, []);
					const ids = idsIn(made);

					expect(ids.filter(isProvisional)).toEqual([]);
					expect(new Set(statementsOf(made)).size).toBe(statements.length);
					expect(statementsOf(made).filter((id) => [...taken, 'all', 'constructor'].includes(id))).toEqual([]);
					expect(withPermanentIds(made, taken, [])).toEqual(made);
				}
			)
		);
	});
});
