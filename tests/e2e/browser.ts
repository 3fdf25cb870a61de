import type { LaunchOptions } from '@playwright/test';

const whole = process.env['CHROMIUM_PATH'];

/**
 * The Chromium without a window where .tools/runners/browser.mjs found one, else the whole browser; the flags keep it
 * from looking for hosts that a closed network refuses.
 */
export const launchOptions = optionsFor(process.env['CHROMIUM_SHELL_PATH'] ?? whole);

/** The whole browser, for what the one without a window lacks: letters as on a screen, background sync. */
export const wholeLaunchOptions = optionsFor(whole);

function optionsFor(executablePath: string | undefined): LaunchOptions {
	return {
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
}
