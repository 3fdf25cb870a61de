import { renameSync } from 'node:fs';
import { Chance, seed } from './chance';
import type { Profile } from './chromium-process';
import { print } from './counts';
import {
	damageJournal,
	makeTables,
	databaseFiles,
	databaseFolder,
	overwrite,
	privateFilesFolder,
	removeFolder,
	truncate,
	type JournalDamage
} from './damage';
import { answer } from './person';
import { expect, test } from './test';
import {
	copyOf,
	look,
	newWorkplace,
	openSheet,
	openTogether,
	saysRestored,
	startAt,
	type Workplace
} from './workplace';

/** Answers on both pages, in this many visits. */
async function workedAt(site: string, visits: number, profile?: Profile): Promise<Workplace> {
	const place = await newWorkplace(site, profile);
	for (let visit = 0; visit < visits; visit += 1) await workSomeMore(place, seed + visit);
	return place;
}

async function workSomeMore(place: Workplace, from: number): Promise<void> {
	const browser = await startAt(place);
	await openTogether(browser.page, place);
	await answer(browser.page, 'together', from, 20);
	await openSheet(browser.page, place);
	await answer(browser.page, 'sheet', from, 10);
	await browser.close();
}

interface Trial {
	name: string;
	damage: (profile: Profile) => void;
}

function trials(chance: Chance): Trial[] {
	const each = (name: RegExp, damage: (path: string) => void) => (profile: Profile) =>
		databaseFiles(profile, name).forEach(damage);
	return [
		{ name: 'folder deleted', damage: (profile) => removeFolder(databaseFolder(profile)) },
		{ name: 'log emptied', damage: each(/\.log$/, (path) => truncate(path, 0)) },
		{ name: 'log halved', damage: each(/\.log$/, (path) => truncate(path, 0.5)) },
		{ name: 'log almost whole', damage: each(/\.log$/, (path) => truncate(path, 0.98)) },
		{ name: 'nonsense in the log', damage: each(/\.log$/, (path) => overwrite(path, chance, 3)) },
		{ name: 'nonsense in the tables', damage: each(/\.ldb$/, (path) => overwrite(path, chance, 5)) },
		{ name: 'tables halved', damage: each(/\.ldb$/, (path) => truncate(path, 0.5)) },
		{ name: 'tables deleted', damage: each(/\.ldb$/, (path) => removeFolder(path)) },
		{ name: 'nonsense in the manifest', damage: each(/^MANIFEST/, (path) => overwrite(path, chance, 3)) },
		{ name: 'CURRENT emptied', damage: each(/^CURRENT$/, (path) => truncate(path, 0)) },
		{ name: 'nonsense in every file', damage: each(/./, (path) => overwrite(path, chance, 3)) }
	];
}

test('the files of the database damaged while the browser is closed', async ({ site }, testInfo) => {
	test.setTimeout(600_000);
	const place = await workedAt(site, 2);
	const ballast = await startAt(place);
	await makeTables(ballast.page, site);
	await ballast.close();
	await workSomeMore(place, seed + 2);
	const tally = { trials: 0, restored: 0, intact: 0, lost: 0 };
	const losses: string[] = [];
	for (const { name, damage } of trials(new Chance(seed))) {
		const damaged = copyOf(place);
		damage(damaged.profile);
		const browser = await startAt(damaged);
		const seen = await look(browser.page, damaged);
		tally.trials += 1;
		tally.lost += seen.lost.length;
		if (seen.lost.length > 0) losses.push(`${name}: ${seen.lost.length} lost; ${seen.evidence}`);
		else if (seen.restored) tally.restored += 1;
		else tally.intact += 1;
		if (name === 'folder deleted' && !seen.restored)
			losses.push(`${name}: the screen does not say that it was restored`);
		await browser.close();
		damaged.profile.remove();
	}
	place.profile.remove();
	print(testInfo, {
		'ways of damage': tally.trials,
		'answers that must be there, each time': place.together.ledger.size + place.sheet.ledger.size,
		restored: tally.restored,
		'nothing was wrong': tally.intact,
		'acknowledged answers lost': tally.lost
	});
	expect(losses).toEqual([]);
});

test('a database that the browser can neither open nor delete: it says so, and touches nothing', async ({ site }) => {
	const place = await workedAt(site, 1);
	const away = databaseFiles(place.profile, /^MANIFEST/).map((path) => ({ path, put: `${path}.away` }));
	for (const { path, put } of away) renameSync(path, put);
	const browser = await startAt(place);
	expect(await openTogether(browser.page, place)).toBe(false);
	await expect(browser.page.getByText('Bewaard op dit toestel')).toBeHidden();
	await browser.close();
	// Nothing was made in its place, and the journal was not written over: whoever mends the files has everything.
	for (const { path, put } of away) renameSync(put, path);
	const again = await startAt(place);
	const seen = await look(again.page, place);
	expect(seen).toMatchObject({ lost: [], restored: false });
	await again.close();
	place.profile.remove();
});

test('killed again and again while it restores', async ({ site }, testInfo) => {
	test.setTimeout(300_000);
	const place = await workedAt(site, 2);
	const chance = new Chance(seed);
	const rounds = 10;
	const losses: string[] = [];
	let restored = 0;
	for (let round = 0; round < rounds; round += 1) {
		removeFolder(databaseFolder(place.profile));
		const killed = await startAt(place);
		const opening = openTogether(killed.page, place).catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, chance.below(600)));
		await killed.kill();
		await opening;
		const browser = await startAt(place);
		const seen = await look(browser.page, place);
		if (seen.restored) restored += 1;
		if (seen.lost.length > 0) losses.push(`round ${round}: ${seen.lost.length} lost; ${seen.evidence}`);
		await browser.close();
		if (seen.lost.length > 0) break;
	}
	place.profile.remove();
	print(testInfo, {
		'database deleted and killed': rounds,
		'restores seen after that': restored,
		'with a loss': losses.length
	});
	expect(losses).toEqual([]);
});

const journalDamage: { damage: JournalDamage; only?: number }[] = [
	{ damage: 'emptied' },
	{ damage: 'halved' },
	{ damage: 'nonsense' },
	{ damage: 'removed' },
	{ damage: 'emptied', only: 0 },
	{ damage: 'nonsense', only: 1 }
];

test('the journal damaged while the database is good, and then the database deleted', async ({ site }, testInfo) => {
	test.setTimeout(400_000);
	const place = await workedAt(site, 1);
	const problems: string[] = [];
	let restored = 0;
	for (const [index, { damage, only }] of journalDamage.entries()) {
		const name = `${damage}${only === undefined ? '' : ` (file ${only + 1})`}`;
		const damaged = copyOf(place);
		const first = await startAt(damaged);
		const files = await damageJournal(first.page, site, damage, only);
		if (files === 0) problems.push(`${name}: there is no journal`);
		const seen = await look(first.page, damaged);
		if (seen.lost.length > 0) problems.push(`${name}: ${seen.lost.length} lost; ${seen.evidence}`);
		if (seen.restored) problems.push(`${name}: says that it restored, but nothing was gone`);
		await first.close();
		await workSomeMore(damaged, seed + 100 + index);
		removeFolder(databaseFolder(damaged.profile));
		const last = await startAt(damaged);
		const after = await look(last.page, damaged);
		if (after.restored) restored += 1;
		if (after.lost.length > 0)
			problems.push(`${name}, then the database deleted: ${after.lost.length} lost; ${after.evidence}`);
		await last.close();
		damaged.profile.remove();
	}
	place.profile.remove();
	print(testInfo, {
		'ways of damage': journalDamage.length,
		'restored from the journal made after it': restored,
		problems: problems.length
	});
	expect(problems).toEqual([]);
});

test('database and journal both gone: an honest empty start', async ({ site }) => {
	const place = await workedAt(site, 1);
	removeFolder(databaseFolder(place.profile));
	removeFolder(privateFilesFolder(place.profile));
	const { page, close } = await startAt(place);
	expect(await openTogether(page, place)).toBe(false);
	await page.goto(site);
	await expect(page.getByText('Onder vuur')).toHaveCount(0);
	expect(await saysRestored(page)).toBe(false);
	await close();
	const again = await workedAt(site, 1, place.profile);
	const browser = await startAt(again);
	const seen = await look(browser.page, again);
	expect(seen.lost).toEqual([]);
	await browser.close();
	place.profile.remove();
});
