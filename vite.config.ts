import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { bundledLicences } from './.tools/bundled-packages.mjs';
import { checkedQuestionnaires, designTokens, zipWithoutWorker } from './.tools/vite-plugins.mjs';

export default defineConfig({
	plugins: [designTokens(), checkedQuestionnaires(), zipWithoutWorker(), sveltekit(), bundledLicences()],
	test: {
		// Property tests over many random measurements take their time on a slow machine.
		testTimeout: 30_000,
		projects: [
			{
				extends: true,
				test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] }
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'component',
					environment: 'jsdom',
					css: true,
					include: ['tests/component/**/*.test.ts'],
					setupFiles: ['tests/component/setup.ts']
				}
			}
		]
	}
});
