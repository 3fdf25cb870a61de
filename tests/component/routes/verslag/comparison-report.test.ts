import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ReportLetterhead } from '$lib/state/results/report-letterhead.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import ComparisonReport from '../../../../src/routes/verslag/comparison/ComparisonReport.svelte';
import { commitment } from '../../../builders/report-source';
import { partnershipOf } from '../../../builders/records';
import { compared, workshop, type Mark } from '../../../builders/workshop';
import { readWorkbook } from '../../../unit/exchange/spreadsheet/xlsx-reader';

const saved = vi.hoisted((): File[] => []);
vi.mock('../../../../src/routes/files/save-file', async (original) => ({
	...(await original<object>()),
	saveFile: (file: File) => {
		saved.push(file);
		return Promise.resolve('downloads');
	}
}));

beforeEach(async () => {
	// A page has no size here: whether it fits is the browser journeys' matter.
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe() {}
			unobserve() {}
			disconnect() {}
		}
	);
	saved.length = 0;
	cleanup();
	await wipeDatabase();
});

const year = (date: string, municipality: Mark, associations: Mark) => {
	const sheets = (mark: Mark) => Array.from({ length: 4 }, () => ({ openheid: [mark], eigenheid: [mark] }));
	return workshop({ basishouding: { openheid: 1, eigenheid: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', ...sheets(municipality))
		.answers('Verenigingen', ...sheets(associations))
		.occasion(date);
};

async function show(fromInAddress = 0) {
	render(ComparisonReport, {
		partnership: partnershipOf('verband'),
		comparison: compared(year('2024-03-01', 3, 2), year('2025-03-01', 4, 2), year('2026-03-01', 4, 4)),
		fromInAddress,
		commitments: [commitment({ measurementId: 'meting-2025-03-01', what: 'Samen de agenda maken', status: 'done' })],
		head: await ReportLetterhead.open('verband')
	});
	return userEvent.setup();
}

const rowOf = (name: RegExp) =>
	screen
		.getAllByRole('row', { hidden: true })
		.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
		.filter((text) => name.test(text));

describe('the report of a comparison', () => {
	test('names what is compared, and has both figures of each side in its table', async () => {
		await show();
		expect(screen.getByRole('heading', { level: 1, name: 'Verslag van de vergelijking' })).toBeVisible();
		expect(screen.getByText(/Verband verband · 1 maart 2024, 1 maart 2025 en 1 maart 2026/)).toBeVisible();
		const [row] = rowOf(/^Onderdeel openheid.* naar /);
		expect(row).toContain('2,5 naar 4,0 (+1,5) beter');
		expect(row).toContain('3,0 naar 4,0 (+1,0) beter');
		expect(row).toContain('2,0 naar 4,0 (+2,0) beter');
		expect(rowOf(/^Samen de agenda maken/)).toEqual([expect.stringContaining('gedaan')]);
	});

	test('begins at the measurement that the address asks for, and never past the last but one', async () => {
		await show(1);
		expect(rowOf(/^Onderdeel openheid.* naar /)[0]).toContain('4,0 naar 4,0 (0)');
		cleanup();
		await show(9);
		expect(rowOf(/^Onderdeel openheid.* naar /)[0]).toContain('4,0 naar 4,0 (0)');
	});

	test('gives a workbook of the comparison, and says that it is ready', async () => {
		const user = await show();
		await user.click(screen.getByRole('button', { name: 'Excel (.xlsx)' }));
		expect(await screen.findByText(/^Excel is klaar/)).toBeInTheDocument();
		const [file] = saved;
		if (!file) throw new Error('nothing was saved');
		expect(file.name).toMatch(/vergelijking.*\.xlsx$/);
		expect((await readWorkbook(file)).map(({ name }) => name)).toEqual([
			'Vergelijking',
			'Cijfers',
			'Stellingen',
			'Uitleg'
		]);
	});
});
