import { isKnown, notFoundPath, scriptsOf, type Site } from './site';
import { isStamped, olderCopy, soundCopy } from './soundness';
import { within, type Patience } from './waiting';

const PREFIX = 'samenwerkingsmeter ';

/**
 * What is kept of this build and of those before it, one cache a build. Nothing here rejects or takes for ever: a disk
 * that is full, refuses or hangs has kept nothing.
 */
export class Shelf {
	readonly #name: string;
	/** Read through to their end since this worker started, and found sound or not. */
	readonly #checked = new Map<string, Promise<boolean>>();
	/** Pages that are kept with all the scripts that they start with. */
	readonly #whole = new Set<string>();

	readonly #busy = new Set<Promise<unknown>>();
	#isClosed = false;

	/** @param storage throws where the browser withholds it */
	constructor(
		private readonly site: Site,
		private readonly storage: () => CacheStorage,
		private readonly patience: Patience
	) {
		this.#name = `${PREFIX}${site.scope} ${site.build}`;
	}

	/** What is kept of this build at this path, when it is sound. Something else that lies there is removed. */
	async kept(path: string): Promise<Response | undefined> {
		return (await this.#try(() => this.#own(path))) ?? (await this.#adopted(path));
	}

	/** @returns whether it is there now, and sound */
	async put(path: string, copy: Response): Promise<boolean> {
		const done = await this.#try(async () => {
			const cache = await this.storage().open(this.#name);
			await cache.put(path, copy);
			// A disk that takes but does not give keeps nothing.
			return (await cache.match(path)) !== undefined;
		});
		if (done) this.#checked.set(path, Promise.resolve(true));
		return done ?? false;
	}

	/** @returns of these paths the ones that are kept, each read through to its end once in the life of a worker */
	async soundOnes(paths: readonly string[]): Promise<Set<string>> {
		const there = new Set(await this.#pathsIn(this.#name));
		const sound = new Set<string>();
		for (const path of paths) {
			if (there.has(path) ? await this.#isSound(path) : (await this.#adopted(path)) !== undefined) sound.add(path);
		}
		return sound;
	}

	/** Whether a kept page can start from what is kept: without one of its scripts it must come from the host. */
	async isWhole(path: string, page: Response): Promise<boolean> {
		if (this.#whole.has(path)) return true;
		const whole = await this.#try(async () => {
			const scripts = scriptsOf(this.site, await page.text());
			const there = new Set(await this.#pathsIn(this.#name));
			return scripts.every((script) => there.has(script));
		});
		if (whole) this.#whole.add(path);
		return whole ?? false;
	}

	/** What an older build kept at this path, as it was. */
	async older(path: string, isNavigation: boolean): Promise<Response | undefined> {
		for (const name of await this.#olderNames()) {
			const kept = await this.#try(async () => {
				const found = await (await this.storage().open(name)).match(path, { ignoreVary: true });
				return found && olderCopy(path, isNavigation, found);
			});
			if (kept) return kept;
		}
		return undefined;
	}

	/** The caches of older builds with the paths in them, the newest first. */
	async olderCaches(): Promise<{ name: string; paths: string[] }[]> {
		const names = await this.#olderNames();
		return Promise.all(names.map(async (name) => ({ name, paths: await this.#pathsIn(name) })));
	}

	/**
	 * From here on nothing is kept or looked up; resolves when what was under way has
	 * ended. For a device that is wiped.
	 */
	async close(): Promise<void> {
		this.#isClosed = true;
		this.#checked.clear();
		this.#whole.clear();
		await Promise.all(this.#busy);
	}

	/** As before it was closed. */
	open(): void {
		this.#isClosed = false;
	}

	async forget(name: string): Promise<void> {
		await this.#try(() => this.storage().delete(name));
	}

	async #own(path: string): Promise<Response | undefined> {
		const cache = await this.storage().open(this.#name);
		const found = await cache.match(path, { ignoreVary: true });
		if (!found || isStamped(this.site, path, found)) return found;
		const sound = await soundCopy(this.site, path, found);
		if (!sound) await cache.delete(path, { ignoreVary: true });
		return sound;
	}

	/** The same file as an older build kept it. */
	async #adopted(path: string): Promise<Response | undefined> {
		if (!this.site.files.has(path)) return undefined;
		for (const name of await this.#olderNames()) {
			const sound = await this.#try(async () => {
				const found = await (await this.storage().open(name)).match(path, { ignoreVary: true });
				return found && soundCopy(this.site, path, found);
			});
			if (!sound) continue;
			await this.put(path, sound.clone());
			return sound;
		}
		return undefined;
	}

	#isSound(path: string): Promise<boolean> {
		const known = this.#checked.get(path);
		if (known) return known;
		const check = this.#readThrough(path);
		this.#checked.set(path, check);
		// Fetched anew, it may be sound the next time.
		void check.then((sound) => sound || this.#checked.delete(path));
		return check;
	}

	async #readThrough(path: string): Promise<boolean> {
		const sound = await this.#try(async () => {
			const cache = await this.storage().open(this.#name);
			const found = await cache.match(path, { ignoreVary: true });
			if (found && (await soundCopy(this.site, path, found))) return !found.redirected;
			await cache.delete(path, { ignoreVary: true });
			return false;
		});
		return sound ?? false;
	}

	async #pathsIn(name: string): Promise<string[]> {
		const requests = await this.#try(async () => (await this.storage().open(name)).keys());
		return (requests ?? []).map(({ url }) => new URL(url).pathname);
	}

	/**
	 * Of builds in this folder of this host; before there was a folder in their name, they are known by a
	 * page that each of them kept.
	 */
	async #olderNames(): Promise<string[]> {
		const names = (await this.#try(() => this.storage().keys())) ?? [];
		const others = names.filter((name) => name.startsWith(PREFIX) && name !== this.#name);
		const owned = await Promise.all(
			others.map(async (name) => {
				const [scope = ''] = name.slice(PREFIX.length).split(' ');
				if (scope.startsWith('/')) return scope === this.site.scope;
				return (await this.#pathsIn(name)).includes(notFoundPath(this.site));
			})
		);
		return others.filter((_, index) => owned[index]).reverse();
	}

	async #try<T>(work: () => Promise<T>): Promise<T | undefined> {
		if (this.#isClosed) return undefined;
		const trying = within(
			this.patience.cache,
			Promise.resolve().then(() => work())
		);
		this.#busy.add(trying);
		return trying.finally(() => this.#busy.delete(trying));
	}
}

/** Of what a page asks to keep, what this build has. */
export function knownOf(site: Site, paths: readonly unknown[]): string[] {
	const known = paths.filter((path): path is string => typeof path === 'string' && isKnown(site, path));
	return [...new Set(known)];
}
