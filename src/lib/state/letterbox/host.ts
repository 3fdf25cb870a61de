import { LetterboxWire } from '$lib/letterbox/wire';

/** What the host of this app has, where it has a letterbox. */
export interface Host {
	/** Whether a word is asked for opening the letterbox of a measurement. */
	asksWord: boolean;
}

/** Of this visit; by site, since a test visits several. */
const found = new Map<string, Promise<Host | undefined>>();

/**
 * Asked once a visit, quietly: without a connection nothing is known, and the next page asks again.
 * @param site where this app runs now, ending with a slash
 * @returns undefined where there is none, or where this browser could open no envelope
 */
export function findHost(site: string): Promise<Host | undefined> {
	if (!canOpenEnvelopes() || !navigator.onLine) return Promise.resolve(undefined);
	const known = found.get(site) ?? wireTo(site).discover();
	found.set(site, known);
	return known;
}

export function wireTo(site: string): LetterboxWire {
	return new LetterboxWire(site, (input, init) => fetch(input, init));
}

/** A page without HTTPS has neither, and nothing could keep two tabs from doing the same. */
function canOpenEnvelopes(): boolean {
	const { crypto, navigator } = globalThis as { crypto?: Partial<Crypto>; navigator?: Partial<Navigator> };
	return crypto?.subtle !== undefined && navigator?.locks !== undefined;
}
