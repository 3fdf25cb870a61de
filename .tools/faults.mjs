// npm run test:faults: breaks the built app on purpose and counts what was lost; a name limits it, as in
// `npm run test:faults kills`. FAULT_SEED: any whole number. FAULT_KILLS: kills with each of two seeds.
import { installPackages, run } from './install.mjs';

installPackages();
const { findOrInstallChromium } = await import('./browser.mjs');
const chromium = await findOrInstallChromium();
const { FAULT_SEED = String(Date.now() % 1_000_000), FAULT_KILLS = '100' } = process.env;
console.log(`FAULT_SEED=${FAULT_SEED} FAULT_KILLS=${FAULT_KILLS}`);
run('npx', ['vite', 'build', '--logLevel', 'warn']);
run('npx', ['playwright', 'test', '--config', 'tests/faults/playwright.config.ts', ...process.argv.slice(2)], {
	env: { ...process.env, CHROMIUM_PATH: chromium, FAULT_SEED, FAULT_KILLS }
});
