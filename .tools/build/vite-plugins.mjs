import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { walk } from 'estree-walker';
import { runnerImport } from 'vite';
import { pageGuard } from './page-guard.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
			const { checkFolder, describeProblem } = await loadTypeScript('.tools/build/questionnaire-files.ts');
			const problems = checkFolder(`${root}/questions`).flatMap(({ file, outcome }) =>
				outcome.kind === 'refused' ? outcome.problems.map((problem) => describeProblem(problem, file)) : []
			);
			if (problems.length > 0) this.error(`questions/ has ${problems.length} problem(s):\n${problems.join('\n')}`);
		}
	};
}

/** Serves the picture of the example on the first screen, as data. */
export function examplePicture() {
	const ID = 'virtual:example-tafel';
	return {
		name: 'example-picture',
		resolveId: (source) => (source === ID ? `\0${source}` : undefined),
		async load(resolved) {
			if (resolved !== `\0${ID}`) return undefined;
			const { exampleTafel } = await loadTypeScript('.tools/build/example-tafel.ts');
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(exampleTafel(root)))});`;
		}
	};
}

/**
 * Serves which questionnaires are in questions/, and of each the part that participants fill in. Of the main one the
 * newest version comes along with whatever imports it, the others when they are asked for.
 */
export function questionnaireParts() {
	const LIST = 'virtual:published-questionnaires';
	const STATEMENTS = 'virtual:statements';
	const PART = 'virtual:statements/';
	return {
		name: 'questionnaire-parts',
		resolveId: (source) =>
			source === LIST || source === STATEMENTS || source.startsWith(PART) ? `\0${source}` : undefined,
		async load(resolved) {
			if (!resolved.startsWith('\0virtual:')) return undefined;
			const asked = resolved.slice(1);
			if (asked === LIST) return `export const published = ${JSON.stringify(listQuestionnaires())};`;
			if (asked === STATEMENTS) return statementsModule(PART);
			if (!asked.startsWith(PART)) return undefined;
			const { fillingPart } = await loadTypeScript('src/lib/domain/questionnaire/filling-part.ts');
			const path = `${root}questions/${asked.slice(PART.length)}.json`;
			this.addWatchFile(path);
			// Browsers read JSON quicker than script.
			const part = JSON.stringify(fillingPart(JSON.parse(readFileSync(path, 'utf8'))));
			return `export default JSON.parse(${JSON.stringify(part)});`;
		}
	};
}

async function statementsModule(part) {
	const { MAIN_ID } = await loadTypeScript('src/lib/content/main-questionnaire.ts');
	const { compareVersions, questionnaireKey } = await loadTypeScript(
		'src/lib/domain/questionnaire/questionnaire-ref.ts'
	);
	const refs = listQuestionnaires();
	const [main] = refs.filter(({ id }) => id === MAIN_ID).sort((a, b) => compareVersions(b.version, a.version));
	const entries = refs.map((ref) => {
		const load =
			ref === main ? 'Promise.resolve(main)' : `import('${part}${ref.id}/${ref.version}').then((it) => it.default)`;
		return `'${questionnaireKey(ref)}': () => ${load}`;
	});
	return `import main from '${part}${main.id}/${main.version}';
		export const statements = { ${entries.join(', ')} };`;
}

function listQuestionnaires() {
	return readdirSync(`${root}questions`, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name: id }) =>
			readdirSync(`${root}questions/${id}`).map((file) => ({ id, version: file.replace(/\.json$/, '') }))
		);
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

/** Serves the script that every page begins with. */
export function guardOfPages() {
	const id = 'virtual:page-guard';
	return {
		name: 'guard-of-pages',
		resolveId: (source) => (source === id ? `\0${id}` : undefined),
		load: (resolved) => (resolved === `\0${id}` ? `export default ${JSON.stringify(pageGuard())};` : undefined)
	};
}

/**
 * Lets the page for errors come with the start of the app. As a part of its own it fails together with the page
 * that it is for, and then SvelteKit writes a page of its own in English, which Trusted Types refuse: people would
 * see a page that loads for ever.
 */
export function errorPageAtStart() {
	const part = "() => import('./nodes/1')";
	return {
		name: 'error-page-at-start',
		apply: 'build',
		transform(code, id) {
			if (!/\/generated\/client-optimized\/app\.js$/.test(id)) return undefined;
			if (!code.includes(part)) this.error('SvelteKit writes its list of pages in another way; see errorPageAtStart');
			return `import * as errorPage from './nodes/1';\n${code.replace(part, '() => Promise.resolve(errorPage)')}`;
		}
	};
}

/** HPKE asks Node.js for cryptography where a browser has it already: never, so it is no file of the site. */
export function hpkeInBrowsers() {
	return {
		name: 'hpke-in-browsers',
		apply: 'build',
		enforce: 'pre',
		resolveDynamicImport: (source, importer) =>
			source === 'crypto' && importer.includes('/@hpke/common/') ? { id: source, external: true } : undefined
	};
}

/**
 * Lets write-excel-file zip without a worker: fflate starts one from a blob: address for a sheet over 160 kB,
 * which our content security policy refuses, and then it waits for ever. Zipping a sheet of a thousand responses
 * takes a fraction of a second.
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

/** Leaves out of the PDF what unpacks WOFF2: every font of a report is a WOFF, which has no brotli in it. */
export function pdfWithoutWoff2() {
	const id = '\0pdf-without-woff2';
	return {
		name: 'pdf-without-woff2',
		enforce: 'pre',
		resolveId: (source) => (source === 'brotli/decompress.js' ? id : undefined),
		load: (resolved) =>
			resolved === id ? "export default () => { throw new Error('a WOFF2 font is not read here'); };" : undefined
	};
}

/**
 * Leaves out of zod what every schema names and the site never asks for, which no bundler can see: what writes JSON
 * schemas, which only our tools do, and the messages in English, for which the app has its own in Dutch.
 */
export function leanZod() {
	return {
		name: 'lean-zod',
		apply: 'build',
		transform(code, id) {
			if (!/\/zod\/v4\/classic\/schemas\.js$/.test(id)) return undefined;
			const lean = code
				.replace(/^.*\.processJSONSchema = .*Processor\(inst, ctx, json, params\);$/gm, '')
				.replace(/(create(?:Standard|To)JSONSchemaMethod)\((?:this|inst),[^()]*\)/g, '(() => undefined)')
				.replace(/^import en from .*$/m, 'const en = () => ({ localeError: () => undefined });');
			if (/Processor\(|\bcreate\w+JSONSchemaMethod\(/.test(lean) || !lean.includes('const en = '))
				this.error('zod writes JSON schemas or finds its messages in another way; see leanZod');
			return { code: lean, map: null };
		}
	};
}

/** Leaves out of lean-qr its ways of drawing: the app draws each code itself, from what it asks with `get`. */
export function leanQr() {
	const drawing = ['toString', 'toImageData', 'toCanvas', 'toDataURL'];
	return {
		name: 'lean-qr-without-drawing',
		apply: 'build',
		transform(code, id) {
			if (!/\/lean-qr\/index\.mjs$/.test(id)) return undefined;
			const cuts = [];
			walk(this.parse(code), {
				enter: ({ type, properties }) => {
					if (type !== 'ObjectExpression') return;
					for (const [place, { key, end }] of properties.entries()) {
						// With the comma before it.
						if (drawing.includes(key?.name)) cuts.push({ start: properties[place - 1]?.end ?? NaN, end });
					}
				}
			});
			if (cuts.length !== drawing.length || cuts.some(({ start }) => Number.isNaN(start)))
				this.error('lean-qr draws in another way; see leanQr');
			const lean = cuts.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
			return { code: lean, map: null };
		}
	};
}
