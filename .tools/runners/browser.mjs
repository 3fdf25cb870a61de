import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from '../install.mjs';
import { installDebian } from './debian-packages.mjs';

/**
 * Finds a Chromium: CHROMIUM_PATH, the system's, Playwright's own; else installs one (Debian's package when root,
 * else Playwright's download).
 * @returns {Promise<string>} the path of its program
 */
export async function findOrInstallChromium() {
	const found = await findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		installDebian(['chromium']);
	} else {
		console.log("Installing Playwright's Chromium …");
		run('npx', ['playwright', 'install', 'chromium']);
	}
	const installed = await findChromium();
	if (installed) return installed;
	console.error('No Chromium found. Install one and set CHROMIUM_PATH to its program.');
	process.exit(1);
}

/**
 * Chromium without a window, as Debian packages it: the same engine without what belongs to windows, in half the
 * processor time. Installs it where it can; CHROMIUM_SHELL_PATH says another.
 * @param {string} chromium the whole browser, where there is no other
 * @returns {string} the path of its program
 */
export function findOrInstallShell(chromium) {
	const { CHROMIUM_PATH, CHROMIUM_SHELL_PATH } = process.env;
	// Who names one browser wants that one.
	if (CHROMIUM_SHELL_PATH || CHROMIUM_PATH) return CHROMIUM_SHELL_PATH || chromium;
	const name = 'chromium-headless-shell';
	if (!onPath(name)) installDebian([name], { optional: true });
	return onPath(name) ?? chromium;
}

async function findChromium() {
	const { CHROMIUM_PATH } = process.env;
	if (CHROMIUM_PATH) {
		if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
		console.error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, but there is no such program.`);
		process.exit(1);
	}
	const system = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(onPath).find(Boolean);
	if (system) return system;
	const { chromium } = await import('@playwright/test');
	return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function onPath(name) {
	const { stdout, status } = spawnSync('which', [name], { encoding: 'utf8' });
	return status === 0 ? stdout.trim() : undefined;
}
