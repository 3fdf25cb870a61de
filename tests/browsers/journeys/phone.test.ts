import { join } from 'node:path';
import { itemCount } from '../../e2e/looks/newest-questionnaire';
import { until } from '../engine';
import { scanScreen } from '../scan-screen';
import { expect, PHONE, test } from '../test';
import { Visitor } from '../visitor';
import { answerSheet, beginWithPhones, invitation, sitDown, spokenCode } from '../workshop';

test('a phone answers by link without internet and hands back by QR, code and file; code and file come in', async ({
	program,
	laptop,
	host,
	profile
}) => {
	const measurementId = await beginWithPhones(laptop, host.url, 'Met telefoons');
	const fragment = await invitation(laptop);

	const phone = new Visitor(await program.open(PHONE));
	await phone.goto(`${host.url}meedoen/${fragment}`);
	await phone.sees(`${itemCount} stellingen`);
	await sitDown(phone, 'Verenigingen');
	await answerSheet(phone, '234', itemCount);
	const code = await spokenCode(phone);
	await phone.window.evaluate(
		'document.querySelector(\'[role=img][aria-label^="QR-code"], img[alt^="QR-code"]\').scrollIntoView({ block: \'center\' })'
	);
	await expect
		.poll(async () => scanScreen(await phone.window.screenshot()))
		.toMatch(new RegExp(`^SM2:${code.replaceAll(/\s/g, '')}[0-9A-Z]{32}$`));
	await phone.press('button', 'Bewaar een bestand');
	await until(async () => (await program.downloads()).length === 1, 'the saved file');
	const [file = ''] = await program.downloads();

	await laptop.goto(`${host.url}verzamelen/?meting=${measurementId}`);
	await laptop.press('button', 'Code');
	await laptop.fill('Vak 1 van', code.toLowerCase());
	await laptop.sees('Net binnen: Verenigingen');
	await laptop.sees('1\\s+binnen');
	await laptop.press('button', 'Bestand');
	await laptop.giveFile('Kies bestanden', join(profile.downloads, file));
	await laptop.sees('was al binnen');

	// What is on the phone stays there, also when the page comes anew without internet.
	await host.fail('refused');
	await phone.goto('about:blank');
	await phone.goto(`${host.url}meedoen/${fragment}`);
	await phone.sees('Laat dit scannen');
	expect(await spokenCode(phone)).toBe(code);
});
