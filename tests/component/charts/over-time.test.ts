import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { timelinePlotsOf } from '$lib/charts/over-time/comparison-data';
import { overTimeWords, type OverTimeData } from '$lib/charts/over-time/over-time-data';
import TimelineGrid from '$lib/charts/over-time/TimelineGrid.svelte';
import { compared, workshop } from '../../builders/workshop';

const alone = (value: number) => ({ value, joint: false });
const data: OverTimeData = {
	dates: ['2024', '2025', '2026'],
	at: [0, 0.5, 1],
	series: [
		{ name: 'Gemeente', sideIndex: 0, points: [alone(3.2), alone(3), { value: 4, joint: true }] },
		{ name: 'Verenigingen', sideIndex: 1, points: [null, alone(2), alone(2.4)] },
		{ name: 'Samenwerkingsscore', sideIndex: 'together', points: [null, alone(2.5), null] }
	]
};

describe('small plots over time', () => {
	const grid = ['Openheid', 'Eigenheid'].map((title, themeIndex) => ({
		dimensionId: title.toLowerCase(),
		title,
		themeIndex,
		data
	}));

	test('share one legend and each have a name and a text of their own', () => {
		render(TimelineGrid, { data: grid });

		expect(screen.getAllByRole('listitem', { hidden: true })).toHaveLength(3);
		for (const { title } of grid) {
			expect(screen.getByText(title)).toBeVisible();
			expect(screen.getByRole('img', { name: overTimeWords(title, data) })).toBeVisible();
		}
	});

	test('label every measurement', () => {
		render(TimelineGrid, { data: grid.slice(0, 1) });

		for (const date of data.dates) expect(screen.getByText(date)).toBeVisible();
	});
});

test('measurements that have more than four groups together are drawn, each group with its name', () => {
	/** A year with groups of its own, each with one joint answer. */
	const year = (...names: string[]) => {
		const held = workshop({ basishouding: { openheid: 1 } });
		for (const name of names) held.group('vereniging', name).answersTogether(name, { openheid: [3] });
		return held;
	};
	const [before, after] = [year('A', 'B', 'C'), year('D', 'E', 'F', 'G')];
	const plots = timelinePlotsOf(compared(before.occasion('2025-03-20'), after.occasion('2026-03-19')));
	render(TimelineGrid, { data: plots });
	for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) expect(screen.getByText(name)).toBeVisible();
});
