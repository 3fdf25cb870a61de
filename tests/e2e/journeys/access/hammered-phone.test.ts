import type { Page } from '@playwright/test';
import { isLong, runs } from '../../../property-runs';
import { invitation } from '../../beginnings';
import { chanceOf } from '../../devices/random-walk';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

const STEPS = 45;
/** After so many of them the page is certainly left once. */
const LEAVES = 9;
/** Where a recorder in the page notes what was answered, for as long as the tab is there. */
const NOTED = 'hand';

type Answers = Record<string, string>;

/** Runs in each page: what was answered to the statement that people last saw painted. */
function noteAnswers(place: string): void {
	let painted = '';
	const look = () => {
		painted = document.querySelector('h1')?.textContent ?? '';
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	window.addEventListener(
		'click',
		({ target }) => {
			if (!(target instanceof HTMLInputElement) || !painted.startsWith('Stelling')) return;
			const noted = JSON.parse(sessionStorage.getItem(place) ?? '{}') as Answers;
			sessionStorage.setItem(place, JSON.stringify({ ...noted, [painted]: target.value }));
		},
		true
	);
}

/** A hand that taps twice, too soon, beside and back, and a thumb that leaves the page in the midst of it. */
class ShakingHand {
	readonly #chance: () => number;

	constructor(
		private readonly page: Page,
		private readonly phone: SheetPage,
		seed: number
	) {
		this.#chance = chanceOf(seed);
	}

	async step(number: number): Promise<void> {
		const what = number % LEAVES === LEAVES - 1 ? 0 : this.#chance();
		if (what < 0.06) await this.#leave();
		else if (what < 0.14) await this.#swipe();
		else if (what < 0.3) await this.#press(this.#chance() < 0.6 ? 'Vorige' : 'Volgende');
		else await this.#answer();
		await this.page.clock.runFor(this.#below(900));
	}

	/** One to three taps on one spot. */
	async #answer(): Promise<void> {
		const spot = await this.#spotOf(this.#below(6));
		if (!spot) return;
		for (let taps = 1 + this.#below(3); taps > 0; taps -= 1) {
			await this.page.touchscreen.tap(spot.x, spot.y);
			await this.page.clock.runFor(this.#below(450));
		}
	}

	/** Over the answers, as one scrolls: that is no answer. */
	async #swipe(): Promise<void> {
		const spot = await this.#spotOf(this.#below(5));
		if (!spot) return;
		const session = await this.page.context().newCDPSession(this.page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
			session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: spot.x, y }] });
		await touch('touchStart', spot.y);
		await touch('touchMove', spot.y - 60);
		await touch('touchMove', spot.y - 120);
		await touch('touchEnd', spot.y - 120);
		await session.detach();
	}

	/** Whether or not it is there, and does anything, now. */
	async #press(name: string): Promise<void> {
		// At once: on the last page stands no «Volgende», and the clock is still, so it would never come.
		const [middle] = await this.page.getByRole('button', { name, exact: true }).evaluateAll((found) =>
			found.map((button) => {
				const { x, y, width, height } = button.getBoundingClientRect();
				return { x: x + width / 2, y: y + height / 2 };
			})
		);
		if (middle) await this.page.touchscreen.tap(middle.x, middle.y);
	}

	/** By loading the page anew, or with the phone's own way back and forward again. */
	async #leave(): Promise<void> {
		if (this.#chance() < 0.5) await this.page.reload();
		else {
			await this.page.goto('about:blank');
			await this.page.goBack();
		}
		await this.comeBack();
	}

	/** Who answered already goes on; who did not begins. */
	async comeBack(): Promise<void> {
		const goOn = this.page.getByRole('button', { name: 'Verder invullen' });
		await this.page.clock.runFor(1000);
		// «Meedoen» stands there as long as the rest is on its way.
		await expect(this.page.getByRole('heading', { level: 1, name: /^(?!Meedoen$)/ })).toBeVisible();
		if (await goOn.isVisible()) await goOn.click();
		else if (await this.phone.groupQuestion.isVisible()) await this.phone.chooseGroup('Gemeente');
		await this.page.clock.runFor(1000);
	}

	async #spotOf(choice: number): Promise<{ x: number; y: number } | undefined> {
		const radios = this.page.getByRole('radio');
		if ((await radios.count()) < 6) return undefined;
		const box = await radios.nth(choice).boundingBox();
		return box ? { x: box.x + 30 + this.#below(200), y: box.y + box.height / 2 } : undefined;
	}

	#below(limit: number): number {
		return Math.floor(this.#chance() * limit);
	}
}

/** What is chosen on each screen, from the first statement on. */
function readAnswers(page: Page): Promise<Answers> {
	return page.locator('main').evaluate(async (main) => {
		const answers: Answers = {};
		const heading = () => main.querySelector('h1')?.textContent ?? '';
		const next = () => [...main.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Volgende');
		for (let button = next(); ; button = next()) {
			const chosen = main.querySelector<HTMLInputElement>('input:checked')?.value;
			if (heading().startsWith('Stelling') && chosen !== undefined) answers[heading()] = chosen;
			if (!button) return answers;
			const before = heading();
			button.click();
			while (heading() === before) await new Promise((resolve) => setTimeout(resolve));
		}
	});
}

/** One here, and more with `npm run test:faults hands`. */
const seeds = isLong ? [16, 37, 360, ...Array.from({ length: runs(1) }, (_, number) => 1000 + number)] : [37];

for (const seed of seeds) {
	test(`a hand that shakes and leaves loses no answer and gives none to another statement, seed ${seed}`, async ({
		page
	}) => {
		const phone = new SheetPage(page);
		await page.addInitScript(noteAnswers, NOTED);
		await page.goto(`./meedoen/${invitation}`);
		await expect(phone.groupQuestion).toBeVisible();
		await phone.chooseGroup('Gemeente');
		await page.clock.install();
		await page.clock.pauseAt(Date.now() + 1000);
		const hand = new ShakingHand(page, phone, seed);
		for (let step = 0; step < STEPS; step += 1) await hand.step(step);
		await page.clock.resume();
		await page.reload();
		await hand.comeBack();
		await phone.toFirst();
		const noted = await page.evaluate((place) => sessionStorage.getItem(place), NOTED);
		const answered = JSON.parse(noted ?? '{}') as Answers;
		expect(Object.keys(answered).length).toBeGreaterThan(5);
		expect(await readAnswers(page)).toEqual(answered);
	});
}
