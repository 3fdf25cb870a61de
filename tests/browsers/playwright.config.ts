import { defineConfig } from '@playwright/test';

/** The main journeys in browsers that Playwright does not drive here: run by `npm run test:browsers`. */
export default defineConfig<{ engineName: string }>({
	globalSetup: '../letterbox-packages.ts',
	testDir: 'journeys',
	outputDir: '../../test-results/browsers',
	forbidOnly: Boolean(process.env['CI']),
	fullyParallel: true,
	workers: 2,
	timeout: 180_000,
	retries: process.env['CI'] ? 1 : 0,
	reporter: [['list']],
	projects: ['WebKit', 'Firefox'].map((engineName) => ({ name: engineName, use: { engineName } }))
});
