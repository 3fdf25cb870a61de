import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlayOf, timelinePlotsOf, withoutLine } from '$lib/charts/over-time/comparison-data';
import type { Mark } from '../../../builders/workshop';
import { compared, workshop } from '../../../builders/workshop';
import { runs } from '../../../property-runs';

const dates = ['2023-03-01', '2024-03-01', '2025-03-01', '2026-03-01'];

/** A measurement by two or three groups, some of which gave nothing. */
const occasion = fc.record({
	third: fc.boolean(),
	marks: fc.array(fc.constantFrom<Mark>(1, 3, 5, null), { minLength: 3, maxLength: 3 })
});

test('a legend names the measurements that have a line, and the others are named apart', () => {
	fc.assert(
		fc.property(fc.array(occasion, { minLength: 2, maxLength: 4 }), fc.constantFrom('together', 0, 1), (all, view) => {
			const comparison = compared(
				...all.map(({ third, marks }, index) => {
					const held = workshop({ een: { openheid: 1, eigenheid: 1, ontkokeren: 1 } });
					held.group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
					if (third) held.group('vereniging', 'Sport');
					held.groups.forEach(({ name }, place) => {
						const mark = marks[place] ?? null;
						held.answers(name, { openheid: [mark], eigenheid: [mark], ontkokeren: [mark] });
					});
					return held.occasion(dates[index] ?? '');
				})
			);
			const lines = overlayOf(comparison, view as 'together' | 0 | 1).flatMap(({ series }) => series);
			for (const { values } of lines) expect(values.some((value) => value !== null)).toBe(true);
			const named = lines.map(({ name }) => name);
			expect([...named, ...withoutLine(comparison, view as 'together' | 0 | 1)].sort()).toHaveLength(all.length);
		}),
		{ numRuns: runs(100) }
	);
});

test('a plot over time says over how many statements it is where some are left out', () => {
	const year = (items: number, date: string) =>
		workshop({ een: { openheid: items, eigenheid: 2 } })
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answersTogether('Gemeente', { openheid: [3, 3, 3], eigenheid: [3, 3] })
			.occasion(date);
	const titles = (comparison: ReturnType<typeof compared>) => timelinePlotsOf(comparison).map(({ title }) => title);
	expect(titles(compared(year(2, '2025-01-01'), year(3, '2026-01-01')))).toEqual([
		'Onderdeel openheid (over 2 gedeelde stellingen)',
		'Onderdeel eigenheid'
	]);
	expect(titles(compared(year(3, '2025-01-01'), year(3, '2026-01-01')))).toEqual([
		'Onderdeel openheid',
		'Onderdeel eigenheid'
	]);
});
