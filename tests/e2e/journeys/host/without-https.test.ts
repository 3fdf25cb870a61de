import { launchOptions } from '../../browser';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

// A name without https: what a host that never arranged a certificate gives.
const host = 'meter.example';
test.use({
	host,
	// A browser complains in its console of headers that only https makes sense of.
	strict: false,
	launchOptions: {
		...launchOptions,
		args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`]
	}
});

const NOTICE = 'Deze app is niet via https geopend';

test('without https a facilitator reads what does not work and what to do; filling in and handing back go on', async ({
	page,
	home,
	newPartnership,
	desk,
	collection,
	browser
}) => {
	await home.open();
	await expect(page.getByText(NOTICE)).toBeVisible();
	await expect(page.getByText('Vraag je IT-dienst')).toBeVisible();
	await home.startNew();
	await newPartnership.createAnonymous('Zonder slot', 3);
	const measurementId = await desk.measurementId();
	await expect(page.getByText(NOTICE)).toBeVisible();
	const link = await desk.shownLink();

	const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
	const phonePage = await phone.newPage();
	await phonePage.goto(link);
	const sheet = new SheetPage(phonePage);
	await sheet.chooseGroup('Verenigingen');
	await expect(phonePage.getByText(NOTICE)).toBeHidden();
	await sheet.answerAll(onEachScreen('345'));
	const code = await sheet.finish();
	await phone.close();

	await collection.open(measurementId);
	await collection.startCamera();
	await collection.expectMessage('De camera werkt alleen op een beveiligde pagina (https).');
	await collection.typeCode(code);
	await collection.expectMessage('Net binnen: Verenigingen.');
	await collection.expectCount(1);
});
