import { isReachable, normaliseAddress } from '$lib/exchange/link/app-address';
import { loadSetting, saveSetting } from '$lib/storage/records/settings';
import { keepFresh } from '$lib/state/keep-fresh';

/**
 * The address that other devices can reach this app at: the one that was set, else the one of this page.
 * @param pageAddress where this app runs now, ending with a slash
 * @returns undefined when nothing was set and no phone can reach this page
 */
export async function loadAppAddress(pageAddress: string): Promise<string | undefined> {
	return (await loadSetting('appAddress')) ?? (isReachable(pageAddress) ? pageAddress : undefined);
}

/**
 * That address, now and after each change, also in another tab; the returned function stops. What
 * cannot be read counts as not set.
 */
export function followAppAddress(pageAddress: string, onread: (address: string | undefined) => void): () => void {
	return keepFresh(async () => onread(await loadAppAddress(pageAddress).catch(() => undefined)), ['setting']);
}

/** @returns the address as it was stored, or the reason why it cannot be one */
export async function saveAppAddress(
	text: string
): Promise<{ kind: 'good'; address: string } | { kind: 'refused'; reason: string }> {
	const outcome = normaliseAddress(text);
	if (outcome.kind === 'refused') return outcome;
	if (!isReachable(outcome.address)) {
		return {
			kind: 'refused',
			reason:
				'Dit adres werkt alleen op dit toestel. Een telefoon kan het niet openen. Vul het adres in waar de app op het internet staat.'
		};
	}
	await saveSetting('appAddress', outcome.address);
	return { kind: 'good', address: outcome.address };
}
