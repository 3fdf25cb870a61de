import { chromium, type BrowserContext } from '@playwright/test';
import { launchOptions } from '../../browser';
import { keepDatabaseBusy } from '../../devices/busy-database';
import { writeCameraVideo } from '../../devices/fake-camera';
import { termsOf, type Terms } from '../../../../src/lib/domain/measurement/terms';
import { readInvitation, writeInvitation } from '../../../../src/lib/exchange/link/invitation';
import { anInvitation } from '../../../builders/records';
import { responseQrText } from '../../../../src/lib/exchange/response/response-qr';
import { CollectionPage } from '../../pages/collection-page';
import { HomePage } from '../../pages/home-page';
import { SheetPage } from '../../pages/sheet-page';
import { itemCount, newestQuestionnaire, onEachScreen } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

test(
	'a phone answers by link, and hands back by code, again, renewed and by file',
	{ tag: '@page' },
	async ({ page, site, browser, newPartnership, desk, collection }) => {
		await newPartnership.open();
		await newPartnership.createOpen('Met telefoons');
		const measurementId = await desk.measurementId();
		const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
		expect(link).toContain('http://meter.example');
		const fragment = new URL(link).hash;

		const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
		const phonePage = await phone.newPage();
		const sheet = new SheetPage(phonePage);
		await phonePage.goto(`${site}meedoen/${fragment}`);
		await expect(phonePage.getByText(`${itemCount} stellingen`)).toBeVisible();
		await expect(phonePage.getByText('Deze meting is open.')).toBeVisible();
		// Everything that handing back needs has arrived; from here on there is no network at all.
		await phonePage.waitForLoadState('networkidle');
		await phone.setOffline(true);
		await sheet.chooseGroup('Verenigingen');
		await sheet.answerAll(['234', ...onEachScreen('3-0').slice(1)]);
		await sheet.done();
		await sheet.expectHandBack();
		await expect(sheet.qrCode).toBeVisible();
		await expect(phonePage.locator('canvas[data-drawn]')).toBeVisible();
		await phone.setOffline(false);
		const code = await sheet.code();
		expect(code.replaceAll(' ', '').length).toBeLessThanOrEqual(44);
		expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} )*[0-9A-HJKMNP-TV-Z]{4}$/);

		await desk.collect();
		await collection.expectCount(0);
		const lastSign = code.at(-1) === 'A' ? 'B' : 'A';
		await collection.typeCode(code.slice(0, -1) + lastSign);
		await collection.expectMessage('Deze code klopt niet.');
		await collection.expectCount(0);
		await collection.typeCode(code.toLowerCase().replaceAll(' ', '-'));
		await collection.expectMessage('Net binnen: Verenigingen.');
		await collection.expectCount(1);
		await collection.typeCode(code);
		await collection.expectMessage('was al binnen');
		await collection.expectCount(1);

		// A change on the phone makes a newer revision of the same response.
		await phonePage.getByRole('button', { name: 'Pas mijn antwoorden aan' }).click();
		await phonePage.getByRole('button', { name: 'Notitie' }).click();
		await phonePage.getByRole('textbox').fill('Graag vaker samen.');
		await sheet.choice('5').click();
		await sheet.toLast();
		await sheet.done();
		await expect(phonePage.getByText('Je schreef notities.')).toBeVisible();
		const file = await sheet.saveFile();
		await collection.openFile(file);
		await collection.expectMessage('Vernieuwd');
		await collection.expectCount(1);
		await collection.typeCode(code);
		await collection.expectMessage('al een nieuwer binnen');
		// People decide which one it is, and may change their mind.
		await collection.takeOlder();
		await collection.expectMessage('Vernieuwd');
		await collection.openFile(file);
		await collection.expectMessage('al een nieuwer binnen');
		await collection.takeOlder();
		await collection.expectMessage('Vernieuwd');
		await collection.expectCount(1);

		// The phone keeps the answers until they are wiped.
		await phonePage.reload();
		await sheet.expectHandBack();
		await sheet.wipe();
		await expect(phonePage.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
		await phonePage.reload();
		await expect(phonePage.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();

		await page.goto(`./resultaat/?meting=${measurementId}`);
		await page.getByRole('button', { name: 'Over de muur kijken', exact: true }).click();
		await expect(page.getByText('Graag vaker samen.').first()).toBeVisible();
		await phone.close();
	}
);

test('who answers never waits for storage, and «Bewaard» waits for it honestly', async ({
	site,
	browser,
	newPartnership,
	desk
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Trage opslag', 3);
	const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${site}meedoen/${fragment}`);
	await sheet.chooseGroup('Verenigingen');
	await sheet.choice('2').click();
	await sheet.expectSaved();

	const letGo = await keepDatabaseBusy(phone, site);
	await expect(sheet.at(2)).toBeVisible();
	await sheet.choice('4').click();
	await expect(sheet.at(3)).toBeVisible();
	await expect(phonePage.getByText('Bezig met bewaren …')).toBeVisible();
	await expect(phonePage.getByText('✓ Bewaard')).toBeHidden();
	await sheet.choice('1').click();
	await expect(sheet.at(4)).toBeVisible();
	await expect(phonePage.getByText('✓ Bewaard')).toBeHidden();

	await letGo();
	await sheet.expectSaved();
	await phonePage.reload();
	await expect(phonePage.getByText('Je bent al begonnen: 3 antwoorden')).toBeVisible();
	await phone.close();
});

test('the next code can be typed while the one before is still being stored', async ({
	page,
	site,
	context,
	browser,
	newPartnership,
	desk,
	collection
}) => {
	await newPartnership.open();
	await newPartnership.createOpen('Snel typen');
	await desk.measurementId();
	const { hash } = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example')));
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const codes: string[] = [];
	for (const group of ['Gemeente', 'Verenigingen']) {
		const phonePage = await phone.newPage();
		const sheet = new SheetPage(phonePage);
		await phonePage.goto(`${site}meedoen/${hash}`);
		await sheet.chooseGroup(group);
		await sheet.answerAll(onEachScreen('345'));
		await sheet.done();
		await sheet.expectHandBack();
		codes.push(await sheet.code());
		await sheet.wipe();
	}
	await phone.close();
	const [first = '', next = ''] = codes;

	await desk.collect();
	await collection.expectCount(0);
	const letGo = await keepDatabaseBusy(context, site);
	await collection.typeCode(first);
	await expect(collection.codeBox(1)).toBeFocused();
	await page.keyboard.type(next.slice(0, 6));
	await letGo();
	await collection.expectMessage('Net binnen: Gemeente.');
	await collection.expectCount(1);
	await expect(collection.codeBox(1)).toHaveValue(next.slice(0, 4));
	await expect(collection.codeBox(1)).not.toHaveAttribute('aria-invalid', 'true');
	await expect(collection.codeBox(2)).toBeFocused();
	await page.keyboard.type(next.slice(6));
	await collection.expectMessage('Net binnen: Verenigingen.');
	await collection.expectCount(2);
	await expect(collection.codeBox(1)).toHaveValue('');
	await expect(collection.codeBox(1)).toBeFocused();
});

test('a damaged link says so', async ({ page, site, desk, newPartnership }) => {
	await page.goto(`./meedoen/#onzin`);
	await expect(page.getByRole('alert')).toContainText(/link/i);
	await newPartnership.open();
	await newPartnership.createOpen('Link');
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	await page.goto(`./meedoen/${new URL(link).hash.slice(0, -6)}`);
	await expect(page.getByRole('alert')).toContainText(/link/i);
});

test('a link for a questionnaire version that this app does not have says so, and what to do', async ({ page }) => {
	const fragment = writeInvitation(anInvitation({ questionnaire: { id: 'samenwerking', version: '99.0.0' } }));
	await page.goto(`./meedoen/#${fragment}`);
	await expect(page.getByRole('alert')).toContainText('in versie 99.0.0 zit niet in deze versie van de app');
	await expect(page.getByRole('alert')).toContainText('laad de pagina opnieuw');
	await expect(page.getByRole('button', { name: 'Gemeente' })).toHaveCount(0);
});

/** What people answer under, who open the link with this behind its #. */
function termsOfLink(fragment: string): Terms {
	const outcome = readInvitation(fragment);
	if (outcome.kind === 'refused') throw new Error(outcome.reason);
	return termsOf(outcome.invitation, newestQuestionnaire);
}

test('the camera reads one phone after another', async ({ site, newPartnership, desk, page, browser }, testInfo) => {
	test.slow();
	await newPartnership.open();
	await newPartnership.createAnonymous('Met de camera', 3);
	const measurementId = await desk.measurementId();
	const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;
	const texts: string[] = [];
	for (const [index, group] of ['Gemeente', 'Verenigingen', 'Verenigingen'].entries()) {
		const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
		const phonePage = await phone.newPage();
		const sheet = new SheetPage(phonePage);
		await phonePage.goto(`${site}meedoen/${fragment}`);
		await expect(phonePage.getByText('Deze meting is anoniem.')).toBeVisible();
		await sheet.chooseGroup(group);
		await sheet.answerAll(onEachScreen(`${index + 2}45`));
		await sheet.done();
		await expect(sheet.qrCode).toBeVisible();
		await expect(phonePage.getByRole('button', { name: 'Notitie' })).toHaveCount(0);
		texts.push(responseQrText((await sheet.code()).replaceAll(' ', ''), termsOfLink(fragment)));
		await phone.close();
	}
	const video = testInfo.outputPath('camera.y4m');
	writeCameraVideo(video, texts);

	// The facilitator's laptop with a camera: another browser, with the same measurement by file.
	await desk.collect();
	const transfer = await new CollectionPage(page).saveTransfer();
	const args = [
		...(launchOptions.args ?? []),
		'--use-fake-ui-for-media-stream',
		'--use-fake-device-for-media-stream',
		`--use-file-for-fake-video-capture=${video}`
	];
	const laptop = await chromium.launch({ ...launchOptions, args });
	const context: BrowserContext = await laptop.newContext({ permissions: ['camera'] });
	const laptopPage = await context.newPage();
	await laptopPage.goto(site);
	await new HomePage(laptopPage).openFile(transfer);
	const collection = new CollectionPage(laptopPage);
	await laptopPage.goto(`${site}verzamelen/?meting=${measurementId}`);
	await collection.startCamera();
	await expect(laptopPage.locator('.count .number')).toHaveText('3', { timeout: 30_000 });
	await laptop.close();
});
