import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const browsers = JSON.parse(readFileSync(new URL('browsers.json', import.meta.url), 'utf8'));

/** What Vite builds for: the oldest browsers in which the app works, as README, the pages and the guard say. */
export const buildTarget = Object.entries(browsers).map(([name, version]) => name + version);

/**
 * The script that every page begins with (src/page-guard.js), with the versions in it. Without a minifier, which would write it in newer
 * words: only what browsers do not read is left out.
 */
export function pageGuard() {
	return readFileSync(new URL('../src/page-guard.js', import.meta.url), 'utf8')
		.replace(/^\s*\/\/.*\n/gm, '')
		.replace(/%(\w+)%/g, (_, name) => browsers[name])
		.replace(/\s*\n\s*/g, '\n')
		.trim();
}

/** As a content security policy names it. */
export function pageGuardHash() {
	return `sha256-${createHash('sha256').update(pageGuard()).digest('base64')}`;
}
