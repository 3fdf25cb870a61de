import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { unwatched, WorkEnded } from '$lib/domain/long-work';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { makeFigureTable, type TableChoice } from '$lib/state/results/figure-table';
import { showResult } from '$lib/state/results/result';
import { wipeDatabase } from '$lib/storage/connection/database';
import { emptyContent, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { aMeasurement, aPartnership, aResponse } from '../../../builders/records';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { readTable } from '../../exchange/figure-table/read-table';

const questionnaire = { id: 'samenwerking', version: '1.0.0' };
const answers = Object.fromEntries(
	itemsOf(publishedQuestionnaire('samenwerking', '1.0.0')).map(({ id }) => [id, 4 as const])
);

/** A measurement of a partnership, in which so many of each group answered 4 everywhere. */
async function store(partnership: string, people: number, changes: Partial<Measurement> = {}, example = false) {
	const measurement = aMeasurement({ partnershipId: partnership, questionnaire, status: 'closed', ...changes });
	await savePartnershipRecords({
		partnership: aPartnership({ id: partnership, name: `Overleg ${partnership}`, example }),
		measurements: [measurement],
		...emptyContent,
		responses: measurement.groups.flatMap(({ id: groupId }, side) =>
			Array.from({ length: people }, (_, index) =>
				aResponse({
					id: `${side}${partnership}${index}`.padStart(10, '0'),
					measurementId: measurement.id,
					groupId,
					answers
				})
			)
		)
	});
	return measurement.id;
}

const make = (choice: Partial<TableChoice> = {}) =>
	makeFigureTable({ kind: 'csv', partnershipIds: null, withAnswers: true, begin: unwatched, ...choice });

async function rowsOf(choice: Partial<TableChoice> = {}) {
	const { file } = await make(choice);
	return file ? (await readTable(file)).rows : [];
}

beforeEach(wipeDatabase);

test('has the measurements whose figures show, and names the others with the reason', async () => {
	await store('b', 2, { id: 'open' });
	const shown = await store('c', 5, { id: 'getoond', privacy: { mode: 'anoniem', threshold: 5 } });
	await showResult(shown);
	await store('a', 5, { id: 'nog-niet', privacy: { mode: 'anoniem', threshold: 5 } });
	await store('d', 5, { id: 'nog-open', privacy: { mode: 'anoniem', threshold: 5 }, status: 'open' });
	await store('e', 1, { id: 'onbekend', questionnaire: { id: 'nergens', version: '1.0.0' } });
	await store('f', 3, { id: 'voorbeeld' }, true);

	const { measurements, rows, leftOut, file } = await make();
	const table = await rowsOf();

	expect(measurements).toBe(2);
	expect(file?.name).toMatch(/^samenwerkingsmeter-cijfers-\d{4}-\d\d-\d\d\.csv$/);
	expect(table).toHaveLength(rows);
	expect([...new Set(table.map((row) => row['Meting-id']))]).toEqual(['open', 'getoond']);
	expect([...new Set(table.filter((row) => row['Respondent'] !== undefined).map((row) => row['Meting-id']))]).toEqual([
		'open'
	]);
	expect(leftOut.map(({ measurement, why }) => [measurement.id, why])).toEqual([
		['nog-niet', 'anoniem, en de cijfers zijn nog niet getoond'],
		['nog-open', 'anoniem en nog open'],
		['onbekend', 'deze app kent de vragenlijst niet']
	]);
});

test('has the chosen partnerships alone, and no answers of people where those are not wanted', async () => {
	await store('a', 2);
	await store('b', 2, { id: 'tweede' });
	const table = await rowsOf({ partnershipIds: ['b'], withAnswers: false });

	expect(new Set(table.map((row) => row['Overleg']))).toEqual(new Set(['Overleg b']));
	expect(table.filter((row) => row['Respondent'] !== undefined)).toEqual([]);
	expect(table.find((row) => row['Soort cijfer'] === 'score van de groep')).toMatchObject({ Waarde: 4, n: 2 });
});

test('tells how far it is, and leaves nothing behind when people stop it', async () => {
	await store('a', 1);
	await store('b', 1, { id: 'tweede' });
	const told: number[][] = [];
	await make({ begin: () => (done, total) => told.push([done, total]) });
	expect(told).toEqual([
		[0, 2],
		[1, 2],
		[2, 2]
	]);

	const stop = make({
		begin: () => (done) => {
			if (done === 1) throw new WorkEnded('gestopt');
		}
	});
	await expect(stop).rejects.toThrow(WorkEnded);
});

test('there is no file where no measurement has figures', async () => {
	await store('a', 1, { privacy: { mode: 'anoniem', threshold: 5 }, status: 'open' });

	expect(await make()).toMatchObject({ file: undefined, measurements: 0 });
});
