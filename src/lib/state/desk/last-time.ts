import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { loadPartnership } from '$lib/storage/records/partnerships';
import { NotFoundError } from '$lib/state/not-found-error';

/** What a next measurement begins from. */
export interface LastTime {
	partnership: Partnership;
	/** Newest first. */
	measurements: readonly Measurement[];
}

/** @throws NotFoundError, StorageError */
export async function loadLastTime(partnershipId: string): Promise<LastTime> {
	const partnership = await loadPartnership(partnershipId);
	if (!partnership) throw new NotFoundError();
	return { partnership, measurements: await loadMeasurements(partnershipId) };
}
