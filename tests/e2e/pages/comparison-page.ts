import { expect, type Page } from '@playwright/test';

/** Two to five measurements side by side. */
export class ComparisonPage {
	constructor(private readonly page: Page) {}

	async expectOpen(): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 2, name: 'Wat is er veranderd?' })).toBeVisible();
	}

	async expectVerdict(text: string | RegExp): Promise<void> {
		await expect(this.page.getByText(text).first()).toBeVisible();
	}

	/** The cells of a dimension in the table of figures: all sides together, then each group. */
	async row(dimension: string): Promise<string[]> {
		const table = this.page.getByRole('button', { name: 'Alle cijfers in een tabel' });
		if ((await table.getAttribute('aria-expanded')) === 'false') await table.click();
		const row = this.page
			.getByRole('region', { name: 'De cijfers' })
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: dimension }) });
		const cells = await row.getByRole('cell').allInnerTexts();
		return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
	}

	async openItems(dimension: string): Promise<void> {
		await this.page
			.getByRole('figure', { name: /een lijn per onderdeel$/ })
			.getByRole('button', { name: dimension })
			.click();
	}
}
