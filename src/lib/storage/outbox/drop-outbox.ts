import { OUTBOX } from './outbox-name';

/** Deletes the whole outbox. @throws DOMException when it may still be there */
export function dropOutbox(): Promise<void> {
	return new Promise((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase(OUTBOX);
		deleting.onsuccess = () => resolve();
		deleting.onerror = () => reject(deleting.error ?? new DOMException('', 'UnknownError'));
	});
}
