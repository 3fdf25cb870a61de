import { describe, expect, test } from 'vitest';
import { selectAdvice } from '$lib/domain/advice/advice';
import type { Comparison } from '$lib/domain/comparing/comparison';
import { sinceLastTime } from '$lib/domain/comparing/since';
import { describeReason } from '$lib/domain/words/score-words';
import { nextVersion } from './versions';
import { compared, exact, idOfAdvice, Workshop, workshop, type Mark } from '../../../builders/workshop';

const version1 = workshop({ basishouding: { openheid: 2, vertrouwen: 2 } }).questionnaire;
const twoSides = (questionnaire = version1) =>
	new Workshop(questionnaire).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const openheid = (...marks: readonly Mark[]) => ({ openheid: marks });

/** Both sides give this joint answer to all items of openheid. */
const together = (mark: Mark, questionnaire = version1) =>
	twoSides(questionnaire)
		.answersTogether('Gemeente', openheid(mark, mark))
		.answersTogether('Verenigingen', openheid(mark, mark));
const people = (...marks: readonly Mark[]) =>
	twoSides()
		.answers('Gemeente', ...marks.map((mark) => openheid(mark, mark)))
		.answers('Verenigingen', ...marks.map((mark) => openheid(mark, mark)));

function since(before: Workshop, after: Workshop) {
	const comparison = compared(before.occasion('2025-03-12'), after.occasion('2026-03-18'));
	const advice = selectAdvice(after.questionnaire, after.groups, after.figures(), sinceLastTime(comparison, 0, 1));
	return {
		ids: advice.map(idOfAdvice),
		reasons: advice.map(({ reason }) => describeReason(reason, after.nameOf))
	};
}

describe('after a fall', () => {
	test('its prompt comes first of the dimension, with both scores', () => {
		const { ids, reasons } = since(people(4, 4, 4, 4), people(3, 3, 3, 3));
		expect(ids).toEqual(['general-fall', 'openheid-middling-all']);
		expect(reasons[0]).toBe('samenwerkingsscore van 4,0 naar 3,0 sinds 12 maart 2025');
	});

	test('joint answers have no verdict, but half a point down is a fall to talk about', () => {
		expect(since(together(4), together(3)).ids).toEqual(['general-fall', 'openheid-middling-all']);
		const half = twoSides().answersTogether('Gemeente', openheid(4, 3)).answersTogether('Verenigingen', openheid(4, 3));
		expect(since(together(4), half).ids).toEqual(['general-fall', 'openheid-high']);
	});

	test('not when it cannot be told, nor after a rise', () => {
		expect(since(people(5, 3, 4), people(4, 2, 3)).ids).not.toContain('general-fall');
		expect(since(people(3, 3, 3, 3), people(4, 4, 4, 4)).ids).toEqual(['openheid-high']);
		expect(since(together(3), together(4)).ids).toEqual(['openheid-high']);
	});

	test('not when only one group fell and the samenwerkingsscore did not', () => {
		const one = (gemeente: Mark, verenigingen: Mark) =>
			twoSides()
				.answersTogether('Gemeente', openheid(gemeente, gemeente))
				.answersTogether('Verenigingen', openheid(verenigingen, verenigingen));
		expect(since(one(4, 3), one(3, 4)).ids).not.toContain('general-fall');
	});

	test('before the prompt of a large gap', () => {
		const after = twoSides()
			.answersTogether('Gemeente', openheid(4, 4))
			.answersTogether('Verenigingen', openheid(2, 2));
		expect(since(together(4), after).ids).toEqual(['general-fall', 'openheid-gap-gemeente', 'openheid-middling-all']);
	});

	test('of the only group with a score, and its name', () => {
		const only = (mark: Mark) => twoSides().answersTogether('Verenigingen', openheid(mark, mark));
		const { ids, reasons } = since(only(4), only(3));
		expect(ids).toEqual(['general-fall', 'openheid-middling-all']);
		expect(reasons[0]).toBe('score van Verenigingen van 4,0 naar 3,0 sinds 12 maart 2025');
	});

	test('not between the score of one group and that of both', () => {
		const only = twoSides().answersTogether('Verenigingen', openheid(5, 5));
		expect(since(only, together(1)).ids).toEqual(['openheid-low-gemeente', 'openheid-low-vereniging']);
	});
});

describe('when it stayed low', () => {
	test('its prompt comes after the tips of the level', () => {
		const { ids, reasons } = since(together(2), together(2));
		expect(ids).toEqual(['openheid-low-gemeente', 'openheid-low-vereniging', 'general-stayed-low']);
		expect(reasons[2]).toBe('samenwerkingsscore in beide metingen laag: van 2,0 naar 2,0 sinds 12 maart 2025');
	});

	test('low and lower still: the fall first, and that it stayed low after the tips', () => {
		expect(since(together(2), together(1)).ids).toEqual([
			'general-fall',
			'openheid-low-gemeente',
			'openheid-low-vereniging',
			'general-stayed-low'
		]);
	});

	test('also when the verdict on the shift is another: better and still low', () => {
		expect(since(people(1, 1, 1, 1), people(2, 2, 2, 2)).ids).toContain('general-stayed-low');
	});

	test('not when it was low or became low only', () => {
		expect(since(together(2), together(3)).ids).toEqual(['openheid-middling-all']);
		expect(since(together(3), together(2)).ids).not.toContain('general-stayed-low');
	});
});

describe('across versions', () => {
	const version2 = nextVersion(version1, '1.1.0', { replace: { 'openheid-2': 'openheid-nieuw' } });
	const both = (questionnaire: typeof version1, ...marks: readonly Mark[]) =>
		twoSides(questionnaire)
			.answersTogether('Gemeente', openheid(...marks))
			.answersTogether('Verenigingen', openheid(...marks));

	test('the shared items decide, and the reason says so', () => {
		const { ids, reasons } = since(both(version1, 4, 1), both(version2, 3, 5));
		expect(ids).toEqual(['general-fall', 'openheid-high']);
		expect(reasons[0]).toBe(
			'samenwerkingsscore van 4,0 naar 3,0 sinds 12 maart 2025 (over de stellingen die in beide metingen staan)'
		);
	});

	test('stayed low is only said where the screen shows a low level as well', () => {
		expect(since(both(version1, 2, 2), both(version2, 2, 5)).ids).toEqual(['openheid-high']);
		expect(since(both(version1, 2, 5), both(version2, 2, 2)).ids).toContain('general-stayed-low');
	});
});

test('an anonymous group whose figures are hidden gives no reason that could tell them', () => {
	const before = people(5, 5, 5).anonymous(3);
	const after = twoSides()
		.anonymous(3)
		.answers('Gemeente', openheid(1, 1), openheid(1, 1), openheid(1, 1))
		.answers('Verenigingen', openheid(1, 1), openheid(1, 1));
	const { ids, reasons } = since(before, after);
	expect(ids).toEqual(['openheid-low-gemeente', 'openheid-low-vereniging']);
	expect(reasons.join()).not.toContain('Verenigingen');
});

test('the group is named by its own id, also between two older measurements', () => {
	const only = (date: string, id: string) => {
		const measured = new Workshop(version1);
		measured.groups.push({ id, role: 'gemeente', name: 'Gemeente' }, { id: `${id}-b`, role: 'vereniging', name: date });
		const answers = { 'openheid-1': 3, 'openheid-2': 3 } as const;
		return { ...measured.occasion(date), responses: [{ id: 'r', groupId: id, kind: 'joint' as const, answers }] };
	};
	const comparison: Comparison = compared(only('2024-01-01', 'a'), only('2025-01-01', 'b'), only('2026-01-01', 'c'));
	const found = sinceLastTime(comparison, 0, 1).get('openheid');
	expect(found).toMatchObject({ groupId: 'b', date: '2024-01-01', partly: false });
	expect(exact(found?.shift.difference)).toBe('0');
	expect(comparison.groups[0]?.id).toBe('c');
	expect(sinceLastTime(comparison, 0, 1).has('vertrouwen')).toBe(false);
});

test('without an earlier measurement the advice is what it was', () => {
	expect(together(2).adviceIds()).toEqual(['openheid-low-gemeente', 'openheid-low-vereniging']);
});
