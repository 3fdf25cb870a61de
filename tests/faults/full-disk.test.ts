import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
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

/** Takes all the place that is left, but for so many bytes. @returns gives it back */
function fill(folder: string, leave: number): () => void {
	const path = join(folder, `ballast-${Date.now()}`);
	const { bavail, bsize } = statfsSync(folder);
	try {
		writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
	} catch {
		// The browser took some of it meanwhile: what was written stays, and the disk is full.
	}
	return () => rmSync(path, { force: true });
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
		const giveBack = fill(disk.folder, 100_000);
		const filling = new FillingPage(page);
		// Answers go on until the first one that is not stored.
		const more = answer(page, 'together', 2).catch(() => undefined);
		await expect(async () => {
			fill(disk.folder, 0);
			await expect(filling.failure).toBeVisible({ timeout: 200 });
		}).toPass({ timeout: 60_000 });
		await expect(filling.failure).toContainText('geen plaats');
		await expect(page.getByText('Bewaard op dit toestel')).toBeHidden();
		const toFile = page.getByRole('button', { name: 'Bewaar de antwoorden in een bestand' });
		const offersFile = await toFile.isVisible();
		let file = 'not offered';
		if (offersFile) {
			const download = page.waitForEvent('download');
			await toFile.click();
			file = (await download).suggestedFilename();
		}
		execFileSync('find', [disk.folder, '-maxdepth', '1', '-name', 'ballast-*', '-delete']);
		giveBack();
		await filling.retry();
		await expect(page.getByText('Bewaard op dit toestel')).toBeVisible();
		await browser.kill();
		await more;
		const again = await startAt(place);
		const seen = await look(again.page, place);
		print(testInfo, {
			'answers acknowledged before and while it filled': `${before} and ${place.together.ledger.count - before}`,
			'acknowledged answers lost': seen.lost.length,
			'answers to a file': file
		});
		expect(seen.lost).toEqual([]);
		expect(file).not.toBe('not offered');
		await again.close();
	} finally {
		disk.remove();
	}
});
