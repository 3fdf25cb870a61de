import type { Browser, BrowserContext } from '@playwright/test';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { groupMean, shownScore, type Screens } from '../../looks/independent-calculation';
import { dimensions, resultNames } from '../../looks/newest-questionnaire';
import { CollectionPage } from '../../pages/collection-page';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test as base } from '../../test';

/** An evening with twelve phones and a letterbox, each tapped choice by choice; one laptop. */
const test = base.extend({
	baseURL: async ({ folder }, use) => {
		const { url, close } = await startLetterbox({ base: folder });
		await use(url);
		await close();
	}
});

const GROUPS = ['Gemeente', 'Verenigingen'] as const;
const groupOf = (person: number) => GROUPS[person % 2] ?? 'Gemeente';

function screensOf(person: number): Screens {
	return dimensions.map(({ items }, dimension) =>
		items.map((_, item) => String(1 + ((person * (dimension + 2) + item) % 5))).join('')
	);
}

function screensIn(group: string): Screens[] {
	return Array.from({ length: 12 }, (_, person) => person)
		.filter((person) => groupOf(person) === group)
		.map(screensOf);
}

function newPhone(browser: Browser): Promise<BrowserContext> {
	return browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
}

/** From the link to «Klaar», on a phone of one's own. */
async function answerOn(phone: BrowserContext, link: string, person: number): Promise<SheetPage> {
	const page = await phone.newPage();
	await page.goto(link);
	const sheet = new SheetPage(page);
	await sheet.chooseGroup(groupOf(person));
	await sheet.answerAll(screensOf(person));
	await sheet.done();
	return sheet;
}

test('twelve phones fill the seats by themselves, also while the laptop is closed, and count once each', async ({
	page,
	browser,
	baseURL,
	newPartnership,
	desk,
	result
}) => {
	test.setTimeout(240_000);
	await newPartnership.open();
	await newPartnership.createAnonymous('Twaalf telefoons', 3, { Gemeente: 6, Verenigingen: 6 });
	const measurementId = await desk.measurementId();
	await desk.switchLetterboxOn();
	const { hash } = new URL(await desk.invitationLink('https://meter.example/'));
	const link = `${baseURL ?? ''}meedoen/${hash}`;
	const phones: SheetPage[] = [];
	const answer = async (people: readonly number[]) => {
		for (const three of [people.slice(0, 3), people.slice(3)])
			phones.push(...(await Promise.all(three.map(async (person) => answerOn(await newPhone(browser), link, person)))));
	};

	await answer([0, 1, 2, 3, 4, 5]);
	await desk.expectCount('Gemeente', 3);
	await desk.expectCount('Verenigingen', 3);
	for (const phone of phones) await phone.expectSent('Binnen bij de begeleider');

	// The laptop goes to sleep; the others answer meanwhile, and their phones say that it did not fetch yet.
	await page.goto('about:blank');
	await answer([6, 7, 8, 9, 10, 11]);
	for (const phone of phones.slice(6)) await phone.expectSent('Verzonden');

	// Somebody shows the code at the scanning table as well: it is in once.
	const code = (await phones[6]?.code()) ?? '';
	await desk.open(measurementId);
	await desk.expectCount('Gemeente', 6);
	await desk.expectCount('Verenigingen', 6);
	const collection = new CollectionPage(page);
	await collection.open(measurementId);
	await collection.openWay('Code');
	await collection.typeCode(code);
	await collection.expectMessage('was al binnen');
	await collection.expectCount(12);
	for (const phone of phones.slice(6)) await phone.expectSent('Binnen bij de begeleider');

	await desk.open(measurementId);
	await desk.close();
	await desk.showAnonymousResult();
	await result.expectRadar();
	for (const [index, name] of resultNames.entries()) {
		const [first, second] = await result.row(name);
		expect(shownScore(first)).toBeCloseTo(groupMean(screensIn('Gemeente'), index), 1);
		expect(shownScore(second)).toBeCloseTo(groupMean(screensIn('Verenigingen'), index), 1);
	}
});
