import { expect, type Locator, type Page } from '@playwright/test';

/** The questionnaires of the app and of this device. */
export class QuestionnairesPage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./vragenlijsten/');
		await expect(this.list('Van de app').first()).toBeVisible();
	}

	/** The titles below a heading. */
	list(heading: 'Van de app' | 'Van jullie zelf'): Locator {
		return this.page.getByRole('region', { name: heading }).getByRole('heading', { level: 3 });
	}

	async saveTemplate(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('link', { name: 'sjabloon' }).first().click();
		return (await download).path();
	}

	async choose(file: string | { name: string; text: string }): Promise<void> {
		const chosen =
			typeof file === 'string'
				? file
				: { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) };
		await this.page.getByLabel('Kies een vragenlijst').setInputFiles(chosen);
	}

	/** What must still be done to the file, one line each. */
	get problems(): Locator {
		return this.page.getByRole('listitem').filter({ hasText: /^Regel \d+, teken \d+/ });
	}

	async keep(): Promise<void> {
		await this.page.getByRole('button', { name: 'Bewaar op dit toestel' }).click();
		await expect(this.page.getByText('staat nu op dit toestel.')).toBeVisible();
	}

	/** Leads to a new measurement with the questionnaire that was kept just now. */
	async beginMeasurement(): Promise<void> {
		await this.page.getByRole('link', { name: 'Begin er een nieuwe meting mee' }).click();
		await this.page.waitForURL(/\/nieuw\//);
	}

	async remove(named: string): Promise<void> {
		await this.page.getByRole('button', { name: `Verwijder ${named}` }).click();
	}

	get alert(): Locator {
		return this.page.getByRole('alert');
	}
}
