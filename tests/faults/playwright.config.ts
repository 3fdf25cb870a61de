import { defineConfig } from '@playwright/test';
import { launchOptions } from '../e2e/browser';

/** Minutes, not seconds: run by `npm run test:faults`, apart from `npm test`. */
export default defineConfig({
	globalSetup: '../letterbox-packages.ts',
	testDir: '.',
	outputDir: '../../test-results/faults',
	forbidOnly: Boolean(process.env['CI']),
	workers: 1,
	timeout: 180_000,
	reporter: [['list'], ['./counts-reporter.ts']],
	use: { serviceWorkers: 'allow', launchOptions, locale: 'nl-BE', timezoneId: 'Europe/Brussels', actionTimeout: 20_000 }
});
