import boldUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?url';
import boldExtUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff?url';
import regularUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url';
import regularExtUrl from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?url';
import { loadFallbacks } from './fallback-fonts';
import type { FontFiles } from './typesetting';
import { unpackWoff } from './woff';

/** The typeface of a report, and how to get what it lacks. */
export interface ReportFonts {
	/** Each weight in two files, the second for letters such as Ł. */
	own: FontFiles;
	/** Fonts that may have these characters; nothing where there are none, or none that can be fetched. */
	more: (missing: readonly string[]) => Promise<FontFiles>;
}

let loading: Promise<FontFiles> | null = null;

/**
 * The font files of this site; kept after the first time, so that a report can be made offline.
 * @throws FontsNotLoadedError
 */
export async function loadFonts(): Promise<ReportFonts> {
	loading ??= fetchAll().catch((cause: unknown) => {
		loading = null;
		throw new FontsNotLoadedError({ cause });
	});
	return { own: await loading, more: (missing) => loadFallbacks(missing, fetchFile) };
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
	return unpackWoff(await response.arrayBuffer());
}
