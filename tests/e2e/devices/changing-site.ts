import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteHandler } from '../../../.tools/serve/serve.mjs';
import { writeSiteTable } from '../../../.tools/build/site-table.mjs';
import { siteFolder } from '../site-folder';

/** A host whose network fails, hangs, or gets a new deployment. */
export interface ChangingSite {
	url: string;
	/** From here on no request is answered: connections are refused, or accepted and never answered. */
	fail(how: 'refused' | 'hangs'): Promise<void>;
	/** Puts another build in the place of the first. */
	deploy(folder: string): void;
	/**
	 * From here on a wayward host: it answers what this answers, and all else as before.
	 * @param answer given the path within the site; whether it answered
	 */
	misbehave(answer: (path: string, response: ServerResponse) => boolean): void;
	/** Paths asked so far, without query. */
	asked(): string[];
	close(): Promise<void>;
}

/** @param base the sub-folder it lives in, such as '/tools/meter' */
export async function changingSite(base = siteFolder): Promise<ChangingSite> {
	const from = (folder: string) => siteHandler({ base, folder, strict: true });
	let answer = from('build');
	let hangs = false;
	let misbehaves: (path: string, response: ServerResponse) => boolean = () => false;
	const paths: string[] = [];
	const server = createServer((request, response) => {
		const path = (request.url ?? '').replace(/\?.*$/, '');
		paths.push(path);
		if (hangs || misbehaves(path.slice(base.length + 1), response)) return;
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	const close = () =>
		new Promise<void>((resolve) => {
			server.closeAllConnections();
			server.close(() => resolve());
		});
	return {
		url: `http://127.0.0.1:${port}${base}/`,
		fail: async (how) => {
			if (how === 'hangs') hangs = true;
			else await close();
		},
		misbehave: (wayward) => (misbehaves = wayward),
		deploy: (folder) => (answer = from(folder)),
		asked: () => [...paths],
		close
	};
}

/** A journey on such a site, which is closed when it ends, however that is. */
export async function onChangingSite(journey: (site: ChangingSite) => Promise<void>): Promise<void> {
	const site = await changingSite();
	try {
		await journey(site);
	} finally {
		await site.close();
	}
}

/** The built site with another version in it, as a next deployment: in a folder of its own, to be removed. */
export function nextBuild(version: string): { folder: string; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-'));
	cpSync('build', folder, { recursive: true });
	const current = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const path = join(folder, name);
		if (!statSync(path).isFile() || !/\.(js|html|json)$/.test(path)) continue;
		const text = readFileSync(path, 'utf8');
		if (text.includes(current)) writeFileSync(path, text.replaceAll(current, version));
	}
	writeSiteTable(folder);
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
