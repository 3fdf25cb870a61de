// npm run check: types, lint and unit tests, for while you work. The property tests try few members: PROPERTY_RUNS.
import { installPackages } from '../install.mjs';
import { beside } from './side-by-side.mjs';

installPackages();
const env = { PROPERTY_RUNS: '0.1', ...process.env };
const passed = await Promise.all([
	typesAndLint(),
	beside('Unit tests', ['npx', 'vitest', 'run', '--project', 'unit', '--maxWorkers=100%'], { env })
]);
process.exit(passed.every(Boolean) ? 0 : 1);

async function typesAndLint() {
	const types = await beside('Types', ['npm', 'run', '-s', 'types']);
	const lint = await beside('Lint', ['npm', 'run', '-s', 'lint']);
	return types && lint;
}
