import { test as base, expect } from '@playwright/test';
import { serve } from '../../.tools/serve/serve.mjs';
import { cleanUp } from './chromium-process';

interface Site {
	/** The folder with the build that is served. */
	build: string;
	site: string;
}

/** Every run has the built site on a plain file server; unlike in the journeys, the console may complain. */
export const test = base.extend<object, Site>({
	build: ['build', { option: true, scope: 'worker' }],
	site: [
		async ({ build }, use) => {
			const { url, close } = await serve({ port: 0, folder: build });
			await use(url);
			await close();
			// Playwright begins with a new worker after a failure: what that run left behind goes here.
			cleanUp();
		},
		{ scope: 'worker' }
	]
});

export { expect };
