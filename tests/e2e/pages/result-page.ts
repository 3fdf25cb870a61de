import { expect, type Locator, type Page } from '@playwright/test';

export class ResultPage {
	constructor(private readonly page: Page) {}

	async expectSentence(text: string | RegExp): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(text);
	}

	async expectRadar(): Promise<void> {
		await expect(this.page.locator('canvas[data-drawn]').first()).toBeVisible();
		await expect(this.page.getByRole('img', { name: /^Radar van 1 tot 5/ }).first()).toBeVisible();
	}

	/** A participant's own picture, on the own phone. */
	async expectOwnRadar(): Promise<void> {
		await expect(this.page.locator('canvas[data-drawn]')).toBeVisible();
	}

	/** The cells of a dimension in the score table: sides, together, gap. */
	async row(dimension: string): Promise<string[]> {
		const row = this.page
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: dimension, exact: true }) });
		await expect(row).toBeVisible();
		const cells = await row.getByRole('cell').allInnerTexts();
		return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
	}

	get tips(): Locator {
		return this.page.getByRole('article');
	}

	async showAllTips(): Promise<void> {
		await this.page.getByRole('button', { name: /^Toon de andere/ }).click();
	}

	/** What participants said of a dimension set beside last time. */
	trend(dimension: string): Locator {
		return this.page
			.getByText(/^Gevraagd aan de deelnemers, tegenover de vorige keer/)
			.and(this.page.locator(`h3:text-is("${dimension}") ~ p`));
	}

	async openStatements(dimension: string): Promise<void> {
		await this.page.getByRole('button', { name: `Stellingen van ${dimension}` }).click();
	}

	statements(): Locator {
		return this.page.getByRole('table').filter({ has: this.page.getByRole('columnheader', { name: 'Stelling' }) });
	}
}
