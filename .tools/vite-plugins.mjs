import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Loads a TypeScript module of this project outside the app's own build. */
export async function loadTypeScript(path) {
	const { module } = await runnerImport(`${root}/${path}`, {
		root,
		configFile: false,
		resolve: { alias: { $lib: `${root}/src/lib` } }
	});
	return module;
}

/** Refuses to build with a questionnaire that has a problem, and names every problem at once. */
export function checkedQuestionnaires() {
	return {
		name: 'checked-questionnaires',
		apply: 'build',
		async buildStart() {
			const { checkFolder, describeProblem } = await loadTypeScript('.tools/questionnaire-files.ts');
			const problems = checkFolder(`${root}/questions`).flatMap(({ file, outcome }) =>
				outcome.kind === 'refused' ? outcome.problems.map((problem) => describeProblem(problem, file)) : []
			);
			if (problems.length > 0) this.error(`questions/ has ${problems.length} problem(s):\n${problems.join('\n')}`);
		}
	};
}

/** Serves the design tokens as CSS custom properties, so that CSS, chart and report share one source. */
export function designTokens() {
	const id = 'virtual:design-tokens.css';
	return {
		name: 'design-tokens',
		resolveId: (source) => (source === id ? `\0${id}` : undefined),
		async load(resolved) {
			if (resolved !== `\0${id}`) return undefined;
			const { tokensCss } = await loadTypeScript('src/lib/design/tokens.ts');
			return tokensCss();
		}
	};
}

/**
 * Lets write-excel-file zip without a worker: fflate starts one from a blob: address for a sheet over 160 kB, which our content
 * security policy refuses, and then it waits for ever. Zipping a sheet of a thousand responses takes a fraction of a second.
 */
export function zipWithoutWorker() {
	const id = '\0zip-without-worker';
	return {
		name: 'zip-without-worker',
		enforce: 'pre',
		config: () => ({ optimizeDeps: { exclude: ['write-excel-file'] } }),
		resolveId: (source, importer) =>
			source === 'fflate' && importer?.endsWith('/write-excel-file/modules/zip/zipToArrayBuffer.js') ? id : undefined,
		load: (resolved) =>
			resolved === id
				? `import { zipSync } from 'fflate';
					export function zip(files, done) {
						let zipped;
						try { zipped = zipSync(files); } catch (cause) { return done(cause); }
						done(null, zipped);
					}`
				: undefined
	};
}
