import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { headersOf } from '../../../.tools/serve/site-headers.mjs';
import type { Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { floorPage } from '../floor/page';
import type { ServedFolder } from './server';
import { surveyOf } from '../surveyjs/survey';

const made = `${process.cwd()}/tests/bench/.site`;
const DAY = 'public, max-age=86400';
const YEAR = 'public, max-age=31536000, immutable';

/** The hand-written page. Its one file may be kept for a day, so a second visit asks nothing of the server. */
export function floorSite(name: string, questionnaire: Questionnaire): ServedFolder {
	const folder = emptyFolder(name);
	writeFileSync(`${folder}/index.html`, floorPage(questionnaire));
	return { name, folder, headersOf: () => ({ 'Cache-Control': DAY }) };
}

/** SurveyJS, bundled and minified; its page is kept as long as the hand-written one, and its parts for a year. */
export async function surveyjsSite(name: string, questionnaire: Questionnaire): Promise<ServedFolder> {
	const folder = emptyFolder(name);
	const id = '\0virtual:survey';
	await build({
		root: `${process.cwd()}/tests/bench/surveyjs`,
		base: './',
		configFile: false,
		logLevel: 'silent',
		build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 5000 },
		plugins: [
			{
				name: 'survey',
				resolveId: (source) => (source === 'virtual:survey' ? id : undefined),
				load: (resolved) => (resolved === id ? `export default ${JSON.stringify(surveyOf(questionnaire))}` : undefined)
			}
		]
	});
	return {
		name,
		folder,
		headersOf: (path) => ({ 'Cache-Control': path.startsWith('/assets/') ? YEAR : DAY })
	};
}

/** This app as it is built, with the headers that hosting/ tells every host to send. */
export function appSite(name: string, folder: string): ServedFolder {
	return { name, folder, headersOf };
}

function emptyFolder(name: string): string {
	const folder = `${made}/${name}`;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}
