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
	await sheet.chooseGroup('Verenigingen');

	await expect(page.getByRole('group', { name: frame.question, exact: true }).getByRole('article')).toHaveCount(3);
	for (const text of [frame.period, termsOf('vereniging'), frame.unknown]) await shown(page, text);
	await expect(page.getByText(termsOf('gemeente'))).toHaveCount(0);

	await sheet.next();
	for (const text of [frame.question, frame.period]) await shown(page, text);
	await hidden(page, termsOf('vereniging'));
	await page.getByRole('button', { name: 'Wat betekenen de woorden?' }).click();
	await shown(page, termsOf('vereniging'));
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
