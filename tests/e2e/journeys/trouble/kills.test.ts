import { cleanUp } from '../../../faults/chromium-process';
import { databaseFolder, removeFolder } from '../../../faults/damage';
import { answer } from '../../../faults/person';
import { look, newWorkplace, openSheet, openTogether, startAt } from '../../../faults/workplace';
import { expect, test } from '../../test';

// The short version of `npm run test:faults`, which does this two hundred times (docs/fault-runs.md).
test.afterEach(cleanUp);

test('the browser killed while people answer, and then its database deleted: what was «Bewaard» is there', async ({
	site
}) => {
	const place = await newWorkplace(site);
	const browser = await startAt(place);
	const phone = await browser.context.newPage();
	await openTogether(browser.page, place);
	await openSheet(phone, place);
	const both = (limit?: number) =>
		Promise.all([answer(browser.page, 'together', 7, limit), answer(phone, 'sheet', 8, limit)]);
	await both(8);
	// Now in the middle of the next answers.
	const more = both().catch(() => undefined);
	await browser.kill();
	await more;

	removeFolder(databaseFolder(place.profile));
	const again = await startAt(place);
	const seen = await look(again.page, place);
	expect(seen.lost).toEqual([]);
	expect(seen.restored).toBe(true);
	await again.kill();
});
