import { readdirSync, readFileSync } from 'node:fs';
import { months } from '$lib/domain/dates';
import { whoSits } from '$lib/domain/words/who-sits';
import { StorageError, type StorageProblem } from '$lib/storage/storage-error';

/** Every Dutch text of the app that participants can read in another language. */

/** What stands in t`…` in a source, as the key of a table: «Stelling {0} van {1}». */
export function keysIn(source: string): string[] {
	return [...source.matchAll(/(?<![\w$.])t`((?:[^`$]|\$\{[^}]*\})*)`/g)].map(([, text = '']) => {
		let at = -1;
		return text.replace(/\$\{[^}]*\}/g, () => `{${(at += 1)}}`);
	});
}

export function keysOfSources(): string[] {
	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('domain/language/'))
		.map((path) => readFileSync(`src/${path}`, 'utf8'));
	return sources.flatMap(keysIn);
}

const problems: Record<StorageProblem, true> = {
	unavailable: true,
	unreachable: true,
	unreadable: true,
	blocked: true,
	newer: true,
	overtaken: true,
	gone: true,
	removed: true,
	closed: true,
	full: true,
	failed: true
};

/** The frame around the participant's page, which is rendered in Dutch beforehand. */
export const frameWords = ['Naar de inhoud', 'Op elke pagina', 'Gegevens', 'Uitleg'];

/** What is looked up where it is shown: months, roles, what storage says, and the frame. */
export function keysElsewhere(): string[] {
	const roles = ['gemeente', 'vereniging', 'bestuur', 'partner'];
	return [
		...months,
		...roles.map((role) => whoSits(role) ?? ''),
		...Object.keys(problems).map((problem) => new StorageError(problem as StorageProblem).message),
		...frameWords
	];
}
