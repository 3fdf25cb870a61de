import type { NextStep } from '$lib/domain/words/next-words';
import { addresses } from '../addresses';

/** Where people go on with a measurement. */
export function nextAddress({ step }: NextStep, measurementId: string): string {
	if (step === 'talk') return addresses.result(measurementId);
	return addresses[step](measurementId);
}
