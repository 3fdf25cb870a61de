import type { Page } from '@playwright/test';

/** How the storage of a browser can be of no use. */
export type Death = 'blocked' | 'unknown' | 'full' | 'aborting' | 'silent';

/** From now on, and after every reload, IndexedDB does nothing for this page any more. */
export async function killStorage(page: Page, death: Death): Promise<void> {
	await withoutStorage(page, death);
	await page.evaluate(endIndexedDb, death);
}

/** As `killStorage`, before the page ever opened. */
export async function withoutStorage(page: Page, death: Death): Promise<void> {
	await page.addInitScript(endIndexedDb, death);
	// As if the app had loaded this tab anew before, which it does once: here people do, when the journey says so.
	await page.addInitScript("sessionStorage.setItem('samenwerkingsmeter herladen', 'ja')");
}

/** Runs in the page. */
function endIndexedDb(death: Death): void {
	const error = (name: string) => new DOMException('a fault of the test', name);
	const refuse = (name: string) => () => {
		throw error(name);
	};
	if (death === 'blocked') {
		IDBFactory.prototype.open = refuse('SecurityError');
		IDBDatabase.prototype.transaction = refuse('InvalidStateError');
	} else if (death === 'unknown') {
		IDBFactory.prototype.open = function () {
			const request = new EventTarget();
			Object.defineProperties(request, { error: { value: error('UnknownError') }, readyState: { value: 'done' } });
			setTimeout(() => request.dispatchEvent(new Event('error')));
			return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
		};
		IDBDatabase.prototype.transaction = refuse('UnknownError');
	} else if (death === 'full') {
		IDBObjectStore.prototype.put = refuse('QuotaExceededError');
		IDBObjectStore.prototype.add = refuse('QuotaExceededError');
	} else if (death === 'aborting') {
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...given) {
			const request = put.apply(this, given);
			request.addEventListener('success', () => this.transaction.abort());
			return request;
		};
	} else {
		// Nothing that is asked is ever answered.
		for (const asked of [IDBRequest.prototype, IDBTransaction.prototype])
			Object.defineProperty(asked, 'addEventListener', { configurable: true, value: () => undefined });
	}
}
