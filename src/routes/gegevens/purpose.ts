import { readDeviceCode } from '$lib/exchange/response/device-code';
import type { ExportScope, SavablePartnership } from '$lib/state/files/export';
import { letOtherDeviceShow } from '$lib/state/desk/own-device';

/** What people save a file for that holds an anonymous measurement of which nothing was shown. */
export type Purpose = 'collect' | 'backup' | 'hand-over';

/** Whether that has to be asked: with everything it is a back-up. */
export function asksPurpose(scope: ExportScope, savable: readonly SavablePartnership[]): boolean {
	if (scope.kind === 'all') return false;
	const all = savable.flatMap(({ measurements }) => measurements);
	const saved = all.filter(({ id, partnershipId }) => scope.id === (scope.kind === 'measurement' ? id : partnershipId));
	return saved.some(({ privacy, sealed }) => privacy.mode === 'anoniem' && !sealed);
}

/** Hands a measurement over to the device of that code. @returns why not, in Dutch; undefined when it is done */
export async function handOverTo(measurementId: string, code: string): Promise<string | undefined> {
	const read = readDeviceCode(code);
	return read.kind === 'refused' ? read.reason : ((await letOtherDeviceShow(measurementId, read.device)) ?? undefined);
}

export const HANDED_OVER =
	'Doorgegeven: dit toestel verzamelt alleen nog. Open het bestand op de andere laptop. Ging het verloren? Bewaar hier dan een nieuw.';
