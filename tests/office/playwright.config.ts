import { defineConfig } from '@playwright/test';
import { launchOptions } from '../e2e/browser';

/** Files for office programs, made by the built site and opened by LibreOffice: run by `npm run test:office`. */
export default defineConfig({
	globalSetup: '../letterbox-packages.ts',
	testDir: '.',
	outputDir: '../../test-results/office',
	forbidOnly: Boolean(process.env['CI']),
	// LibreOffice has one profile a run, and one of it opens at a time.
	workers: 1,
	timeout: 180_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	use: { serviceWorkers: 'block', launchOptions, locale: 'nl-BE', timezoneId: 'Europe/Brussels' }
});
