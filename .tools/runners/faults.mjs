// npm run test:faults: breaks the built app on purpose and counts what was lost, and tries ten times as many members of
// each property as npm test; a name limits it, as in `npm run test:faults kills`, `npm run test:faults properties`,
// `npm run test:faults hands`, or `npm run test:faults letterbox`.
// FAULT_SEED: any whole number. FAULT_KILLS: kills with each of two seeds. FAULT_ROOMS: rooms of letterboxes on NATS.
// PROPERTY_RUNS: another number than ten.
import { readdirSync, readFileSync } from 'node:fs';
import { installPackages, root, run } from '../install.mjs';

installPackages();
const names = process.argv.slice(2);
const { FAULT_SEED = String(Date.now() % 1_000_000), FAULT_KILLS = '100', PROPERTY_RUNS = '10' } = process.env;
if (names.length === 0 || names.includes('properties')) tryProperties();
if (names.length === 0 || names.includes('hands')) await tryHands();
const others = names.filter((name) => !['properties', 'hands'].includes(name));
if (names.length === 0 || others.length > 0) await breakTheApp();

async function breakTheApp() {
	console.log(`FAULT_SEED=${FAULT_SEED} FAULT_KILLS=${FAULT_KILLS}`);
	// The letterbox alone needs neither a browser nor a site.
	const withBrowser = others.length === 0 || others.some((name) => !name.startsWith('letterbox'));
	const env = { ...process.env, FAULT_SEED, FAULT_KILLS };
	if (withBrowser) {
		const { findOrInstallChromium } = await import('./browser.mjs');
		env.CHROMIUM_PATH = await findOrInstallChromium();
		run('npx', ['vite', 'build', '--logLevel', 'warn']);
	}
	run('npx', ['playwright', 'test', '--config', 'tests/faults/playwright.config.ts', ...others], { env });
}

/** The journeys of which `npm run test:journeys` tries few members: hands, walks, rooms, hosts and browsers. */
async function tryHands() {
	console.log(`PROPERTY_RUNS=${PROPERTY_RUNS}`);
	const { findOrInstallChromium } = await import('./browser.mjs');
	const env = { ...process.env, PROPERTY_RUNS, CHROMIUM_PATH: await findOrInstallChromium() };
	run('npx', ['vite', 'build', '--logLevel', 'warn']);
	const files = testsWith('tests/e2e/journeys', /property-runs/);
	run('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', ...files], { env });
}

/** Paths of the tests in a folder in whose text this is found. */
function testsWith(folder, text) {
	return readdirSync(root + folder, { recursive: true })
		.map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
		.filter((file) => file.endsWith('.test.ts') && text.test(readFileSync(root + file, 'utf8')));
}

function tryProperties() {
	console.log(`PROPERTY_RUNS=${PROPERTY_RUNS}`);
	const files = testsWith('tests/unit', /fc\.assert/);
	run('npx', ['vitest', 'run', '--project', 'unit', ...files], { env: { ...process.env, PROPERTY_RUNS } });
}
