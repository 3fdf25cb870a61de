import { expect, type Locator, type Page } from '@playwright/test';

export class FillingPage {
	constructor(private readonly page: Page) {}

	async expectDimension(number: number, name: string): Promise<void> {
		await expect(this.page.getByText(new RegExp(`^Onderdeel ${number} van`))).toBeVisible();
		await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
	}

	/** The answer control of a side, for the statement at this place on the screen (from 1). */
	scale(group: string, statement: number): Locator {
		return this.page
			.getByRole('article')
			.nth(statement - 1)
			.getByRole('group', { name: new RegExp(`^${group}`) });
	}

	/** The choice with this key: 1 to 5, or 0 for «weet niet». */
	choice(group: string, statement: number, key: string): Locator {
		return this.scale(group, statement)
			.getByRole('radio')
			.nth(key === '0' ? 5 : Number(key) - 1);
	}

	async choose(group: string, statement: number, key: string): Promise<void> {
		await this.choice(group, statement, key).check();
	}

	/** Answers a whole screen: one string of keys a side, such as '450'. */
	async answerScreen(answers: Record<string, string>): Promise<void> {
		for (const [group, keys] of Object.entries(answers)) {
			for (const [index, key] of [...keys].entries()) await this.choose(group, index + 1, key);
		}
		await this.expectSaved();
	}

	async expectSaved(): Promise<void> {
		await expect(this.page.getByText('Bewaard op dit toestel')).toBeVisible();
	}

	get failure(): Locator {
		return this.page.getByRole('alert').filter({ hasText: 'Niet bewaard' });
	}

	async retry(): Promise<void> {
		await this.page.getByRole('button', { name: 'Probeer opnieuw te bewaren' }).click();
	}

	async writeNote(statement: number, text: string): Promise<void> {
		const article = this.page.getByRole('article').nth(statement - 1);
		await article.getByRole('button', { name: 'Notitie' }).click();
		await article.getByRole('textbox', { name: /^Notitie bij/ }).fill(text);
	}

	note(statement: number): Locator {
		return this.page
			.getByRole('article')
			.nth(statement - 1)
			.getByRole('textbox', { name: /^Notitie bij/ });
	}

	get next(): Locator {
		return this.page.getByRole('link', { name: 'Volgende' });
	}

	get previous(): Locator {
		return this.page.getByRole('link', { name: 'Vorige' });
	}

	get toResult(): Locator {
		return this.page.getByRole('link', { name: 'Naar het resultaat' });
	}
}
