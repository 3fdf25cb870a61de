import { isOwnKey } from '$lib/storage/place';

/**
 * What this tab remembers: in its session storage, which outlives a reload, and in memory where the browser refuses
 * that (full, site data blocked, not there at all). The only place that asks for session storage.
 */

const inMemory = new Map<string, string>();

/** @returns whether it is there again after a reload */
export function remember(key: string, text: string): boolean {
	inMemory.set(key, text);
	return trying((storage) => {
		storage.setItem(key, text);
		return storage.getItem(key) === text;
	}, false);
}

export function recall(key: string): string | null {
	return inMemory.get(key) ?? trying((storage) => storage.getItem(key), null);
}

export function forget(key: string): void {
	inMemory.delete(key);
	trying((storage) => storage.removeItem(key), undefined);
}

/** What it remembers under keys that begin so, in their order. */
export function recallAll(prefix: string): { key: string; text: string }[] {
	const stored = trying((storage) => Object.keys(storage), []);
	const keys = new Set([...inMemory.keys(), ...stored].filter((key) => key.startsWith(prefix)));
	return [...keys].sort().map((key) => ({ key, text: recall(key) ?? '' }));
}

/** All that this app put there, and how far SvelteKit noted that this tab had scrolled. */
export function forgetEverything(): void {
	inMemory.clear();
	trying((storage) => forgetOwn(storage), undefined);
}

/** @param storage of one tab, or of the whole browser */
export function forgetOwn(storage: Storage): void {
	for (const key of Object.keys(storage)) {
		if (isOwnKey(key) || key.startsWith('sveltekit:')) storage.removeItem(key);
	}
}

/** Where site data is blocked, asking for it throws already. */
function trying<Result>(work: (storage: Storage) => Result, otherwise: Result): Result {
	try {
		const storage = (globalThis as Partial<typeof globalThis>).sessionStorage;
		return storage ? work(storage) : otherwise;
	} catch {
		return otherwise;
	}
}
