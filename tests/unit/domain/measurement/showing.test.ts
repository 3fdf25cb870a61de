import { expect, test } from 'vitest';
import { fingerprintOf } from '$lib/domain/measurement/showing';
import { aMeasurement, aResponse } from '../../../builders/records';

const measurement = aMeasurement();
const somebody = aResponse({ id: '00000000a1', answers: { stelling: 4 } });
const other = aResponse({ id: '00000000a2', answers: {} });

test('the fingerprint of people holds what they surely want to talk about', () => {
	const all = [undefined, [], ['openheid'], ['openheid', 'regie']].map((topics) =>
		fingerprintOf(measurement, [{ ...somebody, topics }])
	);
	expect(new Set(all).size).toBe(all.length);
});

test('who answered the closing question alone is in a figure, and so in the fingerprint', () => {
	const alone = fingerprintOf(measurement, [somebody]);
	expect(fingerprintOf(measurement, [somebody, other])).toBe(alone);
	expect(fingerprintOf(measurement, [somebody, { ...other, topics: [] }])).not.toBe(alone);
});
