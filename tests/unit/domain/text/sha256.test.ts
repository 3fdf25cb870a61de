import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '$lib/domain/text/sha256';
import { runs } from '../../../property-runs';

const ofNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('is SHA-256 of the text in UTF-8, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			expect(sha256(text)).toBe(ofNode(text));
		}),
		{ numRuns: runs(100) }
	);
});

test('also around the borders of its blocks, and far beyond', () => {
	for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 20_000]) {
		expect(sha256('a'.repeat(length))).toBe(ofNode('a'.repeat(length)));
	}
});
