import { whyItFailed } from './diagnose';
import { database, onConnection, type Database } from './database';

/**
 * Reads in the database; after a fault of the browser everything again, on a new connection.
 * @throws StorageError when it cannot be read, and whatever the work throws itself
 */
export async function read<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
	try {
		return await onConnection(database, work);
	} catch (cause) {
		throw cause instanceof DOMException ? await whyItFailed(cause) : cause;
	}
}
