import type { IDBPDatabase } from 'idb';
import type { Scope } from './read-everything';
import { read } from '$lib/storage/connection/read';
import type { Schema } from '$lib/storage/schema';

/**
 * How many whole responses there are in a part of this device: what one person answered, or a group
 * together. Only keys are read.
 * @throws StorageError when the database cannot be opened
 */
export function countWholeResponses(scope: Scope): Promise<number> {
	return read((db) => countIn(db, scope));
}

async function countIn(db: IDBPDatabase<Schema>, scope: Scope): Promise<number> {
	if (scope.kind === 'all') {
		const [individual, joint] = await Promise.all([db.count('responses'), countJoint(db)]);
		return individual + joint;
	}
	const ids =
		scope.kind === 'measurement' ? [scope.id] : await db.getAllKeysFromIndex('measurements', 'byPartnership', scope.id);
	const counts = await Promise.all(ids.map((id) => countOf(db, id)));
	return counts.reduce((total, count) => total + count, 0);
}

async function countOf(db: IDBPDatabase<Schema>, measurementId: string): Promise<number> {
	const [individual, jointKeys] = await Promise.all([
		db.countFromIndex('responses', 'byMeasurement', measurementId),
		db.getAllKeysFromIndex('answers', 'byMeasurement', measurementId)
	]);
	return individual + new Set(jointKeys.map(([responseId]) => responseId)).size;
}

/** The joint responses on this device: goes from the first answer of one to that of the next. */
async function countJoint(db: IDBPDatabase<Schema>): Promise<number> {
	const { store } = db.transaction('answers');
	let count = 0;
	let from: IDBKeyRange | undefined;
	for (;;) {
		const [key] = await store.getAllKeys(from, 1);
		if (!key) return count;
		count += 1;
		// No text comes after a list.
		from = IDBKeyRange.lowerBound([key[0], []]);
	}
}
