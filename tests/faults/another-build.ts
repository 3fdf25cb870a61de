import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Not sources, or made by a build. */
const LEFT_OUT = new Set(['node_modules', 'build', '.svelte-kit', '.git', 'test-results', 'tests', 'docs']);
/** What a next version of the app may well do: a store of its own. */
const NEXT_STEP = "(db) => void db.createObjectStore('addedByTheFaultRuns', { keyPath: 'key' })";

export interface AnotherBuild {
	folder: string;
	remove(): void;
}

/** The app built for real from its sources, with another version number and one more upgrade of the database. */
export function buildWithOneMoreUpgrade(version: string): AnotherBuild {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-build-'));
	for (const name of readdirSync('.').filter((one) => !LEFT_OUT.has(one)))
		cpSync(name, join(folder, name), { recursive: true });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	change(join(folder, 'package.json'), /"version": "[^"]+"/, `"version": "${version}"`);
	change(join(folder, 'src/lib/storage/upgrades.ts'), /\n\];\n/, `,\n\t${NEXT_STEP}\n];\n`);
	const { status, stderr } = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], {
		cwd: folder,
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`the other version does not build: ${stderr}`);
	return { folder: join(folder, 'build'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function change(path: string, from: RegExp, to: string): void {
	const text = readFileSync(path, 'utf8');
	if (!from.test(text)) throw new Error(`${path} has nothing like ${from.source}`);
	writeFileSync(path, text.replace(from, to));
}
