import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadFallbacks } from '$lib/report/pdf/setting/fallback-fonts';
import type { ReportFonts } from '$lib/report/pdf/setting/report-fonts';
import { unpackWoff } from '$lib/report/pdf/setting/woff';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../../..', import.meta.url));

function ownFile(name: string): Promise<ArrayBuffer> {
	return fontFile(
		require.resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${name}-normal.woff`)
	);
}

const fontFile = async (path: string) => unpackWoff(new Uint8Array(await readFile(path)).buffer);

/** The report's typefaces, as the app loads them; those that it fetches when needed come from the packages. */
export const fonts: ReportFonts = {
	own: {
		regular: await ownFile('latin-400'),
		bold: await ownFile('latin-700'),
		'regular-ext': await ownFile('latin-ext-400'),
		'bold-ext': await ownFile('latin-ext-700')
	},
	more: (missing) => loadFallbacks(missing, (url) => fontFile(root + url))
};
