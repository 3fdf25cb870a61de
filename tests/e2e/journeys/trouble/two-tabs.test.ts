import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { CommitmentsPage } from '../../pages/commitments-page';
import { PresentationPage } from '../../pages/presentation-page';
import { ReportPage } from '../../pages/report-page';
import { expect, test } from '../../test';

/** Places the filled-in example and reads the id of its measurement. */
async function example(page: Page): Promise<string> {
	await page.goto('./resultaat/?voorbeeld');
	await page.waitForURL(/meting=/);
	return new URL(page.url()).searchParams.get('meting') ?? '';
}

/** The report of the example, in this tab and in another one. */
async function inTwoTabs(page: Page, context: BrowserContext, report: ReportPage) {
	const id = await example(page);
	await report.open(id);
	const otherPage = await context.newPage();
	const other = new ReportPage(otherPage);
	await other.open(id);
	return { otherPage, other };
}

test('own words in one tab and a tip in another: both stay, on both screens and after a reload', async ({
	page,
	context,
	report
}) => {
	const { other } = await inTwoTabs(page, context, report);

	await report.ownWords.fill('Een avond met goede gesprekken.');
	await other.advice.first().uncheck();
	await report.expectSaved();
	await other.expectSaved();

	await expect(report.advice.first()).not.toBeChecked();
	await expect(other.ownWords).toHaveValue('Een avond met goede gesprekken.');
	await page.reload();
	await report.openChoices();
	await expect(report.ownWords).toHaveValue('Een avond met goede gesprekken.');
	await expect(report.advice.first()).not.toBeChecked();
});

test('two people who write in the same field at the same moment both find their words, whole', async ({
	page,
	context,
	report
}) => {
	const { otherPage, other } = await inTwoTabs(page, context, report);

	const [one, two] = ['Een avond met goede gesprekken.', 'Iedereen kwam aan het woord.'];
	await report.ownWords.focus();
	await other.ownWords.focus();
	// Not «fill»: that first selects what stands there by then, and so takes it away.
	await Promise.all([page.keyboard.insertText(one), otherPage.keyboard.insertText(two)]);

	for (const { ownWords } of [report, other]) {
		await expect(ownWords).toHaveValue(new RegExp(one));
		await expect(ownWords).toHaveValue(new RegExp(two));
	}
	await report.expectSaved();
	await other.expectSaved();
	await page.reload();
	await report.openChoices();
	await expect(report.ownWords).toHaveValue(new RegExp(one));
	await expect(report.ownWords).toHaveValue(new RegExp(two));
});

test('an agreed score in one tab and a note in another: both stay', async ({ page, context }) => {
	const id = await example(page);
	const [one, other] = [new PresentationPage(page), new PresentationPage(await context.newPage())];
	await one.open(id, 2);
	await other.open(id, 2);

	await one.score(4).check();
	await other.note.fill('Volgend jaar opnieuw bekijken.');

	await expect(other.score(4)).toBeChecked();
	await expect(one.note).toHaveValue('Volgend jaar opnieuw bekijken.');
	await expect(one.saved).toBeVisible();
	await page.reload();
	await expect(one.score(4)).toBeChecked();
	await expect(one.note).toHaveValue('Volgend jaar opnieuw bekijken.');
});

test('what another tab agrees on, makes and deletes shows on each page with figures, and a presentation stays at its step', async ({
	page,
	context,
	report
}) => {
	const id = await example(page);
	const [presenting, deciding, desk] = [await context.newPage(), await context.newPage(), await context.newPage()];
	await report.open(id);
	await page.getByRole('button', { name: 'Toon het volledige verslag' }).click();
	const presentation = new PresentationPage(presenting);
	await presentation.open(id, 2);
	await deciding.goto(`./resultaat/?meting=${id}`);
	await desk.goto(`./meting/?meting=${id}`);
	const step = (await presentation.heading.textContent()) ?? '';

	await presentation.note.fill('Dit bespreken we in mei opnieuw.');
	await expect(deciding.getByText('Dit bespreken we in mei opnieuw.').first()).toBeVisible();
	await expect(page.getByText('Dit bespreken we in mei opnieuw.').first()).toBeVisible();

	const commitments = new CommitmentsPage(deciding);
	await commitments.openNew();
	await commitments.write({ what: 'We maken een gedeelde kalender.', by: '2027-03-01' });
	await commitments.save();
	await expect(page.getByText('We maken een gedeelde kalender.').first()).toBeVisible();

	await desk.getByRole('button', { name: 'Sluit af en ga praten' }).click();
	// Not everybody of the example answered.
	await desk.getByRole('button', { name: 'Ja, sluit de meting' }).click();
	await desk.waitForURL(/resultaat/);
	await desk.goto(`./meting/?meting=${id}`);
	await desk.getByRole('button', { name: 'Heropen de meting' }).click();
	await expect(presentation.heading).toHaveText(step);
	await expect(presenting).toHaveURL(/stap=2/);

	await desk.getByRole('button', { name: 'Meting wissen' }).click();
	for (const each of [page, presenting, deciding]) {
		await expect(each.getByText('Deze meting staat niet op dit toestel.')).toBeVisible();
	}
	await desk.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(presentation.note).toHaveValue('Dit bespreken we in mei opnieuw.');
	await expect(presentation.heading).toHaveText(step);
	await expect(report.summaryButton).toBeEnabled();
});

test('what could not be stored of a page that people left is told, offered as a file, and stored with the next try', async ({
	page,
	report
}) => {
	const id = await example(page);
	await report.open(id);
	await page.evaluate(() => {
		const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
		Object.defineProperty(window, 'mend', { value: () => Object.defineProperty(IDBObjectStore.prototype, 'put', put) });
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await report.ownWords.fill('Een avond met goede gesprekken.');
	await expect(page.getByText('Niet bewaard.')).toBeVisible();
	await page.getByRole('link', { name: 'Naar het resultaat' }).click();

	const bar = page.getByRole('region', { name: 'Niet bewaard' });
	await expect(bar).toContainText('Niet bewaard: wat je koos en schreef voor het verslag.');
	const downloading = page.waitForEvent('download');
	await bar.getByRole('button', { name: 'Bewaar het in een bestand' }).click();
	expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('Een avond met goede gesprekken.');

	await page.evaluate(() => (Reflect.get(window, 'mend') as () => void)());
	await bar.getByRole('button', { name: 'Probeer opnieuw te bewaren' }).click();
	await expect(bar).toBeHidden();
	await report.open(id);
	await expect(report.ownWords).toHaveValue('Een avond met goede gesprekken.');
});
