import { describe, expect, test } from 'vitest';
import { exact, workshop, type Sheet, type Workshop } from '../../../builders/workshop';

const twoSides = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');

function gapOf(measured: Workshop): string {
	const { gap } = measured.dimension();
	return gap ? `${gap.words}: ${gap.highestGroupId} ${exact(gap.size)} above ${gap.lowestGroupId}` : 'no gap';
}

const sheets = (...marks: Sheet['openheid'][]): Sheet[] => marks.map((openheid) => ({ openheid: openheid ?? [] }));

describe('the gap between two sides', () => {
	test('is exactly 1, and large, as 13/3 beside 10/3', () => {
		const measured = twoSides()
			.answers('Gemeente', ...sheets([4, 4, 4], [4, 4, 4], [5, 5, 5])) // (4 + 4 + 5) / 3 = 13/3
			.answers('Verenigingen', ...sheets([3, 3, 3], [3, 3, 3], [4, 4, 4])); // (3 + 3 + 4) / 3 = 10/3
		expect(exact(measured.side('Gemeente').score)).toBe('13/3');
		expect(exact(measured.side('Verenigingen').score)).toBe('10/3');
		expect(gapOf(measured)).toBe('large: gemeente 1 above verenigingen');
	});

	test('is exactly 1 within one sheet a side too: 4, 4, 5 beside 3, 3, 4', () => {
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [3, 3, 4] })
			.answersTogether('Verenigingen', { openheid: [4, 4, 5] });
		expect(gapOf(measured)).toBe('large: verenigingen 1 above gemeente');
	});

	test('just below 1 is a gap, not a large one: 13/3 beside 7/2 is 5/6', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: [4, 4, 5] })
			.answers('Verenigingen', { openheid: [3, 4, null] });
		expect(gapOf(measured)).toBe('gap: gemeente 5/6 above verenigingen');
	});

	test('exactly 0,5 is a gap: 7/2 beside 3', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: [3, 4, null] })
			.answers('Verenigingen', { openheid: [3, 3, 3] });
		expect(gapOf(measured)).toBe('gap: gemeente 1/2 above verenigingen');
	});

	test('below 0,5 it has a size and no word: 10/3 beside 3', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: [3, 3, 4] })
			.answers('Verenigingen', { openheid: [3, 3, 3] });
		expect(gapOf(measured)).toBe('none: gemeente 1/3 above verenigingen');
	});

	test('is not there when one side is empty', () => {
		expect(gapOf(twoSides().answers('Gemeente', { openheid: [5, 5, 5] }))).toBe('no gap');
	});
});

describe('the gap between more sides', () => {
	const threeSides = () => twoSides().group('vereniging', 'Sportraad');

	test('is highest minus lowest, naming both', () => {
		const measured = threeSides()
			.answers('Gemeente', { openheid: [4, 4, 4] })
			.answers('Verenigingen', { openheid: [2, 2, 2] })
			.answers('Sportraad', { openheid: [3, 3, 3] });
		expect(gapOf(measured)).toBe('large: gemeente 2 above verenigingen');
	});

	test('names the same two sides in whatever order they sit, also when two are equally high', () => {
		const scores = { Gemeente: 4, Verenigingen: 2, Sportraad: 4 } as const;
		const seated = (...names: (keyof typeof scores)[]) => {
			const measured = workshop();
			for (const name of names) {
				const mark = scores[name];
				measured.group('vereniging', name).answersTogether(name, { openheid: [mark, mark, mark] });
			}
			return gapOf(measured);
		};
		expect(seated('Gemeente', 'Verenigingen', 'Sportraad')).toBe('large: gemeente 2 above verenigingen');
		expect(seated('Sportraad', 'Gemeente', 'Verenigingen')).toBe('large: gemeente 2 above verenigingen');
	});

	test('is taken over the sides with a score when one has none', () => {
		const measured = threeSides()
			.answers('Verenigingen', { openheid: [2, 2, 2] })
			.answers('Sportraad', { openheid: [3, 3, 4] });
		expect(gapOf(measured)).toBe('large: sportraad 4/3 above verenigingen');
	});
});
