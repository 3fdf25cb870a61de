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

	async expectCount(group: string, count: number): Promise<void> {
		const term = this.page.getByRole('term').filter({ hasText: group });
		await expect(this.page.locator('dl > div').filter({ has: term }).getByRole('definition')).toContainText(
			new RegExp(`^\\s*${count}\\s`)
		);
	}

	async fillTogether(): Promise<void> {
		await this.page.getByRole('link', { name: 'Vul samen in' }).click();
	}

	async handOver(): Promise<void> {
		await this.page.getByRole('link', { name: 'Geef dit toestel door' }).click();
	}

	async collect(): Promise<void> {
		await this.page.getByRole('link', { name: 'Haal antwoorden binnen' }).click();
	}

	async enterPaper(): Promise<void> {
		await this.page.getByRole('link', { name: 'Typ formulieren over' }).click();
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
		await this.page.getByRole('button', { name: 'Toon QR-code en link' }).click();
		const link = this.page.getByRole('link', { name: /meedoen/ });
		await expect(link).toBeVisible();
		return (await link.getAttribute('href')) ?? '';
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
		return this.page.getByRole('button', { name: 'Sluit de meting', exact: true });
	}

	async close(): Promise<void> {
		await this.closeButton.click();
		const closed = this.page.getByRole('heading', { name: 'De meting is gesloten' });
		await expect(this.closingQuestion.or(closed)).toBeVisible();
		if (await this.closingQuestion.isVisible()) {
			await this.closingQuestion.getByRole('button', { name: 'Ja, sluit de meting' }).click();
		}
		await expect(closed).toBeVisible();
	}

	/** How many people each group has, by its name. */
	async setPeople(people: Record<string, string>): Promise<void> {
		await this.page.getByRole('button', { name: 'Aantal mensen in elke groep' }).click();
		for (const [group, count] of Object.entries(people)) {
			await this.page.getByLabel(`Aantal mensen: ${group}`).fill(count);
		}
		await this.page.getByRole('button', { name: 'Bewaar de aantallen' }).click();
	}

	async reopen(): Promise<void> {
		await this.page.getByRole('button', { name: 'Heropen de meting' }).click();
		await expect(this.page.getByRole('heading', { name: 'De meting is open' })).toBeVisible();
	}

	async toResult(): Promise<void> {
		await this.page.getByRole('link', { name: 'Bekijk het resultaat' }).click();
	}

	/** The first look at an anonymous measurement. */
	async showAnonymousResult(): Promise<void> {
		await this.toResult();
		await this.page.getByRole('button', { name: 'Toon het resultaat' }).click();
	}
}
