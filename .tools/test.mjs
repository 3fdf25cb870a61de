// npm test: installs what is missing, finds or installs a Chromium, then lint, types, unit, component and browser tests.
import { installPackages, run } from './install.mjs';

installPackages();
const { findOrInstallChromium } = await import('./browser.mjs');
const chromium = await findOrInstallChromium();

const steps = [
	['Types', 'npm', ['run', '-s', 'types']],
	['Lint', 'npm', ['run', '-s', 'lint']],
	['Unit and component tests', 'npx', ['vitest', 'run']],
	['Build', 'npx', ['vite', 'build', '--logLevel', 'warn']],
	[`Browser tests in ${chromium}`, 'npm', ['run', '-s', 'test:e2e']]
];
for (const [title, command, args] of steps) {
	console.log(`\n== ${title}`);
	run(command, args, { env: { ...process.env, CHROMIUM_PATH: chromium } });
}
