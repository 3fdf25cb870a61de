import { ORIGIN } from './small-site';

export const DISK_MOODS = ['works', 'full', 'refuses', 'throws', 'hangs', 'is slow'] as const;
export type DiskMood = (typeof DISK_MOODS)[number];

/** As the browser's CacheStorage, with a disk that may be full, refuse, throw, hang or be slow at any call. */
export class WaywardCaches {
	/** For the next call; stays the last one when there are no more. */
	readonly moods: DiskMood[] = [];
	readonly contents = new Map<string, Map<string, Response>>();

	storage = (): CacheStorage =>
		({
			open: (name: string) => this.#do(false, () => this.#cache(name)),
			keys: () => this.#do(false, () => [...this.contents.keys()]),
			delete: (name: string) => this.#do(false, () => this.contents.delete(name))
		}) as unknown as CacheStorage;

	/** What lies there, without any mood. */
	at(path: string, name: string): Response | undefined {
		return this.contents
			.get(name)
			?.get(ORIGIN + path)
			?.clone();
	}

	#cache(name: string): Cache {
		const entries = this.contents.get(name) ?? new Map<string, Response>();
		this.contents.set(name, entries);
		return {
			match: (path: string) => this.#do(false, () => entries.get(ORIGIN + path)?.clone()),
			keys: () => this.#do(false, () => [...entries.keys()].map((url) => new Request(url))),
			delete: (path: string) => this.#do(false, () => entries.delete(ORIGIN + path)),
			put: async (path: string, response: Response) => {
				if (response.status === 206 || response.headers.get('vary') === '*') throw new TypeError('Not to be kept');
				const body = await response.arrayBuffer();
				const { status, headers } = response;
				await this.#do(true, () => void entries.set(ORIGIN + path, new Response(body, { status, headers })));
			}
		} as unknown as Cache;
	}

	#do<T>(writes: boolean, work: () => T): Promise<T> {
		const mood = (this.moods.length > 1 ? this.moods.shift() : this.moods[0]) ?? 'works';
		if (mood === 'throws') throw new DOMException('The operation is insecure.', 'SecurityError');
		if (mood === 'hangs') return new Promise(() => undefined);
		if (mood === 'refuses') return Promise.reject(new DOMException('Internal error', 'UnknownError'));
		if (mood === 'full' && writes) return Promise.reject(new DOMException('Quota exceeded', 'QuotaExceededError'));
		if (mood === 'is slow') return new Promise((resolve) => setImmediate(() => resolve(work())));
		return Promise.resolve(work());
	}
}
