import { dayAfter, daysBetween } from '$lib/domain/dates';

/**
 * The letterbox of one measurement, as the device keeps it that opens what phones drop there. All of it but the room
 * and the public key is secret: who has it reads answers.
 */
export interface OwnLetterbox {
	/** 22 characters, base64url, and so are the others. */
	roomId: string;
	/** 32 bytes. */
	roomSecret: string;
	/** 65 bytes: an uncompressed point of P-256. */
	publicKey: string;
	/** 32 bytes; empty once nothing may be opened any more. */
	privateKey: string;
	/** ISO date, yyyy-mm-dd: of the day on which the host opened the room. */
	openedOn: string;
	/** `emptying`: closed here, while the host could not be told yet. */
	status: 'open' | 'emptying' | 'closed';
	/** It was on when the measurement closed, so it opens again with it; left out for what people switched off. */
	reopens?: true | undefined;
}

/** For so long from its opening on a host keeps a room. */
const LETTERBOX_DAYS = 60;

/** ISO date of the last day on which something can be dropped there. */
export function lastLetterboxDay({ openedOn }: Pick<OwnLetterbox, 'openedOn'>): string {
	let day = openedOn;
	for (let days = 1; days < LETTERBOX_DAYS; days += 1) day = dayAfter(day) ?? day;
	return day;
}

/** Whether the host has thrown away everything in it. @param today ISO date */
export function isLetterboxOver({ openedOn }: Pick<OwnLetterbox, 'openedOn'>, today: string): boolean {
	return daysBetween(openedOn, today) >= LETTERBOX_DAYS;
}

/**
 * What is left of it once figures were shown, or once its measurement was removed: nothing that opens an envelope. What
 * the host has to throw away yet, it can still be asked to.
 */
export function letterboxWithoutKey<Kind extends OwnLetterbox>(letterbox: Kind): Kind | undefined {
	return letterbox.status === 'closed' ? undefined : { ...letterbox, status: 'emptying', privateKey: '' };
}

/**
 * What the letterbox of a measurement that was removed is kept by, in the place of the id of the measurement: no
 * measurement has such an id.
 */
export function removedLetterboxKey(roomId: string): string {
	return `${REMOVED}${roomId}`;
}

/** Whether its measurement was removed here. @param measurementId what it is kept by */
export function isOfRemoved({ measurementId }: { measurementId: string }): boolean {
	return measurementId.startsWith(REMOVED);
}

const REMOVED = 'removed ';
