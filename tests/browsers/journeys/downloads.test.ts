import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectWholeSheets } from '../../paper-pages';
import { poppler } from '../../pdf-reader';
import { until, type Browser } from '../engine';
import { expect, test } from '../test';
import type { Visitor } from '../visitor';
import { beginWithPhones } from '../workshop';

/** What each button saves, and how such a file begins. */
const saves = [
	{ page: 'verslag', button: 'Samenvatting (pdf)', ending: '.pdf', begins: '%PDF-' },
	{ page: 'verslag', button: 'Volledig verslag (pdf)', ending: '.pdf', begins: '%PDF-' },
	{ page: 'verslag', button: 'Excel (.xlsx)', ending: '.xlsx', begins: 'PK' },
	{ page: 'verslag', button: 'CSV', ending: '.csv', begins: '' },
	{ page: 'verslag', button: 'Radar als SVG', ending: '.svg', begins: '<\\?xml' },
	{ page: 'verslag', button: 'Radar als PNG', ending: '.png', begins: '\u0089PNG' },
	{ page: 'gegevens', button: 'Bewaar als bestand', ending: '.json', begins: '{' },
	{ page: 'gegevens', button: 'Bewaar nu een back-up', ending: '.json', begins: '{' }
];

test('the report in two lengths, the figures, the pictures, the file and the back-up are saved whole', async ({
	laptop,
	program,
	host,
	profile
}) => {
	// With nothing but an example there is nothing to back up.
	await beginWithPhones(laptop, host.url, 'Van onszelf');
	const query = await openExample(laptop, host.url);
	for (const { page, button, ending, begins } of saves) {
		await laptop.goto(`${host.url}${page}/${page === 'gegevens' ? '' : query}`);
		const bytes = await saved(laptop, program, profile.downloads, button, ending);
		expect(bytes.length, button).toBeGreaterThan(500);
		expect(bytes.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, ''), button).toMatch(new RegExp(`^${begins}`));
	}
});

test('an agreement goes into the calendar', async ({ laptop, program, host, profile }) => {
	await openExample(laptop, host.url);
	await laptop.press('button', 'Nieuwe afspraak');
	await laptop.fill('Wat spreken jullie af', 'Samen koken');
	await laptop.fill('Tegen wanneer', '2031-05-06');
	await laptop.press('button', 'Bewaar de afspraak');
	await laptop.sees('Samen koken');
	await laptop.goto((await laptop.address()).replace('resultaat', 'afspreken'));
	const bytes = await saved(laptop, program, profile.downloads, 'Zet in agenda (.ics) (Samen koken)', '.ics');
	expect(bytes.toString()).toMatch(/^BEGIN:VCALENDAR[^]*SUMMARY:[^]*Samen koken[^]*END:VCALENDAR\r\n$/);
});

test('the paper form prints from the browser itself, each dimension whole and headed, on whole sheets', async ({
	laptop,
	host
}) => {
	const measurementId = await beginWithPhones(laptop, host.url, 'Op papier');
	await laptop.goto(`${host.url}formulier/?meting=${measurementId}`);
	await laptop.sees('Druk een formulier af');
	const pdf = await laptop.window.print();
	expect(pdf.toString('latin1')).toMatch(/^%PDF-/);
	expect(pdf.length).toBeGreaterThan(5000);
	test.skip(expectWholeSheets(pdf) === null, 'poppler is not installed: what stands on each page was not read');
});

test('page one of the report and the table cards print from the browser itself, each on one sheet', async ({
	laptop,
	host
}) => {
	const query = await openExample(laptop, host.url);
	await laptop.goto(`${host.url}verslag/${query}`);
	await laptop.sees('Alles is al gekozen.');
	const report = pagesOf(await laptop.window.print());
	const measurementId = await beginWithPhones(laptop, host.url, 'Aan tafel');
	await laptop.fill('Adres waarop telefoons deze app openen', 'http://meter.example/');
	await laptop.press('button', 'Bewaar het adres');
	// There once it is stored.
	await laptop.sees('Kopieer de link');
	await laptop.goto(`${host.url}tafelkaartjes/?meting=${measurementId}`);
	await laptop.sees('Vier kaartjes op één blad A4');
	const cards = pagesOf(await laptop.window.print());
	test.skip(report === null || cards === null, 'poppler is not installed: what stands on each page was not read');
	expect(report?.[0]).toMatch(/Voorbeeld: een gemeente\s+met haar verenigingen[^]*Afgesproken[^]*mensen/);
	expect(report?.[0]).not.toContain('Samenvatting (pdf)');
	expect(report?.[1]).toMatch(/^\s*Alle scores/);
	expect(cards).toHaveLength(1);
	expect(cards?.[0]?.split('Scan en antwoord')).toHaveLength(5);
});

/** What stands on each page; null where poppler is not installed. */
function pagesOf(pdf: Buffer): string[] | null {
	return poppler('pdftotext', ['-raw'], pdf)?.split('\f').slice(0, -1) ?? null;
}

/** @returns the query that names its newest measurement */
async function openExample(laptop: Visitor, site: string): Promise<string> {
	await laptop.goto(site);
	await laptop.press('link', 'Bekijk het hele voorbeeld');
	await laptop.waitFor("location.search.includes('meting=')");
	return new URL(await laptop.address()).search;
}

async function saved(laptop: Visitor, program: Browser, folder: string, button: string, ending: string) {
	const before = await program.downloads();
	await laptop.press('button', button);
	let name = '';
	const isThere = async () => {
		name = (await program.downloads()).find((one) => !before.includes(one)) ?? '';
		return name !== '';
	};
	await until(isThere, `the file of «${button}»`, 60_000);
	expect(name).toContain(ending);
	return readFileSync(join(folder, name));
}
