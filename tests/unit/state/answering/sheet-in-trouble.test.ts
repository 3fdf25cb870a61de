import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { packResponse, unpackResponse } from '$lib/exchange/response/response-code';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import type { Sheet } from '$lib/state/answering/sheet.svelte';
import { hurry } from '../../../builders/fast-clock';
import { patience, runs } from '../../../property-runs';
import { Device } from '../../storage/faults/device';
import { FaultyStorage, PLACES, type Fault } from '../../storage/faults/faulty-storage';
import { invitationTo, measurementOf } from '../../../builders/records';

vi.setConfig({ testTimeout: patience(600_000) });

/** Each member has one of its own: what an earlier page still has to do comes over no other. */
let members = 0;
let measurement = measurementOf('a'.repeat(32), 'b'.repeat(32));
function nextMember(): void {
	members += 1;
	measurement = measurementOf('a'.repeat(32), members.toString(16).padStart(32, '0'));
}

/** How the tab's own storage does. */
type TabStorage = 'takes' | 'full' | 'refused' | 'missing';

/** A participant's tab: pages come and go in it, and what is in its session storage stays. */
class PhoneTab {
	readonly memory = new Map<string, string>();
	/** All that were here: what they still have to do must not come over the next member. */
	readonly pages: Page[] = [];
	/** How often a page loaded itself anew. */
	reloads = 0;
	#page = new EventTarget();
	#left = { yet: false };

	constructor(readonly storage: TabStorage) {}

	/** A page that is loaded anew, with nothing but what was stored or kept. */
	async open() {
		const { memory } = this;
		this.#page = new EventTarget();
		const left = { yet: false };
		this.#left = left;
		vi.stubGlobal('window', this.#page);
		vi.stubGlobal('location', { reload: () => (this.reloads += 1) });
		vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
		const setItem = (key: string, text: string) => {
			if (this.storage === 'full') throw new DOMException('', 'QuotaExceededError');
			// Nothing runs in a page that was left.
			if (!left.yet) memory.set(key, text);
		};
		const given = {
			getItem: (key: string) => memory.get(key) ?? null,
			setItem,
			removeItem: (key: string) => void (left.yet || memory.delete(key))
		};
		vi.stubGlobal('sessionStorage', undefined);
		if (this.storage === 'refused') {
			Object.defineProperty(globalThis, 'sessionStorage', {
				configurable: true,
				get: () => {
					throw new DOMException('', 'SecurityError');
				}
			});
		} else if (this.storage !== 'missing') vi.stubGlobal('sessionStorage', given);
		vi.resetModules();
		const page = await loadPage();
		this.pages.push(page);
		return page;
	}

	/** What the page had begun to store ends, well or not. */
	async leave(sheet: Sheet): Promise<void> {
		this.#page.dispatchEvent(new Event('pagehide'));
		this.#left.yet = true;
		await vi.waitFor(() => expect(sheet.status.kind).not.toBe('saving'));
		// What it would still keep in this tab, it keeps of before.
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
}

async function loadPage() {
	const [sheets, database, journal] = await Promise.all([
		import('$lib/state/answering/sheet.svelte'),
		import('$lib/storage/connection/database'),
		import('$lib/storage/journal/journal')
	]);
	return { ...sheets, ...database, ...journal };
}
type Page = Awaited<ReturnType<typeof loadPage>>;

const fault: fc.Arbitrary<Fault> = fc.record({
	place: fc.constantFrom(...PLACES),
	name: fc.constantFrom('UnknownError', 'QuotaExceededError', 'SecurityError', 'InvalidStateError', 'ErrorOfNextYear'),
	times: fc.constantFrom(1, 3, 1000)
});
const step = fc.record({
	item: fc.nat(35),
	answer: fc.constantFrom<Answer>(1, 2, 3, 4, 5, 'unknown'),
	/** From here on; none: it works again. Undefined: as it was. */
	faults: fc.option(fc.array(fault, { maxLength: 2 }), { nil: undefined, freq: 2 }),
	/** Whether people take a moment before what follows. */
	waits: fc.boolean(),
	group: fc.option(fc.constantFrom('gemeente', 'verenigingen'), { nil: undefined, freq: 4 })
});
const sheetOfSteps = fc.record({
	mode: fc.constantFrom('open', 'anoniem'),
	first: fc.array(fault, { maxLength: 1 }),
	steps: fc.array(step, { minLength: 1, maxLength: 12 }),
	atTheEnd: fc.array(fault, { maxLength: 2 })
});

function mendAll(): void {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
}
afterEach(mendAll);

function invitationOf(mode: 'open' | 'anoniem') {
	const privacy = mode === 'open' ? { mode } : { mode, threshold: 3 as const };
	return { ...invitationTo(measurement), privacy };
}

const moment = () => new Promise((resolve) => setImmediate(resolve));

/** All that is handed back decodes to exactly this. */
function expectHandedBack(sheet: Sheet, answers: Record<string, Answer>, groupId: string): void {
	const itemIds = itemsOf(sheet.questionnaire).map(({ id }) => id);
	const context = {
		terms: sheet.terms,
		itemIds,
		dimensionIds: dimensionsOf(sheet.questionnaire).map(({ dimension }) => dimension.id)
	};
	const code = unpackResponse({ ...context, text: packResponse({ ...context, response: sheet.response }) });
	const wanted = { kind: 'good', response: { answers, groupId, id: sheet.response.id } };
	expect(code).toMatchObject(wanted);
	expect(readResponseFile(writeResponseFile(sheet.response, sheet.terms), context)).toMatchObject(wanted);
	for (const read of [code, readResponseFile(writeResponseFile(sheet.response, sheet.terms), context)]) {
		if (read.kind === 'good') expect(read.response.answers).toEqual(answers);
	}
}

describe('whatever storage does, and whenever', () => {
	test('«Klaar» gives exactly what was chosen, as a code and as a file', async () => {
		const tabStorage = fc.constantFrom<TabStorage>('takes', 'full', 'refused', 'missing');
		await fc.assert(
			fc
				.asyncProperty(sheetOfSteps, tabStorage, async ({ mode, first, steps, atTheEnd }, kept) => {
					nextMember();
					hurry();
					new Device();
					const storage = new FaultyStorage();
					storage.arm(...first);
					const tab = new PhoneTab(kept);
					const page = await tab.open();
					const questionnaire = await questionnaireOf();
					const sheet = page.Sheet.start(invitationOf(mode), 'gemeente', questionnaire);
					const chosen: Record<string, Answer> = {};
					let groupId = 'gemeente';
					const items = itemsOf(questionnaire);
					for (const { item, answer, faults, waits, group } of steps) {
						if (faults) storage.arm(...faults);
						const { id } = items[item] ?? { id: '' };
						sheet.choose(id, answer);
						chosen[id] = answer;
						if (group) sheet.changeGroup((groupId = group));
						if (waits) await moment();
					}
					if (atTheEnd.length > 0) storage.arm(...atTheEnd);

					await sheet.finish();

					expect(sheet.finished).toBe(true);
					expectHandedBack(sheet, chosen, groupId);
					await rest(tab, storage, sheet);
				})
				.afterEach(mendAll),
			{ numRuns: runs(12), endOnFailure: true }
		);
	});

	test('after a reload at any moment everything that was chosen is there, and goes on', async () => {
		await fc.assert(
			fc
				.asyncProperty(
					sheetOfSteps,
					fc.infiniteStream(fc.boolean()),
					async ({ mode, first, steps, atTheEnd }, reloads) => {
						nextMember();
						hurry();
						new Device();
						const storage = new FaultyStorage();
						const tab = new PhoneTab('takes');
						let page = await tab.open();
						const questionnaire = await questionnaireOf();
						const invitation = invitationOf(mode);
						storage.arm(...first);
						let sheet = page.Sheet.start(invitation, 'gemeente', questionnaire);
						const chosen: Record<string, Answer> = {};
						for (const { item, answer, faults, waits } of steps) {
							if (faults) storage.arm(...faults);
							const { id } = itemsOf(questionnaire)[item] ?? { id: '' };
							sheet.choose(id, answer);
							chosen[id] = answer;
							if (waits) await moment();
							if (reloads.next().value) {
								await tab.leave(sheet);
								await page.closeDatabase().catch(() => undefined);
								page = await tab.open();
								const found = await page.Sheet.resume(invitation, 'phone', () => questionnaire).catch(async () => {
									// All of it was stored, and cannot be read now: later it can.
									storage.arm();
									return page.Sheet.resume(invitation, 'phone', () => questionnaire);
								});
								if (!found) throw new Error(`Lost: ${JSON.stringify(chosen)}`);
								sheet = found;
								expect(sheet.response.answers).toEqual(chosen);
							}
						}
						if (atTheEnd.length > 0) storage.arm(...atTheEnd);
						await sheet.finish();
						expectHandedBack(sheet, chosen, 'gemeente');
						await rest(tab, storage, sheet);
						expect(tab.reloads).toBeLessThanOrEqual(1);
						expect([...tab.memory.keys()].filter((key) => key.includes('blad'))).toEqual([]);
					}
				)
				.afterEach(mendAll),
			{ numRuns: runs(6), endOnFailure: true }
		);
	});
});

async function questionnaireOf() {
	const { loadQuestionnaire } = await import('$lib/content/questionnaires');
	return loadQuestionnaire(measurement.questionnaire);
}

/** Storage works again: all of it is stored, so that nothing of it comes over the next member. */
async function rest({ pages }: PhoneTab, storage: FaultyStorage, sheet: Sheet): Promise<void> {
	storage.arm();
	await vi.waitFor(async () => {
		sheet.retry();
		await moment();
		expect(sheet.status.kind).toBe('saved');
	});
	for (const page of pages) {
		await page.database();
		await vi.waitFor(() => expect(page.journalHealth()).not.toBe('troubled'));
	}
	for (const page of pages) await page.closeDatabase();
}
