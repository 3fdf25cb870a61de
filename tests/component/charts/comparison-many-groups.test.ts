import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { overTimeOf, timelinePlotsOf } from '$lib/charts/over-time/comparison-data';
import { overTimeWords } from '$lib/charts/over-time/over-time-data';
import ShiftPlot from '$lib/charts/over-time/ShiftPlot.svelte';
import TimelineGrid from '$lib/charts/over-time/TimelineGrid.svelte';
import { computeComparison } from '$lib/domain/comparing/comparison';
import { workshop, type Workshop } from '../../builders/workshop';

/** A year with groups of its own, each with one joint answer. */
function year(...names: string[]): Workshop {
	const held = workshop({ basishouding: { openheid: 1 } });
	for (const name of names) held.group('vereniging', name).answersTogether(name, { openheid: [3] });
	return held;
}

test('measurements that have more than four groups together are drawn, each group with its name', () => {
	const comparison = computeComparison([
		year('A', 'B', 'C').occasion('2025-03-20'),
		year('D', 'E', 'F', 'G').occasion('2026-03-19')
	]);
	if (comparison.kind !== 'compared') throw new Error('not compared');
	const [dimension] = comparison.dimensions;
	if (!dimension) throw new Error('no dimension');
	const data = overTimeOf(comparison, dimension);
	render(ShiftPlot, { data, description: overTimeWords(dimension.name, data) });
	render(TimelineGrid, { data: timelinePlotsOf(comparison) });
	for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) {
		expect(screen.getAllByText(name).length).toBeGreaterThan(0);
	}
});
