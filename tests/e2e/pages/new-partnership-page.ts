import type { Locator, Page } from '@playwright/test';

export class NewPartnershipPage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./nieuw/');
	}

	get name(): Locator {
		return this.page.getByLabel('Naam', { exact: true });
	}

	groupName(number: number): Locator {
		return this.page.getByLabel(`Naam van groep ${number}`);
	}

	async addGroup(): Promise<void> {
		await this.page.getByRole('button', { name: 'Nog een groep' }).click();
	}

	get begin(): Locator {
		return this.page.getByRole('button', { name: 'Begin met invullen' });
	}

	get problems(): Locator {
		return this.page.getByRole('alert');
	}

	async create(name: string): Promise<void> {
		await this.name.fill(name);
		await this.begin.click();
	}
}
