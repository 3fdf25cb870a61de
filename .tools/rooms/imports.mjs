// npm run imports: fails on a circle of imports, types included, or when the drawings in docs/architecture.md are not
// those of the imports. npm run imports -- --write draws them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { drawingsIn } from './room-drawings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = `${root}docs/architecture.md`;

const { output } = await cruise(
	['src'],
	{
		baseDir: root,
		validate: true,
		ruleSet: { forbidden: [{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } }] },
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' }
	},
	{ alias: { $lib: `${root}src/lib` }, extensions: ['.ts', '.svelte.ts', '.svelte', '.js'] },
	{ tsConfig: extractTSConfig(`${root}tsconfig.json`) }
);

for (const { cycle = [] } of output.summary.violations) {
	console.error(`A circle: ${cycle.map(({ name }) => name).join(' → ')}`);
	process.exitCode = 1;
}

const written = readFileSync(page, 'utf8');
const drawn = drawingsIn(written, output.modules);
if (process.argv.includes('--write')) writeFileSync(page, drawn);
else if (drawn !== written) {
	console.error('docs/architecture.md does not draw the imports as they are: npm run imports -- --write');
	process.exitCode = 1;
}
