import { expect, type Locator, type Page } from '@playwright/test';

/** The facilitator's page of a measurement. */
export class DeskPage {
	constructor(private readonly page: Page) {}

	async open(measurementId: string): Promise<void> {
		await this.page.goto(`./meting/?meting=${measurementId}`);
	}

	/** The id in the address, once the page is there. */
	async measurementId(): Promise<string> {
		await this.page.waitForURL(/\/meting\/\?meting=/);
		return new URL(this.page.url()).searchParams.get('meting') ?? '';
	}

	/** All measurements of the same partnership. */
	async toPartnership(): Promise<void> {
		await this.page.getByRole('link', { name: 'Alle metingen' }).click();
	}

	/** The step of the path where people answer. */
	async toAnswers(): Promise<void> {
		const step = this.page
			.getByRole('navigation', { name: 'Stappen van deze meting' })
			.getByRole('link', { name: /Antwoorden/ });
		await step.click();
		await expect(step).toHaveAttribute('aria-current', 'step');
	}

	/** What most leave as it is. */
	async unfold(): Promise<void> {
		await this.page.getByRole('button', { name: 'Wijzig', exact: true }).click();
	}

	async expectCount(group: string, count: number): Promise<void> {
		await expect(this.page.getByRole('img', { name: /^Wie binnen is/ })).toHaveAccessibleName(
			new RegExp(`${group}: ${count} `)
		);
	}

	async fillTogether(): Promise<void> {
		await this.page.getByRole('link', { name: 'Vul samen in' }).click();
	}

	async handOver(): Promise<void> {
		await this.page.getByRole('link', { name: 'Geef dit toestel door' }).click();
	}

	async collect(): Promise<void> {
		await this.toAnswers();
		await this.page.getByRole('link', { name: 'Start met scannen' }).click();
	}

	async enterPaper(): Promise<void> {
		// Where forms are typed over already, that is the main thing to do as well.
		await this.page.getByRole('link', { name: 'Typ over' }).first().click();
	}

	/** Sets where phones find the app, and reads the link that participants open. */
	async invitationLink(appAddress: string): Promise<string> {
		const field = this.page.getByLabel('Adres waarop telefoons deze app openen');
		await field.fill(appAddress);
		await this.page.getByRole('button', { name: 'Bewaar het adres' }).click();
		return this.shownLink();
	}

	/** The link that participants open, once the app knows where phones find it. */
	async shownLink(): Promise<string> {
		await this.page.getByRole('button', { name: 'Toon de link' }).click();
		await expect(this.participantsLink).toBeVisible();
		return (await this.participantsLink.getAttribute('href')) ?? '';
	}

	/** The same, where it is shown already. */
	get participantsLink(): Locator {
		return this.page.getByRole('link', { name: /meedoen/ });
	}

	/** What it says of the letterbox, where the host has one. */
	get letterbox(): Locator {
		return this.page.getByRole('region', { name: 'Brievenbus' });
	}

	/** @param word of the host, where it asks one */
	async switchLetterboxOn(word?: string): Promise<void> {
		const button = this.letterbox.getByRole('button', { name: 'Zet de brievenbus aan' });
		await button.click();
		if (word !== undefined) {
			await this.letterbox.getByLabel('Wachtwoord van deze website').fill(word);
			await button.click();
		}
		await expect(this.letterbox).toContainText('Brievenbus aan: antwoorden komen vanzelf binnen.');
	}

	/** What is asked before an anonymous measurement closes. */
	get closingQuestion(): Locator {
		return this.page.getByRole('alertdialog', { name: /^Sluit je de meting/ });
	}

	/** What people should know before they answer that. */
	get beforeClosing(): Locator {
		return this.page.locator('#before-closing');
	}

	get closeButton(): Locator {
		return this.page.getByRole('button', { name: 'Sluit af en ga praten' });
	}

	/** Closes it, which leads to the result. */
	async close(): Promise<void> {
		await this.#close();
		await this.page.waitForURL(/\/resultaat\//);
	}

	/** Closes it where there is nothing that can show: that is said here. */
	async closeWithNothing(): Promise<void> {
		await this.#close();
		await expect(this.page.getByRole('heading', { name: 'De meting is gesloten' })).toBeVisible();
	}

	async #close(): Promise<void> {
		await this.toAnswers();
		await this.closeButton.click();
		await expect(this.closeButton).toBeHidden();
		if (await this.closingQuestion.isVisible()) {
			await this.closingQuestion.getByRole('button', { name: 'Ja, sluit de meting' }).click();
		}
	}

	/** How many people each group has, by its name. */
	async setPeople(people: Record<string, string>): Promise<void> {
		await this.unfold();
		for (const [group, count] of Object.entries(people)) {
			await this.page.getByLabel(`Aantal mensen: ${group}`).fill(count);
		}
		await this.page.getByRole('button', { name: 'Bewaar de aantallen' }).click();
	}

	async reopen(): Promise<void> {
		const id = new URL(this.page.url()).searchParams.get('meting') ?? '';
		if (this.#isAtResult()) await this.open(id);
		await this.page.getByRole('button', { name: 'Heropen de meting' }).click();
		await expect(this.page.getByRole('heading', { name: 'De meting is gesloten' })).toBeHidden();
	}

	/** Where closing has led to already. */
	async toResult(): Promise<void> {
		if (!this.#isAtResult()) await this.page.getByRole('link', { name: /^(Naar|Bekijk) het resultaat/ }).click();
	}

	#isAtResult(): boolean {
		return this.page.url().includes('/resultaat/');
	}

	/** The first look at an anonymous measurement. */
	async showAnonymousResult(): Promise<void> {
		await this.toResult();
		await this.page.getByRole('button', { name: 'Toon het resultaat' }).click();
	}
}
