import { dimensions } from '../../e2e/newest-questionnaire';
import { LAPTOP, PHONE, test } from '../test';
import { Visitor } from '../visitor';
import { answerSheet, beginWithPhones, invitation } from '../workshop';

test('in a private window a phone answers and hands back; after closing, nothing is there', async ({ host, start }) => {
	const first = await start({ isPrivate: true });
	const laptop = new Visitor(await first.open(LAPTOP));
	const measurementId = await beginWithPhones(laptop, host.url, 'Privé');
	const fragment = await invitation(laptop);
	const phone = new Visitor(await first.open(PHONE));
	await phone.goto(`${host.url}meedoen/${fragment}`);
	await phone.press('button', 'Gemeente');
	await answerSheet(phone, '453', dimensions.length);
	const code = await phone.textOf('code');
	await laptop.goto(`${host.url}verzamelen/?meting=${measurementId}`);
	await laptop.fill('Code van de telefoon', code);
	await laptop.press('button', 'Neem deze code over');
	await laptop.sees('Binnen: een invulling van Gemeente');
	await first.kill();

	const second = new Visitor(await (await start({ isPrivate: true })).open(PHONE));
	await second.goto(`${host.url}meedoen/${fragment}`);
	await second.sees('Bij welke groep hoor je');
});
