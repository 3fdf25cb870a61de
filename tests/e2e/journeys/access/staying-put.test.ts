import { FillingPage } from '../../pages/filling-page';
import { expect, test } from '../../test';

test('a reload in the middle comes back at the same place with the same answers', async ({
	page,
	home,
	desk,
	newPartnership,
	filling
}) => {
	await newPartnership.open();
	await newPartnership.create('Herladen');
	await filling.answerScreen({ Gemeente: '123', Verenigingen: '450' });
	await filling.next.click();
	await filling.expectDimension(2, 'Omgaan met verschillen');
	await filling.choose('Verenigingen', 2, '5');
	await filling.writeNote(3, 'Nog eens over praten.');
	await filling.expectSaved();

	await page.reload();
	await filling.expectDimension(2, 'Omgaan met verschillen');
	await expect(filling.choice('Verenigingen', 2, '5')).toBeChecked();
	await expect(filling.note(3)).toHaveValue('Nog eens over praten.');
	await filling.previous.click();
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await expect(filling.choice('Gemeente', 3, '3')).toBeChecked();
	await expect(filling.choice('Verenigingen', 3, '0')).toBeChecked();

	await filling.next.click();
	await filling.expectDimension(2, 'Omgaan met verschillen');
	await home.open();
	await home.goOn();
	await desk.fillTogether();
	await filling.expectDimension(2, 'Omgaan met verschillen');
	await expect(filling.choice('Verenigingen', 2, '5')).toBeChecked();
});

test('Back and forward move between the dimensions', async ({ page, newPartnership, filling }) => {
	await newPartnership.open();
	await newPartnership.create('Heen en weer');
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await filling.next.click();
	await filling.expectDimension(2, 'Omgaan met verschillen');
	await page.goBack();
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await page.goForward();
	await filling.expectDimension(2, 'Omgaan met verschillen');
});

test('an answer that cannot be stored says so, stays on the screen and can be tried again', async ({
	page,
	newPartnership,
	filling
}) => {
	await newPartnership.open();
	await newPartnership.create('Volle schijf');
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await page.evaluate(() => {
		const put = IDBObjectStore.prototype.put;
		Object.assign(window, { mendStorage: () => (IDBObjectStore.prototype.put = put) });
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await filling.choose('Gemeente', 1, '4');
	await expect(filling.failure).toContainText('Het toestel heeft geen plaats meer.');
	await expect(filling.choice('Gemeente', 1, '4')).toBeChecked();
	await expect(page.getByText('Bewaard op dit toestel')).toBeHidden();

	await page.evaluate(() => Reflect.get(window, 'mendStorage')());
	await filling.retry();
	await filling.expectSaved();
	await page.reload();
	await expect(filling.choice('Gemeente', 1, '4')).toBeChecked();
});

test('the example is marked, opens once and can be removed and put back', async ({ page, home, result }) => {
	await home.open();
	await home.openExample();
	await result.expectRadar();
	await expect(page.getByText(/, verzonnen\./)).toBeVisible();
	await home.open();
	const name = 'Voorbeeld: een gemeente met haar verenigingen';
	await expect(home.partnership(name)).toHaveCount(1);
	await home.openExample();
	await result.expectRadar();
	await home.open();
	await expect(home.partnership(name)).toHaveCount(1);
	await page.getByRole('link', { name, exact: true }).click();
	await page.getByRole('button', { name: /^Verwijder dit overleg/ }).click();
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await home.open();
	await expect(home.partnership(name)).toHaveCount(1);
});

test('addresses of something that is not on this device say so', async ({ page }) => {
	for (const address of ['./invullen/?meting=nergens', './resultaat/']) {
		await page.goto(address);
		await expect(page.getByRole('alert')).toContainText('Deze meting staat niet op dit toestel.');
	}
});

test('a new partnership without a name or with two equal groups is refused with every problem', async ({
	newPartnership
}) => {
	await newPartnership.open();
	await newPartnership.unfold();
	await newPartnership.groupName(2).fill('Gemeente');
	await newPartnership.make.click();
	await expect(newPartnership.problems).toContainText('Geef het overleg een naam.');
	await expect(newPartnership.problems).toContainText('twee groepen heten nu hetzelfde');
});

test('four groups answer side by side', async ({ page, newPartnership, filling, result }) => {
	await newPartnership.open();
	await expect(newPartnership.make).toBeEnabled();
	await newPartnership.addGroup();
	await newPartnership.groupName(3).fill('Jeugdraad');
	await newPartnership.addGroup();
	await newPartnership.groupName(4).fill('Sportraad');
	await newPartnership.create('Met vier');
	await filling.answerScreen({ Gemeente: '555', Verenigingen: '444', Jeugdraad: '222', Sportraad: '333' });
	const address = new URL(page.url());
	await page.goto(`./resultaat/${address.search}`);
	expect(await result.row('Over de muur kijken')).toEqual(['5,0', '4,0', '2,0', '3,0', '3,5', '3,0 groot verschil']);
});

test("two tabs on the same measurement show each other's answers, and lose none", async ({
	page,
	context,
	newPartnership,
	filling
}) => {
	await newPartnership.open();
	await newPartnership.create('Twee tabbladen');
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	const otherPage = await context.newPage();
	await otherPage.goto(page.url());
	const other = new FillingPage(otherPage);

	await filling.choose('Gemeente', 1, '4');
	await other.choose('Verenigingen', 1, '2');
	await filling.writeNote(2, 'Van hiernaast.');
	await filling.expectSaved();
	await other.expectSaved();

	await expect(other.choice('Gemeente', 1, '4')).toBeChecked();
	await otherPage.getByRole('article').nth(1).getByRole('button', { name: 'Notitie' }).click();
	await expect(other.note(2)).toHaveValue('Van hiernaast.');
	await expect(filling.choice('Verenigingen', 1, '2')).toBeChecked();
	await other.choose('Gemeente', 1, '5');
	await other.expectSaved();
	await expect(filling.choice('Gemeente', 1, '5')).toBeChecked();
	await page.reload();
	await expect(filling.choice('Gemeente', 1, '5')).toBeChecked();
	await expect(filling.choice('Verenigingen', 1, '2')).toBeChecked();
});
