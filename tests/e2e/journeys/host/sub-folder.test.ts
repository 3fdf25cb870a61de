import { expect, test } from '../../test';

test.use({ folder: '/diensten/meter' });

test(
	'one build runs from a sub-folder, and every deep link reloads on a plain file server',
	{ tag: '@page' },
	async ({ page, home, newPartnership, filling, questionnaires, result }) => {
		await home.open();
		expect(new URL(page.url()).pathname).toBe('/diensten/meter/');
		await home.startNew();
		await newPartnership.create('In een map');
		await filling.answerScreen({ Gemeente: '444', Verenigingen: '222' });
		await page.reload();
		await filling.expectDimension(1, 'Nieuwe vragen en groepen');
		await page.goto(`./resultaat/${new URL(page.url()).search}`);
		expect(await result.row('Over de muur kijken')).toEqual(['4,0', '2,0', '3,0', '2,0 groot verschil']);
		await page.reload();
		await result.expectRadar();
		await questionnaires.open();
		expect(await questionnaires.saveTemplate()).not.toBe('');
		await page.goto('./uitleg/');
		await expect(page.getByRole('heading', { level: 1, name: 'Uitleg en bronnen' })).toBeVisible();
		await page.getByRole('link', { name: 'Samenwerkingsmeter' }).click();
		await expect(home.partnership('In een map')).toBeVisible();
	}
);

test('nothing is asked of another place', async ({ page, home, result }) => {
	const elsewhere: string[] = [];
	page.on('request', (request) => {
		const { hostname, pathname } = new URL(request.url());
		if (hostname !== '127.0.0.1' || !pathname.startsWith('/diensten/meter/')) elsewhere.push(request.url());
	});
	await home.open();
	await home.openExample();
	await result.expectRadar();
	expect(elsewhere).toEqual([]);
});
