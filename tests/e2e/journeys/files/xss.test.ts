import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readPdf } from '../../../pdf-reader';
import { FORMULA, hostileFile, hostileQuestionnaire, ids, PAYLOAD } from '../../looks/hostile-content';
import { expect, test } from '../../test';

/** Every page there is, and those of them that show what people or files wrote. */
const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+page.svelte'))
	.map((name) => name.replaceAll('\\', '/').replace(/\+page\.svelte$/, ''));
const shows = [
	'',
	'samenwerkingsverband/',
	'vergelijken/',
	'invullen/',
	'meting/',
	'doorgeven/',
	'zaal/',
	'tafelkaartjes/',
	'verzamelen/',
	'formulier/',
	'overtypen/',
	'draaiboek/',
	'tonen/',
	'resultaat/',
	'afspreken/',
	'gegevens/',
	'verslag/',
	'vragenlijsten/',
	'overzicht/',
	'naast-anderen/',
	'nieuw/'
];
const query = `?meting=${ids.measurement}&meting=${ids.earlier}&verband=${ids.partnership}&vragenlijst=${ids.questionnaire}`;

test.use({ viewport: { width: 1280, height: 800 } });

/** Nothing that was written became a part of the page, and nothing of it ran. */
async function expectOnlyText(page: Page): Promise<void> {
	const found = await page.evaluate(() => ({
		hit: Reflect.get(window, '__hit') as unknown,
		strange: [
			...document.querySelectorAll(
				'img[src="x"], [onerror], [href^="javascript" i], script:not([src]):not([data-sveltekit-hydrate])'
			)
		]
			.map((element) => element.outerHTML)
			.filter((html) => html.includes('__hit') || html.includes('src="x"'))
	}));
	expect(found, page.url()).toEqual({ hit: undefined, strange: [] });
}

test('what a stranger wrote in every field is shown as text on every screen, on paper, and in every file', async ({
	page,
	data,
	report,
	desk,
	questionnaires,
	collection,
	site
}) => {
	// A report of the content security policy becomes an error in the console, and any of those fails the journey.
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			console.error(`Content security policy: ${event.violatedDirective} ${event.blockedURI}`);
		});
	});
	const said = page.getByRole('alert').filter({ hasText: /./ });
	const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

	await data.open();
	await page
		.getByLabel('Kies een bestand')
		.setInputFiles(file('"><img src=x onerror="window.__hit=1">.json', hostileFile));
	await expect(data.preview.first()).toBeVisible();
	await expectOnlyText(page);
	await data.confirm();

	for (const path of pages) {
		await page.goto(`./${path}${query}`);
		await expect(page.locator('h1').first()).toBeVisible();
		if (shows.includes(path)) await expect(page.locator('main')).toContainText('onerror="window.__hit=1"');
		await page.evaluate(() => {
			for (const closed of document.querySelectorAll('details')) closed.open = true;
		});
		await expectOnlyText(page);
		await page.emulateMedia({ media: 'print' });
		await expectOnlyText(page);
		await page.emulateMedia({ media: 'screen' });
	}

	// What the app says about hostile input: a code, a file with its name, a link.
	await page.goto(`./verzamelen/${query}`);
	await collection.typeCode(PAYLOAD);
	await expect(said.filter({ hasText: 'De code is te lang' })).toBeVisible();
	await collection.openFile(file('<img src=x onerror="window.__hit=1">', '{}'));
	await expect(said.first()).toContainText('<img src=x');
	await expectOnlyText(page);
	await questionnaires.open();
	const strange = JSON.stringify({ ...hostileQuestionnaire, [PAYLOAD]: 1, roles: PAYLOAD });
	await questionnaires.choose({ name: PAYLOAD.replaceAll('/', '-'), text: strange });
	await expect(questionnaires.problems.first()).toBeVisible();
	await expectOnlyText(page);
	await page.goto(`./meedoen/#${PAYLOAD}`);
	await expect(said).toBeVisible();
	await expectOnlyText(page);

	// A sound link with hostile names, and the questionnaire with every hostile text.
	await desk.open(ids.measurement);
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	await expectOnlyText(page);
	await page.goto(`./meedoen/${new URL(link).hash}`);
	await expect(page.locator('main')).toContainText(FORMULA);
	await page.getByRole('radio', { name: FORMULA }).check();
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByRole('article').first()).toContainText(PAYLOAD);
	await expectOnlyText(page);

	await report.open(ids.measurement);
	const csv = (await report.save('CSV')).bytes.toString('utf8');
	expect(csv).toContain(`'=cmd`);
	expect(csv).not.toMatch(/(?:^|[;\n])"?=/);
	expect((await report.save('Excel (.xlsx)')).bytes.subarray(0, 2).toString()).toBe('PK');
	const svg = (await report.save('Radar als SVG')).bytes.toString('utf8');
	expect(svg).not.toMatch(/<img|<script|onerror="/);
	expect((await report.save('Radar als PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
	const pdf = await readPdf(await report.makeFull());
	expect(pdf.pageTexts.join(' ')).toContain('window.__hit=1');
	expect(pdf.raw).not.toMatch(/\/JavaScript|\/JS |\/URI|\/Launch/);
	await expectOnlyText(page);
});
