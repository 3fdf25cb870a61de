import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { Caret } from '$lib/domain/text/caret';
import type { QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { withClosing } from '../../builders/closing';
import { runs } from '../../property-runs';
import { commitmentOf } from '../../builders/records';
import { emptyRecordsOf } from '../../builders/stored-records';
import { measurement, partnershipId, plan, sheet, type Field, type OpenedEdit } from './record-edits';
import { openTab, type Tab } from './two-tabs';

const fields = Object.entries(plan).flatMap(([store, ofStore]) =>
	Object.entries(ofStore).flatMap(([name, field]: [string, Field | string]) =>
		typeof field === 'string' ? [] : [{ name: `${store}.${name}`, ...field }]
	)
);
type NamedField = (typeof fields)[number];

let tabs: [Tab, Tab];
beforeAll(async () => {
	tabs = [await openTab(), await openTab()];
});
afterAll(() => Promise.all(tabs.map((tab) => tab.closeDatabase())));

async function beginAnew() {
	for (const tab of tabs) await tab.closeDatabase();
	await deleteDB(DATABASE_NAME);
	const records = {
		...emptyRecordsOf(partnershipId, measurement),
		commitments: [commitmentOf(measurement, 'afspraak')]
	};
	await tabs[0].savePartnershipRecords(records);
	await tabs[0].beginSheet(sheet);
}

/** How the two come after each other. */
const orders = ['at once', 'before the other hears', 'after the other heard'] as const;
type Order = (typeof orders)[number];

/** What a tab says at the end of what it could not store. */
async function toldBy(tab: Tab, opened: OpenedEdit): Promise<string | undefined> {
	const refusal = opened.refusal?.();
	return (
		refusal ??
		(await tab.settleEverything().then(
			() => undefined,
			(cause: Error) => cause.message
		))
	);
}

async function read({ stored }: NamedField) {
	const db = await tabs[0].database();
	return stored((store, key) => db.get(store, key));
}

async function carryOut(one: NamedField, other: NamedField, order: Order, isDeaf: boolean) {
	const opened = [await one.edit.open(tabs[0]), await other.edit.open(tabs[1])] as const;
	// A tab that the browser froze hears nothing.
	if (isDeaf) for (const { stop } of opened) stop?.();
	const change = [() => opened[0].change('Kermis', 2), () => opened[1].change('Feest', 4)] as const;
	if (order === 'at once') await Promise.all(change.map((work) => work()));
	else {
		await change[0]();
		await tabs[0].settleEverything().catch(() => undefined);
		if (order === 'after the other heard' && !isDeaf && one.name === other.name && !opened[1].isHeld) {
			await vi.waitFor(() => expect(trimmed(opened[1].shown())).toEqual(trimmed(opened[0].shown())));
		}
		await change[1]();
	}
	const told = [await toldBy(tabs[0], opened[0]), await toldBy(tabs[1], opened[1])] as const;
	return { opened, told };
}

function trimmed(value: unknown): unknown {
	return typeof value === 'string' ? value.trim() : value;
}

/** What must be true of one edit beside another one, of another field. */
async function expectKept(field: NamedField, opened: OpenedEdit, told: string | undefined, word: string) {
	if (field.kind === 'text') {
		expect(String(opened.shown())).toContain(word);
		if (told === undefined) expect(String(await read(field))).toContain(word);
	} else if (told === undefined && opened.shown() !== undefined) {
		await vi.waitFor(async () => expect(opened.shown()).toEqual(await read(field)));
	}
}

/** What must be true of two edits of one and the same field. */
async function expectBoth(field: NamedField, run: Awaited<ReturnType<typeof carryOut>>, order: Order, isDeaf: boolean) {
	const { opened, told } = run;
	const stored = await read(field);
	if (field.kind === 'text') {
		expect(told).toEqual([undefined, undefined]);
		expect(stored).toEqual(expect.stringMatching(/Kermis/));
		expect(stored).toEqual(expect.stringMatching(/Feest/));
	}
	if (field.kind === 'form') {
		const refused = told.filter((reason) => reason !== undefined);
		// Who heard of the other one and writes on, does so knowingly.
		const isKnowing = order === 'after the other heard' && !isDeaf && !opened[1].isHeld;
		expect(refused).toHaveLength(isKnowing ? 0 : 1);
		for (const [index, reason] of told.entries()) {
			if (reason === undefined) continue;
			expect(reason).toContain(`«${String(stored)}»`);
			expect(opened[index]?.shown()).not.toEqual(stored);
		}
		return;
	}
	if (isDeaf || opened[0].shown() === undefined) return;
	for (const { shown } of opened) {
		await vi.waitFor(async () => expect(trimmed(shown())).toEqual(trimmed(await read(field))));
	}
}

const field = fc.constantFrom(...fields);

async function check(one: NamedField, other: NamedField, order: Order, isDeaf: boolean) {
	await beginAnew();
	const run = await carryOut(one, other, order, isDeaf);
	const { opened, told } = run;
	try {
		if (one.name === other.name) return await expectBoth(one, run, order, isDeaf);
		// Of a measurement that was closed meanwhile, the page says so.
		const mayRefuse = [one, other].some(({ name }) => name === 'measurements.status');
		if (!mayRefuse) expect(told).toEqual([undefined, undefined]);
		await expectKept(one, opened[0], told[0], 'Kermis');
		await expectKept(other, opened[1], told[1], 'Feest');
	} finally {
		for (const { stop } of opened) stop?.();
		// What was refused for good waits for nobody in the next run.
		await tabs[0].changeMeasurement(measurement.id, (stored) => ({ ...stored, status: 'open' }));
		for (const tab of tabs) await tab.settleEverything();
	}
}

test.each(fields.flatMap((one) => orders.map((order) => [one.name, order, one] as const)))(
	'%s in two tabs, %s: nothing is lost unsaid',
	async (_name, order, one) => {
		await check(one, one, order, false);
		await check(one, one, order, true);
	}
);

test('random pairs of edits of every record in two tabs lose nothing of each other', async () => {
	await fc.assert(fc.asyncProperty(field, field, fc.constantFrom(...orders), fc.boolean(), check), {
		numRuns: runs(400)
	});
});

/** Who types a line letter by letter in a field, as `WritingField` does it. */
class Typist {
	readonly #caret = new Caret();
	#text = '';
	#place = 0;

	constructor(private readonly opened: OpenedEdit) {}

	type(letter: string): void {
		const text = this.#text.slice(0, this.#place) + letter + this.#text.slice(this.#place);
		const typed = this.#caret.typed(this.#text, text, this.#place + letter.length);
		[this.#text, this.#place] = [typed.text, typed.place];
		this.opened.field?.write(typed.text);
	}

	look(): void {
		const shown = String(this.opened.shown() ?? '');
		if (shown === this.#text) return;
		this.#place = this.#caret.follow(this.#text, shown, this.#place, this.opened.field?.joined());
		this.#text = shown;
	}
}

/**
 * What a browser shows at once, is seen here a moment later: so the lines have no letter in common, for
 * which see shared-text.test.ts.
 */
async function typeBoth(field: NamedField, lines: readonly [string, string], pauses: readonly number[]) {
	await beginAnew();
	const opened = [await field.edit.open(tabs[0]), await field.edit.open(tabs[1])] as const;
	const before = String((await read(field)) ?? '');
	const people = [new Typist(opened[0]), new Typist(opened[1])] as const;
	const left: [string[], string[]] = [[...lines[0]], [...lines[1]]];
	for (let turn = 0; left[0].length + left[1].length > 0; turn += 1) {
		const pause = pauses[turn % pauses.length] ?? 0;
		const who = left[pause % 2 === 0 ? 0 : 1].length > 0 ? pause % 2 : 1 - (pause % 2);
		people.forEach((person) => person.look());
		people[who === 0 ? 0 : 1].type(left[who === 0 ? 0 : 1].shift() ?? '');
		for (let time = 0; time < pause; time += 1) {
			await new Promise((resolve) => setImmediate(resolve));
			people.forEach((person) => person.look());
		}
	}
	for (const tab of tabs) await tab.settleEverything();
	const stored = String(await read(field));
	for (const line of [...lines, before.trim()]) expect(stored).toContain(line);
	for (const { shown } of opened) await vi.waitFor(() => expect(shown()).toBe(stored));
	for (const { stop } of opened) stop?.();
}

/** Where each picks or adds one of its own, and nothing is typed into what is there. */
const PICKED = ['reportChoices.adviceIds', 'partnerships.tags'];
const pauses = fc.array(fc.nat(12), { minLength: 30, maxLength: 30 });
test.each(
	fields.filter(({ kind, name }) => kind === 'text' && !PICKED.includes(name)).map((one) => [one.name, one] as const)
)('%s in two tabs, letter by letter at the same moment: both lines are whole', async (_name, one) => {
	const check = (chance: number[], isTurned: boolean) =>
		typeBoth(one, isTurned ? ['Och ja', 'Wel net'] : ['Abel had', 'Zon nu'], chance);
	await fc.assert(fc.asyncProperty(pauses, fc.boolean(), check), { numRuns: runs(6) });
});

test('what someone surely wants to talk about shows in the other tab, also that it was taken back', async () => {
	await beginAnew();
	const find = async (ref: QuestionnaireRef) => withClosing(await tabs[0].loadQuestionnaire(ref));
	const here = await tabs[0].Sheet.begin(sheet.invitation, 'gemeente', 'phone', find);
	const there = await tabs[1].Sheet.begin(sheet.invitation, 'gemeente', 'phone', find);
	const stop = there.follow();
	for (const topics of [['waardering'], [], undefined]) {
		here.chooseTopics(topics);
		await tabs[0].settleEverything();
		await vi.waitFor(() => expect(there.topics).toEqual(topics));
	}
	stop();
});
