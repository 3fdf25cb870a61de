import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

test('a consultant finds the partnerships of a region again, notes what nobody else reads, and plans the next time', async ({
	page,
	portfolio,
	partnership
}) => {
	await page.clock.setFixedTime('2026-05-17T10:00:00+02:00');
	await fillDevice(page, { partnerships: 15, measurements: 1, responses: 4, latestDate: '2026-03-19' });
	for (const name of ['Verband 2', 'Verband 4', 'Verband 11']) {
		await portfolio.open();
		await portfolio.openPartnership(name);
		await partnership.openTags();
		await partnership.addTag('regio Kempen');
		if (name === 'Verband 4') await partnership.addTag('cultuur');
	}
	await partnership.privateNote.fill('De schepen belt eerst.');
	await expect(page.getByText('✓ Bewaard op dit toestel')).toBeVisible();
	const calendar = await partnership.saveCalendar();
	expect(calendar).toContain('SUMMARY:Opnieuw meten: Verband 11');
	expect(calendar).toContain('BEGIN:VALARM');
	expect(calendar).not.toContain('schepen');

	await portfolio.open();
	await portfolio.tag('regio Kempen').check();
	await expect(portfolio.count).toHaveText('3 van de 15 overleggen');
	await page.reload();
	await expect(portfolio.count).toHaveText('3 van de 15 overleggen');
	expect(await portfolio.names(5)).toEqual(['Verband 2', 'Verband 4', 'Verband 11']);
	await portfolio.tag('cultuur').check();
	await expect(portfolio.count).toHaveText('1 van de 15 overleggen');
	await page.emulateMedia({ media: 'print' });
	await expect(
		page.getByText('Alleen overleggen met trefwoord «regio Kempen» en met trefwoord «cultuur».')
	).toBeVisible();
	await expect(portfolio.tag('cultuur')).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await portfolio.showAll();
	await expect(portfolio.count).toHaveText('15 overleggen');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

	await portfolio.openBeside('Verband 2');
	await portfolio.tag('regio Kempen').check();
	await expect(page.getByText('van de 14.')).toHaveText(
		'Alleen andere overleggen met trefwoord «regio Kempen»: 2 van de 14.'
	);
	await expect(page).toHaveURL(/trefwoord=regio%20Kempen/);
	await page.getByRole('button', { name: 'Vergelijk met alle andere overleggen' }).click();
	await expect(page.getByRole('heading', { name: 'Onderdeel per onderdeel' })).toBeVisible();
});
