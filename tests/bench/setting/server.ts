import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createSecureServer, type OutgoingHttpHeaders } from 'node:http2';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { newCertificate } from '../certificate.mjs';

/** A folder that is served below a path of its own. */
export interface ServedFolder {
	/** Such as «app»: it is served below /app/. */
	name: string;
	folder: string;
	/** @param path within the folder, such as «/index.html» */
	headersOf: (path: string) => Record<string, string>;
}

export interface BenchServer {
	/** Of a folder, with a slash at the end. */
	urlOf: (name: string) => string;
	/** Of the public key: what Chromium is told to trust. */
	fingerprint: string;
	/** Resolves when nothing has been asked for a while. */
	quiet: () => Promise<void>;
	close: () => Promise<void>;
}

interface File {
	body: Buffer;
	headers: OutgoingHttpHeaders;
	etag: string;
}

const types: Record<string, string> = {
	'.css': 'text/css',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2'
};
/** Not an address of anything that is served. */
const KEPT = 'tests/bench/.site/.brotli';
/** Already as small as they get. */
const PACKED = ['.woff2', '.woff', '.png'];

/** Longer than an answer takes on the slowest connection, so that what follows from it has been asked (ms). */
const QUIET = 2000;

/** Serves the folders over HTTP/2, each file compressed beforehand with brotli at its highest level, from memory. */
export async function serveFolders(folders: readonly ServedFolder[]): Promise<BenchServer> {
	const files = new Map(folders.flatMap(filesOf));
	const { key, cert, fingerprint } = await newCertificate();
	const server = createSecureServer({ key, cert });
	let lastAsked = Date.now();
	server.on('stream', (stream, { ':path': address = '/', 'if-none-match': known }) => {
		lastAsked = Date.now();
		const file = files.get(address.replace(/[?#].*/, ''));
		if (!file) return stream.respond({ ':status': 404 }, { endStream: true });
		if (known === file.etag) return stream.respond({ ':status': 304, ...file.headers }, { endStream: true });
		stream.respond({ ':status': 200, ...file.headers });
		stream.end(file.body);
	});
	server.on('sessionError', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		urlOf: (name) => `https://127.0.0.1:${port}/${name}/`,
		fingerprint,
		quiet: async () => {
			while (Date.now() - lastAsked < QUIET) await new Promise((resolve) => setTimeout(resolve, 100));
		},
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

function filesOf({ name, folder, headersOf }: ServedFolder): [string, File][] {
	return pathsIn(folder).map((path) => {
		const content = readFileSync(join(folder, path));
		const hash = createHash('sha256').update(content).digest('hex');
		const etag = `"${hash.slice(0, 16)}"`;
		const packed = PACKED.includes(extname(path));
		const headers = {
			...headersOf(path.replace(/index\.html$/, '')),
			'content-type': types[extname(path)] ?? 'application/octet-stream',
			etag,
			...(packed ? {} : { 'content-encoding': 'br', vary: 'accept-encoding' })
		};
		const file = { body: packed ? content : brotli(content, hash), headers: lowerCase(headers), etag };
		return [`/${name}${path.replace(/index\.html$/, '')}`, file];
	});
}

/** At the highest level, which is what brotli takes by itself; kept by what it holds, since that takes seconds. */
function brotli(content: Buffer, hash: string): Buffer {
	const kept = `${KEPT}/${hash}.br`;
	if (existsSync(kept)) return readFileSync(kept);
	const packed = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
	mkdirSync(KEPT, { recursive: true });
	writeFileSync(kept, packed);
	return packed;
}

/** HTTP/2 has no capitals in the names of headers. */
function lowerCase(headers: Record<string, string>): OutgoingHttpHeaders {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function pathsIn(folder: string, below = ''): string[] {
	return readdirSync(join(folder, below)).flatMap((name) => {
		const path = `${below}/${name}`;
		return statSync(join(folder, path)).isDirectory() ? pathsIn(folder, path) : [path];
	});
}
