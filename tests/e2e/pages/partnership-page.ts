import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** One partnership over the years. */
export class PartnershipPage {
	constructor(private readonly page: Page) {}

	async open(partnershipId: string): Promise<void> {
		await this.page.goto(`./samenwerkingsverband/?verband=${partnershipId}`);
	}

	/** Leads to the form of a next measurement. */
	async measureAgain(): Promise<void> {
		await this.page.getByRole('link', { name: 'Nieuwe meting' }).click();
		await expect(this.page.getByRole('heading', { name: 'Nieuwe meting' })).toBeVisible();
	}

	get measurements(): Locator {
		return this.page.getByRole('region', { name: 'Metingen', exact: true }).getByRole('listitem');
	}

	/** Chooses what to compare by date, such as «19 maart 2026», and compares. */
	async compare(...dates: string[]): Promise<void> {
		const choice = this.page.getByRole('region', { name: 'Vergelijk metingen' });
		for (const box of await choice.getByRole('checkbox').all()) await box.uncheck();
		for (const date of dates) await choice.getByRole('checkbox', { name: new RegExp(date) }).check();
		await choice.getByRole('button', { name: 'Vergelijk' }).click();
	}

	async openTags(): Promise<void> {
		await this.page.getByRole('button', { name: /^Trefwoorden/ }).click();
	}

	async addTag(tag: string): Promise<void> {
		await this.page.getByLabel('Nieuw trefwoord').fill(tag);
		await this.page.getByRole('button', { name: 'Voeg toe' }).click();
		await expect(this.page.getByRole('list', { name: 'Trefwoorden' })).toContainText(tag);
	}

	get privateNote(): Locator {
		return this.page.getByLabel('Eigen notities');
	}

	/** The file of the next measurement for a calendar. */
	async saveCalendar(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: /^Zet in agenda/ }).click();
		return readFile(await (await download).path(), 'utf8');
	}
}
