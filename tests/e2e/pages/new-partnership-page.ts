import { expect, type Locator, type Page } from '@playwright/test';

export class NewPartnershipPage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./nieuw/');
	}

	get name(): Locator {
		return this.page.getByLabel('Naam van jullie overleg');
	}

	groupName(number: number): Locator {
		return this.page.getByLabel(`Naam van groep ${number}`);
	}

	async addGroup(): Promise<void> {
		await this.unfold();
		await this.page.getByRole('button', { name: 'Nog een groep' }).click();
	}

	get begin(): Locator {
		return this.page.getByRole('button', { name: 'Begin met invullen' });
	}

	get make(): Locator {
		return this.page.getByRole('button', { name: 'Zet klaar' });
	}

	async chooseDate(date: string): Promise<void> {
		await this.unfold();
		await this.page.getByLabel('Datum van de meting').fill(date);
	}

	/** Whether participants are also asked how each dimension goes beside last time. */
	get trendOption(): Locator {
		return this.page.getByRole('checkbox', { name: /^Vraag per onderdeel ook/ });
	}

	async chooseMethod(method: 'Op eigen telefoon' | 'Eén toestel gaat rond' | 'Samen op één scherm'): Promise<void> {
		await this.page.getByRole('radio', { name: method }).check();
	}

	/** Shows what most leave as it is: who sees what, the questionnaire, the groups, the date. */
	async unfold(): Promise<void> {
		const change = this.page.getByRole('button', { name: /^Wijzig/ });
		if ((await change.getAttribute('aria-expanded')) === 'false') await change.click();
	}

	async chooseOpen(): Promise<void> {
		await this.unfold();
		await this.page.getByRole('radio', { name: /^Open\./ }).check();
	}

	/** From how many people figures show, in an anonymous measurement. */
	async chooseThreshold(threshold: 3 | 4 | 5): Promise<void> {
		await this.unfold();
		await this.page.getByLabel('Cijfers tonen vanaf').selectOption(String(threshold));
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
		await expect(this.make).toBeEnabled();
		await this.name.fill(name);
		await this.chooseThreshold(threshold);
		for (const [group, count] of Object.entries(people)) await this.people(group).fill(String(count));
		if (Object.keys(people).length === 0) await this.peopleUnknown.check();
		await this.make.click();
	}

	async createOpen(name: string): Promise<void> {
		await expect(this.make).toBeEnabled();
		await this.name.fill(name);
		await this.chooseOpen();
		await this.make.click();
	}

	/** Together on one screen; leads to the first statements. */
	async create(name: string): Promise<void> {
		await this.name.fill(name);
		await this.chooseMethod('Samen op één scherm');
		await this.begin.click();
	}
}
