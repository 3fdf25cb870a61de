import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { Commitment, ReportChoice } from '$lib/domain/commitment';
import type {
	AgreedScore,
	Answer,
	IndividualResponse,
	Invitation,
	Measurement,
	Partnership
} from '$lib/domain/measurement';
import { StorageError } from './storage-error';

/** One answer of one response; written on its own, never together with the other answers. */
export interface StoredAnswer {
	responseId: string;
	itemId: string;
	measurementId: string;
	groupId: string;
	answer: Answer;
	/** Counts up with every change of this answer. */
	revision: number;
}

export interface StoredNote {
	measurementId: string;
	itemId: string;
	text: string;
}

/** Where the people filling in were, to come back at the same place. */
export interface StoredPosition {
	measurementId: string;
	dimensionId: string;
}

/** One individual's response that is still in that person's hands: being filled in, or kept on the own phone. */
export interface StoredSheet {
	responseId: string;
	groupId: string;
	way: 'device' | 'phone';
	/** What the sheet belongs to; on a phone the measurement itself is elsewhere. */
	invitation: Invitation;
	measurementId: string;
	/** How often it was finished. */
	revision: number;
	finished: boolean;
}

/** One answer or note on a sheet; written on its own. */
export interface StoredSheetEntry {
	responseId: string;
	itemId: string;
	answer: Answer | null;
	note: string;
}

/** A choice for this device, such as the address where the app is hosted. */
export interface StoredSetting {
	key: 'appAddress';
	value: string;
}

export interface Schema extends DBSchema {
	partnerships: { key: string; value: Partnership };
	measurements: { key: string; value: Measurement; indexes: { byPartnership: string } };
	answers: { key: [string, string]; value: StoredAnswer; indexes: { byMeasurement: string } };
	notes: { key: [string, string]; value: StoredNote; indexes: { byMeasurement: string } };
	positions: { key: string; value: StoredPosition };
	responses: { key: string; value: IndividualResponse; indexes: { byMeasurement: string } };
	sheets: { key: string; value: StoredSheet; indexes: { byMeasurement: string } };
	sheetEntries: { key: [string, string]; value: StoredSheetEntry; indexes: { byResponse: string } };
	agreedScores: { key: [string, string]; value: AgreedScore; indexes: { byMeasurement: string } };
	settings: { key: string; value: StoredSetting };
	commitments: { key: string; value: Commitment; indexes: { byPartnership: string; byMeasurement: string } };
	reportChoices: { key: string; value: ReportChoice };
}

export type Database = IDBPDatabase<Schema>;
type Upgrade = (
	db: Database,
	tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>
) => void | Promise<void>;

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
	}
];

const DATABASE_NAME = 'samenwerkingsmeter';

let connection: Promise<Database> | null = null;

/**
 * The one connection of this tab; reopened when the browser closed it.
 * @throws StorageError when the browser refuses storage, or another tab holds an older version open
 */
export function database(): Promise<Database> {
	connection ??= open().catch((cause: unknown) => {
		connection = null;
		throw asOpeningError(cause);
	});
	return connection;
}

function asOpeningError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	const newer = cause instanceof DOMException && cause.name === 'VersionError';
	return new StorageError(newer ? 'newer' : 'unavailable', { cause });
}

export async function closeDatabase(): Promise<void> {
	const open = connection;
	connection = null;
	if (open) (await open).close();
}

/** Everything this app stored on the device. */
export async function wipeDatabase(): Promise<void> {
	await closeDatabase();
	await deleteDB(DATABASE_NAME);
}

function open(): Promise<Database> {
	return new Promise((resolve, reject) => {
		let refused = false;
		const opening = openDB<Schema>(DATABASE_NAME, upgrades.length, {
			upgrade: async (db, oldVersion, _newVersion, tx) => {
				try {
					for (const upgrade of upgrades.slice(oldVersion)) await upgrade(db, tx);
				} catch (cause) {
					// Half an upgrade is worse than none: the database stays as it was.
					tx.abort();
					reject(new StorageError('unavailable', { cause }));
				}
			},
			blocked: () => {
				refused = true;
				reject(new StorageError('blocked'));
			},
			// A newer version of the app wants to upgrade in another tab: make way.
			blocking: () => void opening.then((db) => db.close()).finally(() => (connection = null)),
			terminated: () => (connection = null)
		});
		opening.then((db) => {
			// The other tab closed after all, but this page has given up on that attempt.
			if (refused) db.close();
			else resolve(db);
		}, reject);
	});
}
