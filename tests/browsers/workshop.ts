import type { Visitor } from './visitor';

const SAVED = 'Bewaard op dit toestel';

/** Makes a measurement that is filled in together; the first dimension is on the screen. */
export async function beginTogether(laptop: Visitor, site: string, name: string): Promise<void> {
	await laptop.goto(`${site}nieuw/`);
	await laptop.fill('Naam van jullie overleg', name);
	await laptop.waitFor("document.querySelector('input[type=radio][value=together]')");
	await laptop.window.evaluate("document.querySelector('input[type=radio][value=together]').click()");
	await laptop.press('button', 'Begin met invullen');
	await laptop.sees('Onderdeel 1 van');
}

/** Makes a measurement for phones. @returns its id */
export async function beginWithPhones(laptop: Visitor, site: string, name: string): Promise<string> {
	await laptop.goto(`${site}nieuw/`);
	await laptop.fill('Naam van jullie overleg', name);
	await laptop.waitFor("document.querySelector('input[name=openly]')");
	await laptop.window.evaluate("document.querySelectorAll('input[name=openly]')[1].click()");
	await laptop.press('button', 'Zet klaar');
	await laptop.waitFor("location.pathname.endsWith('/meting/')");
	return new URL(await laptop.address()).searchParams.get('meting') ?? '';
}

/** The part of the participants' link that phones need, wherever they open the app. */
export async function invitation(laptop: Visitor): Promise<string> {
	await laptop.fill('Adres waarop telefoons deze app openen', 'http://meter.example/');
	await laptop.press('button', 'Bewaar het adres');
	await laptop.press('button', 'Toon QR-code en link');
	const link = '[...document.links].find(({ href }) => href.includes("meedoen"))';
	await laptop.waitFor(link);
	return String(await laptop.window.evaluate(`${link}.hash`));
}

/** Answers every screen of a sheet alike and presses «Klaar». */
export async function answerSheet(phone: Visitor, keys: string, screens: number): Promise<void> {
	for (let screen = 1; screen <= screens; screen += 1) {
		await phone.sees(`Onderdeel ${screen} van`);
		await phone.answer(keys);
		if (screen < screens) await phone.press('button', 'Volgende');
	}
	await phone.sees(SAVED);
	await phone.press('button', 'Klaar');
	await phone.sees('Geef je antwoorden terug');
}
