import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLetterbox } from '../../hosting/letterbox/letterbox.mjs';
import { settingsFrom } from '../../hosting/letterbox/settings.mjs';
import { EmbeddedStore } from '../../hosting/letterbox/store/embedded.mjs';
import { siteHandler } from './serve.mjs';

const build = fileURLToPath(new URL('../../build', import.meta.url));

/**
 * Serves the built site and a letterbox under one address, on 127.0.0.1. It needs the packages of hosting/letterbox.
 * @param {object} [options]
 * @param {string} [options.folder] of the store; without it, one that goes at the end
 * @param {number} [options.port] 0: any that is free
 * @param {string} [options.site] folder of the built site
 * @param {string} [options.base] the sub-folder they live in, such as '/tools/meter'
 * @param {boolean} [options.strict] whether the site sends the headers of hosting/headers.json
 * @param {Partial<import('../../hosting/letterbox/settings.mjs').Settings>} [options.settings] such as `{ word: 'x' }`
 * @param {number} [options.heartbeat] of the streams, in milliseconds
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the address of the site, with '/' at its end
 */
export async function startLetterbox(options = {}) {
	const { folder, port = 0, site = build, base = '', strict = true, settings = {}, heartbeat } = options;
	const kept = folder ?? mkdtempSync(join(tmpdir(), 'letterbox-'));
	const store = new EmbeddedStore({ folder: kept });
	const { app } = await createLetterbox({
		store,
		settings: { ...settingsFrom({}), roomsAnHour: 1_000_000, ...settings },
		...(heartbeat === undefined ? {} : { heartbeat }),
		serverFactory: (letterbox, serverOptions) =>
			createServer(serverOptions, besideSite({ site, base, strict }, letterbox)),
		tell: console.error
	});
	const address = await app.listen({ host: '127.0.0.1', port });
	return { url: `${address}${base}/`, close };

	async function close() {
		const stopped = app.close();
		app.server.closeAllConnections();
		await stopped;
		await store.close();
		if (folder === undefined) rmSync(kept, { recursive: true, force: true });
	}
}

/** As the examples for web servers do: the letterbox's own paths go to it, without the sub-folder. */
function besideSite({ site, base, strict }, letterbox) {
	const files = siteHandler({ base, folder: site, strict });
	return (request, response) => {
		if (!request.url?.startsWith(`${base}/letterbox/`)) return files(request, response);
		request.url = request.url.slice(base.length);
		letterbox(request, response);
	};
}
