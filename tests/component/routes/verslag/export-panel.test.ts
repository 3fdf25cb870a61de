import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import ExportPanel from '../../../../src/routes/verslag/ExportPanel.svelte';
import { readCsv } from '../../../unit/exchange/spreadsheet/csv-reader';
import { commitment, inputOf } from '../../../builders/spreadsheet-input';
import { parseXml, readWorkbook } from '../../../unit/exchange/spreadsheet/xlsx-reader';
import { workshop, type Plan, type Workshop } from '../../../builders/workshop';

const saved = vi.hoisted((): File[] => []);
const stored = vi.hoisted(() => ({ loadExportedResponses: vi.fn() }));
vi.mock('../../../../src/routes/files/save-file', async (original) => ({
	...(await original<object>()),
	saveFile: (file: File) => {
		saved.push(file);
		return Promise.resolve('downloads');
	}
}));
// No database and no canvas here: what they do is the browser journeys' matter.
vi.mock('$lib/state/results/report-choices.svelte', async (original) => ({ ...(await original<object>()), ...stored }));
beforeEach(() => {
	saved.length = 0;
	stored.loadExportedResponses.mockReset().mockResolvedValue([]);
});

const measured = (plan: Plan = { basishouding: { openheid: 1, waardering: 1, regie: 1 } }) =>
	workshop(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4], waardering: [3], regie: [2] });

function show(room: Workshop = measured()) {
	const input = inputOf(room);
	render(ExportPanel, {
		result: {
			...input,
			counts: [...input.counts],
			agreed: [],
			chosen: [],
			previous: null,
			advice: room.advice(),
			notes: []
		},
		commitments: [commitment()]
	});
	return { user: userEvent.setup(), input };
}

const button = (name: string) =>
	screen.getByRole('button', { name: new RegExp(`^(\\+ )?${name.replace(/[().?]/g, '\\$&')}$`) });
async function savedFile(): Promise<File> {
	await vi.waitFor(() => expect(saved).toHaveLength(1));
	const [file] = saved;
	if (!file) throw new Error('nothing was saved');
	return file;
}

describe('the buttons', () => {
	test('Excel gives a workbook with the responses of an open measurement and the commitments', async () => {
		const { user, input } = show();
		stored.loadExportedResponses.mockResolvedValue(input.responses);

		await user.click(button('Excel (.xlsx)'));

		const file = await savedFile();
		expect(file.name).toBe('samenwerking-kermis-en-cultuur-2026-03-19.xlsx');
		const sheets = await readWorkbook(file);
		expect(sheets[3]?.cells.get('A3')).toEqual({ type: 'text', value: input.responses[0]?.id });
		expect(sheets[4]?.cells.get('A2')).toEqual({ type: 'text', value: 'Samen koffie drinken' });
		expect(await screen.findByRole('status')).toHaveTextContent('2026-03-19.xlsx is klaar');
	});

	test('CSV gives the table of figures', async () => {
		const { user } = show();

		await user.click(button('CSV'));

		const file = await savedFile();
		expect(file.name).toBe('samenwerking-kermis-en-cultuur-2026-03-19.csv');
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
		expect(readCsv(text)[1]?.slice(6)).toEqual(['Score', '4', '']);
	});

	test('Radar als SVG gives a document with the name and date', async () => {
		const { user } = show();

		await user.click(button('Radar als SVG'));

		const file = await savedFile();
		expect(file.name).toBe('samenwerking-kermis-en-cultuur-radar-2026-03-19.svg');
		expect(parseXml(await file.text()).querySelector('title')?.textContent).toBe('Kermis en cultuur · 19 maart 2026');
	});

	test('Staven als SVG gives bars where there are too few dimensions for a radar', async () => {
		const { user } = show(measured({ basishouding: { openheid: 1 } }));
		expect(screen.queryByRole('button', { name: /Radar/ })).toBeNull();

		await user.click(button('Staven als SVG'));

		const file = await savedFile();
		expect(file.name).toBe('samenwerking-kermis-en-cultuur-staven-2026-03-19.svg');
		expect(parseXml(await file.text()).querySelector('desc')?.textContent).toContain('Gemeente 4,0');
	});

	test('say in Dutch what happened when nothing could be made, and work again after that', async () => {
		const { user } = show();
		stored.loadExportedResponses.mockRejectedValueOnce(new Error('Het toestel geeft geen toegang.'));

		await user.click(button('Excel (.xlsx)'));

		const alert = screen.getByRole('alert');
		await vi.waitFor(() => expect(alert).toHaveTextContent('Het bestand is niet gemaakt.'));
		expect(alert).toHaveTextContent('Het toestel geeft geen toegang.');
		await user.click(button('CSV'));
		await savedFile();
		expect(alert.textContent).toBe('');
	});

	test('name the theme when there is a radar for each', () => {
		const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`deel-${index}`, 1]));
		const others = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`stuk-${index}`, 1]));
		show(measured({ eerste: many, tweede: others }));

		expect(button('Radar als PNG: Thema eerste')).toBeVisible();
		expect(button('Radar als SVG: Thema tweede')).toBeVisible();
	});

	test('name the shape of each theme when one is too small for a radar', () => {
		const many = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`deel-${index}`, 1]));
		show(measured({ eerste: many, tweede: { laatste: 1 } }));

		expect(button('Radar als PNG: Thema eerste')).toBeVisible();
		expect(button('Staven als PNG: Thema tweede')).toBeVisible();
	});
});

describe('what is in it', () => {
	test('an open measurement says that each response is a row', async () => {
		const { user } = show();
		await user.click(button('Wat staat er in Excel en CSV?'));

		expect(screen.getByText(/elk blad als één rij met een willekeurige code/)).toBeVisible();
	});

	test('an anonymous one says that there are no responses of persons', async () => {
		const { user } = show(measured().anonymous(3));
		await user.click(button('Wat staat er in Excel en CSV?'));

		expect(screen.getByText(/Bladen van personen zitten er niet in/)).toBeVisible();
	});
});
