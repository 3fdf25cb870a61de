import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import OtherFormats from '../../../../src/routes/verslag/OtherFormats.svelte';
import { reportSource } from '../../../builders/report-source';
import { workshop } from '../../../builders/workshop';
import { onePoint } from '../../../unit/report/office/one-point';
import { OfficePackage } from '../../../unit/report/office/package-reader';

const saved = vi.hoisted((): File[] => []);
const drawing = vi.hoisted(() => ({ pictureOfSvg: vi.fn() }));
vi.mock('../../../../src/routes/files/save-file', async (original) => ({
	...(await original<object>()),
	saveFile: (file: File) => {
		saved.push(file);
		return Promise.resolve('downloads');
	}
}));
// No canvas here: what it draws is the matter of the journeys and of LibreOffice.
vi.mock('../../../../src/routes/verslag/picture-of-svg', () => drawing);
beforeEach(() => {
	saved.length = 0;
	drawing.pictureOfSvg.mockReset().mockImplementation(() => Promise.resolve(onePoint()));
});

function show() {
	const held = workshop({ basishouding: { openheid: 1, waardering: 1, regie: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4], waardering: [3], regie: [2] })
		.answers('Verenigingen', { openheid: [1], waardering: [3], regie: [4] });
	render(OtherFormats, { source: reportSource(held, { chosen: ['openheid'] }), front: 0 });
	return userEvent.setup();
}

async function savedFile(): Promise<{ file: File; parts: OfficePackage }> {
	await vi.waitFor(() => expect(saved).toHaveLength(1), { timeout: 20_000 });
	const [file] = saved;
	if (!file) throw new Error('nothing was saved');
	return { file, parts: new OfficePackage(new Uint8Array(await file.arrayBuffer())) };
}

const press = (user: ReturnType<typeof userEvent.setup>, name: string) =>
	user.click(screen.getByRole('button', { name }));

describe('the report to edit further', () => {
	for (const [button, name, only] of [
		['Samenvatting (Word)', 'samenvatting-overleg-aan-de-beek-2026-03-19.docx', 'staan in het volledige verslag'],
		['Volledig verslag (Word)', 'verslag-overleg-aan-de-beek-2026-03-19.docx', 'Zo zijn de scores gemaakt']
	] as const)
		test(`${button} gives that report as a Word file`, async () => {
			const user = show();

			await press(user, button);

			const { file, parts } = await savedFile();
			expect(file.name).toBe(name);
			expect(file.type).toContain('wordprocessingml');
			expect(parts.text('word/document.xml')).toContain(only);
			await vi.waitFor(() =>
				expect(screen.getByText(`${name} is klaar. Je vindt het bij je downloads.`)).toBeVisible()
			);
		});

	test('the slides have the topics that the room chose, with what the draaiboek says in the notes', async () => {
		const user = show();

		await press(user, 'Presentatie (PowerPoint)');

		const { file, parts } = await savedFile();
		expect(file.name).toBe('presentatie-overleg-aan-de-beek-2026-03-19.pptx');
		expect(parts.paths.filter((path) => /slides\/slide\d+\.xml$/.test(path))).toHaveLength(3);
		expect(parts.text('ppt/notesSlides/notesSlide1.xml')).toContain('eerst een minuut stil kijken');
	});

	test('says in Dutch that nothing was made, and works again after that', async () => {
		const user = show();
		drawing.pictureOfSvg.mockRejectedValueOnce(new Error('no canvas'));

		await press(user, 'Presentatie (PowerPoint)');

		const alert = screen.getByRole('alert');
		await vi.waitFor(() => expect(alert).toHaveTextContent('Het bestand is niet gemaakt. Je gegevens zijn bewaard.'), {
			timeout: 20_000
		});
		await press(user, 'Presentatie (PowerPoint)');
		await savedFile();
		expect(alert.textContent).toBe('');
	});
});
