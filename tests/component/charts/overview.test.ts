import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import Legend from '$lib/charts/marks/Legend.svelte';
import Overview from '$lib/charts/overview/Overview.svelte';
import {
	axesOf,
	measurementOverviews,
	overviewsOf,
	overviewWords,
	type OverviewData
} from '$lib/charts/overview/overview-data';
import { workshop, type Plan } from '../../builders/workshop';

// jsdom has no canvas and no fonts; what the canvas shows is the browser journeys' matter.
vi.mock('$lib/charts/overview/radar-chart', () => ({ drawRadar: () => ({ destroy: () => undefined }) }));
beforeEach(() => {
	Object.defineProperty(document, 'fonts', { configurable: true, value: { check: () => true } });
});

function pictureOf(plan: Plan): OverviewData {
	const measured = workshop(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answersTogether('Gemeente', { openheid: [4, 4, 3] });
	const [data] = overviewsOf(measured.questionnaire, measured.groups, measured.figures().dimensions);
	if (!data) throw new Error('there is no picture');
	return data;
}

const show = (data: OverviewData) => render(Overview, { data, description: overviewWords(data) });

describe('one or two dimensions', () => {
	test('are bars, named in words', () => {
		show(pictureOf({ a: { openheid: 3 } }));

		expect(screen.getByRole('img')).toHaveAccessibleName(
			'Staven van 1 tot 5 met een staaf voor Gemeente en Verenigingen.'
		);
	});

	test('show the whole name of each, its figures, and where there is none', () => {
		show(pictureOf({ a: { openheid: 3, eigenheid: 1 } }));

		expect(screen.getByText('Onderdeel openheid')).toBeVisible();
		expect(screen.getByText('Onderdeel eigenheid')).toBeVisible();
		expect(screen.getByText('3,7')).toBeVisible(); // 11/3
		expect(screen.getAllByText('geen score')).toHaveLength(3);
	});
});

test('three dimensions are a radar', () => {
	show(pictureOf({ a: { openheid: 3, eigenheid: 1, draagvlak: 1 } }));

	expect(screen.getAllByRole('img', { name: /^Radar van 1 tot 5 met een lijn voor Gemeente/ })).not.toHaveLength(0);
	expect(screen.queryByText('geen score')).not.toBeInTheDocument();
});

test('several measurements are told apart in words, oldest first', () => {
	const axes = axesOf(workshop({ a: { openheid: 1 } }).questionnaire);
	const [bars] = measurementOverviews('Gemeente', axes, 0, [
		{ label: 'Meting van 2026', values: [4], age: 0 },
		{ label: 'Meting van 2025', values: [3], age: 1 }
	]);
	if (!bars) throw new Error('there is no picture');
	render(Legend, { lines: bars.series });
	show(bars);

	expect(screen.getAllByRole('listitem', { hidden: true }).map((item) => item.textContent?.trim())).toEqual([
		'Meting van 2025',
		'Meting van 2026'
	]);
	expect(screen.getByRole('img', { name: /een staaf voor Meting van 2025 en Meting van 2026/ })).toBeVisible();
});
