import { axeViolations } from '../../looks/axe-violations';
import { expect, test } from '../../test';

test.beforeEach(async ({ page, home }) => {
	await home.open();
	await home.openExample();
	await expect(page.getByRole('heading', { name: 'Afgesproken' })).toBeVisible();
});

test('a commitment from a tip and a free one are there again after a reload', async ({ page, result, commitments }) => {
	const topic = result.topics.first();
	await commitments.openAt(topic);
	await expect(commitments.what).toBeFocused();
	const action = await commitments.what.inputValue();
	await expect(topic).toContainText(action);
	await commitments.write({ who: 'Els', by: '2099-06-01' });
	await commitments.save();
	await expect(topic.getByText('Hier is een afspraak van gemaakt.')).toBeVisible();

	await commitments.openNew();
	await commitments.write({ what: 'We zien elkaar op de nieuwjaarsdrink.' });
	await commitments.save();
	const row = (what: string) =>
		commitments.section.getByRole('row').filter({ has: page.getByRole('rowheader', { name: what }) });
	await expect(row(action)).toContainText('Els');
	await expect(row(action)).toContainText('1 juni 2099');
	await expect(row('We zien elkaar op de nieuwjaarsdrink.')).toContainText('nog af te spreken');

	await page.reload();
	await expect(topic.getByText('Hier is een afspraak van gemaakt.')).toBeVisible();
	await commitments.open();
	await commitments.expectList(action, 'We zien elkaar op de nieuwjaarsdrink.');
	await expect(commitments.item(action)).toContainText('1 juni 2099');
});

test('the step of agreeing has a first step of each topic, when to measure again, and leads to the report', async ({
	page,
	commitments
}) => {
	await commitments.open();
	const first = page.getByRole('region', { name: 'Een eerste stap' }).getByRole('article');
	await expect(first).toHaveCount(3);
	await commitments.openAt(first.first());
	await commitments.write({ who: 'Jan' });
	await commitments.save();
	await expect(commitments.section.getByRole('listitem')).toHaveCount(1);

	await page.getByRole('button', { name: 'Kies wanneer jullie opnieuw meten' }).click();
	await page.getByLabel('Datum van de volgende meting').fill('2027-10-01');
	await page.getByRole('button', { name: 'Bewaar de datum' }).click();
	await expect(page.getByText('Volgende meting: 1 oktober 2027.')).toBeVisible();
	await page.getByRole('button', { name: /^Terugkijken/ }).click();
	await page.getByRole('button', { name: /^Gedaan of vervallen/ }).click();
	await expect(page.getByText('Ze hangt in het dorpshuis.')).toBeVisible();

	await page.getByRole('link', { name: 'Maak het verslag' }).click();
	await expect(page).toHaveURL(/verslag/);
});

test('the status and the words change, and stay changed', async ({ page, home, commitments }) => {
	await commitments.open();
	await commitments.openNew();
	await commitments.write({ what: 'We vragen het na.' });
	await commitments.save();

	await commitments.chooseStatus('We vragen het na.', 'gedaan');
	await commitments.openChange('We vragen het na.');
	await commitments.write({ what: 'We vroegen het na.', note: 'Antwoord van Zoë 🎉' });
	await commitments.save();

	await page.reload();
	await expect(commitments.status('We vroegen het na.')).toHaveValue('done');
	await expect(commitments.item('We vroegen het na.')).toContainText('Antwoord van Zoë 🎉');
	await home.open();
	await expect(page.getByText('Voorbeeld: een gemeente met haar verenigingen').first()).toBeVisible();
	await expect(page.getByText(/open afspra/)).toBeHidden();
});

test('a removed commitment comes back with undo', async ({ page, commitments }) => {
	await commitments.open();
	await commitments.openNew();
	await commitments.write({ what: 'Een feest', who: 'Jan' });
	await commitments.save();

	await commitments.remove('Een feest');
	await commitments.undo();
	await expect(commitments.item('Een feest')).toContainText('Jan');

	await page.reload();
	await expect(commitments.item('Een feest')).toContainText('Jan');
});

test('the calendar file holds what was agreed', async ({ commitments }) => {
	await commitments.open();
	await commitments.openNew();
	await commitments.write({ what: 'Overleg, elk kwartaal; met koffie', who: 'Zoë', by: '2027-12-31' });
	await commitments.save();

	const one = await commitments.saveCalendar('Overleg, elk kwartaal; met koffie');
	expect(one.name).toBe('afspraak-2027-12-31.ics');
	expect(one.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR\r\n$/);
	expect(one.text).toContain('\r\nSUMMARY:Overleg\\, elk kwartaal\\; met koffie\r\n');
	expect(one.text).toContain('\r\nDTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n');
	expect(one.text.replaceAll('\r\n ', '')).toContain('Wie: Zoë\\n');

	await commitments.openNew();
	await commitments.write({ what: 'Evaluatie', by: '2028-02-01' });
	await commitments.save();
	const all = await commitments.saveCalendar();
	expect(all.name).toBe('afspraken.ics');
	expect(all.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('on paper stand the commitments, and lines to write on for what is open', async ({ page, commitments }) => {
	await commitments.open();
	await page.emulateMedia({ media: 'print' });
	await expect(commitments.section.getByRole('columnheader')).toHaveText(['Wat', 'Wie', 'Tegen wanneer']);
	await expect(commitments.section.getByRole('row')).toHaveCount(5);
	await expect(commitments.section.getByRole('button')).toHaveCount(0);

	await page.emulateMedia({ media: 'screen' });
	await commitments.openNew();
	await commitments.write({ what: 'Een feest', by: '2099-06-01' });
	await commitments.save();

	await page.emulateMedia({ media: 'print' });
	const item = commitments.item('Een feest');
	await expect(item).toBeVisible();
	await expect(item.getByText('1 juni 2099')).toBeVisible();
	await expect(item.getByText('nog te doen').first()).toBeVisible();
	await expect(item.getByText('nog af te spreken')).toBeHidden();
	await expect(item.locator('.line')).toHaveCount(1);
	await expect(item.locator('.line')).toHaveCSS('border-bottom-style', 'solid');
	await expect(item.getByRole('combobox')).toBeHidden();
	await expect(commitments.section.getByRole('table')).toBeHidden();
});

test('axe finds nothing with the forms open, on a phone and on a laptop, and nothing is too wide', async ({
	page,
	commitments
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await commitments.open();
	await commitments.openNew();
	await commitments.write({ what: 'Een feest', by: '2001-01-01' });
	await commitments.save();
	await commitments.remove('Een feest');
	await commitments.undo();
	await commitments.openChange('Een feest');
	await commitments.openAt(page.getByRole('article').first());
	await commitments.openNew();
	const fresh = page.getByRole('form', { name: 'Nieuwe afspraak' });
	await fresh.getByRole('button', { name: 'Bewaar de afspraak' }).click();
	await expect(fresh).toContainText('Schrijf wat jullie afspreken.');
	for (const width of [360, 1440]) {
		await page.setViewportSize({ width, height: 800 });
		await expect(commitments.form).toHaveCount(3);
		expect(await axeViolations(page), `${width} px`).toEqual([]);
		const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(tooWide, `${width} px`).toBeLessThanOrEqual(0);
	}
});

test('the result of thirty people on twelve dimensions is short: a picture, three topics and what was agreed', async ({
	page,
	result
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect(result.topics).toHaveCount(3);
	await result.expectRadar();
	await page.evaluate(() => document.fonts.ready);
	expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2700);
	expect((await result.picture.boundingBox())?.height).toBeLessThanOrEqual(1100);

	await result.openStatements('Over de muur kijken');
	await expect(result.statements()).toHaveCount(1);
	await result.openStatements('Over de muur kijken');
	await expect(result.statements()).toHaveCount(0);
});
