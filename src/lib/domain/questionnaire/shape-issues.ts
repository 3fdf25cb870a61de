import { USABLE_YEARS } from '$lib/domain/dates';
import { cleanText } from '$lib/domain/text/misleading-characters';
import type { Path } from '$lib/domain/text/json-places';
import type { z } from '$lib/domain/zod';

type Issue = z.core.$ZodIssue;

/** A message stays readable, whatever a file holds: so many unknown fields, and of each so many characters. */
const MOST_NAMED = 10;
const MAX_NAME = 120;

const typeWords: ReadonlyMap<string, string> = new Map([
	['string', 'een tekst'],
	['number', 'een getal'],
	['int', 'een geheel getal'],
	['array', 'een lijst'],
	['object', 'een blok met accolades'],
	['record', 'een blok met accolades'],
	['boolean', 'true of false'],
	['null', 'null']
]);

/** Fields whose text has a form of its own; every other text only may not begin or end with a space. */
const formWords: ReadonlyMap<string, string> = new Map([
	['version', 'Een versie is drie getallen met punten ertussen, zoals 1.0.0.'],
	['date', 'Schrijf een datum als jaar-maand-dag, zoals 2026-03-19, of null zonder aanhalingstekens.']
]);
/** By the field, what a rule of this app's own says. */
const customWords: ReadonlyMap<string, string> = new Map([
	['date', `Een datum valt ${USABLE_YEARS}.`],
	['groups', 'Twee groepen hebben hetzelfde id. Elke groep moet een eigen id hebben.']
]);
const ID_WORDS =
	'Een id bestaat uit kleine letters en cijfers, met streepjes ertussen. Het begint met een letter, zoals "eerste-stap".';
const idFields = new Set(['id', 'source', 'for', 'higher']);

/** A zod issue in plain Dutch, with the place in the file and, where there is one, the nearest id. */
export function describeShapeIssue(issue: Issue, input: unknown): { where: string; path: Path; message: string } {
	const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
	const id = nearestId(path, input);
	const place = path.length > 0 ? shown(path.join('.')) : 'bestand';
	const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
	const missing = missingField(path, input);
	return {
		where: id ? `${id} (${place})` : place,
		path: [...path, ...unknown],
		message: missing === undefined ? messageFor(issue) : `"${missing}" ontbreekt. ${messageFor(issue)}`
	};
}

function messageFor(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_type':
			return `Hier hoort ${typeWords.get(issue.expected) ?? issue.expected}.`;
		case 'too_small':
			if (issue.origin === 'string') return 'Deze tekst mag niet leeg zijn.';
			return `Dit is te weinig: ${issue.exact ? 'precies' : 'minstens'} ${issue.minimum}.`;
		case 'too_big':
			if (issue.origin === 'string') return `Deze tekst is te lang: hoogstens ${issue.maximum} tekens.`;
			return `Dit is te veel: ${issue.exact ? 'precies' : 'hoogstens'} ${issue.maximum}.`;
		case 'invalid_format':
			return formMessage(String(issue.path.at(-1)));
		case 'unrecognized_keys':
			return `Dit veld bestaat niet: ${issue.keys
				.slice(0, MOST_NAMED)
				.map((key) => `"${shown(key)}"`)
				.join(', ')}.`;
		case 'invalid_value':
			return oneOf(issue.values);
		case 'invalid_union':
			return 'options' in issue && Array.isArray(issue.options)
				? oneOf(issue.options)
				: 'Dit heeft geen van de vormen die hier mogen.';
		case 'custom':
			return customWords.get(String(issue.path.at(-1))) ?? 'Dit klopt niet.';
		default:
			return 'Dit klopt niet.';
	}
}

function oneOf(values: readonly unknown[]): string {
	return `Kies één van: ${values.map((value) => JSON.stringify(value)).join(', ')}.`;
}

function formMessage(field: string): string {
	if (idFields.has(field)) return ID_WORDS;
	return formWords.get(field) ?? 'Deze tekst begint of eindigt met een spatie. Haal die weg.';
}

/** The name of the field that is not there; undefined when something is there. */
function missingField(path: Path, input: unknown): string | undefined {
	const name = path.at(-1);
	if (typeof name !== 'string') return undefined;
	const block = path.slice(0, -1).reduce<unknown>((here, step) => (isRecord(here) ? here[step] : undefined), input);
	return isRecord(block) && block[name] === undefined ? name : undefined;
}

function nearestId(path: Path, input: unknown): string | undefined {
	let here: unknown = input;
	let found: string | undefined;
	for (const step of path) {
		here = isRecord(here) ? here[step] : undefined;
		if (isRecord(here) && typeof here['id'] === 'string') found = shown(here['id']);
	}
	return found;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
	return typeof value === 'object' && value !== null;
}

/** A name from the file as it may stand in a message. */
function shown(name: string): string {
	return cleanText(name.slice(0, MAX_NAME));
}
