import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { places, sentencesOf } from './promised-sentences';

/** A line of the table: a sentence, where people read it, and the tests that show it or why there is none. */
interface Promised {
	sentence: string;
	where: string[];
	shownBy: string[];
}

const REASONS = ['uitleg', 'recht', 'zegt wat geen webpagina kan of verhindert'];

const table: Promised[] = readFileSync('docs/promises.md', 'utf8')
	.split('\n')
	.filter((line) => /^\| (?!sentence|-)/.test(line))
	.map((line) => {
		const [sentence = '', where = '', shownBy = ''] = line
			.slice(1, -1)
			.split(' | ')
			.map((cell) => cell.trim());
		return { sentence, where: where.split(', '), shownBy: shownBy.split('<br>') };
	});

const placeNames = Object.keys(places) as (keyof typeof places)[];

describe('what the app promises', () => {
	test.each(placeNames)('on «%s» stands in the table, sentence by sentence, and nothing else does', (place) => {
		const said = new Set(sentencesOf(places[place]));
		const listed = new Set(table.filter(({ where }) => where.includes(place)).map(({ sentence }) => sentence));

		expect([...said].filter((sentence) => !listed.has(sentence))).toEqual([]);
		expect([...listed].filter((sentence) => !said.has(sentence))).toEqual([]);
	});

	test('is shown by tests that exist, or says why there is none', () => {
		const unfounded = table.flatMap(({ sentence, shownBy }) =>
			shownBy.filter((reason) => !REASONS.includes(reason) && !isTest(reason)).map((reason) => `${sentence} ${reason}`)
		);

		expect(unfounded).toEqual([]);
	});
});

/** Such as: `tests/unit/x.test.ts`: the title of the test. */
function isTest(text: string): boolean {
	const [, file = '', title = ''] = /^`(tests\/\S+\.test\.ts)`: (.+)$/.exec(text) ?? [];
	return existsSync(file) && readFileSync(file, 'utf8').includes(title);
}
