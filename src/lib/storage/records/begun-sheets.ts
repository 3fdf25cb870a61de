import { read } from '$lib/storage/connection/read';
import type { StoredSheet } from '$lib/storage/schema';

/**
 * The sheets of participants that are on this phone: begun, or finished and not wiped yet. In no order.
 * @throws StorageError
 */
export async function loadBegunSheets(): Promise<StoredSheet[]> {
	return (await read((db) => db.getAll('sheets'))).filter(({ way }) => way === 'phone');
}
