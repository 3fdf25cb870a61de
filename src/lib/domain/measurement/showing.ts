import type { IndividualResponse, Measurement } from './measurement';
import { sha256 } from '$lib/domain/text/sha256';
import { stableText } from '$lib/domain/text/stable-text';

/**
 * Figures of an anonymous measurement show over one set of people, once: two results over different people, subtracted,
 * are somebody's answers. So one device closes and shows it, and every device remembers over whom figures were shown.
 * Why this is enough, and what remains: docs/scoring.md, «One set of people».
 */

/**
 * What is known of an anonymous measurement, also after it was deleted. It never holds an answer, a time or an order.
 */
export interface Showing {
	/**
	 * The device that closes and shows it: the one that made it, until that hands it over. 10 hexadecimal digits;
	 * empty: this device, which has no name yet.
	 */
	device: string;
	/**
	 * How often that was handed over, from 0 to MAX_TURN: of two devices that are named, the one
	 * with the higher number counts.
	 */
	turn: number;
	/** The fingerprint of the people over whom figures were shown (fingerprintOf); null: no figure was shown yet. */
	shownOver: string | null;
}

export const MAX_TURN = 1_000_000;

/** As a file carries it. */
export interface BundledShowing extends Showing {
	/**
	 * The file is a back-up of the device that shows it: another one may come in its place,
	 * when people say that it is gone.
	 */
	backup: boolean;
}

/** In a file, when the device that shows it could not be given a name: no device has this one. */
export const UNKNOWN_DEVICE = '0'.repeat(10);

/**
 * One fingerprint of all people of a measurement with everything that figures are made of: the ids, revisions and
 * answers of the responses, and what was asked. In whatever order they come it is the same. It is of all together, so
 * nobody's answers can be tried out on it one by one.
 */
export function fingerprintOf(
	{ questionnaire, groups, privacy, asksTrend }: Measurement,
	responses: readonly IndividualResponse[]
): string {
	const asked = [questionnaire, groups.map(({ id, role }) => [id, role]), privacy, asksTrend];
	// Who gave no answer at all is in no figure, and does not come in with a file.
	const people = responses
		.filter(({ answers, trends, topics }) => topics !== undefined || Object.keys({ ...answers, ...trends }).length > 0)
		.map(({ id, groupId, revision, answers, trends, topics }) =>
			stableText([id, groupId, revision, answers, trends, ...(topics ? [topics] : [])])
		)
		.sort();
	return sha256(stableText([asked, people]));
}

/** Whether figures show here and now; when they do not, why. */
export type ShowVerdict =
	| 'show'
	/** They wait until it is closed. */
	| 'open'
	/** They may be shown; showing them once means that nothing is added any more. */
	| 'unsealed'
	/** Another device closes and shows it. */
	| 'collects'
	/** Figures were shown over other people than are here now. */
	| 'other-people';

export interface ShowQuestion {
	measurement: Measurement;
	showing: Pick<Showing, 'shownOver'>;
	/** Whether this is the device that closes and shows it. */
	isHere: boolean;
	/** Those who are here now, as fingerprintOf says it; asked only when it matters. */
	people: () => string;
}

/** The one rule for every screen, file and picture with figures. An open measurement is not touched by it. */
export function judgeShowing({ measurement, showing, isHere, people }: ShowQuestion): ShowVerdict {
	const { privacy, status, sealed } = measurement;
	if (privacy.mode === 'open') return 'show';
	const isShown = showing.shownOver !== null;
	if (isShown && showing.shownOver !== people()) return 'other-people';
	if (!isShown && !isHere) return 'collects';
	if (status === 'open') return isHere ? 'open' : 'collects';
	return isShown && sealed ? 'show' : 'unsealed';
}

/**
 * What holds for a measurement of which nothing was written down, because an older version of the app made it: this
 * device made it, and what was shown was shown over the people who are there.
 */
export function assumedShowing(
	measurement: Measurement,
	responses: readonly IndividualResponse[],
	device: string
): Showing {
	return { device, turn: 0, shownOver: measurement.sealed ? fingerprintOf(measurement, responses) : null };
}

/** Who opens a file. */
export interface ShowingContext {
	isHere: (device: string) => boolean;
	/** This device, when people say that it comes in the place of the one that a back-up is of; else undefined. */
	standIn: string | undefined;
}

/**
 * What is known after a file was opened. What was known is never forgotten: the last hand-over counts, and over whom
 * figures were shown stays as it is.
 * @param known what this device knew, also of a measurement that is not here any more
 */
export function joinShowing(
	known: Showing | undefined,
	incoming: BundledShowing,
	{ isHere, standIn }: ShowingContext
): Showing {
	const { device, turn } = known && known.turn >= incoming.turn ? known : incoming;
	const shownOver = known?.shownOver ?? incoming.shownOver;
	const isOfLast = incoming.backup && incoming.turn === turn && incoming.device === device;
	if (standIn === undefined || !isOfLast || isHere(device) || turn >= MAX_TURN) return { device, turn, shownOver };
	return { device: standIn, turn: turn + 1, shownOver };
}

/** Whether opening a file could make this device stand in: only then people are asked. */
export function canStandIn(known: Showing | undefined, incoming: BundledShowing, isHere: ShowingContext['isHere']) {
	if (incoming.shownOver !== null || (known?.shownOver ?? null) !== null) return false;
	return (
		joinShowing(known, incoming, { isHere, standIn: UNKNOWN_DEVICE }).turn > Math.max(known?.turn ?? 0, incoming.turn)
	);
}

/** Why it cannot be handed over to another device, in Dutch, or null when it can. */
export function handOverProblem(showing: Showing, isHere: ShowingContext['isHere'], to: string): string | null {
	if (!isHere(showing.device)) return 'Dit toestel sluit en toont deze meting niet, en kan dat dus niet doorgeven.';
	if (showing.shownOver !== null)
		return 'De resultaten zijn al getoond. Een andere laptop toont dezelfde resultaten zodra je er een bestand van deze meting opent.';
	if (showing.turn >= MAX_TURN) return 'Deze meting werd al te vaak doorgegeven.';
	return isHere(to) ? 'Dit is de code van dit toestel zelf. Typ de code van de andere laptop.' : null;
}

/** After handing over: from then on this device only collects. */
export function handedOver({ turn, shownOver }: Showing, to: string): Showing {
	return { device: to, turn: turn + 1, shownOver };
}
