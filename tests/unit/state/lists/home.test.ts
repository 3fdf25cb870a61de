import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Home } from '$lib/state/lists/home.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { deleteMeasurement } from '$lib/storage/bundles/removal';
import { savePartnershipRecords } from '$lib/storage/records/partnerships';
import { takeInResponses } from '$lib/storage/records/responses';
import { aResponse, measurementOf } from '../../../builders/records';
import { recordsOf, storeMeasurements } from '../../../builders/stored-records';

let stop: (() => void) | undefined;

beforeEach(wipeDatabase);
afterEach(() => {
	stop?.();
	stop = undefined;
	vi.restoreAllMocks();
});

const namesOn = (home: Home) => home.lines?.map(({ partnership }) => partnership.id).sort();

/** The home screen with its lines read. */
async function openHome(): Promise<Home> {
	const home = new Home();
	stop = home.start();
	await vi.waitFor(() => expect(home.lines).toBeDefined());
	return home;
}

describe('the measurement that the page is about', () => {
	const open = (partnershipId: string, date: string) => measurementOf(partnershipId, `van-${partnershipId}`, date);
	const closed = (partnershipId: string, date: string) => ({
		...open(partnershipId, date),
		status: 'closed' as const,
		ways: ['phone' as const]
	});

	test('is the newest that is open, and the others stand below it', async () => {
		await storeMeasurements(open('a', '2026-03-10'), open('b', '2026-03-11'), closed('c', '2026-03-12'));

		const home = await openHome();

		expect(home.first).toMatchObject({ partnership: { id: 'b' }, next: { step: 'prepare' } });
		expect(home.others.map(({ partnership, next }) => [partnership.id, next?.step])).toEqual([
			['c', 'talk'],
			['a', 'prepare']
		]);
	});

	test('is else the newest with something left to do', async () => {
		await storeMeasurements(closed('a', '2026-03-10'), closed('b', '2026-03-11'));
		const home = await openHome();
		expect(home.first).toMatchObject({ partnership: { id: 'b' }, next: { step: 'talk', pending: true } });
	});

	test('is never the example', async () => {
		await savePartnershipRecords({
			...recordsOf('voorbeeld'),
			partnership: { ...recordsOf('voorbeeld').partnership, example: true }
		});
		const home = await openHome();
		expect(home.first).toBeUndefined();
		expect(home.others).toHaveLength(1);
	});

	test('has who is in of each group, and hears who comes in', async () => {
		const measurement = { ...open('a', '2026-03-10'), ways: ['phone' as const] };
		await storeMeasurements(measurement);
		const home = await openHome();
		const [group] = measurement.groups;

		await takeInResponses(
			measurement.id,
			[aResponse({ measurementId: measurement.id, groupId: group?.id ?? '' })],
			'phone'
		);

		await vi.waitFor(() => expect(home.present).toMatchObject({ [group?.id ?? '']: 1 }));
		await vi.waitFor(() => expect(home.first?.next.words).toBe('1 blad binnen'));
	});
});

test('the eight partnerships worked on last have a line, and all are counted', async () => {
	const dates = Array.from({ length: 10 }, (_, index) => `2026-03-${10 + index}`);
	await storeMeasurements(...dates.map((date, index) => measurementOf(`p${index}`, `m${index}`, date)));
	await storeMeasurements(measurementOf('p0', 'nieuwste', '2026-04-01'));

	const home = await openHome();

	expect(home.lines?.map(({ partnership }) => partnership.id)).toEqual([
		'p0',
		'p9',
		'p8',
		'p7',
		'p6',
		'p5',
		'p4',
		'p3'
	]);
	expect(home.lines?.[0]?.latest?.measurement.id).toBe('nieuwste');
	expect(home.total).toBe(10);
});

test('a partnership whose last measurement was deleted is off the home screen', async () => {
	await storeMeasurements(measurementOf('a', 'van-a'), measurementOf('b', 'van-b'));
	const home = await openHome();
	expect(namesOn(home)).toEqual(['a', 'b']);

	await deleteMeasurement('van-a');

	await vi.waitFor(() => expect(namesOn(home)).toEqual(['b']));
});
