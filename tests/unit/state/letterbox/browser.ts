import { vi } from 'vitest';

/** What of a browser the letterbox meets beside storage and network: Node has none of it. */

type Work = () => Promise<unknown>;

/** One after another by name, as the Web Locks API does. */
class Locks {
	readonly #last = new Map<string, Promise<unknown>>();

	request(name: string, { signal }: { signal: AbortSignal }, work: Work): Promise<unknown> {
		const before = this.#last.get(name) ?? Promise.resolve();
		const turn = before.then(() => (signal.aborted ? undefined : work()));
		this.#last.set(
			name,
			turn.catch(() => undefined)
		);
		return turn;
	}
}

class Page extends EventTarget {
	visibilityState: DocumentVisibilityState = 'visible';
}

export interface FakeBrowser {
	/** The network is back. */
	online(): void;
}

/** From here on, until `vi.unstubAllGlobals`. */
export function startBrowser(): FakeBrowser {
	const network = new EventTarget();
	vi.stubGlobal('window', network);
	vi.stubGlobal('document', new Page());
	vi.stubGlobal('navigator', { onLine: true, locks: new Locks() });
	return { online: () => network.dispatchEvent(new Event('online')) };
}
