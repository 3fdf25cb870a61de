import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Chance } from './chance';
import type { Profile } from './chromium-process';

/** The folder with all IndexedDB databases of this browser. */
export function databaseFolder({ folder }: Profile): string {
	return join(folder, 'Default', 'IndexedDB');
}

/** Where the browser keeps the private files of sites (OPFS). */
export function privateFilesFolder({ folder }: Profile): string {
	return join(folder, 'Default', 'File System');
}

/** As a cleaning program or a broken disk would: the browser is closed. */
export function removeFolder(folder: string): void {
	if (!existsSync(folder)) throw new Error(`nothing at ${folder}`);
	rmSync(folder, { recursive: true });
}

/**
 * LevelDB puts all it has in tables when so much comes in, also of another database of the same site (10 MB here; a
 * record over 64 kB would get a file of its own).
 */
export async function makeTables(page: Page, site: string): Promise<void> {
	await page.goto(`${site}exchange-file.schema.json`);
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('ballast', 1);
				opening.onupgradeneeded = () => opening.result.createObjectStore('ballast');
				opening.onerror = () => reject(opening.error ?? new Error('failed'));
				opening.onsuccess = () => {
					const tx = opening.result.transaction('ballast', 'readwrite', { durability: 'strict' });
					for (let number = 0; number < 400; number += 1) {
						const text = Array.from({ length: 12_000 }, () => String.fromCharCode(33 + Math.random() * 60_000)).join(
							''
						);
						tx.objectStore('ballast').put(text, number);
					}
					tx.onabort = () => reject(tx.error ?? new Error('failed'));
					tx.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			})
	);
}

/** The files of the database whose name fits. @throws when there are none: then the run would prove nothing */
export function databaseFiles(profile: Profile, name: RegExp): string[] {
	const found = readdirSync(databaseFolder(profile), { recursive: true, encoding: 'utf8' })
		.map((path) => join(databaseFolder(profile), path))
		.filter((path) => statSync(path).isFile() && name.test(basename(path)));
	if (found.length === 0) throw new Error(`no file like ${name.source} in the database`);
	return found;
}

export function truncate(path: string, share: number): void {
	const file = openSync(path, 'r+');
	ftruncateSync(file, Math.floor(statSync(path).size * share));
	closeSync(file);
}

/** Puts nonsense over 64 bytes, in this many places. */
export function overwrite(path: string, chance: Chance, times: number): void {
	const { size } = statSync(path);
	const file = openSync(path, 'r+');
	for (let time = 0; time < times; time += 1) {
		const nonsense = Buffer.from(Array.from({ length: Math.min(64, size) }, () => chance.below(256)));
		writeSync(file, nonsense, 0, nonsense.length, chance.below(Math.max(1, size - nonsense.length)));
	}
	closeSync(file);
}

/** What happens to the files of the journal. */
export type JournalDamage = 'emptied' | 'halved' | 'nonsense' | 'removed';

/**
 * Damages files of the app in OPFS, from a page of the site that runs no script of the app.
 * @param only the place of the one file, when not all of them; in the order of their names
 * @returns how many files there were
 */
export async function damageJournal(page: Page, site: string, damage: JournalDamage, only?: number): Promise<number> {
	await page.goto(`${site}exchange-file.schema.json`);
	return page.evaluate(
		async ({ kind, place }) => {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('samenwerkingsmeter').catch(() => undefined);
			if (!folder) return 0;
			const names: string[] = [];
			for await (const name of folder.keys()) names.push(name);
			for (const name of names.sort().filter((_, index) => place === null || index === place)) {
				if (kind === 'removed') {
					await folder.removeEntry(name);
					continue;
				}
				const handle = await folder.getFileHandle(name);
				const { size } = await handle.getFile();
				const writable = await handle.createWritable({ keepExistingData: true });
				if (kind === 'emptied') await writable.truncate(0);
				if (kind === 'halved') await writable.truncate(Math.floor(size / 2));
				if (kind === 'nonsense')
					await writable.write({ type: 'write', position: Math.floor(size / 3), data: '#'.repeat(99) });
				await writable.close();
			}
			return names.length;
		},
		{ kind: damage, place: only ?? null }
	);
}
