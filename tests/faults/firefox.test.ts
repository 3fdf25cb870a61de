import { spawnSync } from 'node:child_process';
import { changingSite } from '../e2e/changing-site';
import { print } from './counts';
import { startFirefox } from './firefox-process';
import { expect, test } from './test';

/** Debian's package; FIREFOX_PATH names another one. */
const program = process.env['FIREFOX_PATH'] ?? spawnSync('which', ['firefox-esr'], { encoding: 'utf8' }).stdout.trim();

const BEGIN = "[...document.querySelectorAll('button')].find((one) => one.textContent.includes('Begin met invullen'))";
const SAVED = "document.body.innerText.includes('Bewaard op dit toestel')";
const ON_SCREEN = "document.querySelectorAll('article input:checked').length";

/** The radio at this place in each of the six questions of the first screen. */
const answerEach = (place: number) =>
	`document.querySelectorAll('article fieldset').forEach((set) => set.querySelectorAll('input')[${place}].click())`;

test('Firefox: a measurement filled in, stored and its result drawn; all of it without internet', async () => {
	const testInfo = test.info();
	test.skip(program === '', 'there is no Firefox here: install firefox-esr, or set FIREFOX_PATH');
	test.skip(typeof WebSocket === 'undefined', 'Node has no WebSocket: NODE_OPTIONS=--experimental-websocket');
	const host = await changingSite();
	const page = await startFirefox(program);
	try {
		await page.goto(host.url);
		await page.waitFor("document.body.innerText.includes('De hele app werkt op dit toestel ook zonder internet.')");
		await page.goto(`${host.url}nieuw/`);
		await page.waitFor(`${BEGIN} && !${BEGIN}.disabled`);
		await page.evaluate(
			"{ const name = document.getElementById('name'); name.value = 'In Firefox'; name.dispatchEvent(new Event('input', { bubbles: true })); }"
		);
		await page.evaluate(`${BEGIN}.click()`);
		await page.waitFor("/Onderdeel 1 van/.test(document.querySelector('main').innerText)");
		await page.evaluate(answerEach(2));
		await page.waitFor(SAVED);
		const journal = await page.evaluate(
			"navigator.storage.getDirectory().then((root) => root.getDirectoryHandle('samenwerkingsmeter')).then(() => 'kept', () => 'absent')"
		);
		const address = String(await page.evaluate('location.href'));

		await host.fail('refused');
		await page.goto(address);
		await page.waitFor(`${ON_SCREEN} === 6`);
		await page.evaluate(answerEach(4));
		await page.waitFor(SAVED);
		await page.goto(address);
		await page.waitFor(
			"[...document.querySelectorAll('article input:checked')].filter((one) => one.value === '5').length === 6"
		);
		await page.goto(address.replace('invullen', 'resultaat').replace(/&onderdeel=.*/, ''));
		await page.waitFor("document.querySelector('canvas[data-drawn]')");
		print(testInfo, { Firefox: page.version, 'journal in OPFS': String(journal), 'answers lost': 0 });
		expect(journal).toBe('kept');
	} finally {
		await page.close();
		await host.close();
	}
});
