import { expect, LAPTOP, test } from '../test';
import { beginTogether } from '../workshop';
import { Visitor } from '../visitor';

const SAVED = 'Bewaard op dit toestel';
const EVERYTHING_KEPT = 'De hele app werkt op dit toestel ook zonder internet.';

test('a measurement filled in together, stored, changed and its result drawn without internet', async ({
	laptop,
	host
}) => {
	await laptop.goto(host.url);
	await laptop.sees(EVERYTHING_KEPT);
	await beginTogether(laptop, host.url, 'Zonder internet');
	await laptop.answer('333333');
	await laptop.sees(SAVED);
	const address = await laptop.address();

	await host.fail('refused');
	await laptop.goto(address);
	expect(await laptop.chosen()).toBe('333333');
	await laptop.answer('515151');
	await laptop.sees(SAVED);
	await laptop.goto(address);
	expect(await laptop.chosen()).toBe('515151');
	await laptop.goto(address.replace('invullen', 'resultaat').replace(/&onderdeel=.*/, ''));
	// The radar is drawn once its place comes into sight.
	await laptop.waitFor("(scrollBy(0, 200), document.querySelector('canvas[data-drawn]'))");
});

test('what was «bewaard» is there after the browser was killed', async ({ laptop, program, start, host }) => {
	await beginTogether(laptop, host.url, 'Gedood');
	const address = await laptop.address();
	let visitor = laptop;
	let browser = program;
	for (const keys of ['123450', '543210', '224455']) {
		await visitor.answer(keys);
		await visitor.sees(SAVED);
		await browser.kill();
		browser = await start();
		visitor = new Visitor(await browser.open(LAPTOP));
		await visitor.goto(address);
		expect(await visitor.chosen()).toBe(keys);
	}
});
