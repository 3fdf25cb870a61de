import boldUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?url';
import boldExtUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff?url';
import regularUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url';
import regularExtUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?url';

/** The typeface that a report embeds: each weight in two files, the second for letters such as Ł. */
export interface FontFiles {
	regular: ArrayBuffer;
	bold: ArrayBuffer;
	'regular-ext': ArrayBuffer;
	'bold-ext': ArrayBuffer;
}

let loading: Promise<FontFiles> | null = null;

/**
 * The font files of this site; kept after the first time, so that a report can be made offline.
 * @throws FontsNotLoadedError
 */
export function loadFonts(): Promise<FontFiles> {
	loading ??= fetchAll().catch((cause: unknown) => {
		loading = null;
		throw new FontsNotLoadedError({ cause });
	});
	return loading;
}

/** The letters of the report could not be fetched. */
export class FontsNotLoadedError extends Error {
	constructor(options: ErrorOptions) {
		super(
			'De letters voor het verslag konden niet geladen worden. Kijk of je verbinding hebt en probeer opnieuw.',
			options
		);
		this.name = 'FontsNotLoadedError';
	}
}

async function fetchAll(): Promise<FontFiles> {
	const urls = [regularUrl, boldUrl, regularExtUrl, boldExtUrl];
	const [regular, bold, regularExt, boldExt] = await Promise.all(urls.map(fetchFile));
	if (!regular || !bold || !regularExt || !boldExt) throw new TypeError('a font file is missing');
	return { regular, bold, 'regular-ext': regularExt, 'bold-ext': boldExt };
}

async function fetchFile(url: string): Promise<ArrayBuffer> {
	const response = await fetch(url);
	if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
	return response.arrayBuffer();
}
