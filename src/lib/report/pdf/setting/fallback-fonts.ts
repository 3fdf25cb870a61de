import emojiUrl from '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff?url';
import arabicUrl from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff?url';
import arabicBoldUrl from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff?url';
import hebrewUrl from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff?url';
import hebrewBoldUrl from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-700-normal.woff?url';
import mathUrl from '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff?url';
import symbolsUrl from '@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-400-normal.woff?url';
import moreSymbolsUrl from '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff?url';
import cyrillicUrl from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import cyrillicBoldUrl from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import cyrillicExtUrl from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url';
import greekUrl from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import greekBoldUrl from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url';
import greekExtUrl from '@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff?url';
import greekExtBoldUrl from '@fontsource/noto-sans/files/noto-sans-greek-ext-700-normal.woff?url';
import latinUrl from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import latinExtUrl from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import latinExtBoldUrl from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url';
import vietnameseUrl from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url';
import vietnameseBoldUrl from '@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?url';
import type { FontFiles } from './typesetting';

/** A font for what the report's own typeface lacks, fetched only for a text that needs it. */
interface Fallback {
	name: string;
	/** The characters it is there for; whether it really has one, its file tells. */
	serves: RegExp;
	regular: string;
	bold?: string;
}

const LATIN = /[\p{Script=Latin}\p{M}\p{Sk}\p{Lm}\p{Sc}]/u;
/** An emoji font before the symbols: it alone has families, flags and shades of skin. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
const SYMBOL = /[\p{S}\p{N}\p{P}]/u;

/** In the order in which they are asked; together everything that is drawn in the languages of our associations. */
const fallbacks: readonly Fallback[] = [
	{ name: 'latin-more', serves: LATIN, regular: latinExtUrl, bold: latinExtBoldUrl },
	{ name: 'vietnamese', serves: LATIN, regular: vietnameseUrl, bold: vietnameseBoldUrl },
	{ name: 'latin', serves: /[\p{Sk}\p{Lm}\p{P}\p{So}\u00B5]/u, regular: latinUrl },
	{ name: 'cyrillic', serves: /\p{Script=Cyrillic}/u, regular: cyrillicUrl, bold: cyrillicBoldUrl },
	{ name: 'cyrillic-more', serves: /\p{Script=Cyrillic}/u, regular: cyrillicExtUrl },
	{ name: 'greek', serves: /[\p{Script=Greek}\u00B5]/u, regular: greekUrl, bold: greekBoldUrl },
	{ name: 'greek-more', serves: /\p{Script=Greek}/u, regular: greekExtUrl, bold: greekExtBoldUrl },
	{ name: 'arabic', serves: /[\p{Script_Extensions=Arabic}]/u, regular: arabicUrl, bold: arabicBoldUrl },
	{ name: 'hebrew', serves: /[\p{Script=Hebrew}\u20AA]/u, regular: hebrewUrl, bold: hebrewBoldUrl },
	{ name: 'emoji', serves: EMOJI, regular: emojiUrl },
	{ name: 'symbols', serves: SYMBOL, regular: symbolsUrl },
	{ name: 'symbols-more', serves: SYMBOL, regular: moreSymbolsUrl },
	{ name: 'mathematics', serves: /[\p{S}\p{N}\p{P}\p{L}]/u, regular: mathUrl }
];

export type FetchFont = (url: string) => Promise<ArrayBuffer>;

/**
 * The fonts that may have these characters. One that can not be fetched is left out: the report then says
 * that it could not draw them.
 * @param missing characters that the report's own typeface lacks
 */
export async function loadFallbacks(missing: readonly string[], fetchFont: FetchFont): Promise<FontFiles> {
	const needed = fallbacks.filter(({ serves }) => missing.some((character) => serves.test(character)));
	const files = await Promise.all(needed.map((fallback) => filesOf(fallback, fetchFont)));
	return Object.assign({}, ...files) as FontFiles;
}

async function filesOf({ name, regular, bold }: Fallback, fetchFont: FetchFont): Promise<FontFiles> {
	try {
		const [light, heavy] = await Promise.all([fetchFont(regular), bold === undefined ? undefined : fetchFont(bold)]);
		return { [`regular-${name}`]: light, ...(heavy && { [`bold-${name}`]: heavy }) };
	} catch {
		return {};
	}
}
