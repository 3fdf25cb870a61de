import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { Answer, Measurement, Partnership } from '$lib/domain/measurement';
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

export interface Schema extends DBSchema {
	partnerships: { key: string; value: Partnership };
	measurements: { key: string; value: Measurement; indexes: { byPartnership: string } };
	answers: { key: [string, string]; value: StoredAnswer; indexes: { byMeasurement: string } };
	notes: { key: [string, string]; value: StoredNote; indexes: { byMeasurement: string } };
	positions: { key: string; value: StoredPosition };
}

export type Database = IDBPDatabase<Schema>;
type Upgrade = (db: Database, tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>) => void;

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
		throw cause instanceof StorageError ? cause : new StorageError('unavailable', { cause });
	});
	return connection;
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
		openDB<Schema>(DATABASE_NAME, upgrades.length, {
			upgrade: (db, oldVersion, _newVersion, tx) => {
				for (const upgrade of upgrades.slice(oldVersion)) upgrade(db, tx);
			},
			blocked: () => reject(new StorageError('blocked')),
			blocking: () => void closeDatabase(),
			terminated: () => (connection = null)
		}).then(resolve, reject);
	});
}
