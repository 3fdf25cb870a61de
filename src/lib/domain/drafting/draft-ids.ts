import { PERMANENT_ID } from '$lib/domain/text/field-rules';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** What is new in a draft has a provisional id; the first version that it is in makes one of its words, for ever. */

const PROVISIONAL = /^nieuw-[0-9a-f]{10}$/;
/** In characters: long enough to tell statements apart, short enough to read in a table. */
const LONGEST = 48;
/** What the app uses itself, or every JavaScript object has already. */
const RESERVED = ['all', 'constructor'];

/** @param digits 10 random hexadecimal digits, of chance that is passed in */
export const provisionalId = (digits: string): string => `nieuw-${digits}`;

export const isProvisional = (id: string): boolean => PROVISIONAL.test(id);

/** Lower-case words joined by hyphens, as much as fits; `fallback` where no letter or digit is left. */
export function idOfWords(words: string, fallback: string): string {
	const parts = words
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((part) => part !== '');
	let id = '';
	for (const part of parts) {
		const longer = id === '' ? part : `${id}-${part}`;
		if (longer.length > LONGEST) break;
		id = longer;
	}
	if (id === '') id = (parts[0] ?? '').slice(0, LONGEST);
	if (!/^[a-z]/.test(id)) id = id === '' ? fallback : `${fallback}-${id}`;
	return isProvisional(id) ? `${fallback}-${id}` : id;
}

/** Every id that a questionnaire has, of whatever part. */
export function idsIn(questionnaire: Questionnaire): string[] {
	return partsOf(questionnaire).map(({ id }) => id);
}

/**
 * The same with a permanent id for every part that has none yet, and wherever it is named. An id that is permanent
 * stays, and none of `taken` is used again.
 * @param taken of the parts of every earlier version: an old id never comes to mean something else
 * @param takenTitles the ids of other questionnaires, which this one cannot have
 */
export function withPermanentIds(
	content: Questionnaire,
	taken: readonly string[],
	takenTitles: readonly string[]
): Questionnaire {
	const parts = partsOf(content);
	const used = new Set([...taken, ...RESERVED, ...parts.map(({ id }) => id).filter((id) => !isProvisional(id))]);
	const permanent = new Map<string, string>();
	for (const { id, words, fallback } of parts) {
		if (!isProvisional(id) || permanent.has(id)) continue;
		const made = firstFree(idOfWords(words, fallback), used);
		used.add(made);
		permanent.set(id, made);
	}
	if (isProvisional(content.id)) {
		const made = firstFree(idOfWords(content.title, 'vragenlijst'), new Set([...takenTitles, ...RESERVED]));
		permanent.set(content.id, made);
	}
	return renamed(content, permanent);
}

interface NamedPart {
	id: string;
	words: string;
	/** What it is, where its words give no id. */
	fallback: string;
}

function partsOf(content: Questionnaire): NamedPart[] {
	const dimensions = dimensionsOf(content).map(({ dimension }) => dimension);
	return [
		...content.roles.map(({ id, groupName }) => ({ id, words: groupName, fallback: 'groep' })),
		...content.themes.map(({ id, name }) => ({ id, words: name, fallback: 'thema' })),
		...dimensions.map(({ id, name }) => ({ id, words: name, fallback: 'onderdeel' })),
		...itemsOf(content).map(({ id, statement }) => ({ id, words: statement, fallback: 'stelling' })),
		...dimensions.flatMap(({ tips, prompts }) => [
			...tips.map(({ id, action }) => ({ id, words: action, fallback: 'tip' })),
			...prompts.map(({ id, question }) => ({ id, words: question, fallback: 'vraag' }))
		]),
		...content.generalPrompts.map(({ id, question }) => ({ id, words: question, fallback: 'vraag' })),
		...content.sources.map(({ id, shortTitle }) => ({ id, words: shortTitle, fallback: 'bron' })),
		...(content.closing ? [{ id: content.closing.id, words: 'slotvraag', fallback: 'slotvraag' }] : [])
	];
}

function firstFree(id: string, used: ReadonlySet<string>): string {
	if (!used.has(id)) return id;
	let number = 2;
	while (used.has(`${id}-${number}`)) number += 1;
	return `${id}-${number}`.slice(-PERMANENT_ID.max);
}

/** Ids are named all over a questionnaire, and a provisional one is like no other text. */
function renamed<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
	if (typeof value === 'string') return (names.get(value) ?? value) as Value;
	if (Array.isArray(value)) return value.map((part: unknown) => renamed(part, names)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed<unknown>(part, names)])) as Value;
}
