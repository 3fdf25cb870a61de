import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Page } from '@playwright/test';
import { expect, test } from '../../test';

/** Every page that a facilitator can come to; here nothing is stored, or a participant answers apart. */
const APART = ['gewist', 'meedoen', 'niet-gevonden'];
const pages = readdirSync('src/routes').filter(
	(name) => existsSync(`src/routes/${name}/+page.svelte`) && !APART.includes(name)
);
/** A page that reads nothing: what still listens there was left behind. */
const QUIET = 'uitleg';

const VISITS = 5;
/** What a tab tells of (storage/changes.ts), apart from what begins a tab anew. */
const KINDS = [
	...['partnership', 'measurement', 'answer', 'note', 'response', 'agreed-score', 'commitment', 'report-choice'],
	...['questionnaire', 'position', 'setting', 'sheet', 'backup']
];

test.beforeEach(async ({ context }) => {
	await context.addInitScript(() => {
		const count = { transactions: 0, open: 0 };
		Object.defineProperty(window, 'counted', { value: count });
		const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
			?.value as typeof IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (...parameters) {
			count.transactions += 1;
			const begun = begin.apply(this, parameters);
			count.open += 1;
			for (const end of ['complete', 'abort']) begun.addEventListener(end, () => (count.open -= 1), { once: true });
			return begun;
		};
	});
});

/** Goes to one after another as links do, without loading the app again, and stays at each for so many frames. */
async function walk(page: Page, steps: readonly { href: string; frames: number }[]): Promise<void> {
	await page.bringToFront();
	await page.evaluate(async (all) => {
		for (const { href, frames } of all) {
			const link = document.createElement('a');
			link.href = href;
			document.body.append(link);
			link.click();
			link.remove();
			for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
		}
	}, steps);
}

/** How many transactions a change in another tab asks of this one, until nothing more is asked for a while. */
async function transactionsOfChange(page: Page, change: () => Promise<void>): Promise<number> {
	const QUIET_FRAMES = 30;
	const count = () =>
		page.evaluate(async (quiet) => {
			const counted = Reflect.get(window, 'counted') as { transactions: number };
			let last = counted.transactions;
			for (let still = 0; still < quiet; still += 1) {
				await new Promise(requestAnimationFrame);
				if (counted.transactions !== last) still = 0;
				last = counted.transactions;
			}
			return last;
		}, QUIET_FRAMES);
	await page.bringToFront();
	const before = await count();
	await change();
	await page.bringToFront();
	return (await count()) - before;
}

/**
 * How many transactions it asks of this tab when another one tells of a change, by kind: one at a time, so that none
 * comes together with another.
 */
async function transactionsByKind(page: Page, other: Page, ids: Record<string, string>): Promise<Map<string, number>> {
	const asked = new Map<string, number>();
	for (const kind of KINDS) {
		const tell = (change: object) => {
			const channel = new BroadcastChannel('samenwerkingsmeter');
			channel.postMessage(change);
			channel.close();
		};
		asked.set(kind, await transactionsOfChange(page, () => other.evaluate(tell, { kind, ...ids })));
	}
	return asked;
}

test('who visits pages and leaves them at any moment leaves nothing behind that listens', async ({ page, context }) => {
	test.slow();
	await page.goto('./resultaat/?voorbeeld');
	await page.waitForURL(/meting=/);
	const id = new URL(page.url()).searchParams.get('meting') ?? '';
	const partnership = await page.getByRole('link', { name: /^Voorbeeld/ }).getAttribute('href');
	const base = new URL('..', page.url()).pathname;
	const query = `?meting=${id}&meting=${id}&${partnership?.split('?')[1] ?? ''}`;
	const quiet = `${base}${QUIET}/`;
	const other = await context.newPage();
	await other.goto(`./meting/?meting=${id}`);
	let isOpen = true;
	const change = async () => {
		if (isOpen) {
			await other.getByRole('button', { name: 'Sluit af en ga praten' }).click();
			// Not everybody of the example answered.
			await other.getByRole('button', { name: 'Ja, sluit de meting' }).click();
			await other.waitForURL(/resultaat/);
			await other.goto(`./meting/?meting=${id}`);
			await expect(other.getByRole('button', { name: 'Heropen de meting' })).toBeVisible();
		} else {
			await other.getByRole('button', { name: 'Heropen de meting' }).click();
			await expect(other.getByRole('button', { name: 'Sluit af en ga praten' })).toBeVisible();
		}
		isOpen = !isOpen;
	};
	await walk(page, [{ href: quiet, frames: 30 }]);
	await change();
	const alone = await transactionsOfChange(page, change);
	const partnershipId = new URLSearchParams(partnership?.split('?')[1]).get('verband') ?? '';
	const ids = { measurementId: id, partnershipId, responseId: '00000000a1' };
	const aloneByKind = await transactionsByKind(page, other, ids);

	// Each page ten times, left at once, while it opens, or when it is there.
	const visits = pages.flatMap((name) =>
		Array.from({ length: VISITS }, (_, time) => [
			{ href: `${base}${name}/${query}`, frames: time % 4 },
			{ href: quiet, frames: 1 }
		]).flat()
	);
	// And in any order.
	const place = fc.record({ name: fc.constantFrom(...pages), frames: fc.nat(12) });
	const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now());
	const [random = []] = fc.sample(fc.array(place, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed });
	const anyOrder = random.map(({ name, frames }) => ({ href: `${base}${name}/${query}`, frames }));
	await walk(page, [...visits, ...anyOrder, { href: quiet, frames: 60 }]);
	await expect(page).toHaveURL(new RegExp(`${QUIET}/$`));

	const after = await transactionsOfChange(page, change);
	expect(after, `FAST_CHECK_SEED=${seed}`).toBeLessThanOrEqual(alone + 1);
	for (const [kind, count] of await transactionsByKind(page, other, ids)) {
		expect(count, `${kind}, FAST_CHECK_SEED=${seed}`).toBeLessThanOrEqual((aloneByKind.get(kind) ?? 0) + 1);
	}
	const open = () => page.evaluate(() => (Reflect.get(window, 'counted') as { open: number }).open);
	await expect.poll(open, { message: `FAST_CHECK_SEED=${seed}` }).toBe(0);
});
