// npm test: installs what is missing, finds or installs a Chromium, then types, build, budgets, oldest browsers, lint,
// unit and component tests, and one journey a page in the browser. The other journeys: npm run test:journeys; other
// browsers: npm run test:browsers.
import { installPackages, run } from '../install.mjs';
import { beside } from './side-by-side.mjs';

installPackages();
const { findOrInstallChromium, findOrInstallShell } = await import('./browser.mjs');
const chromium = await findOrInstallChromium();
const shell = findOrInstallShell(chromium);
const env = { ...process.env, CHROMIUM_PATH: chromium, CHROMIUM_SHELL_PATH: shell };

step('Types', ['npm', 'run', '-s', 'types']);
step('Build', ['npx', 'vite', 'build', '--logLevel', 'warn']);
step('Budgets of the built site', ['npm', 'run', '-s', 'budgets']);
step('What the oldest browsers know', ['npm', 'run', '-s', 'browsers']);

// The browser mostly waits for a page: what only computes runs beside it, and gives way to it.
const aside = { env, givesWay: true };
const passed = await Promise.all([
	beside('Lint', ['npm', 'run', '-s', 'lint'], aside),
	// On every core, where it would leave one free by itself: what the browser leaves is enough to be done when it is.
	beside('Unit and component tests', ['npx', 'vitest', 'run', '--maxWorkers=100%'], aside),
	beside(`One journey a page, in ${shell}`, ['npm', 'run', '-s', 'test:e2e', '--', '--grep', '@page'], { env })
]);
process.exit(passed.every(Boolean) ? 0 : 1);

function step(title, [command, ...args]) {
	console.log(`\n== ${title}`);
	run(command, args, { env });
}
