import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { LetterboxLaptop } from '../../devices/letterbox-laptop';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { siteFolder } from '../../site-folder';
import { expect, test } from '../../test';

test.use({ serviceWorkers: 'allow', mayComplain: true });

test(
	'a browser with background sync sends them while the page is closed',
	{ tag: '@whole' },
	async ({ page, context }) => {
		const served = await startLetterbox({ base: siteFolder });
		const laptop = await LetterboxLaptop.begin(served.url);
		await context.grantPermissions(['background-sync'], { origin: new URL(served.url).origin });
		const sheet = new SheetPage(page);
		await page.goto(laptop.link);
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
		});
		await page.waitForLoadState('networkidle');
		await sheet.chooseGroup('Gemeente');
		await sheet.answerAll(onEachScreen('3'));
		await context.setOffline(true);
		await sheet.done();
		await expect(page.getByText('zodra er internet is, ook als je deze pagina sluit.')).toBeVisible();
		expect(await laptop.takeIn()).toEqual([]);

		const elsewhere = await context.newPage();
		await page.close();
		await context.setOffline(false);
		const devtools = await context.newCDPSession(elsewhere);
		const registered = new Promise<string>((resolve) => {
			devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
				for (const { registrationId } of registrations) resolve(registrationId);
			});
		});
		await devtools.send('ServiceWorker.enable');
		await devtools.send('ServiceWorker.dispatchSyncEvent', {
			origin: new URL(served.url).origin,
			registrationId: await registered,
			tag: 'samenwerkingsmeter outbox',
			lastChance: false
		});
		await expect.poll(async () => (await laptop.takeIn()).length).toBe(1);

		await elsewhere.goto(laptop.link);
		await new SheetPage(elsewhere).expectSent('Binnen bij de begeleider');
		await served.close();
	}
);
