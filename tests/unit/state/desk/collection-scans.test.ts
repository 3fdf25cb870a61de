import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_REVISION, type IndividualResponse, type Score } from '$lib/domain/measurement/measurement';
import { packResponse } from '$lib/exchange/response/response-code';
import { responseQrText } from '$lib/exchange/response/response-qr';
import { Collection, type Arrival } from '$lib/state/desk/collection.svelte';
import { AWAY, PAUSE } from '$lib/state/desk/scan-memory';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadResponses } from '$lib/storage/records/responses';
import { deleteMeasurement } from '$lib/storage/bundles/removal';
import { hurry } from '../../../builders/fast-clock';
import { runs } from '../../../property-runs';
import { anItem, measurementOf, responseOf } from '../../../builders/records';
import { storeMeasurements, termsFor } from '../../../builders/stored-records';

const measurement = measurementOf('verband', '0123456789abcdef0123456789abcdef');
const FRAME = 200;

let now = 0;
let collection: Collection;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
	now = 0;
	collection = await Collection.open(measurement.id, () => now);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

function qrOf(id: string, changes: Partial<IndividualResponse> = {}): string {
	const { itemIds, dimensionIds } = collection.desk.asked;
	const response = responseOf(measurement.id, id, changes);
	const terms = termsFor({ ...measurement, id: response.measurementId });
	return responseQrText(packResponse({ terms, itemIds, dimensionIds, response }), terms);
}

const idOf = (number: number) => number.toString(16).padStart(10, '0');

/** Holds the code before the camera for so long (ms); what was told about it, with the time of each. */
async function hold(text: string, duration: number): Promise<Arrival[]> {
	const told: Arrival[] = [];
	for (const end = now + duration; now < end; now += FRAME) {
		const arrival = await collection.takeScan(text);
		if (arrival) told.push(arrival);
	}
	return told;
}

/** From now on every write fails with this; the returned function mends it. */
function breakStorage(name = 'QuotaExceededError'): () => void {
	const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('It does not store', name);
	});
	return () => broken.mockRestore();
}

const isIn = async (id: string) => (await loadResponses(measurement.id)).some((stored) => stored.id === id);

describe('a phone whose response could not be stored', () => {
	test('is told once what to do while it stays in view, and comes in by itself when storing works again', async () => {
		const mend = breakStorage();
		const text = qrOf('00000000a1');

		const told = await hold(text, 3 * PAUSE);

		expect(told.map(({ text: said }) => said)).toEqual([
			expect.stringMatching(/^Dit blad is nog niet binnen\. Hou de telefoon straks nog eens voor de camera\. ./)
		]);
		expect(collection.log).toEqual(told);

		mend();
		expect(await hold(text, PAUSE + FRAME)).toEqual([{ good: true, text: 'Net binnen: Gemeente. Volgende, graag.' }]);
		expect(await isIn('00000000a1')).toBe(true);
	});

	test('hears of it again when it was away and the storage still fails', async () => {
		breakStorage();
		const text = qrOf('00000000a1');
		expect(await hold(text, FRAME)).toHaveLength(1);
		now += AWAY;

		expect(await hold(text, FRAME)).toHaveLength(1);
	});

	test('of a measurement that was deleted is not asked to be shown again', async () => {
		await deleteMeasurement(measurement.id);

		const told = await collection.takeScan(qrOf('00000000a1'));

		expect(told).toMatchObject({ good: false, text: expect.not.stringContaining('nog eens voor de camera') as string });
	});
});

test('whatever fails when, of phones in any order, each is in once it was shown long enough after the last failure', async () => {
	hurry();
	const failure = fc.constantFrom('QuotaExceededError', 'UnknownError', 'AbortError', 'InvalidStateError', 'DataError');
	const step = fc.record({ phone: fc.integer({ min: 0, max: 4 }), failure: fc.option(failure), frames: fc.nat(20) });
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
			await wipeDatabase();
			await storeMeasurements(measurement);
			collection = await Collection.open(measurement.id, () => now);
			for (const { phone, failure: name, frames } of steps) {
				const mend = name === null ? undefined : breakStorage(name);
				await hold(qrOf(idOf(phone)), frames * FRAME);
				mend?.();
			}
			const phones = new Set(steps.filter(({ frames }) => frames > 0).map(({ phone }) => phone));
			for (const phone of phones) await hold(qrOf(idOf(phone)), PAUSE + 2 * FRAME);
			expect(new Set((await loadResponses(measurement.id)).map(({ id }) => id))).toEqual(
				new Set([...phones].map(idOf))
			);
		}),
		{ numRuns: runs(20) }
	);
});

describe('a code that is refused', () => {
	test.each([
		[
			'of another measurement',
			() => qrOf('00000000a1', { measurementId: 'f'.repeat(32) }),
			'hoort bij een andere meting'
		],
		['that is damaged', () => `${qrOf('00000000a1').slice(0, -1)}~`, 'bestaat niet in een code'],
		['of something else', () => 'https://voorbeeld.be/wifi', 'In deze QR-code zitten geen antwoorden. Toon de QR-code'],
		['of the invitation on the big screen', () => 'https://meter.voorbeeld.be/meedoen/#abc', 'geen antwoorden']
	])('%s is told once, however long it stays in view, also beside a phone', async (_, make, reason) => {
		const text = make();
		const told = await hold(text, 10 * AWAY);
		expect(told).toMatchObject([{ good: false }]);
		expect(told[0]?.text).toContain(reason);

		const phone = qrOf('00000000b2');
		for (let frame = 0; frame < 50; frame += 1, now += FRAME) {
			await collection.takeScan(phone);
			await collection.takeScan(text);
		}
		expect(collection.log).toHaveLength(2);
		expect(await isIn('00000000b2')).toBe(true);
	});

	test('is answered again to who shows it again later', async () => {
		const text = qrOf('00000000a1', { measurementId: 'f'.repeat(32) });
		await hold(text, AWAY);
		now += AWAY;
		expect(await hold(text, AWAY)).toHaveLength(1);
	});
});

describe('a response of which a newer one is in', () => {
	const [real, forged] = [{ answers: { [anItem]: 4 as const }, revision: 2 }, { answers: { [anItem]: 1 as const } }];

	test('stays out, until people say that it is the right one: then it takes the place, whatever number the other claims', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 3, max: MAX_REVISION }),
				fc.integer({ min: 1, max: 9 }),
				async (claims, times) => {
					await wipeDatabase();
					await storeMeasurements(measurement);
					collection = await Collection.open(measurement.id, () => now);
					for (let more = 0; more < times; more += 1) {
						const answers = { [anItem]: ((more % 3) + 1) as Score };
						await collection.takeScan(qrOf(idOf(1), { answers, revision: claims }));
						now += AWAY + PAUSE;
					}
					await collection.takeScan(qrOf(idOf(1), real));
					if (collection.older) await collection.takeOlder();

					const [stored] = await loadResponses(measurement.id);
					expect(stored?.answers).toEqual(real.answers);
					expect(stored?.revision).toBeLessThanOrEqual(MAX_REVISION);
					expect(collection.older).toBeUndefined();
				}
			),
			{ numRuns: runs(10) }
		);
	});

	test('is asked about only as long as nothing else came', async () => {
		await collection.takeScan(qrOf(idOf(1), { ...forged, revision: MAX_REVISION }));
		await collection.takeScan(qrOf(idOf(1), real));
		expect(collection.older).toMatchObject({ id: idOf(1), answers: real.answers });
		await collection.takeScan(qrOf(idOf(2), real));
		expect(collection.older).toBeUndefined();
		await collection.takeOlder();
		expect((await loadResponses(measurement.id)).find(({ id }) => id === idOf(1))?.answers).toEqual(forged.answers);
	});
});
