import type { z } from './zod';

type Issue = z.core.$ZodIssue;

const typeWords: Record<string, string> = {
	string: 'een tekst',
	number: 'een getal',
	int: 'een geheel getal',
	array: 'een lijst',
	object: 'een blok met accolades',
	boolean: 'true of false',
	null: 'null'
};

/** A zod issue in plain Dutch, with the place in the file and, where there is one, the nearest id. */
export function describeShapeIssue(issue: Issue, input: unknown): { where: string; message: string } {
	const id = nearestId(issue.path, input);
	const place = issue.path.length > 0 ? issue.path.join('.') : 'bestand';
	return { where: id ? `${id} (${place})` : place, message: messageFor(issue) };
}

function messageFor(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_type':
			return `Dit ontbreekt of heeft de verkeerde vorm: hier hoort ${typeWords[issue.expected] ?? issue.expected}.`;
		case 'too_small':
			return issue.origin === 'string'
				? 'Deze tekst mag niet leeg zijn.'
				: `Dit is te weinig: minstens ${issue.minimum}.`;
		case 'too_big':
			return issue.origin === 'string'
				? `Deze tekst is te lang: hoogstens ${issue.maximum} tekens.`
				: `Dit is te veel: hoogstens ${issue.maximum}.`;
		case 'invalid_format':
			return 'Deze tekst heeft niet de juiste vorm.';
		case 'unrecognized_keys':
			return `Onbekend: ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
		case 'invalid_value':
			return `Kies één van: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
		case 'invalid_union':
			return 'Dit heeft geen van de vormen die hier mogen.';
		default:
			return 'Dit klopt niet.';
	}
}

function nearestId(path: PropertyKey[], input: unknown): string | undefined {
	let here: unknown = input;
	let found: string | undefined;
	for (const step of path) {
		here = isRecord(here) ? here[step] : undefined;
		if (isRecord(here) && typeof here['id'] === 'string') found = here['id'];
	}
	return found;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
	return typeof value === 'object' && value !== null;
}
