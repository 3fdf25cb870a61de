import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dimensions, itemCount } from '../../e2e/looks/newest-questionnaire';
import { until } from '../engine';
import { expect, LAPTOP, PHONE, test } from '../test';
import { Visitor } from '../visitor';
import { answerSheet, beginTogether, beginWithPhones, invitation, sitDown, spokenCode } from '../workshop';

const SAVED = 'Bewaard op';

test('in a private window a phone answers and hands back; after closing, nothing is there', async ({ host, start }) => {
	const first = await start({ isPrivate: true });
	const laptop = new Visitor(await first.open(LAPTOP));
	const measurementId = await beginWithPhones(laptop, host.url, 'Privé');
	const fragment = await invitation(laptop);
	const phone = new Visitor(await first.open(PHONE));
	await phone.goto(`${host.url}meedoen/${fragment}`);
	await sitDown(phone, 'Gemeente');
	await answerSheet(phone, '453', itemCount);
	const code = await spokenCode(phone);
	await laptop.goto(`${host.url}verzamelen/?meting=${measurementId}`);
	await laptop.press('button', 'Code');
	await laptop.fill('Vak 1 van', code);
	await laptop.sees('Net binnen: Gemeente');
	await first.kill();

	const second = new Visitor(await (await start({ isPrivate: true })).open(PHONE));
	await second.goto(`${host.url}meedoen/${fragment}`);
	await second.sees('Waar zit jij aan tafel');
});

test('the process that holds the storage is killed while a phone answers: everything is still handed back', async ({
	program,
	laptop,
	host,
	profile
}) => {
	await beginWithPhones(laptop, host.url, 'Opslag weg');
	const fragment = await invitation(laptop);
	const phone = new Visitor(await program.open(PHONE));
	await phone.goto(`${host.url}meedoen/${fragment}`);
	await sitDown(phone, 'Verenigingen');
	await phone.answer('5');
	await phone.sees('✓ Bewaard');
	test.skip(!(await program.killStorage()), 'this browser has no process of its own for storage');
	await phone.sees('Stelling 2 van');
	await phone.press('button', 'Vorige');
	await answerSheet(phone, '214', itemCount);
	const code = await spokenCode(phone);
	expect(code.replaceAll(/\s/g, '').length).toBeGreaterThan(30);
	await phone.press('button', 'Bewaar een bestand');
	await until(async () => (await program.downloads()).length === 1, 'the saved file');
	const [file = ''] = await program.downloads();
	const { response } = JSON.parse(readFileSync(join(profile.downloads, file), 'utf8')) as {
		response: { answers: Record<string, number> };
	};
	const given = dimensions.flatMap(() => [2, 1, 4]);
	expect(Object.values(response.answers).sort()).toEqual(given.sort());
});

test('the process that holds the storage is killed while filling in together: no acknowledged answer is lost', async ({
	program,
	laptop,
	host
}) => {
	await beginTogether(laptop, host.url, 'Opslag weg');
	await laptop.answer('333333');
	await laptop.sees(SAVED);
	test.skip(!(await program.killStorage()), 'this browser has no process of its own for storage');
	await laptop.answer('515151');
	await laptop.sees(SAVED);
	await laptop.goto(await laptop.address());
	expect(await laptop.chosen()).toBe('515151');
});
