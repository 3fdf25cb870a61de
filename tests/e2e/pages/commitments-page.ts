import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

interface Written {
	what?: string;
	who?: string;
	/** ISO date, yyyy-mm-dd. */
	by?: string;
	note?: string;
}

/** The commitments: the list that can be changed is on the page of the last step, the forms are at tips too. */
export class CommitmentsPage {
	constructor(private readonly page: Page) {}

	/** The page of the last step, of the measurement that this page shows. */
	async open(): Promise<void> {
		await this.page.goto(`./afspreken/${new URL(this.page.url()).search}`);
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Wat spreken jullie af?');
	}

	get section(): Locator {
		return this.page.getByRole('region', { name: 'Afgesproken' });
	}

	get form(): Locator {
		return this.page.getByRole('form', { name: /afspraak|^Wijzig/i });
	}

	get what(): Locator {
		return this.form.getByLabel(/^Wat spreken jullie af/);
	}

	item(what: string): Locator {
		return this.section
			.getByRole('listitem')
			.filter({ has: this.page.getByRole('heading', { name: what, exact: true }) });
	}

	/** What is agreed, in the order of the list. */
	async expectList(...what: string[]): Promise<void> {
		await expect(this.section.getByRole('heading', { level: 3 })).toHaveText(what);
	}

	/** Opens the form at a tip or a prompt. */
	async openAt(advice: Locator): Promise<void> {
		await advice.getByRole('button', { name: /^Maak afspraak/ }).click();
	}

	async openNew(): Promise<void> {
		await this.section.getByRole('button', { name: 'Nieuwe afspraak' }).click();
	}

	async openChange(what: string): Promise<void> {
		await this.section.getByRole('button', { name: `Wijzig (${what})`, exact: true }).click();
	}

	async write({ what, who, by, note }: Written): Promise<void> {
		if (what !== undefined) await this.what.fill(what);
		if (who !== undefined) await this.form.getByLabel(/^Wie doet het/).fill(who);
		if (by !== undefined) await this.form.getByLabel(/^Tegen wanneer/).fill(by);
		if (note !== undefined) await this.form.getByLabel(/^Notitie/).fill(note);
	}

	/** Stores the open form; done when the page says that it is stored. */
	async save(): Promise<void> {
		await this.form.getByRole('button', { name: 'Bewaar de afspraak' }).click();
		await expect(this.form).toBeHidden();
		await expect(this.page.getByText('✓ Bewaard op dit toestel').first()).toBeVisible();
	}

	status(what: string): Locator {
		return this.item(what).getByLabel(/^Hoe ver/);
	}

	async chooseStatus(what: string, word: string): Promise<void> {
		await this.status(what).selectOption(word);
		await expect(this.item(what).getByText('✓ Bewaard op dit toestel')).toBeVisible();
	}

	async remove(what: string): Promise<void> {
		await this.section.getByRole('button', { name: `Verwijder (${what})`, exact: true }).click();
		await expect(this.item(what)).toBeHidden();
	}

	async undo(): Promise<void> {
		await this.section.getByRole('button', { name: 'Maak ongedaan' }).click();
	}

	/** The calendar file of one commitment, or of all. */
	async saveCalendar(what?: string): Promise<{ name: string; text: string }> {
		const download = this.page.waitForEvent('download');
		const name = what === undefined ? /^Zet alle afspraken/ : `Zet in agenda (.ics) (${what})`;
		await this.section.getByRole('button', { name }).click();
		const file = await download;
		return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
	}
}
