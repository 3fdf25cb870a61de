import type { Page } from '@playwright/test';

/** What is chosen, by place on the screens: «onderdeel/stelling/groep», each from 1. */
export type Chosen = Record<string, string>;

/**
 * What someone may count on: an answer of which «Bewaard op dit toestel» was seen. What was chosen
 * after that may be there or not.
 */
export class Ledger {
	readonly #acknowledged = new Set<string>();
	readonly #possible = new Map<string, string[]>();
	/** From choosing to «Bewaard», in ms. */
	readonly waits: number[] = [];
	/** How many times an answer was acknowledged. */
	count = 0;

	attempt(place: string, key: string): void {
		this.#possible.set(place, [...(this.#possible.get(place) ?? []), key]);
	}

	acknowledge(chosen: Chosen, wait: number): void {
		for (const [place, key] of Object.entries(chosen)) {
			this.#acknowledged.add(place);
			this.#possible.set(place, [key]);
			this.count += 1;
		}
		this.waits.push(wait);
	}

	/** For a copy of the browser, that goes a way of its own from here. */
	copy(): Ledger {
		const copied = new Ledger();
		for (const place of this.#acknowledged) copied.#acknowledged.add(place);
		for (const [place, keys] of this.#possible) copied.#possible.set(place, keys);
		copied.count = this.count;
		return copied;
	}

	/** How many different places have an acknowledged answer. */
	get size(): number {
		return this.#acknowledged.size;
	}

	/** The acknowledged answers that are not there, with what is there instead. */
	lost(there: Chosen): string[] {
		return [...this.#acknowledged]
			.filter((place) => !(this.#possible.get(place) ?? []).includes(there[place] ?? ''))
			.map((place) => `${place}: ${this.#possible.get(place)?.join(' or ')} became ${there[place] ?? 'nothing'}`);
	}
}

interface Bindings {
	faultAttempt(name: string, place: string, key: string): Promise<void>;
	faultAcknowledged(name: string, chosen: Chosen, wait: number): Promise<void>;
}

/** Before pages open: what the person in a page chooses and sees arrives here. */
export async function listen(page: Page, ledgers: Readonly<Record<string, Ledger>>): Promise<void> {
	const context = page.context();
	await context.exposeFunction('faultAttempt', (name: string, place: string, key: string) =>
		ledgers[name]?.attempt(place, key)
	);
	await context.exposeFunction('faultAcknowledged', (name: string, chosen: Chosen, wait: number) =>
		ledgers[name]?.acknowledge(chosen, wait)
	);
}

/** Someone who answers fast, one to four statements in a row, until the page ends or so many answers were given. */
export async function answer(page: Page, name: string, seed: number, limit = Infinity): Promise<void> {
	await page.evaluate(answerInPage, { name, seed, limit: Math.min(limit, 1_000_000) });
}

async function answerInPage({ name, seed, limit }: { name: string; seed: number; limit: number }): Promise<void> {
	const { faultAttempt, faultAcknowledged } = window as unknown as Bindings;
	let state = (seed % 2_147_483_646) + 1;
	const below = (upTo: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % upTo;
	};
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
	const place = () =>
		/(?:Onderdeel|Stelling) (\d+) van/.exec(document.querySelector('main')?.textContent ?? '')?.[1] ?? '';
	const control = (label: string) =>
		[...document.querySelectorAll<HTMLElement>('main a, main button')].find((one) =>
			[label, label === 'Volgende' ? 'Naar de stellingen' : label].includes(one.textContent?.trim() ?? '')
		);
	// As people see it: what is hidden is not said.
	const isSaved = () =>
		[...document.querySelectorAll<HTMLElement>('[role=status]')].some((one) => one.innerText.includes('✓ Bewaard'));

	let direction = 'Volgende';
	for (let given = 0; given < limit;) {
		const chosen: Record<string, string> = {};
		const started = performance.now();
		for (let burst = 1 + below(4); burst > 0; burst -= 1) {
			const articles = [...document.querySelectorAll('main article')];
			const statement = below(articles.length);
			const sides = [...(articles[statement]?.querySelectorAll('fieldset') ?? [])];
			const side = below(sides.length);
			const radios = [...(sides[side]?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
			const radio = radios.filter((one) => !one.checked)[below(5)];
			if (!radio) continue;
			const here = place();
			const at = `${here}/${statement + 1}/${side + 1}`;
			// Known outside before it happens, so that a kill right after it is no surprise.
			await faultAttempt(name, at, radio.value);
			// On a phone the next statement may have come meanwhile, with the same buttons.
			if (place() !== here) continue;
			radio.click();
			chosen[at] = radio.value;
			given += 1;
		}
		// The screen follows what was chosen before this turn ends: what it says from here on is about these answers.
		do await pause(0);
		while (!isSaved());
		void faultAcknowledged(name, chosen, performance.now() - started);
		if (below(3) === 0) {
			const before = place();
			const go = control(direction);
			if (!go) {
				direction = direction === 'Volgende' ? 'Vorige' : 'Volgende';
				continue;
			}
			go.click();
			while (place() === before) await pause(5);
		}
	}
}

/** Everything that is chosen, read from the screens one after the other. */
export async function readChosen(page: Page): Promise<Chosen> {
	await page.locator('main article').first().waitFor();
	return page.evaluate(readInPage);
}

async function readInPage(): Promise<Chosen> {
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
	const place = () =>
		/(?:Onderdeel|Stelling) (\d+) van/.exec(document.querySelector('main')?.textContent ?? '')?.[1] ?? '';
	const move = async (label: string) => {
		const before = place();
		const labels = label === 'Volgende' ? [label, 'Naar de stellingen'] : [label];
		const control = [...document.querySelectorAll<HTMLElement>('main a, main button')].find((one) =>
			labels.includes(one.textContent?.trim() ?? '')
		);
		control?.click();
		while (control && place() === before) await pause(2);
		return control !== undefined;
	};
	while (await move('Vorige'));
	const chosen: Chosen = {};
	do {
		for (const [statement, article] of [...document.querySelectorAll('main article')].entries()) {
			for (const [side, set] of [...article.querySelectorAll('fieldset')].entries()) {
				const checked = set.querySelector<HTMLInputElement>('input:checked');
				if (checked) chosen[`${place()}/${statement + 1}/${side + 1}`] = checked.value;
			}
		}
	} while (await move('Volgende'));
	return chosen;
}
