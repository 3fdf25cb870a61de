// npm run test:journeys: every journey in Chromium that npm test leaves out. It needs a build: npm test makes one;
// without, it makes one here. What follows goes to Playwright, such as `npm run test:journeys -- offline`.
import { existsSync } from 'node:fs';
import { installPackages, root, run } from '../install.mjs';

installPackages();
const { findOrInstallChromium, findOrInstallShell } = await import('./browser.mjs');
const chromium = await findOrInstallChromium();
const shell = findOrInstallShell(chromium);
if (!existsSync(`${root}build/index.html`)) run('npx', ['vite', 'build', '--logLevel', 'warn']);
run('npm', ['run', '-s', 'test:e2e', '--', '--grep-invert', '@page', ...process.argv.slice(2)], {
	env: { ...process.env, CHROMIUM_PATH: chromium, CHROMIUM_SHELL_PATH: shell }
});
