import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Questionnaire } from '../../../../src/lib/domain/questionnaire/questionnaire';
import { hallQuestion, type HallQuestion } from '../../../../src/lib/domain/words/hall-question';
import { misfits } from '../../looks/big-screen';
import { expectDrawn } from '../../looks/drawn-as';
import { PresentationPage } from '../../pages/presentation-page';
import { expect, test } from '../../test';

/** What a room looks at is whole on every screen: nothing is cut, and nothing asks to scroll. */

const SCREENS = [
	{ width: 1280, height: 720 },
	{ width: 1366, height: 768 },
	// As high as the one before.
	{ width: 1024, height: 768 },
	{ width: 1920, height: 1080 }
];
const LONG = 'Intergemeentelijk overleg cultuur, jeugd en sport van de Noorderkempen en omstreken';

const published = readdirSync('questions', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) => readdirSync(`questions/${name}`).map((file) => `questions/${name}/${file}`))
	.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Questionnaire);
const dimensions = published.flatMap(({ themes }) => themes.flatMap((theme) => theme.dimensions));
/** Each once: a new version keeps most of what the one before asked. */
const asked: HallQuestion[] = [
	...new Set([...dimensions.flatMap(({ prompts }) => prompts), ...published.flatMap((one) => one.generalPrompts)])
].map(hallQuestion);
const names = [...new Set(dimensions.map(({ name }) => name))].sort((a, b) => b.length - a.length);

async function example(page: Page): Promise<string> {
	await page.goto('./resultaat/?voorbeeld');
	await page.waitForURL(/meting=/);
	return new URL(page.url()).searchParams.get('meting') ?? '';
}

/** Every question in turn on the slide that is open, as it would stand there; runs in the page. */
async function misfittingQuestions(given: {
	asked: readonly HallQuestion[];
	names: readonly string[];
}): Promise<string[]> {
	const found: string[] = [];
	const [asked, heading, strip] = ['.asked', 'h1', '.strip'].map((one) => document.querySelector(one));
	const settle = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	const template = document.querySelector('.question');
	if (!template) return ['no question'];
	const line = (kind: string, text: string) => {
		const made = template.cloneNode() as Element;
		made.classList.replace('question', kind);
		made.textContent = text;
		return made;
	};
	for (const [index, { before, question }] of given.asked.entries()) {
		const [small, large] = [line('before', before), line('question', question)];
		asked?.replaceChildren(...(before === '' ? [large] : [small, large]));
		if (heading?.firstChild) heading.firstChild.textContent = given.names[index % given.names.length] ?? '';
		await settle();
		await settle();
		const end = large.getBoundingClientRect().bottom;
		const top = asked?.getBoundingClientRect().top ?? 0;
		const picture = document.querySelector('.room svg[role="img"]')?.getBoundingClientRect();
		const foot = strip?.getBoundingClientRect();
		const high = picture?.height ?? 0;
		const share = parseFloat(getComputedStyle(large).fontSize) / innerHeight;
		if (end > (foot?.top ?? 0)) found.push(`over the strip: ${question}`);
		if ((foot?.bottom ?? 0) > innerHeight + 1) found.push(`below the screen: ${question}`);
		if ((picture?.bottom ?? 0) > top + 1) found.push(`under the picture: ${question}`);
		if (high < innerHeight * 0.2) found.push(`picture of ${Math.round(high)} px: ${before} ${question}`);
		if (share < 44 / 720) found.push(`letters of ${share * 720}: ${question}`);
	}
	return found;
}

test('every question of every published questionnaire stands whole under its picture, on each screen', async ({
	page
}) => {
	test.slow();
	const room = new PresentationPage(page);
	await page.setViewportSize(SCREENS[0] ?? { width: 1280, height: 720 });
	await room.open(await example(page), 2);
	await expect(page.locator('.question')).toBeVisible();
	for (const screen of SCREENS) {
		await page.setViewportSize(screen);
		await expect.poll(() => misfits(page), `${screen.width} x ${screen.height}`).toEqual([]);
		const found = await page.evaluate(misfittingQuestions, { asked, names });
		expect.soft(found, `${screen.width} x ${screen.height}`).toEqual([]);
	}
});

test('the overview, every topic and the agreements are whole on each screen, with long names and long agreements', async ({
	page
}) => {
	test.slow();
	const id = await example(page);
	const room = new PresentationPage(page);
	await room.open(id);
	await room.chooseAll();
	await page.keyboard.press('End');
	for (const what of ['Kalenders naast elkaar leggen', `${'Elke dienst noemt één aanspreekpunt. '.repeat(13)}`]) {
		await page.getByRole('button', { name: 'Nieuwe afspraak' }).click();
		await page.getByLabel('Wat spreken jullie af?').fill(what);
		await page.getByLabel(/^Wie doet het/).fill(LONG);
		await page.getByRole('button', { name: 'Bewaar de afspraak' }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
	for (let step = 1; step <= 14; step += 1) {
		await room.open(id, step);
		for (const screen of SCREENS) {
			await page.setViewportSize(screen);
			await expect.poll(() => misfits(page), `step ${step} at ${screen.width} x ${screen.height}`).toEqual([]);
		}
	}
});

test('a topic looks as it did', { tag: '@whole' }, async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	const room = new PresentationPage(page);
	await room.open(await example(page), 2);
	await room.score(3).check();
	await expect(room.saved).toBeVisible();
	const picture = page.locator('.stage');

	await expectDrawn({ page, picture, name: 'topic.png', mark: picture.locator('svg[role="img"] path').last() });
});
