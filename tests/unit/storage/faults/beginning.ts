import { emptyContent } from '$lib/storage/records/partnerships';
import { measurementOf, partnershipOf } from '../../../builders/records';
import { openTab, type Tab } from './device';

export const MEASUREMENT = 'meting';

/** A tab in which one measurement was made. */
export async function begin(): Promise<Tab> {
	const tab = await openTab();
	const measurements = [measurementOf('verband', MEASUREMENT)];
	await tab.savePartnershipRecords({ ...emptyContent, partnership: partnershipOf('verband'), measurements });
	return tab;
}
