import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's folder with its output on screen; ends this process when it fails. */
export function run(command, args, options = {}) {
	const shell = process.platform === 'win32';
	const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
	if (status !== 0) process.exit(status ?? 1);
}

/** What a command prints, in the project's folder or another; its complaints go to the screen. @throws when it fails */
export function output(command, args, folder = root) {
	const shell = process.platform === 'win32';
	return execFileSync(command, args, {
		cwd: folder,
		encoding: 'utf8',
		shell,
		maxBuffer: 2 ** 26,
		stdio: ['ignore', 'pipe', 'inherit']
	});
}

/** The app's packages, and the letterbox's: every test and start may meet a letterbox. */
const LOCKED = ['', 'hosting/letterbox/'];

/**
 * Installs the packages of lock files, unless they are already there.
 * @param {string[]} folders of the lock files, within the project, such as 'tests/bench/'
 */
export function installPackages(folders = LOCKED) {
	for (const folder of folders) installLocked(folder);
}

function installLocked(folder) {
	if (isInstalled(folder)) return;
	console.log('Installing packages …');
	// No package may run anything of its own while it is installed.
	run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: `${root}${folder}` });
}

function isInstalled(folder) {
	const lock = `${root}${folder}package-lock.json`;
	const installed = `${root}${folder}node_modules/.package-lock.json`;
	if (!existsSync(installed)) return false;
	if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
	// A checkout touches the lock file without changing it: then the installed versions still agree.
	const versions = (path) => {
		const { packages } = JSON.parse(readFileSync(path, 'utf8'));
		return Object.entries(packages).flatMap(([name, { version, optional, dev = false }]) =>
			name && !optional ? [`${name}@${version} ${dev ? 'for building' : 'in the site'}`] : []
		);
	};
	const there = new Set(versions(installed));
	return versions(lock).every((entry) => there.has(entry));
}
