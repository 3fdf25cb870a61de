import { until } from '../engine';
import { expect, test } from '../test';
import { canDriveWebkit, driveWebkit } from '../webdriver';

const PARTS = [
	['table', 'table'],
	['tbody tr', 'row'],
	['th[scope="row"]', 'rowheader'],
	['td', 'cell']
] as const;

test('WebKit tells a screen reader of tables, also where they are laid out as blocks', async ({ host, engineName }) => {
	test.skip(engineName !== 'WebKit', 'this is about WebKit');
	test.skip(!canDriveWebkit(), 'there is no WebKitWebDriver here (npm run test:browsers installs it when root)');
	const browser = await driveWebkit(440);
	try {
		await browser.goto(`${host.url}resultaat/?voorbeeld`);
		const open = `[...document.querySelectorAll('button')].find((each) => each.textContent.includes('Alle cijfers in een tabel'))`;
		await until(async () => (await browser.evaluate(`Boolean(${open})`)) === true, 'the fold with the table');
		await browser.evaluate(`${open}.click()`);
		const asBlocks = `(document.querySelector('.scroll tbody tr') && getComputedStyle(document.querySelector('.scroll tbody tr')).display)`;
		await until(async () => (await browser.evaluate(asBlocks)) === 'grid', 'a table laid out as blocks');
		for (const [selector, role] of PARTS) {
			// The table of scores is the only one that may scroll.
			const roles = await browser.roles(selector === 'table' ? '.scroll table' : `.scroll table ${selector}`);
			expect(roles.length, selector).toBeGreaterThan(0);
			expect(new Set(roles), selector).toEqual(new Set([role]));
		}
	} finally {
		await browser.end();
	}
});
