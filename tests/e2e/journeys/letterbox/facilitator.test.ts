import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { itemsOf, type Questionnaire } from '../../../../src/lib/domain/questionnaire/questionnaire';
import { InvitedPhones } from '../../../builders/letterbox/invited-phones';
import { axeViolations } from '../../looks/axe-violations';
import { DataPage } from '../../pages/data-page';
import { newestQuestionnaire, newestVersion } from '../../looks/newest-questionnaire';
import { publishedQuestionnaire } from '../../looks/published-questionnaire';
import { DeskPage } from '../../pages/desk-page';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test as base } from '../../test';

/** The facilitator's side of the sealed letterbox, on a real one; phones seal and drop as they do, without a screen. */

interface Host {
	url: string;
	/** The letterbox is away from here on; the site too. */
	stop(): Promise<void>;
	/** It is back, with all that it held. */
	start(): Promise<void>;
}

const WORD = 'dorpsplein';
const PASSPHRASE = 'vier paarden dansen traag';
const test = base.extend<{ machine: Host }>({
	machine: async ({ folder }, use) => {
		const kept = await mkdtemp(join(tmpdir(), 'letterbox-'));
		const start = (port = 0) => startLetterbox({ base: folder, folder: kept, port, settings: { word: WORD } });
		let served = await start();
		const port = Number(new URL(served.url).port);
		await use({
			url: served.url,
			stop: () => served.close(),
			start: async () => void (served = await start(port))
		});
		await served.close();
		await rm(kept, { recursive: true });
	},
	baseURL: async ({ machine }, use) => use(machine.url)
});

/** An anonymous measurement with its letterbox on, and phones that have its link. */
async function begin(
	{ newPartnership, desk }: Pick<Parameters<Parameters<typeof test>[2]>[0], 'newPartnership' | 'desk'>,
	host: Host
): Promise<{ measurementId: string; phones: InvitedPhones }> {
	await newPartnership.open();
	await newPartnership.createAnonymous('Kermis en cultuur', 3, { Gemeente: 4, Verenigingen: 4 });
	const measurementId = await desk.measurementId();
	const before = await desk.invitationLink('https://meter.example/');
	await desk.switchLetterboxOn(WORD);
	const link = desk.participantsLink;
	await expect(link).not.toHaveAttribute('href', before);
	return { measurementId, phones: new InvitedPhones(host.url, (await link.getAttribute('href')) ?? '') };
}

test('phones fill the seats on the desk and in the hall by themselves, and are told that they are in', async ({
	page,
	context,
	newPartnership,
	desk,
	machine: host
}) => {
	const { measurementId, phones } = await begin({ newPartnership, desk }, host);
	await desk.letterbox.getByRole('button', { name: 'Meer over de brievenbus' }).click();
	expect(await axeViolations(page)).toEqual([]);
	const opening = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Toon QR in de zaal' }).click();
	const hall = await opening;
	await expect(hall.getByText('Klaar? Druk op «Klaar»: je antwoorden komen vanzelf binnen.')).toBeVisible();
	const dropped = [0, 1, 2, 3, 4, 5].map((number) => ({ phone: phones.phone(), number }));
	await Promise.all(dropped.map(({ phone, number }) => phone.drop(phones.response(number, number % 2, 4))));
	await expect(hall.getByRole('status')).toHaveText(/^\s*6\s+van 8 binnen\s*$/);
	await desk.expectCount('Gemeente', 3);
	for (const { phone } of dropped) await expect.poll(() => phone.isIn(phones.roomId)).toBe(true);

	// Two tabs and a hall: one stream.
	const metrics = await (await fetch(`${host.url}letterbox/metrics`)).text();
	expect(metrics).toMatch(/streams 1\b/);

	// The laptop is closed; what is dropped meanwhile, or again, comes in when it opens.
	await hall.close();
	await page.close();
	const [first] = dropped;
	await phones.phone().drop(phones.response(6, 0, 2));
	await first?.phone.drop(phones.response(0, 0, 1, 2));
	const later = new DeskPage(await context.newPage());
	await later.open(measurementId);
	await later.expectCount('Gemeente', 4);
	await expect.poll(() => first?.phone.isIn(phones.roomId)).toBe(true);
});

test.describe('while the letterbox is away', () => {
	test.use({ mayComplain: true });

	test('the desk says so, closing asks, and what is emptied later opens again with the same key', async ({
		page,
		newPartnership,
		desk,
		machine: host
	}) => {
		const { measurementId, phones } = await begin({ newPartnership, desk }, host);
		for (const number of [0, 1, 2, 3]) await phones.phone().drop(phones.response(number, 0, 4));
		await desk.expectCount('Gemeente', 4);
		// Every page that it leads to is there already.
		await desk.toAnswers();
		await host.stop();
		await expect(desk.letterbox).toContainText('De brievenbus antwoordt niet. We proberen opnieuw.');
		await desk.closeButton.click();
		await expect(desk.beforeClosing).toContainText(
			'De brievenbus antwoordt niet. Wat er nog in ligt, telt dan niet mee.'
		);
		await desk.closingQuestion.getByRole('button', { name: 'Nog niet' }).click();
		await host.start();
		const late = phones.phone();
		await late.drop(phones.response(4, 1, 3));
		await desk.expectCount('Verenigingen', 1);
		await host.stop();
		await desk.closeButton.click();
		await desk.closingQuestion.getByRole('button', { name: 'Ja, sluit de meting' }).click();
		await page.waitForURL(/\/resultaat\//);

		await host.start();
		await desk.open(measurementId);
		await expect.poll(() => late.put(phones.roomId, new Uint8Array(593))).toBe('no-room');
		await desk.reopen();
		await expect(desk.letterbox).toContainText('Brievenbus aan: antwoorden komen vanzelf binnen.');
		await phones.phone().drop(phones.response(5, 1, 3));
		await desk.expectCount('Verenigingen', 2);
	});
});

test('two laptops with one letterbox both get all, after a file with a lock', async ({
	page,
	browser,
	newPartnership,
	desk,
	data,
	machine: host
}) => {
	const { measurementId, phones } = await begin({ newPartnership, desk }, host);
	for (const number of [0, 1, 2]) await phones.phone().drop(phones.response(number, 0, 4));
	await desk.expectCount('Gemeente', 3);
	await data.open();
	const { path } = await data.save('Alles op dit toestel', PASSPHRASE);
	await desk.open(measurementId);

	const other = await browser.newContext({ baseURL: host.url });
	const otherPage = await other.newPage();
	const [otherDesk, otherData] = [new DeskPage(otherPage), new DataPage(otherPage)];
	await otherData.open();
	await otherData.choose(path);
	await otherData.unlock(PASSPHRASE);
	await expect(otherData.preview).toContainText('de brievenbus');
	await otherData.confirm();
	await otherDesk.open(measurementId);
	await expect(otherDesk.letterbox).toContainText('Brievenbus aan: antwoorden komen vanzelf binnen.');
	await phones.phone().drop(phones.response(3, 1, 2));
	await desk.expectCount('Verenigingen', 1);
	await otherDesk.expectCount('Verenigingen', 1);
	await otherDesk.expectCount('Gemeente', 3);
	await expect(page.getByText('omslag')).toHaveCount(0);
});

test('a measurement that is removed takes its letterbox with it, once it can no longer be put back', async ({
	page,
	newPartnership,
	desk,
	home,
	machine: host
}) => {
	const { measurementId, phones } = await begin({ newPartnership, desk }, host);
	const phone = phones.phone();
	expect(await phone.drop(phones.response(1, 0, 4))).toBe('done');
	await desk.expectCount('Gemeente', 1);

	const remove = page.getByRole('button', { name: 'Meting wissen' });
	await remove.click();
	await expect(page.getByText('Haar brievenbus wordt leeggemaakt als je deze pagina verlaat.')).toBeVisible();
	expect(await phone.drop(phones.response(1, 0, 5, 2))).toBe('done');
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(remove).toBeVisible();
	await desk.open(measurementId);
	expect(await phone.drop(phones.response(1, 0, 3, 3))).toBe('done');

	await remove.click();
	await expect(page.getByRole('button', { name: 'Maak ongedaan' })).toBeVisible();
	await home.open();
	await expect.poll(() => phone.drop(phones.response(1, 0, 2, 4))).toBe('no-room');
});

test('an own questionnaire of sixty statements goes in the link, and its answers come in by the letterbox', async ({
	page,
	browser,
	questionnaires,
	newPartnership,
	desk,
	machine: host
}) => {
	await questionnaires.open();
	await questionnaires.choose({ name: 'zestig.json', text: JSON.stringify(ofSixtyStatements()) });
	await questionnaires.keep();
	await questionnaires.beginMeasurement();
	await newPartnership.createOpen('Zestig stellingen');
	const measurementId = await desk.measurementId();
	const before = await desk.invitationLink('https://meter.example/');
	await desk.switchLetterboxOn(WORD);
	await expect(desk.participantsLink).not.toHaveAttribute('href', before);
	const link = (await desk.participantsLink.getAttribute('href')) ?? '';

	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${host.url}meedoen/${new URL(link).hash}`);
	await expect(phonePage.getByText('60 stellingen')).toBeVisible();
	await sheet.pickGroup('Verenigingen');
	await phonePage.getByRole('button', { name: 'Naar de stellingen' }).click();
	await sheet.answerAll(Array.from({ length: 12 }, () => '34512'));
	await sheet.done();
	await sheet.expectSent('Binnen bij de begeleider');
	await phone.close();

	await desk.open(measurementId);
	await desk.expectCount('Verenigingen', 1);
	await expect(page.getByText('omslag')).toHaveCount(0);
});

/** Twelve dimensions of five: real statements, as long as people write them. */
function ofSixtyStatements(): Questionnaire {
	const all = newestQuestionnaire;
	const others = ['bovenlokaal', 'kapstokken'].flatMap((id) =>
		itemsOf(publishedQuestionnaire(id, newestVersion) as Questionnaire)
	);
	return {
		...all,
		id: 'zestig-stellingen',
		themes: all.themes.map((theme) => ({
			...theme,
			dimensions: theme.dimensions.map((dimension) => {
				const more = [others.shift(), others.shift()].flatMap((item, index) =>
					item ? [{ ...item, id: `${dimension.id}-erbij-${index}` }] : []
				);
				return { ...dimension, items: [...dimension.items, ...more] };
			})
		}))
	};
}
