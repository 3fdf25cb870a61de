import { expect, type Locator, type Page } from '@playwright/test';

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

	get make(): Locator {
		return this.page.getByRole('button', { name: 'Maak de meting' });
	}

	/** Whether participants are also asked how each dimension goes beside last time. */
	get trendOption(): Locator {
		return this.page.getByRole('checkbox', { name: /^Vraag per onderdeel ook/ });
	}

	async chooseWay(way: 'Samen op één scherm' | 'Ieder apart, anoniem' | 'Ieder apart, open'): Promise<void> {
		await this.page.getByRole('radio', { name: way }).check();
	}

	get problems(): Locator {
		return this.page.getByRole('alert');
	}

	/** How many people the group with this name has. */
	people(group: string): Locator {
		return this.page.getByLabel(`Aantal mensen: ${group}`);
	}

	get peopleUnknown(): Locator {
		return this.page.getByRole('checkbox', { name: 'Ik weet het nog niet van elke groep' });
	}

	/**
	 * Everyone apart, anonymous; leads to the facilitator's page of the measurement.
	 * @param people of each group; left out: nobody knows yet
	 */
	async createAnonymous(name: string, threshold: 3 | 4 | 5, people: Record<string, number> = {}): Promise<void> {
		await expect(this.begin).toBeEnabled();
		await this.name.fill(name);
		await this.page.getByLabel(/Ieder apart, anoniem/).check();
		await this.page.getByLabel('Toon alleen resultaten over minstens').selectOption(String(threshold));
		for (const [group, count] of Object.entries(people)) await this.people(group).fill(String(count));
		if (Object.keys(people).length === 0) await this.peopleUnknown.check();
		await this.make.click();
	}

	async createOpen(name: string): Promise<void> {
		await expect(this.begin).toBeEnabled();
		await this.name.fill(name);
		await this.page.getByLabel(/Ieder apart, open/).check();
		await this.page.getByRole('button', { name: 'Maak de meting' }).click();
	}

	async create(name: string): Promise<void> {
		await this.name.fill(name);
		await this.begin.click();
	}
}
