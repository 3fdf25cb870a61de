import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { bundledLicences } from './.tools/build/bundled-packages.mjs';
import { chunkReport } from './.tools/build/chunk-report.mjs';
import { participantScript } from './.tools/build/participant-page.mjs';
import { buildTarget } from './.tools/build/page-guard.mjs';
import {
	checkedQuestionnaires,
	designTokens,
	errorPageAtStart,
	examplePicture,
	guardOfPages,
	hpkeInBrowsers,
	leanQr,
	leanZod,
	pdfWithoutWoff2,
	questionnaireParts,
	zipWithoutWorker
} from './.tools/build/vite-plugins.mjs';

export default defineConfig({
	plugins: [
		designTokens(),
		checkedQuestionnaires(),
		questionnaireParts(),
		examplePicture(),
		zipWithoutWorker(),
		leanZod(),
		pdfWithoutWoff2(),
		leanQr(),
		hpkeInBrowsers(),
		guardOfPages(),
		errorPageAtStart(),
		sveltekit(),
		chunkReport(),
		participantScript(),
		bundledLicences()
	],
	build: { target: buildTarget },
	test: {
		// Which members the property tests take: FAST_CHECK_SEED repeats a run.
		env: { FAST_CHECK_SEED: (process.env['FAST_CHECK_SEED'] ??= String(Date.now() % 1_000_000_000)) },
		globalSetup: ['tests/seed.ts', 'tests/letterbox-packages.ts'],
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
