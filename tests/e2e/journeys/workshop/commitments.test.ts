import { axeViolations } from '../../looks/axe-violations';
import { expect, test } from '../../test';

test.beforeEach(async ({ home, result }) => {
	await home.open();
	await home.openExample();
	await result.expectRadar();
});

test('a commitment from a tip and a free one are there again after a reload, and on the home page', async ({
	page,
	home,
	result,
	commitments
}) => {
	const tip = result.tips.filter({ hasText: /^\s*Tip/ }).first();
	const action = await tip.getByRole('heading').innerText();
	await commitments.openAt(tip);
	await expect(commitments.what).toHaveValue(action);
	await expect(commitments.what).toBeFocused();
	await commitments.write({ who: 'Els', by: '2099-06-01' });
	await commitments.save();
	await expect(tip.getByText('Hier is een afspraak van gemaakt.')).toBeVisible();

	await commitments.openNew();
	await commitments.write({ what: 'We zien elkaar op de nieuwjaarsdrink.' });
	await commitments.save();

	await page.reload();
	await commitments.expectList(action, 'We zien elkaar op de nieuwjaarsdrink.');
	await expect(commitments.item(action)).toContainText('Els');
	await expect(commitments.item(action)).toContainText('1 juni 2099');
	await expect(commitments.item('We zien elkaar op de nieuwjaarsdrink.')).toContainText('nog af te spreken');
	await expect(tip.getByText('Hier is een afspraak van gemaakt.')).toBeVisible();

	await home.open();
	await expect(page.getByText('2 open afspraken')).toBeVisible();
});

test('the status and the words change, and stay changed', async ({ page, home, result, commitments }) => {
	const prompt = result.tips.filter({ hasText: /^\s*Gespreksvraag/ }).first();
	await commitments.openAt(prompt);
	await expect(commitments.what).toHaveValue('');
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
	await expect(page.getByRole('heading', { name: 'Op dit toestel' })).toBeVisible();
	await expect(page.getByText(/open afspra/)).toBeHidden();
});

test('a removed commitment comes back with undo', async ({ page, commitments }) => {
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

for (const width of [360, 1440]) {
	test(`axe finds nothing with the forms open at ${width} px, and nothing is too wide`, async ({
		page,
		result,
		commitments
	}) => {
		await page.setViewportSize({ width, height: 800 });
		await commitments.openNew();
		await commitments.write({ what: 'Een feest', by: '2001-01-01' });
		await commitments.save();
		await commitments.remove('Een feest');
		await commitments.undo();
		await commitments.openChange('Een feest');
		await commitments.openAt(result.tips.first());
		await commitments.openNew();
		await commitments.form.last().getByRole('button', { name: 'Bewaar de afspraak' }).click();
		await expect(commitments.form.last()).toContainText('Schrijf wat jullie afspreken.');
		await expect(commitments.form).toHaveCount(3);

		expect(await axeViolations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
	});
}
