import type { MeasurementBundle } from './bundle';
import type { RightToShow } from './import-verdict';
import {
	assumedShowing,
	fingerprintOf,
	type BundledShowing,
	type Showing,
	type ShowingContext
} from '$lib/domain/measurement/showing';

/** Who closes and shows an anonymous measurement that comes in with a file, and over whom figures were shown. */

/**
 * What a file says of who shows an anonymous measurement. One of an older version says nothing: then it is shown here.
 * @param device this one
 */
export function showingIn(
	{ measurement, responses, showing }: MeasurementBundle,
	device: { name: string }
): BundledShowing | undefined {
	if (measurement.privacy.mode === 'open') return undefined;
	const said = showing ?? { ...assumedShowing(measurement, responses, device.name), backup: false };
	// Figures that were shown rest on who is in the file: it was sealed then.
	return measurement.sealed && said.shownOver === null
		? { ...said, shownOver: fingerprintOf(measurement, responses) }
		: said;
}

/** Whether figures were shown over other people than in this file. */
export function shownTwice(known: Showing | undefined, { shownOver }: BundledShowing): boolean {
	const here = known?.shownOver ?? null;
	return here !== null && shownOver !== null && here !== shownOver;
}

/** Who shows it from now on, when that is worth saying. @param after what this device will hold */
export function rightOf(
	before: Showing | undefined,
	after: Pick<MeasurementBundle, 'measurement' | 'responses' | 'showing'>,
	{ isHere }: Pick<ShowingContext, 'isHere'>
): RightToShow {
	const { showing } = after;
	if (!showing) return null;
	if (showing.shownOver !== null) return isShownOver(after) ? null : 'over-others';
	const [was, is] = [before && isHere(before.device), isHere(showing.device)];
	if (was === is) return null;
	return is ? 'here' : 'elsewhere';
}

/** As a bundle holds it: here it is no back-up of a device. */
export function asBundled(showing: Showing | undefined): Pick<MeasurementBundle, 'showing'> {
	return showing ? { showing: { ...showing, backup: false } } : {};
}

/** Whether something changes in who shows it, or over whom it was shown. */
export function differs(before: Showing, { device, turn, shownOver }: Showing): boolean {
	return before.device !== device || before.turn !== turn || before.shownOver !== shownOver;
}

/**
 * Whether what is here and in the file together are exactly those over whom figures were shown: then they show here
 * too.
 */
export function isShownOver({
	measurement,
	responses,
	showing
}: Pick<MeasurementBundle, 'measurement' | 'responses' | 'showing'>): boolean {
	return showing !== undefined && showing.shownOver === fingerprintOf(measurement, responses);
}
