import { expect, type Locator, type Page } from '@playwright/test';

/** Saving and opening files with measurements. */
export class DataPage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('./gegevens/');
	}

	/** @param what a choice of the list, as it reads there */
	async save(what: string, passphrase?: string): Promise<{ path: string; name: string }> {
		await this.page.getByLabel('Wat wil je bewaren?').selectOption({ label: what });
		if (passphrase !== undefined) {
			await this.page.getByLabel('Sluit het bestand met een wachtwoord').check();
			await this.page.getByLabel('Wachtwoord', { exact: true }).fill(passphrase);
			await this.page.getByLabel('Wachtwoord, nog een keer').fill(passphrase);
		}
		const download = this.page.waitForEvent('download');
		await this.saveButton.click();
		const file = await download;
		return { path: await file.path(), name: file.suggestedFilename() };
	}

	get saveButton(): Locator {
		return this.page.getByRole('button', { name: 'Bewaar als bestand' });
	}

	/** @param file its path, or what it holds */
	async choose(file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
		await this.page.getByLabel('Kies een bestand').setInputFiles(file);
	}

	/** Of what takes long. */
	get progress(): Locator {
		return this.page.getByRole('progressbar');
	}

	get stopButton(): Locator {
		return this.page.getByRole('button', { name: 'Stop', exact: true });
	}

	async unlock(passphrase: string): Promise<void> {
		await this.page.getByLabel('Wachtwoord van dit bestand').fill(passphrase);
		await this.page.getByRole('button', { name: 'Open het slot' }).click();
	}

	/** What the preview says of each measurement. */
	get preview(): Locator {
		return this.page.getByRole('region', { name: 'Open een bestand' }).getByRole('listitem');
	}

	async confirm(): Promise<void> {
		await this.page.getByRole('button', { name: 'Zet dit op dit toestel' }).click();
		await expect(this.page.getByText('Het bestand staat nu op dit toestel.')).toBeVisible();
	}

	async undo(): Promise<void> {
		await this.page.getByRole('button', { name: 'Maak ongedaan' }).click();
		await expect(this.page.getByText('Ongedaan gemaakt.')).toBeVisible();
	}

	/** When everything was last saved, and the file that renews itself. */
	get backup(): Locator {
		return this.page.getByRole('region', { name: 'Back-up' });
	}

	async saveBackup(): Promise<{ path: string; name: string }> {
		const download = this.page.waitForEvent('download');
		await this.backup.getByRole('button', { name: 'Bewaar nu een back-up' }).click();
		const file = await download;
		return { path: await file.path(), name: file.suggestedFilename() };
	}

	/** The test gives the page a file, since no one can choose one here. */
	async chooseRenewingFile(): Promise<void> {
		await this.backup.getByRole('button', { name: 'Laat een bestand zichzelf vernieuwen' }).click();
		await this.backup.getByRole('button', { name: 'Kies het bestand' }).click();
	}

	/** Ends on the page that says what was wiped. */
	async wipe(): Promise<void> {
		await this.page.getByRole('button', { name: 'Wis dit toestel' }).click();
		await this.page.getByRole('button', { name: 'Ja, wis alles' }).click();
		await this.page.waitForURL(/\/gewist\//);
		// For ten seconds it can still be stopped.
		await expect(this.page.getByRole('heading', { level: 1, name: 'Dit toestel wordt zo gewist' })).toBeVisible();
		await expect(this.stopWiping).toBeHidden({ timeout: 30_000 });
	}

	get stopWiping(): Locator {
		return this.page.getByRole('button', { name: 'Stop, wis niets' });
	}

	get problem(): Locator {
		return this.page.getByRole('alert');
	}
}
