import type { Page } from '@playwright/test';
import { newestQuestionnaire } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

const { frame } = newestQuestionnaire;
if (!frame) throw new Error('The newest questionnaire has no frame');
const termsOf = (role: string) => frame.terms.find((term) => term.for === role)?.text ?? '';
const shown = (page: Page, text: string) => expect(page.getByText(text)).toBeVisible();
const hidden = (page: Page, text: string) => expect(page.getByText(text)).toBeHidden();

test('who answers alone reads what an answer is about in the words of the own side, and finds it back on each page', async ({
	page,
	newPartnership,
	desk,
	sheet
}) => {
	await newPartnership.open();
	await newPartnership.createOpen('Waarover');
	await desk.handOver();
	await sheet.pickGroup('Verenigingen');

	await expect(sheet.question).toContainText(frame.question);
	for (const text of [frame.period, termsOf('vereniging'), frame.unknown]) await shown(page, text);
	await expect(page.getByText(termsOf('gemeente'))).toHaveCount(0);

	await page.getByRole('button', { name: 'Naar de stellingen' }).click();
	await expect(sheet.at(1)).toBeVisible();
	await hidden(page, termsOf('vereniging'));
	await page.getByRole('button', { name: 'Woorden' }).click();
	for (const text of [frame.question, frame.period, termsOf('vereniging'), frame.unknown]) await shown(page, text);
	await sheet.next();
	await expect(sheet.at(2)).toBeVisible();
	await hidden(page, termsOf('vereniging'));
});

test('together on one screen each side has its own words', async ({ page, newPartnership, filling }) => {
	await newPartnership.open();
	await newPartnership.create('Waarover, samen');

	await filling.expectDimension(1, newestQuestionnaire.themes[0]?.dimensions[0]?.name ?? '');
	for (const text of [frame.question, termsOf('gemeente'), termsOf('vereniging')]) await shown(page, text);
	await filling.next.click();
	await filling.expectDimension(2, newestQuestionnaire.themes[0]?.dimensions[1]?.name ?? '');
	await shown(page, frame.question);
	await hidden(page, termsOf('gemeente'));
});
