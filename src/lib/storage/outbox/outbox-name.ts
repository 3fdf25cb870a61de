import { named } from '$lib/storage/place';

/** The name of the database; for a page, which knows in which folder the app stands. */
export const OUTBOX = named('outbox');
