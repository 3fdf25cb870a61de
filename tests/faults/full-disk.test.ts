import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FillingPage } from '../e2e/pages/filling-page';
import { newProfile } from './chromium-process';
import { print } from './counts';
import { answer } from './person';
import { expect, test } from './test';
import { look, newWorkplace, openTogether, startAt } from './workplace';

/** Enough for a browser that starts, in MB. */
const SIZE = 120;

function smallDisk(): { folder: string; remove: () => void } | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-disk-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m`, 'samenwerkingsmeter', folder], { stdio: 'ignore' });
	} catch {
		rmSync(folder, { recursive: true });
		return undefined;
	}
	return {
		folder,
		remove: () => {
			execFileSync('umount', ['-l', folder]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Takes all the place that is left, but for so many bytes. */
function fill(folder: string, leave: number): void {
	const path = join(folder, `ballast-${Date.now()}`);
	const { bavail, bsize } = statfsSync(folder);
	try {
		writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
	} catch {
		// The browser took some of it meanwhile: what was written stays, and the disk is full.
	}
}

/** Gives back all that was taken. */
function empty(folder: string): void {
	for (const name of readdirSync(folder).filter((one) => one.startsWith('ballast-'))) rmSync(join(folder, name));
}

test('a disk that is full: a message, nothing acknowledged lost, and it stores again when there is place', async ({
	site
}, testInfo) => {
	const disk = smallDisk();
	test.skip(disk === undefined, 'mounting a tmpfs is not allowed here (it takes root)');
	if (!disk) return;
	try {
		const place = await newWorkplace(site, newProfile(disk.folder));
		const browser = await startAt(place);
		const { page } = browser;
		await openTogether(page, place);
		await answer(page, 'together', 1, 20);
		const before = place.together.ledger.count;
		fill(disk.folder, 100_000);
		const filling = new FillingPage(page);
		// Answers go on until the first one that is not stored.
		const more = answer(page, 'together', 2).catch(() => undefined);
		await expect(async () => {
			fill(disk.folder, 0);
			await expect(filling.failure).toBeVisible({ timeout: 200 });
		}).toPass({ timeout: 60_000 });
		const said = (await filling.failure.locator('p').first().innerText()).trim();
		// On a disk without any place Chromium may throw away all that a site keeps, the second copy as well.
		const thrownAway = await page.evaluate(async () => ((await navigator.storage.estimate()).usage ?? 0) === 0);
		expect.soft(said).toContain(thrownAway ? 'Wat je invulde, staat nog op het scherm' : 'geen plaats');
		await expect(page.getByText('Bewaard op dit toestel')).toBeHidden();
		const toFile = page.getByRole('button', { name: 'Bewaar de antwoorden in een bestand' });
		const offersFile = await toFile.isVisible();
		let file = 'not offered';
		if (offersFile) {
			const download = page.waitForEvent('download');
			await toFile.click();
			file = (await download).suggestedFilename();
		}
		empty(disk.folder);
		if (thrownAway) {
			expect(file).not.toBe('not offered');
			await browser.kill();
			await more;
			return print(testInfo, {
				'thrown away by the browser': 'all of it',
				'answers to a file': file,
				'the message': said
			});
		}
		await filling.retry();
		await expect(page.getByText('Bewaard op dit toestel')).toBeVisible();
		await browser.kill();
		await more;
		const again = await startAt(place);
		const seen = await look(again.page, place);
		print(testInfo, {
			'answers acknowledged before and while it filled': `${before} and ${place.together.ledger.count - before}`,
			'acknowledged answers lost': seen.lost.length,
			'answers to a file': file,
			'the message': said
		});
		expect(seen.lost).toEqual([]);
		expect.soft(file).not.toBe('not offered');
		await again.close();
	} finally {
		disk.remove();
	}
});

test('the browser started again and again on a full disk: what was acknowledged is there when there is place', async ({
	site
}, testInfo) => {
	const disk = smallDisk();
	test.skip(disk === undefined, 'mounting a tmpfs is not allowed here (it takes root)');
	if (!disk) return;
	try {
		const place = await newWorkplace(site, newProfile(disk.folder));
		const rounds = 4;
		let opened = 0;
		for (let round = 0; round < rounds; round += 1) {
			const browser = await startAt(place);
			if (await openTogether(browser.page, place)) opened += 1;
			const answering = answer(browser.page, 'together', round).catch(() => undefined);
			await expect.poll(() => place.together.ledger.size).toBeGreaterThan(5 * (round + 1));
			fill(disk.folder, 0);
			await browser.kill();
			await answering;
			// Starting takes place of its own, and finds some of it.
			empty(disk.folder);
			fill(disk.folder, 2_000_000 + round * 500_000);
			const full = await startAt(place);
			fill(disk.folder, 0);
			await openTogether(full.page, place).catch(() => false);
			await full.kill();
			empty(disk.folder);
		}
		const browser = await startAt(place);
		const seen = await look(browser.page, place);
		print(testInfo, {
			'times full': rounds * 2,
			'answers acknowledged': place.together.ledger.count,
			'acknowledged answers lost': seen.lost.length,
			'starts that opened': `${opened} of ${rounds}`,
			'says that it restored': seen.restored ? 'yes' : 'no'
		});
		expect(seen.lost).toEqual([]);
		await browser.close();
	} finally {
		disk.remove();
	}
});
