import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { noteChunks } from './chunk-report.mjs';
import { leanSvelte } from './lean-svelte.mjs';
import { buildTarget } from './page-guard.mjs';
import { hpkeInBrowsers, leanQr, leanZod, questionnaireParts } from './vite-plugins.mjs';

/**
 * The page of a participant holds its own script: one answer of the server, and the first statement can be answered.
 * Why, and what it costs: docs/decisions/0011-participant-page.md.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = 'meedoen/start.js';
const PAGE = 'meedoen/index.html';
const PARTS = '_app/immutable/participant';
/** What the script loads later with code in it; none of it may hold state that the script has too. */
const LATER = {
	bringBack: `${root}src/lib/storage/connection/bring-back.ts`,
	restore: `${root}src/lib/storage/connection/restore.ts`,
	mend: `${root}src/lib/storage/connection/mend.ts`,
	mergeTexts: `${root}src/lib/domain/text/merge-texts.ts`,
	keeping: `${root}src/lib/state/tab/participant-keeping.ts`,
	ownPicture: `${root}src/routes/meedoen/own-picture.ts`,
	readAloud: `${root}src/routes/answering/read-aloud.ts`,
	otherAnswers: `${root}src/lib/state/answering/other-answers.ts`,
	wordsFr: `${root}src/routes/meedoen/words-fr.ts`,
	wordsEn: `${root}src/routes/meedoen/words-en.ts`,
	sending: `${root}src/lib/state/sending/start-sending.ts`,
	foundInvitation: `${root}src/lib/exchange/link/found-invitation.ts`,
	packedQuestionnaire: `${root}src/lib/exchange/link/packed-questionnaire.ts`
};
/** Between the two halves of a build. */
const builtScript = `${root}.svelte-kit/participant-start.js`;

/** Builds the script of the page, apart from the rest of the app; what it loads later goes with the site. */
export function participantScript() {
	let parts = [];
	return {
		name: 'participant-script',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		async generateBundle() {
			const files = (await buildApart()).filter(({ fileName }) => !fileName.endsWith('.css'));
			const start = files.find(({ fileName }) => fileName === SCRIPT);
			mkdirSync(dirname(builtScript), { recursive: true });
			writeFileSync(builtScript, await smaller(start.code));
			parts = files.filter((file) => file !== start);
			// The script is in the page itself.
			noteChunks([...parts, { ...start, fileName: PAGE }]);
			for (const file of parts) {
				const source = file.code === undefined ? file.source : await smaller(file.code);
				this.emitFile({ type: 'asset', fileName: file.fileName, source });
			}
		},
		/** In Vite's list of files, from which the service worker gets what a laptop keeps for use without internet. */
		writeBundle({ dir }) {
			const manifest = `${dir}/.vite/manifest.json`;
			const entries = parts.map(({ fileName: file }) => [`participant ${file}`, { file }]);
			const listed = { ...JSON.parse(readFileSync(manifest, 'utf8')), ...Object.fromEntries(entries) };
			writeFileSync(manifest, JSON.stringify(listed, null, 2));
		}
	};
}

/** The parts that the script loads later, then the script, which knows their names. */
async function buildApart() {
	// Each apart: what two have in common would be one more answer of the server to wait for.
	const builds = Object.entries(LATER).map(([name, path]) =>
		buildFrom({ [name]: path }, { preserveEntrySignatures: 'strict' })
	);
	const later = (await Promise.all(builds)).flat();
	const nameOf = new Map(
		Object.entries(LATER).map(([name, path]) => [
			path,
			later.find((file) => file.isEntry && file.name === name).fileName
		])
	);
	const own = await buildFrom({ start: `${root}src/routes/meedoen/start.ts` }, {}, [loadedLater(nameOf)]);
	return [...later, ...own];
}

async function buildFrom(input, options, plugins = []) {
	const { output } = await build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		base: './',
		plugins: [
			...plugins,
			withoutPreloading(),
			namedWithTerser(),
			questionnaireParts(),
			leanZod(),
			leanQr(),
			leanSvelte(),
			hpkeInBrowsers(),
			svelte({ configFile: false, compilerOptions: { runes: true } })
		],
		resolve: { alias: { $lib: `${root}src/lib` } },
		worker: { format: 'es', rollupOptions: { output: { entryFileNames: '_app/immutable/workers/[name]-[hash].js' } } },
		build: {
			write: false,
			target: buildTarget,
			modulePreload: false,
			// The page has the styles already, from its own rendering.
			cssCodeSplit: false,
			rollupOptions: {
				...options,
				input,
				output: {
					// The script as if it lay beside the page: so the addresses in it are right.
					entryFileNames: ({ name }) => (name === 'start' ? SCRIPT : `${PARTS}/[hash].js`),
					chunkFileNames: `${PARTS}/[hash].js`,
					assetFileNames: `${PARTS}/[hash][extname]`
				}
			}
		}
	});
	return output;
}

/** What Vite's own minifier leaves: together they make a twentieth less of it. */
async function smaller(script) {
	const { minify } = await import('terser');
	const { code } = await minify(script, { module: true, compress: { passes: 3 } });
	return code;
}

/** What a part is named after was written before terser came over it: another version of that may write other bytes. */
function namedWithTerser() {
	const { version } = createRequire(import.meta.url)('terser/package.json');
	return { name: 'named-with-terser', augmentChunkHash: () => version };
}

/** Nothing can import from a script that is in the page itself, so what it loads later was built before it, whole. */
function loadedLater(nameOf) {
	return {
		name: 'loaded-later',
		async resolveDynamicImport(specifier, importer) {
			if (typeof specifier !== 'string') return undefined;
			const resolved = await this.resolve(specifier, importer);
			const fileName = nameOf.get(resolved?.id);
			return fileName === undefined ? undefined : { id: `../${fileName}`, external: true };
		},
		generateBundle(_options, bundle) {
			for (const { fileName, imports = [], moduleIds } of Object.values(bundle)) {
				if (imports.includes(SCRIPT))
					this.error(`${fileName} imports from the script in the page; add it to LATER: ${moduleIds.join(', ')}`);
			}
		}
	};
}

/**
 * Vite's code around each `import()` asks for styles and parts of parts ahead. Here the page has the
 * styles, and each part stands alone.
 */
function withoutPreloading() {
	const id = '\0vite/preload-helper.js';
	return {
		name: 'without-preloading',
		enforce: 'pre',
		load: (resolved) => (resolved === id ? 'export const __vitePreload = (load) => load();' : undefined)
	};
}

/** The adapter, which then puts the script in the page. */
export function withParticipantScript(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			const page = `${root}build/${PAGE}`;
			writeFileSync(page, withScript(readFileSync(page, 'utf8'), readFileSync(builtScript, 'utf8')));
		}
	};
}

function withScript(html, code) {
	const script = code.trim().replaceAll('</script', '<\\/script');
	const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
	// The styles are in the page; SvelteKit's links to them are for a router that this page has not.
	// So is the one style that the policy allows on an element: that router announces pages with it.
	const lean = html.replace(/<link [^>]*disabled[^>]*>\s*/g, '').replace(/ style-src-attr [^;]*;/, '');
	const withHash = lean.replace(/script-src 'self'/, `script-src 'self' ${hash}`);
	if (withHash === lean || !html.includes('</body>'))
		throw new Error('build/meedoen/index.html has no place for its script');
	return withHash.replace('</body>', () => `<script type="module">${script}</script>\n\t</body>`);
}
