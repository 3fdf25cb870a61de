import { expect, type Locator, type Page } from '@playwright/test';

export class ResultPage {
	constructor(private readonly page: Page) {}

	async expectSentence(text: string | RegExp): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(text);
	}

	/** The second picture, which comes when its place comes near the screen. */
	async expectRadar(): Promise<void> {
		await this.page.getByRole('heading', { name: 'Radar', exact: true }).scrollIntoViewIfNeeded();
		await expect(this.page.locator('canvas[data-drawn]').first()).toBeVisible();
		await expect(this.page.getByRole('img', { name: /^Radar van 1 tot 5/ }).first()).toBeVisible();
	}

	/** The picture with a line for each dimension. */
	get picture(): Locator {
		return this.page.getByRole('figure', { name: /^Alle onderdelen op één lijn/ });
	}

	/** A participant's own picture, on the own phone. */
	async expectOwnRadar(): Promise<void> {
		await expect(this.page.locator('canvas[data-drawn]')).toBeVisible();
	}

	/** What is folded away below. */
	async unfold(label: string): Promise<void> {
		const button = this.page.getByRole('button', { name: label, exact: true });
		if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
		await expect(button).toHaveAttribute('aria-expanded', 'true');
	}

	/** The cells of a dimension in the score table: sides, together, gap. */
	async row(dimension: string): Promise<string[]> {
		await this.unfold('Alle cijfers in een tabel');
		const row = this.page
			.getByRole('region', { name: 'Alle cijfers in een tabel' })
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: dimension, exact: true }) });
		await expect(row).toBeVisible();
		const cells = await row.getByRole('cell').allInnerTexts();
		return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
	}

	/** What is proposed or chosen to talk about, each with its question and best tip. */
	get topics(): Locator {
		return this.page.getByRole('region', { name: /om te bespreken$/ }).getByRole('article');
	}

	get tips(): Locator {
		return this.page.getByRole('region', { name: 'Alle tips en gespreksvragen' }).getByRole('article');
	}

	async showAllTips(): Promise<void> {
		await this.unfold('Alle tips en gespreksvragen');
	}

	/** What participants said of a dimension set beside last time. */
	trend(dimension: string): Locator {
		return this.page
			.getByText(/^Gevraagd aan de deelnemers, tegenover de vorige keer/)
			.and(this.page.locator(`h3:text-is("${dimension}") ~ p`));
	}

	/** Opens the row of a dimension in the picture. */
	async openStatements(dimension: string): Promise<void> {
		await this.picture.getByRole('button', { name: dimension, exact: true }).click();
	}

	statements(): Locator {
		return this.page.getByRole('table').filter({ has: this.page.getByRole('columnheader', { name: 'Stelling' }) });
	}
}
