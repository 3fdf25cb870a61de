import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { withNotFoundPage } from './.tools/build/not-found-page.mjs';
import { pageGuardHash } from './.tools/build/page-guard.mjs';
import { withParticipantScript } from './.tools/build/participant-page.mjs';
import { withSiteTable } from './.tools/build/site-table.mjs';

/** The app's version, printed on every report. */
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

// SvelteKit writes this style on its route announcer; the e2e tests fail on any CSP report, so an
// upgrade that changes it shows.
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: withSiteTable(withNotFoundPage(withParticipantScript(adapter({ strict: true })))),
		paths: { relative: true },
		// The styles of a page come with the page: its text does not wait for another answer of the server.
		inlineStyleThreshold: 30_000,
		version: { name: version },
		// The app registers it itself, and minds a browser that refuses.
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', pageGuardHash()],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', announcerStyle],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				// The names of Svelte's policy for its own templates and of SvelteKit's for the
				// address of the service worker.
				'require-trusted-types-for': ['script'],
				'trusted-types': [
					'svelte-trusted-html',
					'sveltekit-trusted-url',
					'samenwerkingsmeter-journal',
					'samenwerkingsmeter-camera'
				]
			}
		}
	}
};
