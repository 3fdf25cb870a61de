import { expect, type Locator, type Page } from '@playwright/test';

/** The slides that a room looks at. */
export class PresentationPage {
	constructor(private readonly page: Page) {}

	/** @param step from 1, the overview */
	async open(measurementId: string, step = 1): Promise<void> {
		await this.page.goto(`./tonen/?meting=${measurementId}&stap=${step}`);
		await expect(this.heading).not.toHaveText('Presentatie');
	}

	get heading(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}

	get note(): Locator {
		return this.page.getByRole('textbox', { name: 'Notitie', exact: true });
	}

	get saved(): Locator {
		return this.page.getByText('✓ Bewaard');
	}

	get next(): Locator {
		return this.page.getByRole('button', { name: 'Volgende' });
	}

	/** @param value from 1 to 5 */
	score(value: number): Locator {
		return this.page
			.getByRole('radiogroup', { name: 'Samen geven we' })
			.getByRole('radio')
			.nth(value - 1);
	}

	async begin(): Promise<void> {
		await this.page.getByRole('button', { name: 'Eerste onderwerp' }).click();
	}

	async expectPlace(place: number, of: number): Promise<void> {
		await expect(this.page.getByText(`${place} van ${of}`, { exact: true })).toBeVisible();
	}

	/** Opens the list of topics to choose from, on the overview. */
	async beginChoosing(): Promise<Locator> {
		await this.page.getByRole('button', { name: 'Kies andere' }).click();
		return this.page.getByRole('dialog', { name: 'Waarover praten jullie?' }).getByRole('checkbox');
	}

	async endChoosing(): Promise<void> {
		await this.page.getByRole('button', { name: /^Bespreek d/ }).click();
	}

	/** Makes every dimension a topic. */
	async chooseAll(): Promise<void> {
		const boxes = await this.beginChoosing();
		for (const box of await boxes.all()) await box.check();
		await this.endChoosing();
	}
}
