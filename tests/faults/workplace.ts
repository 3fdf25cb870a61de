import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { writeInvitation } from '../../src/lib/exchange/link/invitation';
import { anInvitation } from '../builders/records';
import { newestVersion } from '../e2e/looks/newest-questionnaire';
import { SheetPage } from '../e2e/pages/sheet-page';
import { NewPartnershipPage } from '../e2e/pages/new-partnership-page';
import { newProfile, startChromium, type ChromiumProcess, type Profile } from './chromium-process';
import { Ledger, listen, readChosen } from './person';

/** What the app says after it put everything back from its second copy. */
const RESTORED = /De gegevens in deze browser waren/;

/** How long what was lost may take to come back on the screen by itself, in ms. */
const TIME_TO_COME_BACK = 8000;

/** A facilitator and a participant who use the same browser, and what they may count on. */
export interface Workplace {
	profile: Profile;
	/** Filling in together, at /invullen/. */
	together: { address: string; ledger: Ledger };
	/** A participant's sheet, at /meedoen/. */
	sheet: { address: string; ledger: Ledger };
}

/** What a start of the browser showed. */
export interface Seen {
	lost: string[];
	restored: boolean;
	/** When something is lost: what is left in the database, and what the screen said. */
	evidence: string;
}

/** A fresh browser with one measurement and one link for participants. */
export async function newWorkplace(site: string, profile = newProfile()): Promise<Workplace> {
	const browser = await startChromium(profile);
	const { page } = browser;
	await page.goto(`${site}nieuw/`);
	await new NewPartnershipPage(page).create('Onder vuur');
	await page.getByText(/^Onderdeel 1 van/).waitFor();
	const address = `${site}invullen/${new URL(page.url()).search}`;
	await browser.close();
	const fragment = writeInvitation(
		anInvitation({
			measurementId: randomBytes(16).toString('hex'),
			questionnaire: { id: 'samenwerking', version: newestVersion },
			partnershipName: 'Onder vuur',
			date: '2030-01-01'
		})
	);
	return {
		profile,
		together: { address, ledger: new Ledger() },
		sheet: { address: `${site}meedoen/#${fragment}`, ledger: new Ledger() }
	};
}

/** A second one that is the same until now. The browser must be closed. */
export function copyOf({ profile, together, sheet }: Workplace): Workplace {
	return {
		profile: profile.copy(),
		together: { ...together, ledger: together.ledger.copy() },
		sheet: { ...sheet, ledger: sheet.ledger.copy() }
	};
}

/** Starts the browser of this workplace, with someone who notes what may be counted on. */
export async function startAt(place: Workplace, args: readonly string[] = []): Promise<ChromiumProcess> {
	const browser = await startChromium(place.profile, args);
	await listen(browser.page, { together: place.together.ledger, sheet: place.sheet.ledger });
	return browser;
}

/** As `lookAtScreens`; a screen that never comes shows nothing. */
export async function look(page: Page, place: Workplace): Promise<Seen> {
	try {
		return await lookAtScreens(page, place);
	} catch (cause) {
		const lost = [...place.together.ledger.lost({}), ...place.sheet.ledger.lost({})];
		const evidence = `the screen did not open: ${String(cause).slice(0, 300)}`;
		return { lost: lost.length > 0 ? lost : ['a screen'], restored: false, evidence };
	}
}

/** Opens what was being filled in, and says which acknowledged answers are not on the screen. */
async function lookAtScreens(page: Page, place: Workplace): Promise<Seen> {
	const together = await openTogether(page, place);
	const lost = await readLost(page, place.together.ledger, together);
	const restored = await saysRestored(page);
	const said = lost.length === 0 ? '' : (await page.locator('main').innerText()).slice(0, 200);
	const sheet = await openSheet(page, place);
	lost.push(...(await readLost(page, place.sheet.ledger, sheet)));
	const evidence =
		lost.length === 0 ? '' : `records ${await countRecords(page)}; screen: ${said.replaceAll(/\s+/g, ' ')}`;
	return { lost, restored: restored || (await saysRestored(page)), evidence };
}

/** What comes back after the page opened makes it load again: what is missing is looked for until then. */
async function readLost(page: Page, ledger: Ledger, isOpen: boolean): Promise<string[]> {
	if (!isOpen) return ledger.lost({});
	const end = Date.now() + TIME_TO_COME_BACK;
	for (;;) {
		const lost = await readChosen(page).then(
			(chosen) => ledger.lost(chosen),
			(cause: unknown) => [`the screen went away: ${String(cause).slice(0, 100)}`]
		);
		if (lost.length === 0 || Date.now() > end) return lost;
		await new Promise((resolve) => setTimeout(resolve, 300));
	}
}

/** What the database holds itself, as evidence beside the screen. */
function countRecords(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const done = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('failed'));
			});
		const db = await done(indexedDB.open('samenwerkingsmeter'));
		const counts: string[] = [];
		for (const name of ['partnerships', 'measurements', 'answers', 'sheets', 'sheetEntries']) {
			counts.push(`${name} ${await done(db.transaction(name).objectStore(name).count())}`);
		}
		db.close();
		return counts.join(', ');
	});
}

/** @returns false when the app does not know this measurement any more */
export async function openTogether(page: Page, { together }: Workplace): Promise<boolean> {
	await page.goto(together.address);
	const form = page.getByText(/^Onderdeel \d+ van/);
	await form
		.or(page.getByRole('alert').filter({ hasText: /\S/ }).first())
		.first()
		.waitFor();
	return form.isVisible();
}

/** A sheet that is not there any more is begun again. @returns false when it had to be */
export async function openSheet(page: Page, { sheet }: Workplace): Promise<boolean> {
	// Only the fragment differs from a page that may be open: always load it.
	await page.goto('about:blank');
	await page.goto(sheet.address);
	const goOn = page.getByRole('button', { name: 'Verder invullen' });
	const group = new SheetPage(page).group('Verenigingen');
	await goOn.or(group).waitFor();
	const wasThere = await goOn.isVisible();
	if (wasThere) await goOn.click();
	else await new SheetPage(page).chooseGroup('Verenigingen');
	await page.locator('main article').waitFor();
	return wasThere;
}

export async function saysRestored(page: Page): Promise<boolean> {
	return RESTORED.test(await page.locator('body').innerText());
}
