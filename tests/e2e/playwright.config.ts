import { defineConfig } from '@playwright/test';
import { launchOptions } from './browser';

export default defineConfig({
	testDir: 'journeys',
	outputDir: '../../test-results',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	timeout: 90_000,
	reporter: [['list']],
	use: { launchOptions, locale: 'nl-BE', timezoneId: 'Europe/Brussels' }
});
