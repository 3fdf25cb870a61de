import { join } from 'node:path';
import { startLetterbox } from '../../../.tools/serve/letterbox.mjs';
import { LetterboxLaptop } from '../../e2e/devices/letterbox-laptop';
import { itemCount } from '../../e2e/looks/newest-questionnaire';
import { InvitedPhones } from '../../builders/letterbox/invited-phones';
import { cuttingHost } from '../cutting-host';
import { newProfile, until } from '../engine';
import { expect, LAPTOP, PHONE, test } from '../test';
import { Visitor } from '../visitor';
import { answerSheet, beginWithPhones, participantsLink, sitDown, spokenCode } from '../workshop';

/** With a letterbox in it. */
const LINK = '[...document.links].find(({ hash }) => hash.startsWith("#4"))';
const PASSPHRASE = 'vier paarden dansen traag';
const PANEL = 'Brievenbus aan: antwoorden komen vanzelf binnen\\.';

test('a phone sends its answers sealed, and says that they are in once the laptop has stored them', async ({
	program
}) => {
	const served = await startLetterbox();
	const laptop = await LetterboxLaptop.begin(served.url);
	const phone = new Visitor(await program.open(PHONE));
	await phone.goto(laptop.link);
	await phone.sees('Je antwoorden gaan versleuteld langs de brievenbus van de website\\.');
	await sitDown(phone, 'Verenigingen');
	await answerSheet(phone, '234', itemCount, 'Verzonden');
	expect(await laptop.takeIn()).toMatchObject([{ revision: 1, groupId: 'verenigingen' }]);
	await phone.sees('Binnen bij');

	// Known at the next visit, also when the letterbox is gone.
	await served.close();
	const again = await startLetterbox({ port: Number(new URL(served.url).port) });
	await phone.goto('about:blank');
	await phone.goto(laptop.link);
	await phone.sees('Binnen bij');
	await again.close();
});

test('a laptop takes in what twelve phones drop, also what came after its browser was killed', async ({
	laptop,
	program,
	start
}) => {
	const served = await startLetterbox();
	const { measurementId, phones } = await beginWithLetterbox(laptop, served.url);
	const drop = async (numbers: readonly number[]) => {
		const dropped = numbers.map((number) => ({ phone: phones.phone(), number }));
		await Promise.all(dropped.map(({ phone, number }) => phone.drop(phones.response(number, number % 2, 4))));
		return dropped.map(({ phone }) => phone);
	};
	const first = await drop([0, 1, 2, 3, 4, 5]);
	await laptop.waitFor(seats(3));
	for (const phone of first) await expect.poll(() => phone.isIn(phones.roomId)).toBe(true);

	await program.kill();
	const later = await drop([6, 7, 8, 9, 10, 11]);
	const again = new Visitor(await (await start()).open(LAPTOP));
	await again.goto(`${served.url}meting/?meting=${measurementId}`);
	await again.waitFor(seats(6));
	for (const phone of later) await expect.poll(() => phone.isIn(phones.roomId)).toBe(true);
	await served.close();
});

test('a letterbox that is gone for good takes nothing away: the code of the phone still brings its answers in', async ({
	program
}) => {
	const served = await startLetterbox();
	const laptop = await LetterboxLaptop.begin(served.url);
	const phone = new Visitor(await program.open(PHONE));
	await phone.goto(laptop.link);
	await sitDown(phone, 'Gemeente');
	await served.close();
	await answerSheet(phone, '541', itemCount, 'Nog niet verzonden');
	expect((await spokenCode(phone)).replaceAll(/\s/g, '').length).toBeGreaterThan(30);
});

test('a network that is cut at every step, before and behind the letterbox, loses and doubles nothing', async ({
	program
}) => {
	const served = await startLetterbox();
	const network = await cuttingHost(served.url);
	const laptop = await LetterboxLaptop.begin(served.url);
	const phone = new Visitor(await program.open(PHONE));
	await phone.goto(laptop.link.replace(served.url, network.url));
	await sitDown(phone, 'Gemeente');
	// The envelope is put at the third try, and asked after at the third as well.
	const ways = ['before', 'behind', 'well', 'before', 'behind'] as const;
	network.cut(ways);
	await answerSheet(phone, '325', itemCount, 'Verzonden');

	await until(() => Promise.resolve(network.asked() > ways.length), 'another try', 60_000);
	expect(await laptop.takeIn()).toHaveLength(1);
	await phone.sees('Binnen bij');
	network.close();
	await served.close();
});

test('two laptops with one letterbox both get all, after a file with a lock', async ({
	engine,
	laptop,
	program,
	profile
}) => {
	const served = await startLetterbox();
	const { measurementId, phones } = await beginWithLetterbox(laptop, served.url);
	const desk = `${served.url}meting/?meting=${measurementId}`;
	const drop = (number: number, group: number) => phones.phone().drop(phones.response(number, group, 4));
	await drop(0, 0);
	await laptop.goto(`${served.url}gegevens/`);
	await laptop.press('checkbox', 'Sluit het bestand met een wachtwoord');
	await laptop.fill('Wachtwoord', PASSPHRASE);
	await laptop.fill('Wachtwoord, nog een keer', PASSPHRASE);
	await laptop.press('button', 'Bewaar als bestand');
	await until(async () => (await program.downloads()).length === 1, 'the saved file', 60_000);
	const [file = ''] = await program.downloads();
	await laptop.goto(desk);

	const otherProfile = newProfile();
	const otherProgram = await engine.start(otherProfile);
	const other = new Visitor(await otherProgram.open(LAPTOP));
	await other.goto(`${served.url}gegevens/`);
	await other.giveFile('Kies een bestand', join(profile.downloads, file));
	await other.fill('Wachtwoord van dit bestand', PASSPHRASE);
	await other.press('button', 'Open het slot');
	await other.press('button', 'Zet dit op dit toestel');
	await other.sees('Het bestand staat nu op dit toestel\\.');
	await other.goto(desk);
	await other.sees(PANEL);

	await drop(1, 1);
	await laptop.waitFor(seats(1));
	await other.waitFor(seats(1));
	await otherProgram.kill();
	otherProfile.remove();
	await served.close();
});

/** A measurement on a laptop, with its letterbox on, and the phones that have its link. */
async function beginWithLetterbox(laptop: Visitor, site: string) {
	const measurementId = await beginWithPhones(laptop, site, 'Van thuis uit');
	await participantsLink(laptop);
	await laptop.press('button', 'Zet de brievenbus aan');
	await laptop.sees(PANEL);
	await laptop.waitFor(LINK);
	return { measurementId, phones: new InvitedPhones(site, String(await laptop.window.evaluate(`${LINK}.href`))) };
}

/** Whether so many of each of two groups are in. */
function seats(each: number): string {
	return `[...document.querySelectorAll('[role=img]')].some((one) => /^Wie binnen is.*: ${each} .*: ${each} /.test(one.getAttribute('aria-label')))`;
}
