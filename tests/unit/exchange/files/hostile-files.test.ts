import { describe, expect, test } from 'vitest';
import { readBundles } from '$lib/exchange/files/opened-file';
import { checkQuestionnaire } from '$lib/domain/questionnaire/check';
import { fileTextOf, one, oneWith, openBundle } from '../../../builders/bundles';
import { goodOf, reasonOf } from '../../../builders/outcomes';

const sound = fileTextOf(one);
const lineOf = (mark: string) => sound.slice(0, sound.indexOf(mark)).split('\n').length;

describe('a file that was touched is refused with the line', () => {
	test.each([
		[
			'a field twice',
			'"sealed": false',
			'"sealed": false, "sealed": true',
			'"sealed" staat twee keer in hetzelfde blok.'
		],
		['a field that is none', '"sealed": false', '"sealed": false, "admin": true', 'Dit veld bestaat niet: "admin".'],
		['the prototype', '"sealed": false', '"sealed": false, "__proto__": {}', '"__proto__" kan geen naam zijn.'],
		['a number beyond numbers', '"revision": 2', '"revision": 1e999', 'Het getal 1e999 is te groot.'],
		['a day that is none', '"date": "2026-03-19"', '"date": "2026-02-30"', 'Wat hier staat, heeft niet de juiste vorm.']
	])('%s', (_, part, changed, message) => {
		const reason = reasonOf(readBundles(sound.replace(part, changed)));
		expect(reason).toContain(`beschadigd of met de hand gewijzigd. Op regel ${lineOf(part)}: ${message}`);
	});

	test('a newer version with what it may hold, and why', () => {
		expect(reasonOf(readBundles(sound.replace('"version": 3', '"version": 7, "nieuw": [[[]]]')))).toMatch(
			/^Dit bestand komt van een nieuwere versie van de app\. .*laad deze app opnieuw/
		);
	});

	test('far more mistakes than can be counted', () => {
		const text = sound.replace(
			/"partnerships": \[[^]*\],\n\t"questionnaires"/,
			`"partnerships": [${'1,'.repeat(300_000)}1],"questionnaires"`
		);
		expect(reasonOf(readBundles(text))).toBe('Dit bestand is beschadigd. Vraag om het nog eens te sturen.');
		const themes = Array.from({ length: 300_000 }, () => 1);
		expect(checkQuestionnaire({ format: 1, themes })).toMatchObject({ kind: 'refused' });
	});
});

test('characters that mislead are in no file, neither written nor read', () => {
	const notes = [{ itemId: openBundle.notes[0]?.itemId ?? '', text: 'Zie \u202Efdp.exe\uD800' }];
	expect(fileTextOf(oneWith({ notes }))).toContain('"Zie fdp.exe\uFFFD"');
	const forged = sound.replace('Twee\\nregels', '\\u202eTwee\\nregels\\u0000\\ud800');
	const { bundles } = goodOf(readBundles(forged));
	expect(bundles[0]?.measurements[0]?.notes.map(({ text }) => text)).toContain('Twee\nregels\uFFFD');
});
