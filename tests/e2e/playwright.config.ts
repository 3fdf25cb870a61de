import { defineConfig } from '@playwright/test';
import { launchOptions, wholeLaunchOptions } from './browser';

export default defineConfig({
	globalSetup: '../letterbox-packages.ts',
	testDir: 'journeys',
	outputDir: '../../test-results',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 10_000 },
	snapshotPathTemplate: '{testDir}/../looks/pictures/{arg}{ext}',
	// A machine that stalls for seconds may cost a journey one try in CI; the report then lists it as flaky.
	retries: process.env['CI'] ? 1 : 0,
	reporter: [['list']],
	// The journeys of the offline shell allow it; elsewhere it would hide what a page asks of the server.
	projects: [
		{ name: 'chromium', grepInvert: /@whole/, use: { launchOptions } },
		{ name: 'whole', grep: /@whole/, use: { launchOptions: wholeLaunchOptions } }
	],
	use: { serviceWorkers: 'block', locale: 'nl-BE', timezoneId: 'Europe/Brussels' }
});
