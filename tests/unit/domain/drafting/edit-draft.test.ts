import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyItem, emptyQuestionnaire } from '$lib/domain/drafting/begin-draft';
import {
	addPart,
	addRole,
	changeItem,
	movePart,
	movePartTo,
	nameDimension,
	removePart,
	removeRole,
	type ListPlace
} from '$lib/domain/drafting/edit-draft';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

let digits = 0;
const chance = () => (digits++).toString(16).padStart(10, '0');
const ids = (questionnaire: Questionnaire) => itemsOf(questionnaire).map(({ id }) => id);

function ofItems(count: number): { draft: Questionnaire; place: ListPlace } {
	const draft = emptyQuestionnaire(chance);
	const [first] = dimensionsOf(draft);
	if (!first) throw new Error('No dimension');
	const place: ListPlace = { kind: 'items', of: first.dimension.id };
	const items = Array.from({ length: count - 1 }, () => emptyItem(chance));
	return { draft: items.reduce((content, item) => addPart(place, item)(content), draft), place };
}

describe('the order of a list', () => {
	test('loses nothing and doubles nothing, whatever moves', () => {
		const moves = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -3, max: 3 })));
		fc.assert(
			fc.property(moves, (steps) => {
				const { draft, place } = ofItems(6);
				const before = ids(draft);
				const after = steps.reduce((content, [at, by]) => movePart(place, before[at] ?? '', by)(content), draft);

				expect([...ids(after)].sort()).toEqual([...before].sort());
			})
		);
	});

	test('one down and one up is as it was, and at an end it stays', () => {
		const { draft, place } = ofItems(3);
		const [first = '', second = '', third = ''] = ids(draft);

		expect(ids(movePart(place, first, 1)(draft))).toEqual([second, first, third]);
		expect(ids(movePart(place, first, -1)(draft))).toEqual([first, second, third]);
		expect(ids(movePartTo(place, first, third)(draft))).toEqual([second, third, first]);
		expect(ids(movePart(place, first, -1)(movePart(place, first, 1)(draft)))).toEqual(ids(draft));
	});

	test('what was removed comes back where it was, and what another tab removed is left alone', () => {
		const { draft, place } = ofItems(3);
		const [, second] = itemsOf(draft);
		if (!second) throw new Error('No item');
		const without = removePart(place, second.id)(draft);

		expect(itemsOf(without)).toHaveLength(2);
		expect(addPart(place, second, 1)(without)).toEqual(draft);
		expect(changeItem(second.id, (item) => ({ ...item, statement: 'Nog' }))(without)).toEqual(without);
	});
});

test('a dimension takes its short names along, until somebody writes one', () => {
	const draft = emptyQuestionnaire(chance);
	const id = dimensionsOf(draft)[0]?.dimension.id ?? '';
	const named = nameDimension(id, 'De contacten tussen verenigingen en de gemeente')(draft);

	expect(dimensionsOf(named)[0]?.dimension).toMatchObject({
		shortName: 'Contacten',
		radarLabel: ['De contacten', 'tussen', 'verenigingen en…']
	});
});

test('a role takes its words along, and what was for it alone is for all', () => {
	const copy = publishedQuestionnaire('samenwerking', '2.0.0');
	const with3 = addRole('school')(copy);
	expect(with3.frame?.terms.map((term) => term.for)).toEqual(['gemeente', 'vereniging', 'school']);

	const without = removeRole('gemeente')(copy);
	const advice = dimensionsOf(without).flatMap(({ dimension }) => [...dimension.tips, ...dimension.prompts]);
	expect(without.frame?.terms.map((term) => term.for)).toEqual(['vereniging']);
	expect(advice.some((one) => one.for === 'gemeente')).toBe(false);
	expect(advice.some((one) => 'higher' in one && one.higher === 'gemeente')).toBe(false);
});
