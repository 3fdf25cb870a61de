import { expect, type Locator, type Page } from '@playwright/test';

/** Where a questionnaire is made on the screen, worked by keyboard alone. */
export class EditorPage {
	constructor(private readonly page: Page) {}

	/** From the page with questionnaires. */
	async begin(): Promise<void> {
		await this.page.getByRole('button', { name: 'Begin een vragenlijst' }).press('Enter');
		await expect(this.page.getByRole('heading', { name: 'Maak een vragenlijst' })).toBeVisible();
	}

	field(name: string | RegExp): Locator {
		return this.page.getByRole('textbox', { name, exact: typeof name === 'string' });
	}

	/** In the field that has the focus. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	async press(name: string | RegExp): Promise<void> {
		await this.page.getByRole('button', { name }).first().press('Enter');
	}

	async expectSaved(): Promise<void> {
		await expect(this.page.getByText('✓ Bewaard op dit toestel')).toBeVisible();
	}

	async finish(): Promise<void> {
		await this.press('Klaar: gebruik deze vragenlijst');
	}

	/** What must still be filled in, each a button to its field. */
	get todo(): Locator {
		return this.page.getByRole('region', { name: /^Nog \d+ veld/ }).getByRole('button');
	}

	/** Goes to the first field that is asked for, and types in it, until nothing is asked. */
	async fillTodo(words: readonly (readonly [RegExp, string])[]): Promise<void> {
		for (let left = await this.todo.count(); left > 0; left = await this.todo.count()) {
			const first = this.todo.first();
			const name = await first.innerText();
			await first.press('Enter');
			await this.type(words.find(([place]) => place.test(name))?.[1] ?? 'Dit is ingevuld.');
			await expect.poll(() => this.todo.count()).toBeLessThan(left);
		}
	}
}
