import type { Questionnaire } from '../../../../src/lib/domain/questionnaire/questionnaire';
import { readPdf } from '../../../pdf-reader';
import { expect, test } from '../../test';

interface Size {
	themes: number;
	dimensions: number;
	items: number;
}

/** A plain questionnaire of this size, as someone could make it: no tips, and few words. */
function questionnaireOf({ themes, dimensions, items }: Size): Questionnaire {
	const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
	return {
		format: 1,
		id: `maat-${themes}-${dimensions}-${items}`,
		version: '1.0.0',
		title: `Vragenlijst van ${themes} × ${dimensions} × ${items}`,
		summary: 'Om te zien of elke maat past.',
		minutes: { from: 1, to: 90 },
		roles: [
			{ id: 'gemeente', groupName: 'Gemeente' },
			{ id: 'vereniging', groupName: 'Verenigingen' }
		],
		scale: { points: ['Niet', 'Weinig', 'Deels', 'Veel', 'Volledig'], unknown: 'Weet niet' },
		themes: numbers(themes).map((t) => ({
			id: `thema-${t}`,
			name: `Thema ${t}`,
			description: `Wat bij thema ${t} hoort.`,
			dimensions: numbers(dimensions).map((d) => ({
				id: `onderdeel-${t}-${d}`,
				name: `Onderdeel ${t}.${d}`,
				shortName: `Deel ${t}.${d}`,
				radarLabel: ['Onderdeel', `${t}.${d}`],
				description: `Hoe het met ${t}.${d} gaat.`,
				restsOn: [],
				items: numbers(items).map((i) => ({
					id: `stelling-${t}-${d}-${i}`,
					statement: `De gemeente doet ${t}.${d}.${i}.`,
					explanation: `Bijvoorbeeld ${i} keer per jaar.`
				})),
				tips: [],
				prompts: []
			}))
		})),
		generalPrompts: [],
		sources: [],
		exceptions: [],
		changes: [{ version: '1.0.0', text: 'Eerste versie.' }]
	};
}

for (const size of [
	{ themes: 1, dimensions: 1, items: 1 },
	{ themes: 12, dimensions: 4, items: 5 }
]) {
	const own = questionnaireOf(size);
	test(`a questionnaire of ${size.themes} × ${size.dimensions} × ${size.items} goes through filling in, result, PDF and comparison`, async ({
		page,
		newPartnership,
		partnership,
		desk,
		result,
		report,
		comparison
	}) => {
		test.slow();
		const count = size.themes * size.dimensions * size.items;
		await page.goto('./vragenlijsten/');
		const text = JSON.stringify(own);
		await page
			.getByLabel('Kies een vragenlijst')
			.setInputFiles({ name: 'eigen.json', mimeType: 'application/json', buffer: Buffer.from(text) });
		await page.getByRole('button', { name: 'Bewaar op dit toestel' }).click();
		await page.getByRole('link', { name: 'Begin er een nieuwe meting mee' }).click();
		await expect(page.getByLabel('Vragenlijst', { exact: true })).toHaveValue(own.id);
		await newPartnership.createOpen('Elke maat');

		/** A form of each group: the same point for every statement. */
		const fillIn = async (points: Record<string, string>) => {
			await desk.measurementId();
			await desk.enterPaper();
			for (const [index, [group, point]] of Object.entries(points).entries()) {
				await page.getByRole('radio', { name: group }).check();
				await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
				await page.keyboard.type(point.repeat(count));
				await page.keyboard.press('Enter');
				await expect(page.getByText(`Formulier ${index + 1} bewaard`)).toBeVisible();
			}
		};
		const measurementId = await desk.measurementId();
		await fillIn({ Gemeente: '2', Verenigingen: '4' });

		await page.goto(`./resultaat/?meting=${measurementId}`);
		await page.getByRole('heading', { name: /^(Radar|Staven)$/ }).scrollIntoViewIfNeeded();
		await expect(page.getByRole('img', { name: /van 1 tot 5/ }).first()).toBeVisible();
		const last = `Onderdeel ${size.themes}.${size.dimensions}`;
		expect(await result.row(last)).toEqual(['2,0 1 mens', '4,0 1 mens', '3,0', '2,0 groot verschil']);
		await report.open(measurementId);
		const pdf = await readPdf(await report.makeFull());
		expect(pdf.pageTexts.join(' ').replace(/\s+/g, ' ')).toContain(last);
		expect(pdf.untagged).toBe(0);

		await page.goto(`./meting/?meting=${measurementId}`);
		await desk.toPartnership();
		await partnership.measureAgain();
		await newPartnership.chooseDate('2032-04-01');
		await newPartnership.make.click();
		await fillIn({ Gemeente: '3', Verenigingen: '5' });
		await page.getByRole('link', { name: 'Terug naar de meting' }).click();
		await page.getByRole('link', { name: 'Vergelijk met de vorige meting' }).click();
		await comparison.expectOpen();
		await comparison.expectVerdict('Volledig te vergelijken');
		const [together] = await comparison.row(last);
		expect(together).toContain('3,0 → 4,0 (+1,0)');
		await expect(page.getByRole('img', { name: /van 1 tot 5/ }).first()).toBeVisible();
	});
}
