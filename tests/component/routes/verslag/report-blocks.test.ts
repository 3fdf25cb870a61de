import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ShiftTafel } from '$lib/charts/tafel-shift/shift-data';
import { overTimeWords, type OverTimeData } from '$lib/charts/over-time/over-time-data';
import { buildReport } from '$lib/report/build-report';
import type { ReportLength } from '$lib/report/model/report-model';
import ReportBlocks from '../../../../src/routes/verslag/ReportBlocks.svelte';
import { workshop, type Plan } from '../../../builders/workshop';
import { reportSource } from '../../../builders/report-source';

function show(plan: Plan, length: ReportLength = 'summary') {
	const measured = workshop(plan)
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', { openheid: [4], eigenheid: [3], draagvlak: [2] });
	const logo = { jpeg: '/9j/', width: 60, height: 20 };
	const source = reportSource(measured, { letterhead: { logo, guide: 'Zoë' }, name: 'Kermis' });
	render(ReportBlocks, { blocks: buildReport(source, length).blocks });
}

test('a report of one statement has its row, and bars with their figure', () => {
	show({ a: { openheid: 1 } });

	expect(
		screen.getByRole('img', { name: /^Eén lijn per onderdeel.*Onderdeel openheid: Gemeente gemiddeld 4,0/ })
	).toBeVisible();
	expect(screen.getByRole('img', { name: /Staven van 1 tot 5.*Onderdeel openheid: Gemeente 4,0/ })).toBeVisible();
	expect(screen.queryByRole('img', { name: /Radar/ })).not.toBeInTheDocument();
});

test('a report of three dimensions has a radar', () => {
	show({ a: { openheid: 1, eigenheid: 1, draagvlak: 1 } });

	expect(screen.getByRole('img', { name: /Radar van 1 tot 5.*Onderdeel draagvlak: Gemeente 2,0/ })).toBeVisible();
});

test('a full report has the row of each dimension at its heading, and who made it at its top', () => {
	show({ a: { openheid: 1, eigenheid: 1 } }, 'full');

	expect(screen.getByRole('img', { name: /^Onderdeel eigenheid: Gemeente gemiddeld 3,0/ })).toBeVisible();
	expect(screen.getByRole('img', { name: 'Logo bij het verslag van Kermis' })).toBeVisible();
	expect(screen.getByText(/begeleid door Zoë/)).toBeVisible();
});

test('a report can have a shift, and small plots over time', () => {
	const data: OverTimeData = {
		dates: ['2025', '2026'],
		at: [0, 1],
		series: [
			{
				name: 'Gemeente',
				sideIndex: 0,
				points: [
					{ value: 2, joint: false },
					{ value: 4, joint: false }
				]
			}
		]
	};
	const side = { name: 'Gemeente', sideIndex: 0, before: 2, after: 4, clear: true, hidden: false };
	const joint = { before: false, after: false };
	const shift: ShiftTafel = {
		...{
			lines: 'dimensions',
			before: '2025',
			after: '2026',
			about: '',
			ends: ['helemaal niet', 'volledig'],
			themes: []
		},
		sides: [{ groupId: 'gemeente', name: 'Gemeente', sideIndex: 0 }],
		rows: [
			{
				...{ dimensionId: 'openheid', name: 'Openheid', shared: '', themeIndex: 0, figureText: '', clear: true },
				sides: [{ ...side, joint, text: '2,0 naar 4,0' }]
			}
		]
	};
	const plots = [{ dimensionId: 'openheid', title: 'Openheid', themeIndex: 4, data }];
	render(ReportBlocks, {
		blocks: [
			{ kind: 'figure', chart: { kind: 'shift', data: shift }, description: 'Van 2025 naar 2026' },
			{ kind: 'figure', chart: { kind: 'timelines', data: plots }, description: 'Openheid door de tijd' }
		]
	});

	expect(screen.getByRole('img', { name: 'Van 2025 naar 2026' })).toBeVisible();
	expect(screen.getByText('2,0 naar 4,0')).toBeVisible();
	expect(screen.getByRole('img', { name: overTimeWords('Openheid', data) })).toBeVisible();
});
