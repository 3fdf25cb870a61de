import type { ElementHandle, Locator, Page } from '@playwright/test';
import { placeAndView, type View } from '../looks/view-in-focus';
import { isAskedForLetterbox } from '../test';

/** Numbers below 1, always the same ones for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export interface WalkOptions {
	seed: number;
	steps: number;
	/** Pages to jump to now and then, relative to the site. */
	starts: readonly string[];
	/** Files that a field for files may be given. */
	files: readonly string[];
	/** With fingers, else with a mouse; half of the steps go by keyboard in both. */
	touch: boolean;
}

const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="button"]';
const WORDS = ['', 'Kermis', '2027-05-01', '31/02/2026', '  ', 'x'.repeat(400), '12345', 'Een zin met é en "tekens".'];
/** Seldom, or soon nothing is left to walk in. */
const LOSSY = /Verwijder|Wis /;
/** After so many steps the walk begins anew at one of its starts. */
const STRIDE = 9;

/** Presses what is on the screen, by chance, and looks after each press whether people still know where they are. */
export class RandomWalk {
	/** What was wrong, each with the steps that led to it. */
	readonly faults: string[] = [];
	readonly #chance: () => number;
	readonly #trail: string[] = [];

	constructor(
		private readonly page: Page,
		private readonly options: WalkOptions
	) {
		this.#chance = chanceOf(options.seed);
	}

	async walk(): Promise<void> {
		this.page.on('pageerror', (error) => this.#fault(`an error: ${error.message}`));
		this.page.on('console', (message) => {
			if (message.type() === 'error' && !isAskedForLetterbox(message)) this.#fault(`in the console: ${message.text()}`);
		});
		for (let step = 0; step < this.options.steps; step += 1) {
			if (step % STRIDE === 0) await this.#begin();
			await this.#step();
		}
	}

	async #begin(): Promise<void> {
		const start = this.#one(this.options.starts);
		this.#trail.push(`to ${start}`);
		await this.page.goto(start);
		await this.#settle();
	}

	async #step(): Promise<void> {
		const within = this.#chance() < 0.85 ? this.page.locator('main') : this.page.locator('body');
		const controls = await within.locator(CONTROLS).filter({ visible: true }).all();
		if (controls.length === 0) return this.#begin();
		const control = this.#one(controls);
		const element = await control.elementHandle({ timeout: 1000 }).catch(() => null);
		if (!element) return;
		const before = await placeAndView(this.page);
		const byKey = this.#chance() < 0.5;
		const what = await describe(element);
		if (LOSSY.test(what) && this.#chance() < 0.8) return;
		this.#trail.push(`${byKey ? 'key' : 'tap'} ${what}`);
		if (!(await this.#use(control, element, byKey))) {
			this.#trail.pop();
			return;
		}
		await this.#settle();
		await this.#look(before, element);
	}

	/** @returns false when nothing was done */
	async #use(control: Locator, element: ElementHandle<HTMLElement | SVGElement>, byKey: boolean): Promise<boolean> {
		const kind = await element.evaluate((at) => {
			if (at.matches(':disabled, [aria-disabled="true"]')) return 'none';
			if (at instanceof HTMLAnchorElement)
				return at.origin === location.origin && !at.download && !at.target && /\/$/.test(at.pathname)
					? 'press'
					: 'none';
			if (at instanceof HTMLTextAreaElement) return 'text';
			if (at instanceof HTMLSelectElement) return 'select';
			return at instanceof HTMLInputElement ? at.type : 'press';
		});
		if (kind === 'none') return false;
		if (kind === 'file') {
			await control.focus();
			await control.setInputFiles(this.#one(this.options.files));
		} else if (kind === 'date') {
			await control.fill(this.#one(['', '2027-05-01', '1850-01-01']));
		} else if (kind === 'select') {
			await control.selectOption({ index: this.#chance() < 0.5 ? 0 : 1 }).catch(() => undefined);
		} else if (kind === 'text' || kind === 'password' || kind === 'search') {
			await control.fill(this.#one(WORDS));
			if (this.#chance() < 0.3) await this.page.keyboard.press('Enter');
		} else if (byKey) {
			await element.evaluate((at) => at.focus());
			const key = kind === 'radio' ? this.#one(['Space', 'ArrowRight', 'ArrowLeft']) : 'Enter';
			await this.page.keyboard.press(kind === 'checkbox' ? 'Space' : key);
		} else {
			const options = { timeout: 1500 };
			const press = this.options.touch ? control.tap(options) : control.click(options);
			return press.then(
				() => true,
				() => false
			);
		}
		return true;
	}

	async #settle(): Promise<void> {
		await this.page.waitForLoadState('load');
		await this.page
			.waitForFunction(
				() => {
					const waits = /Een ogenblik|komen eraan|komt eraan|wordt berekend|aan het lezen/;
					const text = document.querySelector('main')?.innerText ?? '';
					const open =
						document.body.style.pointerEvents !== 'none' && document.querySelector('h1') && !waits.test(text);
					const since = (Reflect.get(window, 'openSince') as number | undefined) ?? 0;
					if (!open) Reflect.set(window, 'openSince', 0);
					else if (since === 0) Reflect.set(window, 'openSince', performance.now());
					return open && since > 0 && performance.now() - since > 120;
				},
				undefined,
				{ timeout: 15_000 }
			)
			.catch(() => this.#fault('never settles'));
		await this.page.evaluate(() => Reflect.set(window, 'openSince', 0));
	}

	async #look(before: View, control: ElementHandle<HTMLElement | SVGElement>): Promise<void> {
		const after = await placeAndView(this.page);
		// A page that was loaded anew says its title and begins at its top by itself.
		if (after.document !== before.document) return;
		const isUsable = await control
			.evaluate((at) => at.isConnected && at.checkVisibility() && !at.matches(':disabled'))
			.catch(() => false);
		const changed = after.path !== before.path || after.heading !== before.heading;
		if (after.element === 'body' && (changed || !isUsable)) this.#fault('the focus fell to the body');
		if (changed && !/^h[1-3]$/.test(after.element))
			this.#fault(`the view changed, the focus is on ${after.element} «${after.text}»`);
		// What is in a file that was just chosen has a heading of its own, further down.
		if (changed && after.scroll > 0 && after.headingTop < 0 && !after.visible)
			this.#fault(`the view changed, the page is at ${after.scroll}`);
		if (!after.title.endsWith('Samenwerkingsmeter')) this.#fault(`the title is «${after.title}»`);
		if (changed && after.title === before.title)
			this.#fault(`«${after.heading}» has the title of «${before.heading}»: ${after.title}`);
	}

	#one<Value>(values: readonly Value[]): Value {
		return values[Math.floor(this.#chance() * values.length)] as Value;
	}

	#fault(what: string): void {
		this.faults.push(`${what}\n    at ${this.page.url()}\n    after ${this.#trail.slice(-6).join(' → ')}`);
	}
}

function describe(element: ElementHandle<HTMLElement | SVGElement>): Promise<string> {
	return element.evaluate((at) => {
		const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? at.type) : at.textContent;
		return `${at.localName} «${(at.getAttribute('aria-label') ?? label ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}»`;
	});
}
