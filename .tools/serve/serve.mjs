// A plain static file server, without rewrites, with 404.html for what is not there: what
// any municipal web server does.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { headersOf } from './site-headers.mjs';

const build = fileURLToPath(new URL('../../build', import.meta.url));

/**
 * Serves the built site on 127.0.0.1.
 * @param {{ port: number, base?: string, folder?: string, strict?: boolean }} options base: the sub-folder it lives in,
 * such as '/tools/meter'; strict: whether it sends the headers of hosting/headers.json
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ port, base = '', folder = build, strict = true }) {
	const server = createServer(siteHandler({ base, folder, strict }));
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const actual = typeof address === 'object' && address ? address.port : port;
			resolve({
				url: `http://127.0.0.1:${actual}${base}/`,
				close: () =>
					new Promise((done) => {
						server.closeAllConnections();
						server.close(() => done());
					})
			});
		});
	});
}

/**
 * Answers from the folder as `serve` does.
 * @param {{ base: string, folder: string, strict: boolean }} options
 * @returns {import('node:http').RequestListener}
 */
export function siteHandler({ base, folder, strict }) {
	const files = sirv(folder, { etag: true });
	return (request, response) => {
		const path = request.url ?? '';
		const inside = path.startsWith(`${base}/`);
		if (strict) response.setHeaders(new Map(Object.entries(headersOf(inside ? path.slice(base.length) : '/'))));
		if (!inside) return notFound(response);
		request.url = path.slice(base.length);
		files(request, response, () => notFound(response, folder));
	};
}

/** @param folder of the site, for an address inside it */
function notFound(response, folder) {
	response.statusCode = 404;
	const page = `${folder}/404.html`;
	if (folder === undefined || !existsSync(page)) return response.end('Not found');
	response.setHeader('Content-Type', 'text/html; charset=utf-8');
	response.end(readFileSync(page));
}
