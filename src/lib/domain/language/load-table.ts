import type { Language } from './languages';
import type { Table } from './say';

/** The app's words in this language, which are fetched only when asked for; Dutch has none. */
export async function loadTable(language: Language | undefined): Promise<Table | undefined> {
	if (language === 'fr') return (await import('./fr')).fr;
	if (language === 'en') return (await import('./en')).en;
	return undefined;
}
