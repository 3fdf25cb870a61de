import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { buildReport } from '$lib/report/build-report';
import ReportBlocks from '../../src/routes/verslag/ReportBlocks.svelte';
import { workshop, type Plan } from '../unit/domain/workshop';
import { reportSource } from '../unit/report/report-workshop';

function show(plan: Plan) {
	const measured = workshop(plan)
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', { openheid: [4], eigenheid: [3], draagvlak: [2] });
	render(ReportBlocks, { blocks: buildReport(reportSource(measured), 'full').blocks });
}

test('a report of one statement has bars with their figure', () => {
	show({ a: { openheid: 1 } });

	expect(screen.getByRole('img', { name: /Staven van 1 tot 5.*Onderdeel openheid: Gemeente 4,0/ })).toBeVisible();
	expect(screen.queryByRole('img', { name: /Radar/ })).not.toBeInTheDocument();
});

test('a report of three dimensions has a radar', () => {
	show({ a: { openheid: 1, eigenheid: 1, draagvlak: 1 } });

	expect(screen.getByRole('img', { name: /Radar van 1 tot 5.*Onderdeel draagvlak: Gemeente 2,0/ })).toBeVisible();
});
