import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../../browser';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { DataPage } from '../../pages/data-page';
import { DeskPage } from '../../pages/desk-page';
import { NewPartnershipPage } from '../../pages/new-partnership-page';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

/** What a profile of Chromium keeps of websites, by folder. */
const LARGE = ['IndexedDB', 'File System', 'Service Worker', 'WebStorage'];
const EVERYTHING = [...LARGE, 'Local Storage', 'Session Storage'];
const WIPED = 'De browser heeft gewist';

/** Every page that shows one measurement. */
const PAGES = [
	'meting/?meting=',
	'resultaat/?meting=',
	'afspreken/?meting=',
	'tonen/?meting=',
	'verslag/?meting=',
	'verzamelen/?meting=',
	'overtypen/?meting=',
	'invullen/?meting=',
	'formulier/?meting=',
	'draaiboek/?meting=',
	'doorgeven/?meting=',
	'naast-anderen/?meting=',
	'vergelijken/?meting=andere&meting='
];

interface Visit {
	page: Page;
	context: BrowserContext;
}

/** Each time another start of the same browser. */
async function visit(profile: string): Promise<Visit> {
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		locale: 'nl-BE',
		serviceWorkers: 'block',
		viewport: { width: 360, height: 740 }
	});
	return { context, page: await context.newPage() };
}

async function removeFrom(profile: string, folders: readonly string[]): Promise<void> {
	await Promise.all(folders.map((name) => rm(join(profile, 'Default', name), { recursive: true, force: true })));
}

for (const [how, folders, isKnown] of [
	['all at once', EVERYTHING, false],
	['all but its small memory', LARGE, true]
] as const) {
	test(`a facilitator whose browser wiped ${how} reads why, and goes on from a file`, async ({ site }, testInfo) => {
		test.slow();
		const profile = testInfo.outputPath('profile');
		const first = await visit(profile);
		await first.page.goto(`${site}nieuw/`);
		const made = new NewPartnershipPage(first.page);
		await made.createOpen('Weg uit de browser');
		const id = await new DeskPage(first.page).measurementId();
		await first.page.goto(`${site}gegevens/`);
		const file = testInfo.outputPath('back-up.json');
		const download = first.page.waitForEvent('download');
		await first.page.getByRole('button', { name: 'Bewaar nu een back-up' }).click();
		await (await download).saveAs(file);
		await first.context.close();

		await removeFrom(profile, folders);

		const { page, context } = await visit(profile);
		// Where nothing tells that the browser wiped, a page says what it says of any measurement that is not there.
		for (const name of isKnown ? PAGES : PAGES.slice(0, 2)) {
			await page.goto(site + name + id);
			const problem = page.getByRole('alert').filter({ hasText: 'staat niet op dit toestel' });
			await expect(problem, name).toBeVisible();
			await expect(problem.getByText(WIPED), name).toBeVisible({ visible: isKnown });
			await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
			await page.getByRole('button', { name: 'Stond ze hier wel?' }).click();
			await expect(page.getByText('in een privévenster'), name).toBeVisible();
		}
		await page.goto(`${site}samenwerkingsverband/?verband=${id}`);
		await expect(page.getByText('Dit overleg staat niet op dit toestel.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Open het bij Gegevens' })).toBeVisible();
		await page.goto(site);
		await expect(page.getByRole('button', { name: /Stond hier al iets/ })).toBeVisible();
		await expect(page.getByText(WIPED)).toBeVisible({ visible: isKnown });
		if (isKnown) {
			await page.getByRole('button', { name: 'Begrepen' }).click();
			await page.reload();
			await expect(page.getByRole('button', { name: /Stond hier al iets/ })).toBeVisible();
			await expect(page.getByText(WIPED)).toBeHidden();
		}

		await page.goto(`${site}meting/?meting=${id}`);
		await page.getByRole('link', { name: 'Open het bij Gegevens' }).click();
		const data = new DataPage(page);
		await data.choose(file);
		await page.getByRole('button', { name: 'Zet dit op dit toestel' }).click();
		await page.getByRole('link', { name: 'Naar de meting' }).click();
		await expect(page).toHaveTitle(/^De meting is open/);
		await context.close();
	});

	test(`a participant whose browser wiped ${how} is told what may be, before answering again`, async ({
		site,
		newPartnership,
		desk,
		collection
	}, testInfo) => {
		test.slow();
		await newPartnership.open();
		await newPartnership.createOpen('Telefoon vergeet');
		const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;
		await desk.collect();
		const link = `${site}meedoen/${fragment}`;
		const profile = testInfo.outputPath('profile');
		const first = await visit(profile);
		const before = new SheetPage(first.page);
		await first.page.goto(link);
		await before.chooseGroup('Gemeente');
		await before.choice('2').click();
		await before.expectSaved();
		await first.page.reload();
		await expect(first.page.getByText('Je bent al begonnen')).toBeVisible();
		await first.context.close();

		await removeFrom(profile, folders);

		const { page, context } = await visit(profile);
		const sheet = new SheetPage(page);
		await page.goto(link);
		await page.getByRole('button', { name: 'Stoppen en later verdergaan?' }).click();
		await expect(page.getByText('je telt anders twee keer mee')).toBeVisible();
		await expect(page.getByText('In een privévenster')).toBeVisible();
		await expect(page.getByText(WIPED)).toBeVisible({ visible: isKnown });
		await sheet.chooseGroup('Gemeente');
		await sheet.answerAll(onEachScreen('4'));
		await sheet.done();
		await sheet.expectHandBack();
		await collection.typeCode(await sheet.code());
		await collection.expectCount(1);
		await context.close();
	});
}
