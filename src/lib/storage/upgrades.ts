import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { canonicalResponse } from '$lib/domain/intake/canonical-response';
import type { Schema, StoredBackup } from './schema';

type Upgrade = (
	db: IDBPDatabase<Schema>,
	tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>
) => void | Promise<void>;

/**
 * The oldest number of steps whose app may go on using a database after all of these: so a host can go back to an
 * older build. A step that only adds leaves this as it is; one that changes what is there raises it, and then going
 * back shows a message instead.
 */
export const compatibleFrom = 6;

/** Numbered steps: the first makes version 1. A released step never changes; a new version adds one at the end. */
export const upgrades: readonly Upgrade[] = [
	(db) => {
		db.createObjectStore('partnerships', { keyPath: 'id' });
		db.createObjectStore('measurements', { keyPath: 'id' }).createIndex('byPartnership', 'partnershipId');
		db.createObjectStore('answers', { keyPath: ['responseId', 'itemId'] }).createIndex(
			'byMeasurement',
			'measurementId'
		);
		db.createObjectStore('notes', { keyPath: ['measurementId', 'itemId'] }).createIndex(
			'byMeasurement',
			'measurementId'
		);
		db.createObjectStore('positions', { keyPath: 'measurementId' });
	},
	async (db, tx) => {
		db.createObjectStore('responses', { keyPath: 'id' }).createIndex('byMeasurement', 'measurementId');
		db.createObjectStore('sheets', { keyPath: 'responseId' }).createIndex('byMeasurement', 'measurementId');
		db.createObjectStore('sheetEntries', { keyPath: ['responseId', 'itemId'] }).createIndex('byResponse', 'responseId');
		db.createObjectStore('agreedScores', { keyPath: ['measurementId', 'dimensionId'] }).createIndex(
			'byMeasurement',
			'measurementId'
		);
		db.createObjectStore('settings', { keyPath: 'key' });
		const measurements = tx.objectStore('measurements');
		for (const measurement of await measurements.getAll()) {
			await measurements.put({ ...measurement, name: '', status: 'open', sealed: false, ways: ['together'] });
		}
	},
	(db) => {
		const commitments = db.createObjectStore('commitments', { keyPath: 'id' });
		commitments.createIndex('byPartnership', 'partnershipId');
		commitments.createIndex('byMeasurement', 'measurementId');
		db.createObjectStore('reportChoices', { keyPath: 'measurementId' });
	},
	async (db, tx) => {
		db.createObjectStore('sheetTrends', { keyPath: ['responseId', 'dimensionId'] }).createIndex(
			'byResponse',
			'responseId'
		);
		db.createObjectStore('questionnaires', { keyPath: ['id', 'version'] });
		await changeAll(tx.objectStore('partnerships'), (partnership) => ({ ...partnership, nextDate: '' }));
		await changeAll(tx.objectStore('measurements'), (measurement) => ({ ...measurement, asksTrend: false }));
		await changeAll(tx.objectStore('responses'), (response) => ({ ...response, trends: {} }));
		await changeAll(tx.objectStore('sheets'), (sheet) => ({
			...sheet,
			invitation: { ...sheet.invitation, asksTrend: false }
		}));
	},
	(db) => void db.createObjectStore('summaries', { keyPath: 'measurementId' }),
	(db) => void db.createObjectStore('meta', { keyPath: 'key' }),
	async (_db, tx) => {
		await changeAll(tx.objectStore('responses'), canonicalResponse);
		const backup = await tx.objectStore('meta').get('backup');
		if (backup?.key === 'backup') await tx.objectStore('meta').put(withDays(backup));
	},
	(db) => void db.createObjectStore('showings', { keyPath: 'measurementId' }),
	(db) => void db.createObjectStore('letterboxes', { keyPath: 'measurementId' }),
	(db) => void db.createObjectStore('questionnaireDrafts', { keyPath: 'id' })
];

/** Of a file that renews itself the moment would tell when the last response came in: the day is enough. */
function withDays(backup: StoredBackup): StoredBackup {
	const day = (moment: string | null) => moment && moment.slice(0, '2026-03-19'.length);
	const { savedAt, file } = backup;
	return { ...backup, savedAt: day(savedAt), file: file && { ...file, renewedAt: day(file.renewedAt) } };
}

interface RecordsOfStore<Value> {
	getAll(): Promise<Value[]>;
	put(value: Value): Promise<unknown>;
}

async function changeAll<Value>(store: RecordsOfStore<Value>, change: (value: Value) => Value): Promise<void> {
	for (const value of await store.getAll()) {
		const changed = change(value);
		if (JSON.stringify(changed) !== JSON.stringify(value)) await store.put(changed);
	}
}
