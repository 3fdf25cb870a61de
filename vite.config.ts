import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { bundledLicences } from './.tools/bundled-packages.mjs';
import { chunkReport } from './.tools/chunk-report.mjs';
import { participantScript } from './.tools/participant-page.mjs';
import { checkedQuestionnaires, designTokens, questionnaireParts, zipWithoutWorker } from './.tools/vite-plugins.mjs';

export default defineConfig({
	plugins: [
		designTokens(),
		checkedQuestionnaires(),
		questionnaireParts(),
		zipWithoutWorker(),
		sveltekit(),
		chunkReport(),
		participantScript(),
		bundledLicences()
	],
	test: {
		// Property tests over many random measurements take their time on a slow machine.
		testTimeout: 60_000,
		// As for the browser journeys: a machine that stalls may cost one try, which the report then shows.
		retry: 1,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/unit/**/*.test.ts'],
					setupFiles: ['tests/setup.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'component',
					environment: 'jsdom',
					css: true,
					include: ['tests/component/**/*.test.ts'],
					setupFiles: ['tests/setup.ts', 'tests/component/setup.ts']
				}
			}
		]
	}
});
