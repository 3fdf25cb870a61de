import { test as base, expect } from '@playwright/test';
import { serve } from '../../.tools/serve.mjs';
import { cleanUp } from './chromium-process';

/** Every run has the built site on a plain file server; unlike in the journeys, the console may complain. */
export const test = base.extend<{ leftovers: undefined }, { site: string }>({
	leftovers: [
		async ({}, use) => {
			await use(undefined);
			cleanUp();
		},
		{ auto: true }
	],
	site: [
		async ({}, use) => {
			const { url, close } = await serve({ port: 0 });
			await use(url);
			await close();
		},
		{ scope: 'worker' }
	]
});

export { expect };
