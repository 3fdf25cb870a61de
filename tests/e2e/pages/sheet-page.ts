import { expect, type Locator, type Page } from '@playwright/test';

/** One person's sheet: on a passed-round device or an own phone. */
export class SheetPage {
	/** @param words what the app says in the language of the sheet, by its Dutch text; left out for Dutch */
	constructor(
		private readonly page: Page,
		private readonly words: Readonly<Record<string, string>> = {}
	) {}

	#say(dutch: string): string {
		return this.words[dutch] ?? dutch;
	}

	#button(dutch: string): Locator {
		return this.page.getByRole('button', { name: this.#say(dutch) });
	}

	/** To the first statement, over what an answer is about where the questionnaire says that. */
	async chooseGroup(name: string): Promise<void> {
		await this.pickGroup(name);
		const toStatements = this.#button('Naar de stellingen');
		await expect(toStatements.or(this.at(1))).toBeVisible();
		if (await toStatements.isVisible()) await toStatements.click();
		await expect(this.at(1)).toBeVisible();
	}

	/** Up to where the first screen of the sheet comes. */
	async pickGroup(name: string): Promise<void> {
		await this.group(name).check();
		await this.page
			.getByRole('button', { name: new RegExp(`^(${this.#say('Begin')}|${this.#say('Verder')})$`) })
			.click();
	}

	group(name: string): Locator {
		return this.page.getByRole('radio', { name, exact: true });
	}

	/** The question that the sheet begins with. */
	get groupQuestion(): Locator {
		return this.page.getByRole('heading', { name: 'Waar zit jij aan tafel?' });
	}

	/** Where people are, by the number of the statement. */
	at(statement: number): Locator {
		return this.page.getByText(new RegExp(`^${statement} ${this.#say('van {0}').replace('{0}', '\\d+')}$`));
	}

	/** What is asked now. */
	get question(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}

	/**
	 * Answers every statement from the first on with keys: one string for each dimension; '-' leaves a statement open,
	 * and trend questions stay open too. The choices are clicked in one go: how people answer one by one is for the
	 * journeys of phones, keyboards and shaking hands.
	 */
	async answerAll(keys: readonly string[]): Promise<void> {
		await this.toFirst();
		await this.answerNext(keys.join(''));
		await this.toLast();
	}

	/** As `answerAll`, from the statement on the screen on, as many as there are keys. */
	async answerNext(keys: string): Promise<void> {
		await this.page.locator('main').evaluate(
			async (main, { given, next, between }) => {
				const place = () => main.querySelector('h1')?.textContent ?? '';
				const goOn = async () => {
					const before = place();
					[...main.querySelectorAll('button')].find((button) => button.textContent.trim() === next)?.click();
					// Its text changes once the task is over.
					for (let turn = 0; turn < 50 && place() === before; turn += 1) await new Promise((go) => setTimeout(go));
				};
				for (const key of given) {
					while (place().startsWith(between)) await goOn();
					const radios = main.querySelectorAll<HTMLInputElement>('input[type=radio]');
					if (key !== '-') radios[key === '0' ? 5 : Number(key) - 1]?.click();
					await goOn();
				}
			},
			{ given: keys, next: this.#say('Volgende'), between: this.#say('Tussendoor') }
		);
	}

	/** Answers with this key up to the next trend question. */
	async answerToTrend(key: string): Promise<void> {
		for (let turn = 0; turn < 20 && !(await this.trendQuestion.isVisible()); turn += 1) await this.answerNext(key);
	}

	/** Back to the first statement. */
	async toFirst(): Promise<void> {
		const toStatements = this.#button('Naar de stellingen');
		await expect(toStatements.or(this.question)).not.toHaveCount(0);
		if (await toStatements.isVisible()) await toStatements.click();
		await this.#pressUntil(
			'Vorige',
			new RegExp(`^${this.#say('Stelling {0} van {1}').split('{1}')[0]?.replace('{0}', '1')}`)
		);
		await expect(this.at(1)).toBeVisible();
	}

	/** Without answering, to the last screen. */
	async toLast(): Promise<void> {
		await this.#pressUntil('Volgende', /^$/);
		await expect(this.#button('Klaar')).toBeVisible();
	}

	/** As long as there is such a button, and the heading is another one. */
	async #pressUntil(label: string, heading: RegExp): Promise<void> {
		await this.page.locator('main').evaluate(
			async (main, { text, there }) => {
				const place = () => main.querySelector('h1')?.textContent ?? '';
				const control = () => [...main.querySelectorAll('button')].find((one) => one.textContent.trim() === text);
				for (let button = control(); button && !new RegExp(there).test(place()); button = control()) {
					const before = place();
					button.click();
					for (let turn = 0; turn < 50 && place() === before; turn += 1) await new Promise((go) => setTimeout(go));
				}
			},
			{ text: this.#say(label), there: heading.source }
		);
	}

	/** That something on the screen is not stored, or not yet. */
	get notStored(): Locator {
		const failed = this.page.getByRole('button', { name: 'Probeer opnieuw te bewaren' });
		return failed.or(this.page.getByText('Bezig met bewaren'));
	}

	/** Of the statement on the screen. */
	choice(key: string): Locator {
		return this.page.getByRole('radio').nth(key === '0' ? 5 : Number(key) - 1);
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

	async back(): Promise<void> {
		await this.page.getByRole('button', { name: 'Vorige' }).click();
	}

	async expectSaved(): Promise<void> {
		await expect(this.page.getByText(this.#say('✓ Bewaard')).first()).toBeVisible();
	}

	async done(): Promise<void> {
		await this.#button('Klaar').click();
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
		await expect(this.page.getByRole('heading', { name: this.#say('Laat dit scannen') })).toBeVisible();
	}

	/** Of answers that go by a letterbox: how far they are. */
	async expectSent(heading: 'Nog niet verzonden' | 'Verzonden' | 'Binnen bij de begeleider'): Promise<void> {
		// A next try may be half a minute away.
		await expect(this.page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible({
			timeout: 45_000
		});
	}

	/** From the last screen. @returns the code that the phone then shows */
	async finish(): Promise<string> {
		await this.done();
		await this.expectHandBack();
		return this.code();
	}

	async code(): Promise<string> {
		const boxes = this.page.getByTestId('code').getByRole('listitem').locator('strong');
		if (!(await boxes.first().isVisible())) await this.#button('Lees een code voor').click();
		return (await boxes.allInnerTexts()).join(' ');
	}

	get qrCode(): Locator {
		return this.page.getByRole('img', { name: 'QR-code met je antwoorden' });
	}

	async saveFile(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Bewaar een bestand' }).click();
		return (await download).path();
	}

	async wipe(): Promise<void> {
		await this.page.getByRole('button', { name: 'Wis van deze telefoon' }).click();
		await this.page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
	}
}
