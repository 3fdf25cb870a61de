// npm run bench: how fast the app is beside a page written by hand and beside SurveyJS; see docs/performance.md.
// --only participant,answering: these parts only. --rounds 3: fewer turns than nine.
import { parseArgs } from 'node:util';
import { installPackages, root, run } from './install.mjs';

const { values } = parseArgs({
	options: { only: { type: 'string', default: '' }, rounds: { type: 'string', default: '9' } }
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`--rounds ${values.rounds}`);

installPackages();
installPackages('tests/bench/');
const { findOrInstallChromium } = await import('./browser.mjs');
process.env.CHROMIUM_PATH = await findOrInstallChromium();
run('npx', ['vite', 'build', '--logLevel', 'warn']);
const { loadTypeScript } = await import('./vite-plugins.mjs');
const { runBench } = await loadTypeScript('tests/bench/run.ts');
await runBench({ rounds, only: values.only.split(',').filter(Boolean), appFolder: `${root}build` });
