import { expect, type Locator, type Page } from '@playwright/test';

/** Taking in answers: camera, codes, files. */
export class CollectionPage {
	constructor(private readonly page: Page) {}

	async open(measurementId: string): Promise<void> {
		await this.page.goto(`./verzamelen/?meting=${measurementId}`);
	}

	async expectCount(count: number): Promise<void> {
		await expect(this.page.getByText(new RegExp(`^${count} (blad|bladen) binnen$`))).toBeVisible();
	}

	/** The boxes of four, from 1. */
	codeBox(place: number): Locator {
		return this.page.getByRole('textbox', { name: new RegExp(`^Vak ${place} van `) });
	}

	/** All at once, as a keyboard does that knows what was copied; a right one comes in by itself. */
	async typeCode(code: string): Promise<void> {
		await this.codeBox(1).fill(code);
	}

	get addCode(): Locator {
		return this.page.getByRole('button', { name: 'Voeg toe' });
	}

	async openFile(path: string): Promise<void> {
		await this.page.getByLabel('Kies bestanden').setInputFiles(path);
	}

	/** In the place of the newer one that is in. */
	async takeOlder(): Promise<void> {
		await this.page.getByRole('button', { name: 'Neem deze in de plaats' }).click();
	}

	async startCamera(): Promise<void> {
		await this.page.getByRole('button', { name: 'Start de camera' }).click();
	}

	async expectMessage(text: string | RegExp): Promise<void> {
		await expect(
			this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text }).first()
		).toBeVisible();
	}

	async saveTransfer(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Bewaar alles als bestand' }).click();
		return (await download).path();
	}
}
