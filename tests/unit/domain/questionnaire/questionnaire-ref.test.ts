import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follows, PERMANENT_ID, VERSION } from '$lib/domain/text/field-rules';
import {
	compareVersions,
	isSameQuestionnaire,
	newestOfEach,
	questionnaireKey
} from '$lib/domain/questionnaire/questionnaire-ref';

const ref = fc.record({
	id: fc.constantFrom('samenwerking', 'samenwerking-kort', 'eigen', 'eigen-1'),
	version: fc.constantFrom('1.0.0', '1.9.0', '1.10.0', '11.0.0', '0.0.1')
});

test('a version is higher by its numbers, not by its digits', () => {
	expect(['1.10.0', '2.0.0', '1.9.0', '1.9.10', '1.9.9'].sort(compareVersions)).toEqual([
		'1.9.0',
		'1.9.9',
		'1.9.10',
		'1.10.0',
		'2.0.0'
	]);
});

test('each version of each questionnaire has a key of its own', () => {
	fc.assert(
		fc.property(ref, ref, (one, other) => {
			const same = one.id === other.id && one.version === other.version;
			expect(questionnaireKey(one) === questionnaireKey(other)).toBe(same);
		})
	);
	expect(follows(PERMANENT_ID, 'met spatie') || follows(VERSION, '1.0.0 ')).toBe(false);
});

test('versions of one questionnaire are of the same one', () => {
	expect(isSameQuestionnaire({ id: 'samenwerking' }, { id: 'samenwerking' })).toBe(true);
	expect(isSameQuestionnaire({ id: 'samenwerking' }, { id: 'samenwerking-kort' })).toBe(false);
});

test('of each questionnaire the newest version is taken', () => {
	const refs = [
		{ id: 'eigen', version: '1.9.0' },
		{ id: 'samenwerking', version: '2.0.0' },
		{ id: 'eigen', version: '1.10.0' }
	];
	expect(newestOfEach(refs).map(questionnaireKey)).toEqual(['eigen 1.10.0', 'samenwerking 2.0.0']);
});
