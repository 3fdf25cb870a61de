import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import { termsWith, type Terms } from '$lib/domain/measurement/terms';
import { aMeasurement, aResponse } from './records';

/** A measurement that people hand their answers in to. */
export const measurement: Measurement = aMeasurement({
	name: 'Voorjaar',
	groups: [
		{ id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', role: 'gemeente', name: 'Gemeente' },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
	],
	ways: ['phone'],
	createdAt: '2026-03-01T10:00:00.000Z'
});

export const anonymous: Measurement = { ...measurement, privacy: { mode: 'anoniem', threshold: 5 } };

/** The same occasion, asking how each dimension goes beside last time. */
export const asking: Measurement = { ...measurement, asksTrend: true };

/** What people answer a measurement under, on statements that are the same for all. */
export function madeUpTermsFor(asked: Measurement): Terms {
	return termsWith({ ...asked, measurementId: asked.id }, '0123456789'.repeat(4));
}

export const terms = madeUpTermsFor(measurement);

export const response: IndividualResponse = aResponse({
	measurementId: measurement.id,
	groupId: 'verenigingen',
	answers: { 'item-1': 4, 'item-3': 'unknown', ['constructor' as string]: 2 }
});
