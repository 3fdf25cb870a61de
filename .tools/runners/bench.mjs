// npm run bench: how fast the app is beside a page written by hand and beside SurveyJS; see docs/performance.md.
// --only participant,answering: these parts only. --rounds 3: fewer turns than nine. --trace: also a trace of each
// first visit and of a page of answers.
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { installPackages, root, run } from '../install.mjs';

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		rounds: { type: 'string', default: '9' },
		trace: { type: 'boolean', default: false }
	}
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`--rounds ${values.rounds}`);

installPackages();
installPackages(['tests/bench/']);
const { findOrInstallChromium } = await import('./browser.mjs');
process.env.CHROMIUM_PATH = await findOrInstallChromium();
run('npx', ['vite', 'build', '--logLevel', 'warn']);
const { loadTypeScript } = await import('../build/vite-plugins.mjs');
const { runBench } = await loadTypeScript('tests/bench/run.ts');
goFirst();
const only = values.only.split(',').filter(Boolean);
await runBench({ rounds, only, appFolder: `${root}build`, trace: values.trace }).catch((cause) => {
	console.error(cause);
	process.exitCode = 1;
});
// A server that a failure left open must not keep this waiting.
process.exit();

/** Before other work on this machine, where that is allowed: what runs beside it then disturbs it less. */
function goFirst() {
	try {
		setPriority(-15);
	} catch {
		console.log('This user may not go before other work: a quiet machine gives steadier figures.');
	}
}
