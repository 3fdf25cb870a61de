import type { Measurement, Partnership } from '$lib/domain/measurement';
import { loadMeasurements } from '$lib/storage/measurements';
import { loadPartnership } from '$lib/storage/partnerships';
import { NotFoundError } from './not-found-error';

/** What a next measurement begins from. */
export interface LastTime {
	partnership: Partnership;
	/** The newest measurement; undefined when the partnership has none. */
	measurement: Measurement | undefined;
}

/** @throws NotFoundError, StorageError */
export async function loadLastTime(partnershipId: string): Promise<LastTime> {
	const partnership = await loadPartnership(partnershipId);
	if (!partnership) throw new NotFoundError();
	const [measurement] = await loadMeasurements(partnershipId);
	return { partnership, measurement };
}
