import type { Locator, Page } from '@playwright/test';

export class HomePage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./');
	}

	async startNew(): Promise<void> {
		await this.page.getByRole('link', { name: /^Start (een|nog een) meting$/ }).click();
	}

	/** Leads to the result of the example, once it is on the device. */
	async openExample(): Promise<void> {
		await this.page.getByRole('link', { name: 'Bekijk het hele voorbeeld' }).click();
		await this.page.waitForURL(/\/resultaat\/\?meting=/);
	}

	/** Its name: over the whole page for what is open, else in the list. */
	partnership(name: string): Locator {
		return this.page.getByRole('heading', { name });
	}

	/** With the measurement that the page is about. */
	async goOn(): Promise<void> {
		await this.page.getByRole('link', { name: 'Verder', exact: true }).click();
	}

	async openPortfolio(): Promise<void> {
		await this.page.getByRole('link', { name: /^Alle overleggen/ }).click();
		await this.page.waitForURL(/\/overzicht\//);
	}

	/** The partnerships with a line here, below the one that the page is about. */
	get lines(): Locator {
		return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading') });
	}

	/** A file that another laptop saved; leads to the measurement in it. */
	async openFile(path: string): Promise<void> {
		await this.page.getByLabel('Open een bestand van een andere laptop').setInputFiles(path);
		await this.page.getByRole('button', { name: 'Zet dit op dit toestel' }).click();
		await this.page.getByRole('link', { name: 'Naar de meting' }).click();
		await this.page.waitForURL(/\/meting\//);
	}
}
