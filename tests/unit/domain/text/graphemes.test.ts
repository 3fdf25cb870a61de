import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { graphemesOf } from '$lib/domain/text/graphemes';

afterEach(() => void vi.unstubAllGlobals());

test.each(['with', 'without'])('nothing of a text is lost, in a browser %s a list of signs', (how) => {
	if (how === 'without') vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => graphemesOf(text).join('') === text));
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => graphemesOf(text).join('') === text));
	expect(graphemesOf('e\u0301a👍🏽👩‍👧n')).toEqual(['e\u0301', 'a', '👍🏽', '👩‍👧', 'n']);
});
