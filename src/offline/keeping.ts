import { notFoundPath, partsNamedIn, type Site } from './site';
import { knownOf, type Shelf } from './shelf';
import { soundCopy } from './soundness';
import { within, type Patience } from './waiting';

/** How many of the wanted paths are kept; done when no more will follow now. */
export interface Progress {
	kept: number;
	total: number;
	done: boolean;
}

export type Fetch = (request: Request) => Promise<Response>;

/** A host that gives this many wrong answers one after the other is a login page, or gone. */
const WRONG_IN_A_ROW = 8;
const AT_ONCE = 3;
/** Of the whole app: who kept more of an older build had fetched all of it, or was about to. */
const KEPT_BY_LOOKING = 1 / 3;

/** Fetches what is to be kept, and makes that a new build keeps what the one before kept. */
export class Keeping {
	readonly #fetching = new Map<string, Promise<'kept' | 'wrong' | 'full'>>();

	/** @param origin of the host, such as 'https://www.gemeente.be' */
	constructor(
		private readonly site: Site,
		private readonly shelf: Shelf,
		private readonly fetch: Fetch,
		private readonly origin: string,
		private readonly patience: Patience
	) {}

	get everything(): string[] {
		return [...this.site.pages, ...this.site.files.keys()];
	}

	/**
	 * Fetches what is not there yet, a few at a time; what fails is left for the next time. A full disk ends it.
	 * @param tell told each time that there is one more, and at the end
	 */
	async keep(paths: readonly unknown[], tell: (progress: Progress) => void = () => undefined): Promise<void> {
		const known = knownOf(this.site, paths);
		const total = new Set(paths).size;
		const there = await this.shelf.soundOnes(known);
		const missing = known.filter((path) => !there.has(path));
		let kept = there.size;
		let wrong = 0;
		tell({ kept, total, done: false });
		const next = async (): Promise<void> => {
			for (let path = missing.pop(); path !== undefined; path = missing.pop()) {
				const outcome = await this.#fetchOne(path);
				wrong = outcome === 'kept' ? 0 : wrong + 1;
				if (outcome === 'full' || wrong >= WRONG_IN_A_ROW) missing.length = 0;
				if (outcome !== 'kept') continue;
				kept += 1;
				tell({ kept, total, done: false });
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, next));
		tell({ kept, total, done: true });
	}

	/** Keeps what the host just gave, when it is what this build has there. */
	async keepAnswer(path: string, answer: Response): Promise<void> {
		const copy = await soundCopy(this.site, path, answer).catch(() => undefined);
		if (copy) await this.shelf.put(path, copy);
	}

	/** Fetches the page for what cannot be found, and what older builds kept. */
	async succeed(): Promise<void> {
		await this.keep([notFoundPath(this.site)]);
		for (const { paths } of await this.shelf.olderCaches()) {
			await this.keep(knownOf(this.site, paths));
			await this.keep(await this.#successorsOf(paths));
		}
	}

	/**
	 * Deletes the caches of older builds, each when this build has what it had.
	 * @param isInUse whether a tab still shows an older build, which may ask for its parts
	 */
	async forgetOlder(isInUse: () => Promise<boolean>): Promise<void> {
		const older = await this.shelf.olderCaches();
		if (older.length === 0 || (await isInUse())) return;
		for (const { name, paths } of older) {
			const wanted = await this.#successorsOf(paths);
			if ((await this.shelf.soundOnes(wanted)).size === wanted.length) await this.shelf.forget(name);
		}
	}

	/** Of this build, what does what these paths did in an older one: the parts have other names. */
	async #successorsOf(older: readonly string[]): Promise<string[]> {
		if (older.length > this.everything.length * KEPT_BY_LOOKING) return this.everything;
		const known = knownOf(this.site, older);
		const parts: string[] = [];
		for (const path of known.filter((one) => this.site.pages.has(one))) {
			const page = await this.shelf.kept(path);
			if (page) parts.push(...partsNamedIn(this.site, await page.text().catch(() => '')));
		}
		return [...new Set([...known, ...parts])];
	}

	#fetchOne(path: string): Promise<'kept' | 'wrong' | 'full'> {
		const busy = this.#fetching.get(path);
		if (busy) return busy;
		const work = this.#fetchSound(path)
			.then(async (copy) => {
				if (!copy) return 'wrong';
				return (await this.shelf.put(path, copy)) ? 'kept' : 'full';
			})
			.finally(() => this.#fetching.delete(path));
		this.#fetching.set(path, work);
		return work;
	}

	/** Past the browser's own cache when that holds something else under this name. */
	async #fetchSound(path: string): Promise<Response | undefined> {
		return (await this.fetchAs(path, 'no-cache')) ?? (await this.fetchAs(path, 'reload'));
	}

	/** @returns what the host has at this path, when it is sound */
	fetchAs(path: string, cache: RequestCache): Promise<Response | undefined> {
		const request = new Request(new URL(path, this.origin), { cache });
		return within(
			this.patience.fetching,
			this.fetch(request).then((answer) => soundCopy(this.site, path, answer))
		);
	}
}
