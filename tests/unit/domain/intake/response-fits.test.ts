import { expect, test } from 'vitest';
import { measurementMisfit, questionnaireMisfit } from '$lib/domain/intake/response-fits';
import type { Topics } from '$lib/domain/measurement/measurement';
import { closing } from '../../../builders/closing';
import { anonymous, asking, measurement, response } from '../../../builders/handing-in';

const asked = { itemIds: ['item-1', 'item-3', 'constructor'], dimensionIds: ['openheid'] };

test('a response fits its measurement and what its questionnaire asks', () => {
	const told = { ...response, notes: { 'item-1': 'Goed' } };
	expect(measurementMisfit(told, measurement)).toBeUndefined();
	expect(measurementMisfit({ ...told, trends: { openheid: 'same' } }, asking)).toBeUndefined();
	expect(measurementMisfit(response, anonymous)).toBeUndefined();
	expect(questionnaireMisfit({ ...told, trends: { openheid: 'same' } }, asked)).toBeUndefined();
});

test.each([
	['measurement', { measurementId: 'f'.repeat(32), groupId: 'andere' }],
	['group', { groupId: 'andere', notes: { 'item-1': 'Goed' } }],
	['notes', { notes: { 'item-1': 'Goed' }, trends: { openheid: 'same' } }],
	['trends', { trends: { openheid: 'same' } }]
] as const)(
	'the first that does not fit an anonymous measurement without trends is named: its %s',
	(misfit, change) => {
		expect(measurementMisfit({ ...response, ...change }, anonymous)).toBe(misfit);
	}
);

test('topics are an answer to the closing question: none, or as many as it allows, in questionnaire order', () => {
	const closed = { ...asked, dimensionIds: ['openheid', 'waardering', 'constructor'], closing };
	const misfit = (topics: Topics) => questionnaireMisfit({ ...response, topics }, closed);
	expect([[], ['waardering'], ['openheid', 'constructor']].map(misfit)).toEqual([undefined, undefined, undefined]);
	expect(misfit(['vertrouwen'])).toBe('topics');
	expect(misfit(['openheid', 'waardering', 'constructor'])).toBe('topics');
	expect(misfit(['waardering', 'openheid'])).toBe('topics');
	expect(misfit(['openheid', 'openheid'])).toBe('topics');
	expect(misfit([''])).toBe('topics');
});

test.each([
	['topics', { topics: [] }],
	['item', { answers: { 'item-2': 1 }, trends: { vertrouwen: 'same' } }],
	['item', { notes: { toString: 'Goed' } }],
	['dimension', { trends: { vertrouwen: 'same' } }]
] as const)('what is not in the questionnaire is named: its %s', (misfit, change) => {
	expect(questionnaireMisfit({ ...response, ...change }, asked)).toBe(misfit);
});
