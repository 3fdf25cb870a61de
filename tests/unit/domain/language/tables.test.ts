import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { dayWith } from '$lib/domain/dates';
import { en } from '$lib/domain/language/en';
import { fr } from '$lib/domain/language/fr';
import { LANGUAGES } from '$lib/domain/language/languages';
import { loadTable } from '$lib/domain/language/load-table';
import { said, sayIn, speak, t } from '$lib/domain/language/say';
import { frameWords, keysElsewhere, keysIn, keysOfSources } from '../../../builders/language/sources';

afterEach(() => {
	speak(undefined);
});

const placesIn = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

describe.each([
	['French', fr],
	['English', en]
])('the words in %s', (_language, table) => {
	test('are there for everything that participants read, and for nothing else', () => {
		expect(Object.keys(table).sort()).toEqual([...new Set([...keysOfSources(), ...keysElsewhere()])].sort());
	});

	test('have the values of the Dutch text, each as often', () => {
		const differing = Object.entries(table).filter(([dutch, text]) => `${placesIn(dutch)}` !== `${placesIn(text)}`);
		expect(differing).toEqual([]);
	});

	test('begin and end as the Dutch text does, so that sentences fit together', () => {
		const edges = (text: string) => [/^[\s.,]/.exec(text)?.[0], /[.?:]$/.exec(text)?.[0], /\s$/.test(text)];
		const differing = Object.entries(table).filter(([dutch, text]) => `${edges(dutch)}` !== `${edges(text)}`);
		expect(differing).toEqual([]);
	});
});

test('the words of the frame are those of the page', () => {
	const layout = readFileSync('src/routes/+layout.svelte', 'utf8');
	expect(frameWords.filter((words) => !layout.includes(words))).toEqual([]);
});

test('a text is found in its source whatever is put in it', () => {
	expect(keysIn('`${t`Een ${a(b)} van ${c}.`} ${at`nee`}`')).toEqual(['Een {0} van {1}.']);
});

describe('saying', () => {
	test('is Dutch as long as nothing else is spoken', () => {
		expect(t`Stelling ${3} van ${36}`).toBe('Stelling 3 van 36');
		expect(said('Volgende')).toBe('Volgende');
	});

	test('is in the language that is spoken, with the values in its places', () => {
		speak({ 'Stelling {0} van {1}': 'Sur {1} : {0}', Volgende: 'Suivant' });
		expect(t`Stelling ${3} van ${36}`).toBe('Sur 36 : 3');
		expect(said('Volgende')).toBe('Suivant');
		expect(said('Onbekend')).toBe('Onbekend');
	});

	test('leaves what looks like a place within a value as it is', () => {
		expect(t`Notitie bij: ${'kies {0} of {1}'}`).toBe('Notitie bij: kies {0} of {1}');
	});

	test('of a part of a page changes nothing else', () => {
		const say = sayIn(fr);
		expect(say`Nummer`).toBe('Numéro');
		expect(t`Nummer`).toBe('Nummer');
	});

	test('names a day as the language does', () => {
		expect(dayWith((month) => fr[month] ?? '', '2026-03-19')).toBe('19 mars 2026');
		expect(dayWith((month) => en[month] ?? '', '2026-03-19')).toBe('19 March 2026');
	});
});

test('every language but Dutch has a table', async () => {
	const tables = await Promise.all(LANGUAGES.map(loadTable));
	expect(tables).toEqual([undefined, fr, en]);
});
