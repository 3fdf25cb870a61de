import { unzipSync, zipSync, type Zippable } from 'fflate';

const MOMENT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
const STORED = /\.(png|jpe?g)$/;

/**
 * The same file without what differs from one making to the next: when it was made, and when its parts were packed.
 * @param bytes a .docx or .pptx
 * @param madeAt for the document's properties
 */
export function fixedPackage(bytes: Uint8Array, madeAt: Date): Uint8Array<ArrayBuffer> {
	const moment = madeAt.toISOString().replace(/\.\d+Z$/, 'Z');
	const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
	const entries: Zippable = {};
	for (const [path, content] of parts) {
		const mtime = new Date(1980, 0, 1);
		entries[path] = /\.(xml|rels)$/.test(path)
			? [encode(decode(content).replace(MOMENT, `$1${moment}`)), { mtime }]
			: [content, { mtime, level: STORED.test(path) ? 0 : 6 }];
	}
	return new Uint8Array(zipSync(entries));
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);
