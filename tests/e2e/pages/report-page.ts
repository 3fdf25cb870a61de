import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

export class ReportPage {
	constructor(private readonly page: Page) {}

	async open(measurementId: string): Promise<void> {
		await this.page.goto(`./verslag/?meting=${measurementId}`);
		await expect(this.summaryButton).toBeEnabled();
		await this.openChoices();
	}

	/** Folds open what is in the report and what is on it: everything was chosen already. */
	async openChoices(): Promise<void> {
		const fold = this.page.getByRole('button', { name: 'Wijzig keuze' });
		if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
		await expect(this.ownWords).toBeVisible();
	}

	get summaryButton(): Locator {
		return this.page.getByRole('button', { name: 'Samenvatting (pdf)' });
	}

	get fullButton(): Locator {
		return this.page.getByRole('button', { name: 'Volledig verslag (pdf)' });
	}

	get ownWords(): Locator {
		return this.page.getByLabel('Wat wil je er zelf bij zeggen?');
	}

	get advice(): Locator {
		return this.page.getByRole('group', { name: 'Welke tips en gespreksvragen' }).getByRole('checkbox');
	}

	/** As it is printed. */
	get pageOne(): Locator {
		return this.page.getByRole('img', { name: 'Bladzijde 1, zoals ze gedrukt wordt' });
	}

	/** Of the client, as it stands beside the choice. */
	get logo(): Locator {
		return this.page.getByRole('img', { name: 'Het gekozen logo' });
	}

	get guide(): Locator {
		return this.page.getByLabel('Wie begeleidde het gesprek?');
	}

	async chooseLogo(file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
		await this.page.getByLabel(/Kies een (ander )?logo/).setInputFiles(file);
	}

	async removeLogo(): Promise<void> {
		await this.page.getByRole('button', { name: 'Haal het logo weg' }).click();
	}

	async expectSaved(): Promise<void> {
		await expect(this.page.getByText('✓ Bewaard op dit toestel').first()).toBeVisible();
	}

	/** Presses a button of «Cijfers en beelden» and reads what it saves. */
	async save(
		button: 'Excel (.xlsx)' | 'CSV' | 'Tafel als SVG' | 'Tafel als PNG' | 'Radar als SVG' | 'Radar als PNG'
	): Promise<{ name: string; bytes: Buffer }> {
		return this.#download(button);
	}

	/** Presses a button of what the report is made of to edit further, and reads what it saves. */
	async saveOther(
		button: 'Samenvatting (Word)' | 'Volledig verslag (Word)' | 'Presentatie (PowerPoint)'
	): Promise<{ name: string; bytes: Buffer }> {
		await this.openOther();
		return this.#download(button);
	}

	/** Folds open what else the report can be. */
	async openOther(): Promise<void> {
		const fold = this.page.getByRole('button', { name: 'Ook als: Word, PowerPoint of tekst' });
		if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
	}

	async #download(button: string): Promise<{ name: string; bytes: Buffer }> {
		const downloading = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: button, exact: true }).click();
		const download = await downloading;
		return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
	}

	/** @param press how its button is pressed: with the mouse, unless it says otherwise */
	async makeSummary(press = () => this.summaryButton.click()): Promise<Uint8Array> {
		return this.#make(press);
	}

	async makeFull(): Promise<Uint8Array> {
		return this.#make(() => this.fullButton.click());
	}

	async #make(press: () => Promise<void>): Promise<Uint8Array> {
		const downloading = this.page.waitForEvent('download');
		await press();
		const path = await (await downloading).path();
		await expect(this.page.getByText(/^De pdf is klaar/)).toBeVisible();
		return new Uint8Array(readFileSync(path));
	}
}
