import { createLetterbox } from '../../../../hosting/letterbox/letterbox.mjs';
import { settingsFrom, type Settings } from '../../../../hosting/letterbox/settings.mjs';
import type { Store } from '../../../../hosting/letterbox/store/store.mjs';
import { MemoryStore } from './memory-store';

export interface Hosted {
	/** With '/' at its end. */
	site: string;
	/** What it told whoever runs it. */
	told: string[];
	clean: () => Promise<void>;
	/** Time passes, on every clock; nothing waits for it. */
	pass: (days: number) => void;
	close: () => Promise<void>;
}

interface Options {
	settings?: Partial<Settings>;
	store?: Store;
	slowest?: number;
	heartbeat?: number;
}

/** A letterbox as a host runs it, on an address of its own, whose clock only moves by `pass`. */
export async function host({ settings = {}, store = new MemoryStore(), ...rest }: Options = {}): Promise<Hosted> {
	let now = Date.UTC(2026, 10, 30);
	const told: string[] = [];
	const { app, clean } = await createLetterbox({
		store,
		settings: { ...settingsFrom({}), roomsAnHour: 1000, ...settings },
		clock: { wall: () => now, steady: () => now },
		tell: (line) => told.push(line),
		...rest
	});
	const site = `${await app.listen({ host: '127.0.0.1', port: 0 })}/`;
	const pass = (days: number) => {
		now += days * 24 * 3600 * 1000;
	};
	const close = async () => {
		const closing = app.close();
		app.server.closeAllConnections();
		await closing;
	};
	return { site, told, clean, pass, close };
}
