import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minifySync } from 'vite';

const browsers = JSON.parse(readFileSync(new URL('../checks/browsers.json', import.meta.url), 'utf8'));

/** What Vite builds for: the oldest browsers in which the app works, as README, the pages and the guard say. */
export const buildTarget = Object.entries(browsers).map(([name, version]) => name + version);

/**
 * The script that every page begins with (src/page-guard.js), with the versions in it: short, and still in the words of
 * an old browser. The minifier has one newer word, the backtick.
 */
export function pageGuard() {
	const source = readFileSync(new URL('../../src/page-guard.js', import.meta.url), 'utf8');
	const code = source.replace(/%(\w+)%/g, (_, name) => browsers[name]);
	const { code: short } = minifySync('page-guard.js', code, { compress: { target: 'es2015' }, mangle: true });
	return short.replace(/`([^`$\\']*)`/g, "'$1'").trim();
}

/** As a content security policy names it. */
export function pageGuardHash() {
	return `sha256-${createHash('sha256').update(pageGuard()).digest('base64')}`;
}
