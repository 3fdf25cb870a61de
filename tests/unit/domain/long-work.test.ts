import { expect, test } from 'vitest';
import { fingerprint } from '$lib/domain/text/fingerprint';
import { verdictsWords } from '$lib/domain/words/import-words';
import { progressWords } from '$lib/domain/words/long-work-words';

test('how far work is, in words', () => {
	expect(progressWords('making', 87, 200)).toBe('87 van 200 overleggen');
	expect(progressWords('writing', 0, 1)).toBe('0 van 1 overleg');
	expect(progressWords('reading', 12_040_000, 80_300_000)).toBe('12,0 van 80,3 MB');
});

test('what a file with many measurements would do, in one sentence', () => {
	const same = { kind: 'same', kept: 0, refused: 0 } as const;
	const refused = { kind: 'refused', reason: 'Daarom.' } as const;
	expect(verdictsWords([same, same, refused])).toBe('3 metingen: 2 hetzelfde als hier en 1 geweigerd.');
	expect(verdictsWords([same])).toBe('1 meting: 1 hetzelfde als hier.');
	expect(verdictsWords([])).toBe('');
});

test('texts that look alike have other fingerprints', () => {
	const texts = Array.from({ length: 5000 }, (_, index) => `{"answers":{"a":${index % 6}},"id":"${index}"}`);
	const found = new Set([...texts, ...texts.map((text) => `${text} `)].map(fingerprint));
	expect(found.size).toBe(10_000);
	expect([...found].every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
	expect(fingerprint('zelfde')).toBe(fingerprint('zelfde'));
});
