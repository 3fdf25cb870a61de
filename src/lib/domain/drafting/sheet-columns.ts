import { LANGUAGES, languageChoice, languageName } from '$lib/domain/language/languages';
import { dimension, item, source, theme, tip } from '$lib/domain/questionnaire/schema';

/** The columns of the workbook in which people write a questionnaire. */

/** What each row says for itself. */
export type RowKey = 'theme' | 'dimension' | 'statement' | 'example' | 'tip' | 'detail' | 'source' | 'section' | 'says';
export type ColumnKey = RowKey | 'language';

interface SheetColumn<Key extends ColumnKey = ColumnKey> {
	key: Key;
	name: string;
	needed: boolean;
	/** In characters. */
	max: number;
	words: string;
}

const [directTip] = tip.options;
const passage = directTip.shape.citations.element;
const longest = ({ maxLength }: { maxLength: number | null }) => maxLength ?? 0;

export const rowColumns: readonly SheetColumn<RowKey>[] = [
	{
		key: 'theme',
		name: 'Thema',
		needed: true,
		max: longest(theme.shape.name),
		words: 'Brengt onderdelen samen. Leeg: hetzelfde thema als in de rij erboven.'
	},
	{
		key: 'dimension',
		name: 'Onderdeel',
		needed: true,
		max: longest(dimension.shape.name),
		words: 'Krijgt een eigen score, liefst over drie stellingen. Leeg: hetzelfde onderdeel als in de rij erboven.'
	},
	{
		key: 'statement',
		name: 'Stelling',
		needed: true,
		max: longest(item.shape.statement),
		words: 'Zegt één ding dat mensen zelf konden zien, in hoogstens 17 woorden als het kan.'
	},
	{
		key: 'example',
		name: 'Voorbeeld',
		needed: true,
		max: longest(item.shape.explanation),
		words: 'Eén zin die helpt, en begint met «Bijvoorbeeld:».'
	},
	{
		key: 'tip',
		name: 'Tip',
		needed: true,
		max: longest(directTip.shape.action),
		words:
			'Mag leeg zijn. Iets wat binnen een maand kan beginnen als de score laag is. Een rij met alleen een tip mag ook.'
	},
	{
		key: 'detail',
		name: 'Eerste stap',
		needed: false,
		max: longest(directTip.shape.detail),
		words: 'Bij een tip: hoe je eraan begint.'
	},
	{
		key: 'source',
		name: 'Bron',
		needed: false,
		max: longest(source.shape.shortTitle),
		words: 'Bij een tip: het document waarop ze steunt, telkens met dezelfde woorden.'
	},
	{
		key: 'section',
		name: 'Plaats in de bron',
		needed: false,
		max: longest(passage.shape.section),
		words: 'Bij een tip: titel en alinea.'
	},
	{
		key: 'says',
		name: 'Wat de bron zegt',
		needed: false,
		max: longest(passage.shape.says),
		words: 'Bij een tip: wat daar staat, in eigen woorden.'
	}
];

const languageColumn: SheetColumn = {
	key: 'language',
	name: 'Taal',
	needed: false,
	max: Math.max(...LANGUAGES.map((language) => languageName(language).length)),
	words: `De taal voor wie antwoordt: ${languageChoice()}. Eén rij volstaat. Leeg: ${languageName('nl')}.`
};

/** In the order of the template, with what stands on its sheet of explanation. */
export const sheetColumns: readonly SheetColumn[] = [...rowColumns, languageColumn];
