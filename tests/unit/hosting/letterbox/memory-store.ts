import { StoreFull, type Store } from '../../../../hosting/letterbox/store/store.mjs';

/** A store that forgets all when it goes: what a key-value store elsewhere does, each call a turn of its own. */
export class MemoryStore implements Store {
	private readonly kept = new Map<string, { value: Uint8Array; revision: number }>();
	private readonly watchers = new Set<{ name: string; changed: () => void }>();
	private revision = 0;

	constructor(private readonly most = Infinity) {}

	async get(key: string) {
		await turn();
		return this.kept.get(key);
	}

	async list(prefix: string, after = 0) {
		await turn();
		return [...this.kept]
			.filter(([key, { revision }]) => key.startsWith(prefix) && revision > after)
			.map(([key, { revision }]) => ({ key, revision }))
			.sort((one, other) => one.revision - other.revision);
	}

	async put(key: string, value: Uint8Array, expected?: number) {
		await turn();
		const held = this.kept.get(key);
		if (expected !== undefined && expected !== (held?.revision ?? 0)) return undefined;
		if (this.usage().bytes + value.length - (held?.value.length ?? 0) > this.most) throw new StoreFull('Full.');
		this.kept.set(key, { value: new Uint8Array(value), revision: ++this.revision });
		this.tell(key);
		return this.revision;
	}

	async remove(key: string, expected?: number) {
		await turn();
		const held = this.kept.get(key);
		if (!held || (expected !== undefined && expected !== held.revision)) return false;
		this.kept.delete(key);
		this.tell(key);
		return true;
	}

	watch(name: string, changed: () => void) {
		const watcher = { name, changed };
		this.watchers.add(watcher);
		return () => void this.watchers.delete(watcher);
	}

	usage() {
		const bytes = [...this.kept].reduce((sum, [key, { value }]) => sum + key.length + value.length, 0);
		return { entries: this.kept.size, bytes };
	}

	async close() {}

	private tell(key: string) {
		for (const { name, changed } of this.watchers)
			if (key === name || (name.endsWith('.') && key.startsWith(name))) changed();
	}
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
