import type { MeasurementBundle } from '$lib/domain/intake/bundle';
import type { ReadBundles } from './bundles';

/**
 * The stores of responses and commitments have one key for all measurements: what comes in must
 * not take one away of another.
 */
export async function areIdsTaken<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	{ measurement, responses, commitments }: Pick<MeasurementBundle, 'measurement' | 'responses' | 'commitments'>
): Promise<boolean> {
	const stored = await Promise.all([
		...responses.map(({ id }) => tx.objectStore('responses').get(id)),
		...commitments.map(({ id }) => tx.objectStore('commitments').get(id))
	]);
	return stored.some((one) => one !== undefined && one.measurementId !== measurement.id);
}
