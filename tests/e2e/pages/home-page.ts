import type { Locator, Page } from '@playwright/test';

export class HomePage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./');
	}

	async startNew(): Promise<void> {
		await this.page.getByRole('link', { name: 'Start een meting' }).click();
	}

	/** Leads to the result of the example, once it is on the device. */
	async openExample(): Promise<void> {
		await this.page.getByRole('link', { name: 'Bekijk een voorbeeld' }).click();
		await this.page.waitForURL(/\/resultaat\/\?meting=/);
	}

	partnership(name: string): Locator {
		return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name }) });
	}

	async openMeasurement(name: string): Promise<void> {
		await this.partnership(name)
			.getByRole('link', { name: `Meting van ${name}` })
			.click();
	}

	async openPortfolio(): Promise<void> {
		await this.page.getByRole('link', { name: /^Alle overleggen/ }).click();
		await this.page.waitForURL(/\/overzicht\//);
	}

	/** The partnerships with a line here. */
	get lines(): Locator {
		return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading') });
	}

	async remove(name: string): Promise<void> {
		await this.partnership(name)
			.getByRole('button', { name: `Verwijderen van ${name}` })
			.click();
	}

	/** A file that another laptop saved; leads to the measurement in it. */
	async openFile(path: string): Promise<void> {
		await this.page.getByLabel('Open een bestand met een meting').setInputFiles(path);
		await this.page.getByRole('button', { name: 'Zet dit op dit toestel' }).click();
		await this.page.getByRole('link', { name: 'Naar de meting' }).click();
		await this.page.waitForURL(/\/meting\//);
	}

	async undo(): Promise<void> {
		await this.page.getByRole('button', { name: 'Maak ongedaan' }).click();
	}
}
