import { asCount } from '$lib/storage/meta';
import { read } from './read';

/** Which database this is: another one was lost, and this one made anew. Null while nothing was stored in it. */
export async function databaseId(): Promise<string | null> {
	return asCount(await read((db) => db.get('meta', 'journal')))?.epoch ?? null;
}
