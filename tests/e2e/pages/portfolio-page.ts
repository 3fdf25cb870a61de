import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

export class PortfolioPage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./overzicht/');
	}

	/** After going back. */
	async expectOpen(): Promise<void> {
		await this.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
	}

	get count(): Locator {
		return this.page.getByRole('status');
	}

	get search(): Locator {
		return this.page.getByLabel('Zoek op naam');
	}

	/** For a narrow screen. */
	get order(): Locator {
		return this.page.getByLabel('Sorteer op');
	}

	get toPlan(): Locator {
		return this.page.getByRole('checkbox', { name: /Te plannen/ });
	}

	get withCommitments(): Locator {
		return this.page.getByRole('checkbox', { name: 'Met open afspraken' });
	}

	async openTable(): Promise<void> {
		await this.page.getByRole('button', { name: 'Cijfers van deze lijst in één tabel' }).click();
	}

	/** The file that a button under it makes. */
	async saveTable(button: 'Tabel als Excel' | 'Tabel als CSV'): Promise<{ name: string; bytes: Buffer }> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: button }).click();
		const file = await download;
		return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
	}

	column(name: string): Locator {
		return this.page.getByRole('columnheader', { name });
	}

	async sortBy(column: string): Promise<void> {
		await this.column(column).getByRole('button').click();
	}

	/** The row at this place, from 1. */
	row(number: number): Locator {
		return this.page
			.locator('tbody')
			.getByRole('row')
			.nth(number - 1);
	}

	async names(count: number): Promise<string[]> {
		const names = await this.page.locator('tbody').getByRole('rowheader').getByRole('link').allTextContents();
		return names.slice(0, count);
	}

	async openResult(name: string): Promise<void> {
		await this.page.getByRole('link', { name: `Resultaat van ${name}`, exact: true }).click();
	}

	async openBeside(name: string): Promise<void> {
		await this.page.getByRole('link', { name: `${name} Vergelijk met andere overleggen`, exact: true }).click();
	}

	async showAll(): Promise<void> {
		await this.page.getByRole('button', { name: 'Toon ze allemaal' }).click();
	}

	tag(name: string): Locator {
		return this.page.getByRole('group', { name: 'Met trefwoord' }).getByRole('checkbox', { name });
	}

	/** Opens the partnership of this name. */
	async openPartnership(name: string): Promise<void> {
		await this.page.locator('tbody').getByRole('link', { name, exact: true }).click();
	}
}
