import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFiles } from '$lib/report/pdf/report-fonts';

const require = createRequire(import.meta.url);

function fontFile(name: string): ArrayBuffer {
	const file = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${name}-normal.woff`;
	return new Uint8Array(readFileSync(require.resolve(file))).buffer;
}

/** The report's typefaces, as the app loads them. */
export const fonts: FontFiles = {
	regular: fontFile('latin-400'),
	bold: fontFile('latin-700'),
	'regular-ext': fontFile('latin-ext-400'),
	'bold-ext': fontFile('latin-ext-700')
};
