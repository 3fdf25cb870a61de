import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type * as TestingLibrary from '@testing-library/dom';
import { until, type BrowserWindow } from './engine';

/** Finds what is on a page by role, name and label, as people do. */
const LIBRARY = readFileSync(
	createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
	'utf8'
);

type Library = typeof TestingLibrary;

interface Sought {
	role?: string;
	name?: string;
	label?: string;
	text?: string;
}

/** Someone at one window. Whatever is done waits until the page has what it needs. */
export class Visitor {
	constructor(readonly window: BrowserWindow) {}

	async goto(url: string): Promise<void> {
		await this.window.goto(url);
	}

	/** Presses a button, a link or a choice by its name, once it can be pressed. */
	async press(role: 'button' | 'link' | 'radio' | 'checkbox', name: string): Promise<void> {
		await this.#inPage(pressIn, { role, name });
	}

	/** @param label the whole label, or how it begins */
	async fill(label: string, value: string): Promise<void> {
		await this.#inPage(fillIn, { label, value });
	}

	async select(label: string, option: string): Promise<void> {
		await this.#inPage(selectIn, { label, option });
	}

	/** Gives a file to a field that asks for one. */
	async giveFile(label: string, path: string): Promise<void> {
		const base64 = readFileSync(path).toString('base64');
		await this.#inPage(giveIn, { label, name: basename(path), base64 });
	}

	/** Answers the statements on the screen: a key a question, 1 to 5, or 0 for «weet niet». */
	async answer(keys: string): Promise<void> {
		await this.#inPage(answerIn, { keys });
	}

	/** The keys chosen on the screen, '-' where none is. */
	async chosen(): Promise<string> {
		return String(await this.#inPage(chosenIn, {}));
	}

	/** Until this text stands on the page; a regular expression without flags. */
	async sees(text: string): Promise<void> {
		await until(() => this.seesNow(text), text);
	}

	async seesNow(text: string): Promise<boolean> {
		return this.holds(`new RegExp(${JSON.stringify(text)}).test(document.body.innerText)`);
	}

	/** Until an expression is true; a page that is just being loaded counts as no. */
	async waitFor(expression: string): Promise<void> {
		await until(() => this.holds(expression), expression);
	}

	async holds(expression: string): Promise<boolean> {
		return (await this.window.evaluate(`Boolean(${expression})`).catch(() => false)) === true;
	}

	async textOf(testId: string): Promise<string> {
		return String(await this.#inPage(textIn, { testId }));
	}

	async address(): Promise<string> {
		return String(await this.window.evaluate('location.href'));
	}

	/** Runs a function in the page until it gives something; what it throws is thrown when patience ends. */
	async #inPage<Given extends object>(
		act: (library: Library, given: Given) => unknown,
		given: Given
	): Promise<unknown> {
		let outcome: unknown;
		let problem = '';
		const tried = async () => {
			try {
				if (!(await this.holds('window.TestingLibraryDom'))) await this.window.evaluate(`(() => { ${LIBRARY} })()`);
				outcome = await this.window.evaluate(`(${act.toString()})(window.TestingLibraryDom, ${JSON.stringify(given)})`);
			} catch (cause) {
				problem = String(cause).slice(0, 500);
				return false;
			}
			return outcome !== null && outcome !== undefined && outcome !== false;
		};
		await until(tried, `${act.name} ${JSON.stringify(given).slice(0, 200)}`).catch((cause: unknown) => {
			throw new Error(`${String(cause)} ${problem}`);
		});
		return outcome;
	}
}

function pressIn({ screen }: Library, { role, name }: Required<Pick<Sought, 'role' | 'name'>>): boolean {
	const found = screen.getByRole<HTMLButtonElement>(role, { name });
	if (found.disabled) return false;
	found.click();
	return true;
}

function fillIn({ screen }: Library, { label, value }: { label: string; value: string }): boolean {
	const field =
		screen.queryByLabelText<HTMLInputElement>(label) ??
		screen.getByLabelText<HTMLInputElement>((text) => text.startsWith(label));
	if (field.disabled) return false;
	field.focus();
	field.value = value;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new Event('change', { bubbles: true }));
	return true;
}

function selectIn({ screen }: Library, { label, option }: { label: string; option: string }): boolean {
	const field = screen.getByLabelText<HTMLSelectElement>(label);
	const place = [...field.options].findIndex(({ text }) => text.trim() === option);
	if (place < 0) return false;
	field.selectedIndex = place;
	field.dispatchEvent(new Event('change', { bubbles: true }));
	return true;
}

function giveIn(
	{ screen }: Library,
	{ label, name, base64 }: { label: string; name: string; base64: string }
): boolean {
	const field = screen.getByLabelText<HTMLInputElement>(label);
	const bytes = Uint8Array.from(atob(base64), (one) => one.codePointAt(0) ?? 0);
	const given = new DataTransfer();
	given.items.add(new File([bytes], name));
	field.files = given.files;
	field.dispatchEvent(new Event('change', { bubbles: true }));
	return true;
}

function answerIn(_: Library, { keys }: { keys: string }): boolean {
	const sets = [...document.querySelectorAll('main article fieldset')].slice(0, keys.length);
	if (sets.length < keys.length) return false;
	for (const [place, set] of sets.entries()) {
		const key = Number(keys[place]);
		set.querySelectorAll<HTMLInputElement>('input[type=radio]')[key === 0 ? 5 : key - 1]?.click();
	}
	return true;
}

function chosenIn(): string | false {
	const sets = [...document.querySelectorAll('main article fieldset')];
	if (sets.length === 0) return false;
	return sets
		.map((set) => {
			const place = [...set.querySelectorAll<HTMLInputElement>('input[type=radio]')].findIndex(
				({ checked }) => checked
			);
			return place < 0 ? '-' : String(place === 5 ? 0 : place + 1);
		})
		.join('');
}

function textIn({ screen }: Library, { testId }: { testId: string }): string {
	return screen.getByTestId(testId).innerText.trim();
}
