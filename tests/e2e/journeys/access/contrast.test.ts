import type { Page } from '@playwright/test';
import { lookOf, ringContrast, weakContrasts, weakestOnCanvas } from '../../looks/contrast';
import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

/**
 * Two more sides in the newest measurement of the first partnership, and an agreed score: as many
 * lines as a picture can have.
 */
async function addSides(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const done = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve) => (request.onsuccess = () => resolve(request.result)));
		const db = await done(indexedDB.open('samenwerkingsmeter'));
		const tx = db.transaction(['measurements', 'responses', 'summaries'], 'readwrite');
		const measurement = (await done(tx.objectStore('measurements').get('verband-1-0'))) as { groups: object[] };
		const more = ['adviesraad', 'inwoners'].map((id) => ({ id, role: 'vereniging', name: `Groep ${id}` }));
		tx.objectStore('measurements').put({ ...measurement, groups: [...measurement.groups, ...more] });
		const responses = (await done(tx.objectStore('responses').getAll())) as {
			id: string;
			measurementId: string;
			answers: Record<string, number>;
		}[];
		const [first] = responses.filter(({ measurementId }) => measurementId === 'verband-1-0');
		for (const [place, { id }] of more.entries()) {
			const answers = Object.fromEntries(
				Object.keys(first?.answers ?? {}).map((item, at) => [item, 1 + ((at + place) % 5)])
			);
			tx.objectStore('responses').put({ ...first, id: `verband-1-0-${id}`, groupId: id, answers });
		}
		tx.objectStore('summaries').clear();
		await new Promise((resolve) => (tx.oncomplete = resolve));
		db.close();
	});
}

const pages = [
	'./',
	'./overzicht/',
	'./nieuw/',
	'./gegevens/',
	'./vragenlijsten/',
	'./meting/?meting=verband-1-0',
	'./resultaat/?meting=verband-1-0',
	'./afspreken/?meting=verband-1-0',
	'./vergelijken/?meting=verband-2-1&meting=verband-2-0',
	'./naast-anderen/?meting=verband-1-0',
	'./verslag/?meting=verband-1-0',
	'./tonen/?meting=verband-1-0',
	'./tonen/?meting=verband-1-0&stap=2',
	'./tonen/?meting=verband-1-0&stap=99',
	'./zaal/?meting=verband-1-0',
	'./draaiboek/?meting=verband-1-0'
];

async function openWhole(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(page.getByText(/Een ogenblik|komen eraan|komt eraan|wordt berekend/)).toHaveCount(0);
	if (address.includes('resultaat')) {
		// It is drawn once it comes near.
		await page.getByRole('heading', { name: 'Radar', exact: true }).scrollIntoViewIfNeeded();
		await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
	}
	// In one go: how people press them is for other journeys.
	await page.locator('main button[aria-expanded="false"]').evaluateAll((buttons) => {
		for (const closed of buttons) (closed as HTMLElement).click();
	});
	await page.waitForFunction(() => document.body.style.pointerEvents !== 'none');
}

test('the measure finds a faint text, a faint shape and an edge that is hardly there', async ({ page }) => {
	await page.goto('./uitleg/');
	expect(await weakContrasts(page)).toEqual([]);
	await page.locator('main').evaluate((main) => {
		const add = (name: string, style: Partial<CSSStyleDeclaration>) => {
			const element = main.appendChild(document.createElement(name));
			element.textContent = 'Nauwelijks te zien';
			Object.assign(element.style, style);
		};
		add('p', { color: '#8A929A' });
		add('p', { opacity: '0.55' });
		add('button', { border: '1px solid #DDD', background: 'white' });
		main.lastElementChild?.classList.add('button');
		const picture = main.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
		const dot = picture.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'circle'));
		dot.setAttribute('r', '20');
		dot.setAttribute('fill', '#B8430F');
		dot.setAttribute('opacity', '0.5');
	});
	const found = await weakContrasts(page);
	for (const part of [/<p style="color/, /<p style="opacity/, /<button/, /<circle/])
		expect(found).toContainEqual(expect.stringMatching(part));
});

interface Theme {
	name: string;
	forcedColors: 'none' | 'active';
	colorScheme: 'light' | 'dark';
}

const OWN: Theme = { name: 'its own colours', forcedColors: 'none', colorScheme: 'light' };
const THEMES: readonly Theme[] = [
	OWN,
	{ name: 'a light contrast theme', forcedColors: 'active', colorScheme: 'light' },
	{ name: 'a dark contrast theme', forcedColors: 'active', colorScheme: 'dark' }
];

/** From its own colours, as people switch a theme on: what is drawn is then drawn anew. */
async function switchTo(page: Page, theme: Theme): Promise<void> {
	for (const { forcedColors, colorScheme } of [OWN, theme]) await page.emulateMedia({ forcedColors, colorScheme });
}

test('in every theme, texts, pictures and edges can be told from what they lie on', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 1280, height: 900 });
	await fillDevice(page, { partnerships: 12, measurements: 2, responses: 8, latestDate: '2026-03-19' });
	await addSides(page);
	for (const address of pages) {
		await switchTo(page, OWN);
		await openWhole(page, address);
		for (const theme of THEMES) {
			await switchTo(page, theme);
			expect.soft(await weakContrasts(page), `${address} in ${theme.name}`).toEqual([]);
		}
	}
});

/** Of the first mark that a legend explains with this text. */
function fillOfMark(page: Page, text: string): Promise<string> {
	const mark = page.locator('li').filter({ hasText: text }).first().locator('path').first();
	return mark.evaluate((path) => getComputedStyle(path).fill);
}

test('in every theme, old and new, the lines of four sides, the focus and the chosen answer can be seen', async ({
	page,
	newPartnership,
	filling
}) => {
	await fillDevice(page, { partnerships: 1, measurements: 2, responses: 4, latestDate: '2026-03-19' });
	await page.goto('./vergelijken/?meting=verband-1-1&meting=verband-1-0');
	for (const theme of THEMES) {
		await switchTo(page, theme);
		const fills = await Promise.all(['open: 2025', 'vol: 2026'].map((text) => fillOfMark(page, text)));
		expect(new Set(fills).size, `an old mark and a new one in ${theme.name}`).toBe(2);
	}
	await switchTo(page, OWN);
	await addSides(page);
	await openWhole(page, './resultaat/?meting=verband-1-0');
	for (const theme of THEMES.filter(({ forcedColors }) => forcedColors === 'active')) {
		await switchTo(page, theme);
		// The chart draws itself anew a moment after the theme is switched.
		await expect.poll(() => weakestOnCanvas(page), theme.name).toBeGreaterThanOrEqual(4.5);
	}
	await switchTo(page, OWN);
	await newPartnership.open();
	await newPartnership.create('Contrast');
	await filling.choose('Gemeente', 1, '4');
	for (const theme of THEMES) {
		await switchTo(page, theme);
		expect(await weakContrasts(page), theme.name).toEqual([]);
		const [chosen, other] = [filling.choice('Gemeente', 1, '4'), filling.choice('Gemeente', 1, '3')];
		expect(await lookOf(chosen), theme.name).not.toBe(await lookOf(other));
		await chosen.focus();
		// The keyboard's own ring, on each kind of control.
		for (let press = 0; press < 12; press += 1) {
			await page.keyboard.press('Tab');
			expect(await ringContrast(page), theme.name).toBeGreaterThanOrEqual(3);
		}
	}
});
