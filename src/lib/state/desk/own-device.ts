import { handOverShowing, loadDevice } from '$lib/storage/records/showings';
import { loadShowing } from '$lib/storage/records/for-figures';
import { whyNot } from '$lib/state/guarded';

/** The name of this device, for people to type on another one; undefined when it could not be given one. */
export async function loadOwnDevice(): Promise<string | undefined> {
	return loadDevice().catch(() => undefined);
}

/**
 * From now on the other device closes and shows a measurement, and this one only collects.
 * @returns why not, in Dutch; null when it is done
 */
export async function letOtherDeviceShow(measurementId: string, to: string): Promise<string | null> {
	let refusal: string | null = null;
	const problem = await whyNot(async () => {
		refusal = await handOverShowing(measurementId, to);
	});
	return problem ?? refusal;
}

/**
 * Whether this device closes and shows an anonymous measurement of which nothing was shown yet:
 * then that may be handed over.
 */
export async function canHandOver(measurementId: string): Promise<boolean> {
	const now = await loadShowing(measurementId).catch(() => undefined);
	return now !== undefined && now.isHere && now.showing.shownOver === null;
}
