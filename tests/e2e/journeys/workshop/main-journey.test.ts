import type { Page } from '@playwright/test';
import type { FillingPage } from '../../pages/filling-page';
import type { ResultPage } from '../../pages/result-page';
import { dimensions } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

/** The keys of a side on a screen; the last one again where there are more statements. */
const filled = (keys: string, index: number) => keys.padEnd(dimensions[index]?.items.length ?? 0, keys.at(-1));

/** Keys for each dimension: the municipality is content, the associations are not about «partnerschap». */
const answersAt = (index: number) => {
	if (index === 4) return { Gemeente: '544', Verenigingen: '211' }; // 13/3 beside 4/3: a gap of exactly 3
	if (index === 11) return { Gemeente: '433', Verenigingen: '003' }; // one valid answer of three: no score
	return { Gemeente: filled('443', index), Verenigingen: filled('344', index) }; // 11/3 on both sides: no gap
};

async function expectTheResult(page: Page, result: ResultPage): Promise<void> {
	await result.expectSentence(/^Partner, geen uitvoerder: gemeente 4,3, verenigingen 1,3/);
	await result.expectRadar();
	expect(await result.row('Over de muur kijken')).toEqual(['3,7', '3,7', '3,7', '0,0']);
	expect(await result.row('Partner, geen uitvoerder')).toEqual(['4,3', '1,3', '2,8', '3,0 groot verschil']);
	expect(await result.row('Duidelijke rol, betrokken politici')).toEqual([
		'3,3',
		'te weinig antwoorden',
		'te weinig antwoorden',
		'–'
	]);
	await expect(result.topics).toHaveCount(3);
	await expect(result.topics.first()).toContainText(
		'Neem een taak of een plan van dit jaar dat de verenigingen kiezen.'
	);
	await expect(result.topics.first()).toContainText(/Gemeente 4,3\s+Verenigingen 1,3/);
	await result.showAllTips();
	await expect(result.tips.first()).toContainText('groot verschil van 3,0: Gemeente 4,3, Verenigingen 1,3');
	expect(await result.tips.count()).toBeGreaterThan(5);
	await expect(page.getByRole('button', { name: 'Bronnen' })).toBeVisible();
}

test(
	'by mouse: from nothing to a printed result',
	{ tag: '@page' },
	async ({ page, home, newPartnership, filling, result }) => {
		await home.open();
		await home.startNew();
		await newPartnership.create('Overleg aan de beek');
		for (const [index, { name }] of dimensions.entries()) {
			await filling.expectDimension(index + 1, name);
			await filling.answerScreen(answersAt(index));
			if (index === 0) await filling.writeNote(1, 'Dit willen we volgend jaar opnieuw bekijken.');
			await filling.expectSaved();
			await (index < dimensions.length - 1 ? filling.next : filling.toResult).click();
		}
		await expectTheResult(page, result);

		await result.openStatements('Over de muur kijken');
		await expect(result.statements().first()).toContainText('4 · Klopt grotendeels');
		await expect(result.statements().first()).toContainText('Dit willen we volgend jaar opnieuw bekijken.');

		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
		// The radar on paper is a drawing in vectors; every statement is there although nothing else was opened.
		await expect(page.locator('canvas')).toBeHidden();
		await expect(page.locator('svg[aria-label^="Radar van 1 tot 5"]')).toBeVisible();
		await expect(result.statements().last()).toBeVisible();
		const pdf = await page.pdf({ preferCSSPageSize: true });
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	}
);

test('by keyboard alone: from nothing to the result', async ({ page, home, newPartnership, filling, result }) => {
	await home.open();
	await tabTo(page, 'Start een meting');
	await page.keyboard.press('Enter');
	await expect(newPartnership.make).toBeEnabled();
	// The dots of one choice are gone along with arrows.
	await page.getByRole('radio', { name: 'Op eigen telefoon' }).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Tab');
	await expect(newPartnership.name).toBeFocused();
	await page.keyboard.type('Alleen met toetsen');
	await tabTo(page, 'Begin met invullen');
	await page.keyboard.press('Enter');
	for (const [index, { name }] of dimensions.entries()) {
		await filling.expectDimension(index + 1, name);
		await answerByKeyboard(page, filling, answersAt(index));
		await filling.expectSaved();
		await tabTo(page, index < dimensions.length - 1 ? 'Volgende' : 'Naar het resultaat');
		await page.keyboard.press('Enter');
	}
	await expectTheResult(page, result);
});

/** Presses Tab until the element with this text has the focus, as a person would. */
async function tabTo(page: Page, text: string): Promise<void> {
	for (let presses = 0; presses < 60; presses += 1) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		if (focused === text) return;
	}
	throw new Error(`Tab never reached "${text}"`);
}

/** Side by side for each statement: Tab to the group, then a digit. */
async function answerByKeyboard(page: Page, filling: FillingPage, answers: Record<string, string>): Promise<void> {
	const keys = Object.values(answers);
	await filling.choice('Gemeente', 1, '1').focus();
	for (const statement of (keys[0] ?? '').split('').keys()) {
		for (const side of [0, 1]) {
			const key = keys[side]?.[statement] ?? '0';
			await page.keyboard.press(key);
			await expect(filling.choice(Object.keys(answers)[side] ?? '', statement + 1, key)).toBeChecked();
			await page.keyboard.press('Tab');
			if (side === 1) await pastTheDisclosures(page);
		}
	}
}

async function pastTheDisclosures(page: Page): Promise<void> {
	for (const label of ['Waar denk je aan?', 'Notitie']) {
		await expect(page.locator(':focus')).toContainText(label);
		await page.keyboard.press('Tab');
	}
}
