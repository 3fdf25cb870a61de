import { expect, test } from '../../test';
import { PresentationPage } from '../../pages/presentation-page';
import { SheetPage } from '../../pages/sheet-page';
import { groupMean, shownScore, type Screens } from '../../looks/independent-calculation';
import { dimensions, resultNames } from '../../looks/newest-questionnaire';

/** A key for each statement; '0' is «weet niet». Different for each respondent, and reproducible. */
function screensOf(respondent: number): Screens {
	return dimensions.map(({ items }, dimension) =>
		items
			.map((_, item) => String(1 + ((respondent * (dimension + 2) + Math.floor(respondent / 5) + item) % 5)))
			.join('')
	);
}

test('thirty responses in four ways, then closing, result and presentation, with figures that add up', async ({
	page,
	site,
	browser,
	newPartnership,
	desk,
	sheet,
	collection,
	result
}) => {
	test.setTimeout(240_000);
	await newPartnership.open();
	await newPartnership.createOpen('Een volle zaal');
	const measurementId = await desk.measurementId();
	const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;
	const given: Record<string, Screens[]> = { Gemeente: [], Verenigingen: [] };

	// Two by passing this device round.
	await desk.handOver();
	for (const [respondent, group] of [
		[1, 'Gemeente'],
		[2, 'Verenigingen']
	] as const) {
		await sheet.chooseGroup(group);
		await sheet.answerAll(screensOf(respondent));
		await sheet.done();
		await sheet.expectThanks();
		await sheet.nextPerson();
		given[group]?.push(screensOf(respondent));
	}

	// Two on their own phone, by code.
	await desk.open(measurementId);
	await desk.collect();
	for (const [respondent, group] of [
		[3, 'Gemeente'],
		[4, 'Verenigingen']
	] as const) {
		const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
		const phonePage = await phone.newPage();
		await phonePage.goto(`${site}meedoen/${fragment}`);
		const own = new SheetPage(phonePage);
		await own.chooseGroup(group);
		await own.answerAll(screensOf(respondent));
		await own.done();
		await collection.typeCode(await own.code());
		await collection.expectMessage(`Net binnen: ${group}.`);
		given[group]?.push(screensOf(respondent));
		await phone.close();
	}

	// Twenty-six on paper, by keyboard alone.
	await desk.open(measurementId);
	await desk.enterPaper();
	for (let respondent = 5; respondent <= 30; respondent += 1) {
		const group = respondent % 2 === 0 ? 'Gemeente' : 'Verenigingen';
		await page.getByRole('radio', { name: group }).check();
		await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
		await page.keyboard.type(screensOf(respondent).join(''));
		await page.keyboard.press('Enter');
		await expect(page.getByText(`Formulier ${respondent - 4} bewaard`)).toBeVisible();
		given[group]?.push(screensOf(respondent));
	}

	// And together on one screen: a marker beside the individuals, never one of them.
	await desk.open(measurementId);
	await desk.expectCount('Gemeente', 15);
	await desk.expectCount('Verenigingen', 15);
	await desk.fillTogether();
	await page.getByRole('radio').nth(4).check();
	await expect(page.getByText('Bewaard op dit toestel')).toBeVisible();

	await desk.open(measurementId);
	await desk.close();
	await desk.toResult();
	await result.expectRadar();
	for (const [index, name] of resultNames.entries()) {
		const gemeente = groupMean(given['Gemeente'] ?? [], index);
		const verenigingen = groupMean(given['Verenigingen'] ?? [], index);
		const [first, second, together] = await result.row(name);
		expect(first).toContain('15 mensen');
		expect(second).toContain('15 mensen');
		expect(shownScore(first)).toBeCloseTo(gemeente, 1);
		expect(shownScore(second)).toBeCloseTo(verenigingen, 1);
		expect(shownScore(together)).toBeCloseTo((gemeente + verenigingen) / 2, 1);
	}

	await page.getByRole('link', { name: 'Toon op groot scherm' }).click();
	const presentation = new PresentationPage(page);
	await expect(page.getByText('Dit is een voorstel.')).toBeVisible();
	await page.keyboard.press('PageDown');
	await presentation.expectPlace(1, 3);
	await page.keyboard.press('ArrowRight');
	await presentation.expectPlace(2, 3);
	await page.keyboard.press('PageUp');
	await presentation.expectPlace(1, 3);
});
