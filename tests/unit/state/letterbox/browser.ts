import { vi } from 'vitest';

/** What of a browser the letterbox meets beside storage and network: Node has none of it. */

interface Asked {
	name: string;
	mode: 'exclusive' | 'shared';
	begin(): void;
}
interface Options {
	mode?: 'exclusive' | 'shared';
	signal?: AbortSignal;
}
type Work = () => unknown;

/** As the Web Locks API: in the order of asking, and who shares a lock shares it with all who do. */
class Locks {
	#held: Asked[] = [];
	#pending: Asked[] = [];

	async request(name: string, ...[options, work]: [Work] | [Options, Work]): Promise<unknown> {
		const { mode = 'exclusive', signal } = typeof options === 'function' ? {} : options;
		let asked: Asked | undefined;
		await new Promise<void>((begin) => {
			asked = { name, mode, begin };
			this.#pending.push(asked);
			this.#grant();
		});
		try {
			return signal?.aborted === true ? undefined : await (typeof options === 'function' ? options : work)?.();
		} finally {
			this.#held = this.#held.filter((one) => one !== asked);
			this.#grant();
		}
	}

	query(): Promise<{ held: Asked[]; pending: Asked[] }> {
		return Promise.resolve({ held: [...this.#held], pending: [...this.#pending] });
	}

	#grant(): void {
		const waiting: Asked[] = [];
		for (const one of this.#pending) {
			const others = [...this.#held, ...waiting].filter(({ name }) => name === one.name);
			if (others.some(({ mode }) => mode === 'exclusive' || one.mode === 'exclusive')) waiting.push(one);
			else {
				this.#held.push(one);
				one.begin();
			}
		}
		this.#pending = waiting;
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
