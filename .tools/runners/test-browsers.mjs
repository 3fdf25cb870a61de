// npm run test:browsers: the main journeys in WebKit and Firefox, from Debian's packages: installed when root, else
// skipped where they are not there. It needs a build (npm test makes one; without, it makes one here). What follows
// goes to Playwright, such as --project=WebKit.
import { existsSync } from 'node:fs';
import { installPackages, root, run } from '../install.mjs';
import { installDebian } from './debian-packages.mjs';

const PACKAGES = [
	'firefox-esr',
	'xvfb',
	'xauth',
	'gir1.2-webkit2-4.1',
	'webkit2gtk-driver',
	'python3-gi',
	'python3-gi-cairo'
];

installPackages();
installDebian(PACKAGES);
if (!existsSync(`${root}build/index.html`)) run('npx', ['vite', 'build', '--logLevel', 'warn']);
// Node 20 has a WebSocket, for Firefox, behind a flag; later versions have it without.
const flag = typeof WebSocket === 'undefined' ? ' --experimental-websocket' : '';
run('npx', ['playwright', 'test', '--config', 'tests/browsers/playwright.config.ts', ...process.argv.slice(2)], {
	env: { ...process.env, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''}${flag}` }
});
