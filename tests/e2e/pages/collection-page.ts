import { expect, type Locator, type Page } from '@playwright/test';

/** Taking in answers: camera, codes, files. */
export class CollectionPage {
	constructor(private readonly page: Page) {}

	async open(measurementId: string): Promise<void> {
		await this.page.goto(`./verzamelen/?meting=${measurementId}`);
	}

	async expectCount(count: number): Promise<void> {
		await expect(
			this.page.getByRole('paragraph').filter({ hasText: new RegExp(`^\\s*${count}\\s+(van \\d+ )?binnen\\s*$`) })
		).toBeVisible();
	}

	/** Another way than the camera, where it is not open yet. */
	async openWay(way: 'Code' | 'Bestand' | 'Papier'): Promise<void> {
		// A closed measurement takes nothing in: only the file of all of it is left.
		const line = this.page.getByText(/Camera werkt niet\?|Terug naar de camera|Bewaar alles als bestand/).first();
		await expect(line).toBeVisible();
		const button = this.page.getByRole('button', { name: way, exact: true });
		if (await button.isVisible()) await button.click();
	}

	/** The boxes of four, from 1. */
	codeBox(place: number): Locator {
		return this.page.getByRole('textbox', { name: new RegExp(`^Vak ${place} van `) });
	}

	/** All at once, as a keyboard does that knows what was copied; a right one comes in by itself. */
	async typeCode(code: string): Promise<void> {
		await this.openWay('Code');
		await this.codeBox(1).fill(code);
	}

	get addCode(): Locator {
		return this.page.getByRole('button', { name: 'Voeg toe' });
	}

	async openFile(file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
		await this.openWay('Bestand');
		await this.page.getByLabel('Kies bestanden').setInputFiles(file);
	}

	/** In the place of the newer one that is in. */
	async takeOlder(): Promise<void> {
		await this.page.getByRole('button', { name: 'Neem dit in de plaats' }).click();
	}

	/** Where the browser gives the camera without asking, it is on already. */
	async startCamera(): Promise<void> {
		const start = this.page.getByRole('button', { name: 'Start de camera', exact: true });
		await expect(start.or(this.page.getByRole('button', { name: 'Stop de camera' }))).toBeVisible();
		if (await start.isVisible()) await start.click();
	}

	async expectMessage(text: string | RegExp): Promise<void> {
		await expect(
			this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text }).first()
		).toBeVisible();
	}

	async saveTransfer(): Promise<string> {
		await this.openWay('Bestand');
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Bewaar alles als bestand' }).click();
		return (await download).path();
	}
}
