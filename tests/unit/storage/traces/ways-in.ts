import fc from 'fast-check';
import type { Answer, IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import type { Tab } from '../faults/device';
import { incomingOf } from '../bundles/incoming';
import { aBundle, aResponse, measurementOf, partnershipOf } from '../../../builders/records';
import { sheetOf } from '../../../builders/stored-records';

/** Two anonymous measurements to which responses come in, in every way that there is. */

export const PARTNERSHIP = 'verband';
export const MEASUREMENTS = ['1'.repeat(32), '2'.repeat(32)] as const;
const ITEMS = Array.from({ length: 12 }, (_, index) => `stelling-${String.fromCharCode(108 - index)}`);
const WAYS = ['phone', 'phone renewed', 'paper', 'paper corrected', 'device', 'device renewed', 'file'] as const;

/** Someone whose answers come in, with the answers that were given first, where they were changed. */
export interface Arrival {
	way: (typeof WAYS)[number];
	measurement: 0 | 1;
	id: string;
	groupId: string;
	/** By place in the list of items, in the order in which they were given. */
	given: readonly { item: number; first: Answer; last: Answer }[];
}

const answer = fc.constantFrom<Answer>(1, 2, 3, 4, 5, 'unknown');
const given = fc.uniqueArray(
	fc.record({ item: fc.nat(ITEMS.length - 1), first: answer, last: answer }),
	// With so many it is not by chance that two people, or two versions, say the same.
	{ selector: ({ item }) => item, minLength: ITEMS.length, maxLength: ITEMS.length }
);
const arrival: fc.Arbitrary<Arrival> = fc
	.record({
		way: fc.constantFrom(...WAYS),
		measurement: fc.constantFrom(0 as const, 1 as const),
		id: fc
			.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 10, maxLength: 10 })
			.map((digits) => digits.join('')),
		groupId: fc.constantFrom('gemeente', 'verenigingen'),
		given
	})
	.filter((one) => textOf(firstOf(one)) !== textOf(lastOf(one)));

export function arrivals(minLength: number, maxLength: number): fc.Arbitrary<Arrival[]> {
	const textsOf = (one: Arrival) => [one.id, textOf(firstOf(one)), textOf(lastOf(one))];
	return fc
		.array(arrival, { minLength, maxLength })
		.filter((all) => new Set(all.flatMap(textsOf)).size === 3 * all.length);
}

export function anonymousMeasurement(place: 0 | 1): Measurement {
	const measurement = measurementOf(PARTNERSHIP, MEASUREMENTS[place]);
	return { ...measurement, privacy: { mode: 'anoniem', threshold: 3 }, ways: [] };
}

type Answers = Record<string, Answer>;

function answersOf({ given }: Arrival, which: 'first' | 'last'): Answers {
	return Object.fromEntries(given.map((one) => [ITEMS[one.item] ?? '', one[which]]));
}
const firstOf = (one: Arrival) => answersOf(one, 'first');
const lastOf = (one: Arrival) => answersOf(one, 'last');

/** Answers as they would stand in any file, in the order in which they are stored. */
function textOf(answers: Answers): string {
	const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(Object.fromEntries(sorted)).slice(1, -1);
}

/** What is nowhere any more, as it would stand in a file, once this one came in. */
export function replacedTexts(one: Arrival): string[] {
	const sheet = `"responseId":"${one.id}"`;
	if (one.way.startsWith('device')) return [textOf(firstOf(one)), sheet];
	return [textOf(firstOf(one))];
}

export function keptText(one: Arrival): string {
	return textOf(lastOf(one));
}

function responseOf(one: Arrival, answers: Answers, revision: number): IndividualResponse {
	const measurementId = MEASUREMENTS[one.measurement];
	return aResponse({ id: one.id, measurementId, groupId: one.groupId, revision, answers });
}

/** Each in the way in which it comes. */
export async function comeIn(tab: Tab, one: Arrival): Promise<void> {
	const id = MEASUREMENTS[one.measurement];
	const [first, last] = [responseOf(one, firstOf(one), 1), responseOf(one, lastOf(one), 2)];
	switch (one.way) {
		case 'phone':
			return void (await tab.takeInResponses(id, [last], 'phone'));
		case 'phone renewed':
			await tab.takeInResponses(id, [first], 'phone');
			return void (await tab.takeInResponses(id, [last], 'phone'));
		case 'paper':
			return void (await tab.takeInResponses(id, [last], 'paper'));
		case 'paper corrected':
			await tab.takeInResponses(id, [first], 'paper');
			await tab.takeBackResponse(first);
			return void (await tab.takeInResponses(id, [last], 'paper'));
		case 'device':
			return passRound(tab, one);
		case 'device renewed':
			await passRound(tab, one);
			return void (await tab.takeInResponses(id, [responseOf(one, lastOf(one), 2)], 'phone'));
		case 'file':
			return joinFile(tab, one, last);
	}
}

/** Someone fills in a sheet, statement by statement, and changes some. */
async function passRound(tab: Tab, one: Arrival): Promise<void> {
	const sheet = sheetOf(anonymousMeasurement(one.measurement), one.id, { groupId: one.groupId });
	await tab.beginSheet(sheet);
	for (const { item, first } of one.given) await tab.saveSheetAnswer(sheet, ITEMS[item] ?? '', first);
	for (const { item, first, last } of one.given)
		if (first !== last) await tab.saveSheetAnswer(sheet, ITEMS[item] ?? '', last);
	await tab.handInSheet(sheet);
}

/** What another laptop collected. */
async function joinFile(tab: Tab, one: Arrival, response: IndividualResponse): Promise<void> {
	const measurement: Measurement = { ...anonymousMeasurement(one.measurement), ways: ['phone'] };
	const bundle = aBundle(measurement, { responses: [response] });
	const incoming = incomingOf([{ partnership: partnershipOf(PARTNERSHIP), measurements: [bundle] }]);
	const outcome = await tab.importBundles(incoming, await tab.previewImport(incoming));
	if (outcome.kind !== 'written') throw new Error('the file did not come in');
}
