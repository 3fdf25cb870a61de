import type { LaunchOptions } from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'];

/**
 * The Chromium that .tools/runners/browser.mjs found; the flags keep it from looking for hosts that a closed network
 * refuses.
 */
export const launchOptions: LaunchOptions = {
	...(executablePath === undefined ? {} : { executablePath }),
	args: [
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'--disable-gpu',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run'
	]
};
