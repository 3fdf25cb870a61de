import { frozen, restoreFrozenDatabase } from '../../devices/frozen-database';
import { groupMean, shownScore } from '../../looks/independent-calculation';
import { newestVersion, onEveryStatement, resultNames } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

const open = frozen.stores['measurements']?.find(({ status, privacy }) => {
	const { mode } = privacy as { mode: string };
	return mode === 'open' && status === 'closed';
}) as { id: string; partnershipId: string; groups: { id: string; name: string }[] };

/** The answers of a group to statements that are still in the questionnaire, one string a dimension. */
function answersOf(groupName: string, itemIds: readonly string[]): string[][] {
	const groupId = open.groups.find(({ name }) => name === groupName)?.id;
	const responses = (frozen.stores['responses'] ?? []) as { measurementId: string; groupId: string; answers: object }[];
	return responses
		.filter((response) => response.measurementId === open.id && response.groupId === groupId)
		.map(({ answers }) => [
			itemIds
				.map((id) => (Object.entries(answers).find(([item]) => item === id)?.[1] as string | number) ?? '-')
				.join('')
		]);
}

test('a database of version 1.0.0 opens, is measured again with the newest questionnaire, and compares', async ({
	page,
	home,
	newPartnership,
	partnership,
	desk,
	comparison
}) => {
	await restoreFrozenDatabase(page);
	await home.open();
	await expect(page.getByRole('heading', { name: 'Op dit toestel' })).toBeVisible();
	await partnership.open(open.partnershipId);
	await expect(partnership.measurements).toHaveCount(1);
	await expect(partnership.measurements.first()).toContainText('versie 1.0.0');

	await partnership.measureAgain();
	await newPartnership.unfold();
	await expect(page.getByText('Dit is een nieuwere versie dan op')).toBeVisible();
	await expect(page.getByLabel('Naam van groep 1')).toHaveValue('Gemeente');
	await newPartnership.chooseDate('2027-11-18');
	await newPartnership.make.click();
	await desk.measurementId();
	await expect(page.getByText('Eerst terugkijken')).toBeVisible();
	await desk.enterPaper();
	for (const [index, group] of ['Gemeente', 'Gemeente', 'Gemeente', 'Verenigingen', 'Verenigingen'].entries()) {
		await page.getByRole('radio', { name: group }).check();
		await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
		// The same form twice would be taken for a slip.
		await page.keyboard.type(`${onEveryStatement('5').slice(1)}${index + 1}`);
		await page.keyboard.press('Enter');
		await expect(page.getByText(`Formulier ${index + 1} bewaard`)).toBeVisible();
	}

	await partnership.open(open.partnershipId);
	await expect(partnership.measurements).toHaveCount(2);
	await expect(partnership.measurements.first()).toContainText(`versie ${newestVersion}`);
	await page.getByRole('button', { name: 'Vergelijk' }).click();
	await comparison.expectOpen();
	// Seven of the 36 of then stayed, and of the 36 of now these are seven too.
	await comparison.expectVerdict('Gedeeltelijk te vergelijken: 58 stellingen tellen niet mee');
	await expect(page.getByText('Weggevallen onderdeel: "Politiek en ambtelijk draagvlak".')).toBeVisible();
	await expect(page.getByText(`Nieuw onderdeel, nog niet te vergelijken: "${resultNames.at(-1)}".`)).toBeVisible();
	await expect(page.getByText(/^De woorden bij de antwoorden zijn veranderd/).first()).toBeVisible();
	await page.getByRole('button', { name: 'Welke stellingen tellen niet mee, en waarom?' }).click();
	await expect(page.getByText('alleen in versie 1.0.0').first()).toBeVisible();

	const stayed = ['afspraken-verwachtingen-vooraf', 'afspraken-verdeling-geld-duidelijk'];
	const before = groupMean(answersOf('Gemeente', stayed), 0);
	const [, municipality] = await comparison.row('Heldere doelen en afspraken');
	expect(shownScore(municipality)).toBeCloseTo(before, 1);
	expect(municipality).toContain('→ 5,0');
	await comparison.openItems('Heldere doelen en afspraken');
	await expect(page.getByText('Beide kanten spreken vooraf af wat ze van elkaar mogen verwachten.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Wat kan er nog meespelen?' })).toBeVisible();
	await expect(page.getByText('van versie 1.0.0 naar versie')).toBeVisible();
});

test(
	'the example of two years: back to what was agreed, and on to the comparison',
	{ tag: '@page' },
	async ({ page, home, result, comparison }) => {
		await home.open();
		await home.openExample();
		await result.expectRadar();
		await result.unfold('Sinds de vorige meting');
		await expect(page.getByRole('heading', { name: 'Sinds de vorige meting' })).toBeVisible();
		await page.getByRole('link', { name: 'Bekijk de vergelijking' }).click();
		await comparison.expectOpen();
		await comparison.expectVerdict('Volledig te vergelijken');
		const [together, , associations] = await comparison.row('Over de muur kijken');
		expect(together).toBe('2,8 → 3,4 (+0,7) beter');
		expect(associations).toContain('2,46 → 3,2 (+0,8) beter');
		await comparison.openItems('Heldere doelen en afspraken');
		await expect(page.getByText(/minder goed/).first()).toBeVisible();

		await page.getByRole('link', { name: 'Voorbeeld: een gemeente met haar verenigingen' }).click();
		await page.getByRole('button', { name: /^Gedaan of vervallen/ }).click();
		await expect(page.getByText('Ze hangt in het dorpshuis.')).toBeVisible();
	}
);

test('who measures again looks back first: what was agreed is reviewed with a note, and stays reviewed', async ({
	page,
	home,
	newPartnership,
	filling,
	commitments,
	partnership,
	desk
}) => {
	await newPartnership.open();
	await newPartnership.create('Elk jaar opnieuw');
	await filling.answerScreen({ Gemeente: '333', Verenigingen: '222' });
	await page.goto(page.url().replace('invullen', 'resultaat'));
	await commitments.openNew();
	await commitments.write({ what: 'Samen koffie drinken', who: 'Els' });
	await commitments.save();

	await page.getByRole('link', { name: 'Elk jaar opnieuw' }).click();
	await partnership.measureAgain();
	await newPartnership.chooseDate('2031-05-01');
	await newPartnership.make.click();
	const measurementId = await desk.measurementId();
	const review = page.getByRole('group', { name: 'Samen koffie drinken' });
	await review.getByRole('radio', { name: 'gedaan' }).check();
	await review.getByRole('textbox').fill('Elke eerste maandag.');
	await review.getByRole('textbox').blur();
	await expect(review.getByText('Bewaard op dit toestel')).toBeVisible();
	await desk.open(measurementId);
	await page.getByRole('button', { name: 'Gedaan of vervallen (1)' }).click();
	await expect(page.getByText('Elke eerste maandag.')).toBeVisible();
	await home.open();
	await expect(page.getByText(/open afspra/)).toBeHidden();
});
