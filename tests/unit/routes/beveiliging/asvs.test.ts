import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chapters, chaptersLeftOut } from '../../../../src/routes/beveiliging/asvs';

/** The requirements of level 1 and 2 of OWASP ASVS 5.0.0 per section, from 1 to the last; level 3 comes after these. */
const LAST_OF_SECTION: Readonly<Record<string, readonly number[]>> = {
	V1: [2, 9, 11, 3, 2],
	V2: [3, 3, 4, 1],
	V3: [0, 2, 4, 6, 5, 0, 2],
	V4: [3, 1, 2, 4],
	V5: [1, 3, 2, 3],
	V11: [2, 3, 3, 4, 1, 1],
	V12: [3, 2, 4],
	V13: [1, 5, 2, 5],
	V14: [2, 4, 3],
	V15: [3, 3, 7],
	V16: [1, 5, 4, 3, 3]
};

test.each(Object.entries(LAST_OF_SECTION))('each requirement of %s has one answer', (id, lasts) => {
	const numbers = chapters
		.filter((chapter) => chapter.id === id)
		.flatMap(({ rows }) => rows.flatMap((row) => row.numbers));
	const expected = lasts.flatMap((last, section) =>
		Array.from({ length: last }, (_, place) => `${id.slice(1)}.${section + 1}.${place + 1}`)
	);
	expect([...numbers].sort()).toEqual([...expected].sort());
});

test('each of the 17 chapters is there once', () => {
	const places = [...chapters, ...chaptersLeftOut].map(({ id }) => Number(id.slice(1)));
	expect([...places].sort((one, other) => one - other)).toEqual(Array.from({ length: 17 }, (_, place) => place + 1));
});

test('each test that is named as evidence is there', () => {
	const named = chapters.flatMap(({ rows }) => rows.flatMap(({ tests }) => tests ?? []));
	expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
