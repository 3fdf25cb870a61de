import type { TestInfo } from '@playwright/test';
import { Chance, kills, seed } from './chance';
import { print, quantile } from './counts';
import { answer } from './person';
import { expect, test } from './test';
import { look, newWorkplace, openSheet, openTogether, startAt, type Workplace } from './workplace';

/** A browser lives through this many kills before a fresh one takes its place. */
const KILLS_A_PROFILE = 25;
/** Answering goes on for less than this before the kill, in ms. */
const LONGEST_LIFE = 2500;

for (const [index, from] of [seed, seed + 1].entries()) {
	test(`${kills} kills of Chromium while people answer, seed ${from}`, async ({ site }, testInfo) => {
		test.setTimeout(60_000 + kills * 30_000);
		const chance = new Chance(from * 7919 + index);
		const tally = { kills: 0, acknowledged: 0, lost: 0, restored: 0, profiles: 0 };
		const [losses, waits]: [string[], number[]] = [[], []];
		let place: Workplace | undefined;

		const check = async (last: Workplace) => {
			const browser = await startAt(last);
			const seen = await look(browser.page, last);
			if (seen.restored) tally.restored += 1;
			if (seen.lost.length > 0)
				losses.push(`after kill ${tally.kills}: ${seen.lost.length} lost (${seen.lost[0] ?? ''}); ${seen.evidence}`);
			tally.lost += seen.lost.length;
			return { browser, intact: seen.lost.length === 0 };
		};
		const retire = (old: Workplace) => {
			for (const { ledger } of [old.together, old.sheet]) {
				tally.acknowledged += ledger.count;
				waits.push(...ledger.waits);
			}
			old.profile.remove();
			console.log(`${tally.kills} kills: ${tally.acknowledged} answers acknowledged, ${tally.lost} lost`);
		};

		while (tally.kills < kills) {
			if (!place) {
				place = await newWorkplace(site);
				tally.profiles += 1;
			}
			const { browser, intact } = await check(place);
			await answerUntilKilled(browser, place, chance);
			tally.kills += 1;
			if (!intact || tally.kills % KILLS_A_PROFILE === 0) {
				if (intact) await (await check(place)).browser.kill();
				retire(place);
				place = undefined;
			}
		}
		if (place) {
			await (await check(place)).browser.close();
			retire(place);
		}
		note(testInfo, tally, losses, waits);
		expect(losses).toEqual([]);
	});
}

/** On one of the two pages or on both at once; now and then the kill comes while the app is still starting. */
async function answerUntilKilled(
	browser: Awaited<ReturnType<typeof startAt>>,
	place: Workplace,
	chance: Chance
): Promise<void> {
	const { page, context } = browser;
	const life = chance.below(LONGEST_LIFE);
	const [one, other] = [chance.below(1_000_000), chance.below(1_000_000)];
	const who = chance.oneOf(['together', 'sheet', 'both', 'both', 'starting'] as const);
	const end = new Promise<void>((resolve, reject) => {
		const kill = () => void browser.kill().then(resolve, reject);
		if (who === 'starting') setTimeout(kill, life / 5);
		else page.once('console', () => setTimeout(kill, life));
	});
	const working = async () => {
		if (who === 'sheet') {
			await openSheet(page, place);
			await begin(() => answer(page, 'sheet', one));
			return;
		}
		await openTogether(page, place);
		const second = who === 'both' ? await context.newPage() : undefined;
		if (second) await openSheet(second, place);
		await begin(() => Promise.all([answer(page, 'together', one), second && answer(second, 'sheet', other)]));
	};
	const begin = async (work: () => Promise<unknown>) => {
		await page.evaluate(() => console.log('people begin to answer'));
		await work();
	};
	// What the people were doing ends with the browser.
	const work = working().catch(() => undefined);
	await Promise.all([end, work]);
}

function note(
	testInfo: TestInfo,
	tally: Record<'kills' | 'acknowledged' | 'lost' | 'restored' | 'profiles', number>,
	losses: readonly string[],
	waits: readonly number[]
): void {
	print(testInfo, {
		kills: tally.kills,
		'fresh browsers': tally.profiles,
		'answers acknowledged': tally.acknowledged,
		'restores seen': tally.restored,
		'acknowledged answers lost': tally.lost,
		'kills with a loss': losses.length,
		'ms to «Bewaard» (1 to 4 answers; half / 95 %)': `${Math.round(quantile(waits, 0.5))} / ${Math.round(quantile(waits, 0.95))}`
	});
}
