import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Score } from '$lib/domain/measurement/measurement';
import type { Source } from '$lib/state/tab/opened.svelte';
import { DATABASE_NAME } from '$lib/storage/database-name';
import type { RemovedRecords } from '$lib/storage/bundles/removal';
import { commitmentOf, measurementOf, partnershipOf, responseOf } from '../../../builders/records';
import { emptyContent } from '$lib/storage/records/partnerships';
import { runs } from '../../../property-runs';
import { openTab, type Tab } from '../two-tabs';

/** Pages with figures that are open in one tab while another tab changes what they rest on. */

const partnershipId = 'a'.repeat(32);
const earlier = measurementOf(partnershipId, 'b'.repeat(32), '2025-03-19');
const measurement = measurementOf(partnershipId, 'c'.repeat(32));
const measurementId = measurement.id;
const typed = responseOf(measurementId, 'a2');
const [itemId, dimensionId] = ['waardering-inzet-gezien', 'waardering'];

let looking: Tab;
let working: Tab;
beforeAll(async () => {
	[looking, working] = [await openTab(), await openTab()];
});
beforeEach(beginAnew);
afterAll(() => Promise.all([looking, working].map((tab) => tab.closeDatabase())));

async function beginAnew() {
	for (const tab of [looking, working]) await tab.closeDatabase();
	await deleteDB(DATABASE_NAME);
	await looking.savePartnershipRecords({
		partnership: partnershipOf(partnershipId),
		measurements: [earlier, measurement],
		...emptyContent,
		responses: [responseOf(earlier.id, 'a1'), typed]
	});
}

/** What each page reads, and after what it reads again. */
const pages = {
	result: (tab: Tab) => openPage(tab, () => tab.loadResult(measurementId), tab.touchesResult),
	report: (tab: Tab) =>
		openPage(
			tab,
			async () => ({
				outcome: await tab.loadResult(measurementId),
				commitments: await tab.loadReportedCommitments(partnershipId)
			}),
			(change, from, found) => tab.touchesReport(change, from, found?.outcome)
		),
	comparison: (tab: Tab) => openPage(tab, () => tab.loadComparison([earlier.id, measurementId]), tab.touchesComparison),
	peers: (tab: Tab) => openPage(tab, () => tab.loadPeers(measurementId), tab.touchesPeers)
};

function openPage<Value>(tab: Tab, read: () => Promise<Value>, touches: NonNullable<Source<Value>['touches']>) {
	const opened = new tab.Opened<Value>({ read, touches });
	return { opened, read, leave: opened.open() };
}

/** What people can do in another tab. */
const deeds = {
	agreed: (score: Score) =>
		working.changeAgreedScore({ measurementId, dimensionId }, (stored) => ({ ...stored, score })),
	note: (score: Score) => working.changeNote(measurementId, itemId, () => `Notitie ${score}`),
	answer: (score: Score) => working.saveJointAnswer({ measurementId, groupId: 'gemeente', itemId }, score),
	earlierAnswer: (score: Score) =>
		working.saveJointAnswer({ measurementId: earlier.id, groupId: 'verenigingen', itemId }, score),
	response: (score: Score) =>
		working.takeInResponses(
			measurementId,
			[responseOf(measurementId, `nieuw-${score}`, { answers: { [itemId]: score } })],
			'phone'
		),
	withdrawn: () => working.takeBackResponse(typed),
	commitment: (score: Score) => working.saveCommitment({ ...commitmentOf(measurement, `afspraak-${score}`) }),
	date: (score: Score) =>
		working.changeMeasurement(measurementId, (stored) => ({ ...stored, date: `2026-03-0${score}` })),
	closed: () => working.changeMeasurement(measurementId, (stored) => ({ ...stored, status: 'closed' })),
	reopened: () => working.changeMeasurement(measurementId, (stored) => ({ ...stored, status: 'open' })),
	name: (score: Score) =>
		working.changePartnership(partnershipId, (stored) => ({ ...stored, name: `Verband ${score}` })),
	withoutEarlier: () => working.deleteMeasurement(earlier.id)
};
const names = Object.keys(deeds) as (keyof typeof deeds)[];
const deed = fc.record({
	name: fc.constantFrom(...names),
	score: fc.constantFrom<Score[]>(1, 2, 3, 4, 5)
});

/** What a page that is opened now shows, or says. */
async function openedNow<Value>(read: () => Promise<Value>) {
	return read().then(
		(value) => ({ value, problem: undefined }),
		(cause: Error) => ({ value: undefined, problem: cause.message })
	);
}

test('after anything that another tab does, each page shows what it would when opened anew', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), async (done) => {
			await beginAnew();
			const open = Object.values(pages).map((page) => page(looking));
			try {
				for (const { opened } of open) await vi.waitFor(() => expect(opened.value).toBeDefined());
				// What is refused, of a measurement that is gone or closed, changes nothing.
				for (const { name, score } of done) await deeds[name](score).catch(() => undefined);
				for (const { opened, read } of open) {
					await vi.waitFor(async () => {
						expect({ value: opened.value, problem: opened.problem }).toEqual(await openedNow<unknown>(read));
					});
				}
			} finally {
				for (const { leave } of open) leave();
			}
		}),
		{ numRuns: names.length + runs(6), examples: names.map((name) => [[{ name, score: 3 }]]) }
	);
});

test('a measurement that is deleted in another tab is missing on each page, and comes back with it', async () => {
	const open = Object.values(pages).map((page) => page(looking));
	for (const { opened } of open) await vi.waitFor(() => expect(opened.value).toBeDefined());
	const removed = (await working.deleteMeasurement(measurementId)) as RemovedRecords;
	for (const { opened } of open)
		await vi.waitFor(() => expect([opened.missing, opened.value]).toEqual([true, undefined]));
	await working.undoRemoval(removed);
	for (const { opened } of open) {
		await vi.waitFor(() => expect([opened.missing, opened.problem]).toEqual([false, undefined]));
		expect(opened.value).toBeDefined();
	}
	for (const { leave } of open) leave();
});
