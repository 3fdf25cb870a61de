import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { formatScore } from '$lib/domain/words/score-words';
import { loadResult, type ResultOutcome } from '$lib/state/results/result';
import { wipeDatabase } from '$lib/storage/connection/database';
import type { Schema } from '$lib/storage/schema';
import { upgrades } from '$lib/storage/upgrades';
import { dumpDatabase } from '../../../builders/dump-database';

/** Databases as the app of that time left them in Chromium. They never change: a later app must open them for ever. */
const folder = 'tests/fixtures/databases';
const goldens = readdirSync(folder).filter((name) => /^version-\d+\.json$/.test(name));

interface Golden {
	version: number;
	stores: Record<string, Record<string, unknown>[]>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

beforeEach(wipeDatabase);

/** What was there then, and what every later version adds to a record of each store. */
interface Expected {
	scores: Record<string, string[]>;
	added: Record<string, object>;
}

/** Makes the database of that version, with the upgrade steps of that time, and fills it. */
async function restore({ version, stores }: Golden): Promise<void> {
	const db = await openDB<Schema>('samenwerkingsmeter', version, {
		upgrade: async (opened, _old, _new, tx) => {
			for (const upgrade of upgrades.slice(0, version)) await upgrade(opened, tx);
		}
	});
	for (const [store, records] of Object.entries(stores)) {
		const raw = Reflect.get(db, 'put') as (name: string, record: unknown) => Promise<unknown>;
		for (const record of records) await raw.call(db, store, record);
	}
	db.close();
}

/** Every score on the result page, side by side and together. */
function scoresOf(outcome: ResultOutcome): string[] {
	if (outcome.kind !== 'shown') return [outcome.kind];
	return outcome.figures.dimensions.map(({ dimensionId, groups, score }) => {
		const words = [...groups.map((group) => group.score), score].map((value) => (value ? formatScore(value) : '–'));
		return `${dimensionId}: ${words.join(' ')}`;
	});
}

describe.each(goldens)('%s', (name) => {
	test('opens, keeps every record, and gives the results it gave then', async () => {
		const golden = read(name) as Golden;
		const { scores, added } = read(name.replace('.json', '.expected.json')) as Expected;
		await restore(golden);

		const dump = await dumpDatabase();
		for (const [store, records] of Object.entries(golden.stores)) {
			const grown = records.map((record) => ({ ...record, ...added[store] }));
			expect(dump[store], store).toEqual(grown);
		}
		const results = await Promise.all(
			(golden.stores['measurements'] ?? []).map(async ({ id }) => [id, scoresOf(await loadResult(String(id)))])
		);
		expect(Object.fromEntries(results)).toEqual(scores);
	});
});
