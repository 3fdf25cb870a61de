import type { Page } from '@playwright/test';
import { anyHallRoom, hallRoom, type HallRoom } from '../../../builders/hall-room';
import { runs } from '../../../property-runs';
import { misfits, smallLetters, textsInPictureOver } from '../../looks/big-screen';
import { PresentationPage } from '../../pages/presentation-page';
import { expect, test } from '../../test';

/** Whoever the room is, everything that is on its wall is whole, and can be read from the back. */

const SCREENS = [
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 }
] as const;

const rooms: readonly (readonly [string, HallRoom])[] = [
	['four full sides with long names', { seed: 6, sides: 4, dimensions: 12, people: 300, nameLength: 60, agreed: true }],
	[
		'twenty dimensions, a hidden side and a dispute',
		{ seed: 7, sides: 4, dimensions: 20, people: 40, nameLength: 30, threshold: 5, lastSide: 3, dispute: true }
	],
	['one person, one dimension', { seed: 8, sides: 2, dimensions: 1, people: 1, nameLength: 60, agreements: 1 }],
	...Array.from({ length: runs(4) }, (_, seed) => [`room ${seed + 1}`, anyHallRoom(seed + 1)] as const)
];

/** On every screen, what is on it now. */
async function expectReadable(page: Page, where: string): Promise<void> {
	for (const screen of SCREENS) {
		await page.setViewportSize(screen);
		await page.evaluate(() => document.fonts.ready);
		await expect
			.poll(
				async () => [...(await misfits(page)), ...(await smallLetters(page)), ...(await textsInPictureOver(page))],
				`${where} at ${screen.width} x ${screen.height}`
			)
			.toEqual([]);
	}
	await page.setViewportSize(SCREENS[0]);
}

for (const [name, room] of rooms) {
	test(`the wall of ${name} is whole, in letters of 28 px at least`, async ({ page, data }) => {
		test.slow();
		const { id, text } = hallRoom(room);
		await data.open();
		await data.choose({ name: 'zaal.json', mimeType: 'application/json', buffer: Buffer.from(text) });
		await data.confirm();
		const stage = new PresentationPage(page);
		const of = JSON.stringify(room);
		await page.setViewportSize(SCREENS[0]);
		await stage.open(id);
		await expectReadable(page, `overview of ${of}`);
		await stage.beginChoosing();
		await expectReadable(page, `choosing of ${of}`);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Meer' }).click();
		await expectReadable(page, `menu of ${of}`);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Radar' }).click();
		await expectReadable(page, `radar of ${of}`);
		await page.getByRole('button', { name: 'Tafel' }).click();
		const next = page.getByRole('button', { name: /^Deel \d+ van/ });
		if (await next.isVisible()) {
			await next.click();
			await expectReadable(page, `second part of ${of}`);
		}
		await page.keyboard.press('ArrowRight');
		await expectReadable(page, `first topic of ${of}`);
		await page.keyboard.press('End');
		await expectReadable(page, `ending of ${of}`);
		await page.goto(`./zaal/?meting=${id}`);
		await expect(page.getByRole('heading', { level: 1, name: 'De antwoorden zijn binnen' })).toBeVisible();
		await expectReadable(page, `hall of ${of}`);
	});
}
