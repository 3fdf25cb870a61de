import { until } from './engine';
import type { Visitor } from './visitor';

/** The app's Dutch words in the language of the phone; those that are not in it are the same. */
type Words = Readonly<Record<string, string>>;

const said = (words: Words, dutch: string) => words[dutch] ?? dutch;

/** «Stelling 3 van», for a regular expression. */
const place = (words: Words, statement: string) =>
	said(words, 'Stelling {0} van {1}').replace('{0}', statement).replace(' {1}', '');

/** Makes a measurement that is filled in together; the first dimension is on the screen. */
export async function beginTogether(laptop: Visitor, site: string, name: string): Promise<void> {
	await laptop.goto(`${site}nieuw/`);
	await laptop.fill('Naam van jullie overleg', name);
	await laptop.waitFor("document.querySelector('input[type=radio][value=together]')");
	await laptop.window.evaluate("document.querySelector('input[type=radio][value=together]').click()");
	await laptop.press('button', 'Begin met invullen');
	await laptop.sees('Onderdeel 1 van');
}

/** Makes a measurement for phones, with the newest questionnaire or with this one. @returns its id */
export async function beginWithPhones(laptop: Visitor, site: string, name: string, own?: string): Promise<string> {
	await laptop.goto(`${site}nieuw/${own === undefined ? '' : `?vragenlijst=${own}`}`);
	await laptop.fill('Naam van jullie overleg', name);
	await laptop.waitFor("document.querySelector('input[name=openly]')");
	await laptop.window.evaluate("document.querySelectorAll('input[name=openly]')[1].click()");
	await laptop.press('button', 'Zet klaar');
	await laptop.waitFor("location.pathname.endsWith('/meting/')");
	// Once it stands there: in WebKit, who leaves a page that still reads may find that the next one cannot store.
	await laptop.sees('Alle metingen');
	return new URL(await laptop.address()).searchParams.get('meting') ?? '';
}

/** The part of the participants' link that phones need, wherever they open the app. */
export async function invitation(laptop: Visitor): Promise<string> {
	return new URL(await participantsLink(laptop)).hash;
}

/** The link for participants, of an app that phones find elsewhere. */
export async function participantsLink(laptop: Visitor): Promise<string> {
	await laptop.fill('Adres waarop telefoons deze app openen', 'http://meter.example/');
	await laptop.press('button', 'Bewaar het adres');
	await laptop.press('button', 'Toon de link');
	const link = '[...document.links].find(({ href }) => href.includes("meedoen"))';
	await laptop.waitFor(link);
	return String(await laptop.window.evaluate(`${link}.href`));
}

/** From the link to the first statement. */
export async function sitDown(phone: Visitor, group: string, words: Words = {}): Promise<void> {
	await phone.press('radio', group);
	await phone.press('button', said(words, 'Begin'));
	await phone.press('button', said(words, 'Naar de stellingen'));
	await phone.sees(place(words, '1'));
}

/**
 * Answers every statement, with these keys again and again, and presses «Klaar» at the end.
 * @param after what the screen says then
 */
export async function answerSheet(
	phone: Visitor,
	keys: string,
	statements: number,
	after = 'Laat dit scannen',
	words: Words = {}
): Promise<void> {
	for (let statement = 1; statement <= statements; statement += 1) {
		await phone.sees(place(words, String(statement)));
		await answerOne(phone, keys[(statement - 1) % keys.length] ?? '', statement, words);
	}
	await phone.sees(said(words, 'Tot slot'));
	await phone.sees(said(words, '✓ Bewaard'));
	await phone.press('button', said(words, 'Klaar'));
	await phone.sees(said(words, after));
}

/** The code that a phone shows on request. */
export async function spokenCode(phone: Visitor, words: Words = {}): Promise<string> {
	await phone.press('button', said(words, 'Lees een code voor'));
	const boxes = '[...document.querySelectorAll("[data-testid=code] strong")].map((box) => box.innerText).join(" ")';
	await phone.waitFor(`${boxes} !== ''`);
	return String(await phone.window.evaluate(boxes));
}

/** The next one comes by itself; a page that loaded itself anew just then is still at this one, or at the next. */
async function answerOne(phone: Visitor, key: string, statement: number, words: Words): Promise<void> {
	const loaded = () => phone.window.evaluate('performance.timeOrigin').catch(() => undefined);
	const here = place(words, String(statement));
	const after = `${said(words, 'Tot slot')}|${place(words, `(?!${statement} )\\d+`)}`;
	let answeredIn = await loaded();
	await phone.answer(key);
	await until(async () => {
		if (await phone.seesNow(after)) return true;
		const now = await loaded();
		if (now === undefined || now === answeredIn || !(await phone.seesNow(here))) return false;
		answeredIn = now;
		if ((await phone.chosen()) === key) await phone.press('button', said(words, 'Volgende'));
		else await phone.answer(key);
		return false;
	}, `what comes after ${here}`);
}
