import { expect, type Locator, type Page } from '@playwright/test';

/** One person's sheet: on a passed-round device or an own phone. */
export class SheetPage {
	constructor(private readonly page: Page) {}

	async chooseGroup(name: string): Promise<void> {
		await this.page.getByRole('button', { name, exact: true }).click();
		await expect(this.page.getByText(/^Onderdeel 1 van \d/)).toBeVisible();
	}

	/**
	 * Answers every screen with keys: one string of three for each dimension; '-' leaves a statement open. The
	 * choices of a screen are clicked in one go: how people answer one by one is for the journeys of phones,
	 * keyboards and shaking hands.
	 */
	async answerAll(keys: readonly string[]): Promise<void> {
		for (const [index, screen] of keys.entries()) {
			await this.answerScreen(index + 1, screen);
			if (index < keys.length - 1) await this.page.getByRole('button', { name: 'Volgende' }).click();
		}
	}

	/** As `answerAll`, this screen only. @param place from 1 */
	async answerScreen(place: number, keys: string): Promise<void> {
		await expect(this.page.getByText(new RegExp(`^Onderdeel ${place} van`))).toBeVisible();
		await this.page.getByRole('article').evaluateAll((articles, given) => {
			for (const [index, key] of [...given].entries()) {
				const radios = articles[index]?.querySelectorAll<HTMLInputElement>('input[type=radio]');
				if (key !== '-') radios?.[key === '0' ? 5 : Number(key) - 1]?.click();
			}
		}, keys);
	}

	/** That something on the screen is not stored, or not yet. */
	get notStored(): Locator {
		const failed = this.page.getByRole('button', { name: 'Probeer opnieuw te bewaren' });
		return failed.or(this.page.getByText('Bezig met bewaren'));
	}

	choice(statement: number, key: string): Locator {
		const article = this.page.getByRole('article').nth(statement - 1);
		return article.getByRole('radio').nth(key === '0' ? 5 : Number(key) - 1);
	}

	/** The question how the dimension on the screen goes beside last time. */
	get trendQuestion(): Locator {
		return this.page.getByRole('group', { name: /^Vergeleken met de vorige keer/ });
	}

	trend(word: 'Beter' | 'Ongeveer gelijk' | 'Minder goed' | 'Weet ik niet, of ik was er toen niet bij'): Locator {
		return this.trendQuestion.getByRole('radio', { name: word });
	}

	/** What people surely want to talk about: on the last screen. */
	get closingQuestion(): Locator {
		return this.page.getByRole('group', { name: 'Waarover wil je het vandaag zeker hebben?' });
	}

	topic(dimension: string): Locator {
		return this.closingQuestion.getByRole('checkbox', { name: dimension });
	}

	async next(): Promise<void> {
		await this.page.getByRole('button', { name: 'Volgende' }).click();
	}

	async expectSaved(): Promise<void> {
		await expect(this.page.getByText('Bewaard op dit toestel')).toBeVisible();
	}

	async done(): Promise<void> {
		await this.page.getByRole('button', { name: 'Klaar' }).click();
	}

	async expectThanks(): Promise<void> {
		await expect(this.page.getByRole('heading', { name: 'Dank je!' })).toBeVisible();
	}

	/** On a passed-round device that cannot store them. @param timeout ms */
	async expectNotHandedIn(timeout?: number): Promise<void> {
		const heading = this.page.getByRole('heading', { name: 'Niet bewaard op dit toestel' });
		await expect(heading).toBeVisible(timeout === undefined ? {} : { timeout });
	}

	async nextPerson(): Promise<void> {
		await this.page.getByRole('button', { name: 'Volgende persoon: begin' }).click();
	}

	async expectHandBack(): Promise<void> {
		await expect(this.page.getByRole('heading', { name: /Geef je antwoorden terug/ })).toBeVisible();
	}

	/** From the last screen. @returns the code that the phone then shows */
	async finish(): Promise<string> {
		await this.done();
		await this.expectHandBack();
		return this.code();
	}

	async code(): Promise<string> {
		return (await this.page.getByTestId('code').innerText()).trim();
	}

	get qrCode(): Locator {
		return this.page.getByRole('img', { name: 'QR-code met je antwoorden' });
	}

	async saveFile(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Bewaar het bestand' }).click();
		return (await download).path();
	}

	async wipe(): Promise<void> {
		await this.page.getByRole('button', { name: 'Wis mijn antwoorden van deze telefoon' }).click();
		await this.page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
	}
}
