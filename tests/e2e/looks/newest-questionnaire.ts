import { readdirSync, readFileSync } from 'node:fs';
import type { Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';

const folder = 'questions/samenwerking';
const versions = readdirSync(folder).map((file) => file.replace('.json', ''));
const [newest] = versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));

/** The main questionnaire in its newest version. */
export const newestQuestionnaire = JSON.parse(readFileSync(`${folder}/${newest}.json`, 'utf8')) as Questionnaire;

/** Of the main questionnaire in its newest version, which every new measurement takes. */
export const newestVersion = newest ?? '';
export const dimensions = newestQuestionnaire.themes.flatMap((theme) => theme.dimensions);
/** Of each dimension, the name that a result speaks of it by; people answer under the plain one. */
export const resultNames = dimensions.map(({ name, resultName }) => resultName ?? name);
export const itemCount = dimensions.flatMap((dimension) => dimension.items).length;

/** The same keys on each screen, such as '345'; the last one again where a screen has more statements. */
export function onEachScreen(keys: string): string[] {
	return dimensions.map(({ items }) => keys.slice(0, items.length).padEnd(items.length, keys.at(-1)));
}

/** One key for every statement, as on a paper form. */
export function onEveryStatement(key: string): string {
	return key.repeat(itemCount);
}
