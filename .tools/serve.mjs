// A plain static file server, without rewrites: what any municipal web server does.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const build = fileURLToPath(new URL('../build', import.meta.url));

/**
 * Serves the built site on 127.0.0.1.
 * @param {{ port: number, base?: string, folder?: string }} options base: the sub-folder it lives in, such as '/tools/meter'
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ port, base = '', folder = build }) {
	const files = sirv(folder, { etag: true });
	const server = createServer((request, response) => {
		if (!request.url?.startsWith(`${base}/`)) return notFound(response);
		request.url = request.url.slice(base.length);
		files(request, response, () => notFound(response));
	});
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

function notFound(response) {
	response.statusCode = 404;
	response.end('Not found');
}
