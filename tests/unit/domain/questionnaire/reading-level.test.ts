import { expect, test } from 'vitest';
import { readingLevel } from '$lib/domain/questionnaire/reading-level';

test('is worked out by hand for two sentences', () => {
	// «De fanfare speelt.» has 5 syllables in 3 words, «Wij zingen mee.» 4 in 3: 150 a hundred, 3 words a sentence.
	expect(readingLevel(['De fanfare speelt. Wij zingen mee.'])).toBeCloseTo(206.84 - 0.77 * 150 - 0.93 * 3, 10);
});

test('is the same for texts apart and for one text', () => {
	expect(readingLevel(['De fanfare speelt.', 'Wij zingen mee.'])).toBe(
		readingLevel(['De fanfare speelt. Wij zingen mee.'])
	);
});

test.each([
	['draaien', 2],
	['nieuwe', 2],
	['eeuwen', 2],
	['mooie', 2],
	['ijsjes', 2],
	['zee', 1],
	['buren', 2],
	['24', 1]
])('«%s» has %i syllables', (word, syllables) => {
	expect(readingLevel([`${word}.`])).toBeCloseTo(206.84 - 77 * syllables - 0.93, 10);
});

test('is lower for longer words, and for longer sentences', () => {
	const plain = readingLevel(['De burgemeester belt ons op.']);
	expect(readingLevel(['De burgemeester contacteert ons telefonisch.'])).toBeLessThan(plain);
	expect(readingLevel(['De man belt ons op, en dan gaat hij naar huis, en dan slaapt hij.'])).toBeLessThan(
		readingLevel(['De man belt ons op. En dan gaat hij naar huis. En dan slaapt hij.'])
	);
});
