import { counted } from './counting-words';
import { type Group, type Privacy, type Threshold, THRESHOLDS } from '$lib/domain/measurement/measurement';
import { neededFor, staysHidden, type Turnout } from '$lib/domain/scoring/turnout';

/** Dutch words for how many of a side's people are in, and for what that means for what shows. */

/** «4 van 6», or «4» while nobody knows how many people there are. */
export function turnoutWords({ responses, people }: Pick<Turnout, 'responses' | 'people'>): string {
	return people === undefined ? `${responses}` : `${responses} van ${people}`;
}

/** What is behind the number: «binnen» where it says of how many, else «bladen». */
export function turnoutUnit({ responses, people }: Pick<Turnout, 'responses' | 'people'>): string {
	if (people !== undefined) return 'binnen';
	return responses === 1 ? 'blad' : 'bladen';
}

/**
 * What stands behind how many of all sides are in: «van 30 binnen», «binnen» while nobody knows of every side how many
 * people it has, «binnen, 30 verwacht» where more came in.
 */
export function allInWords(turnouts: readonly Turnout[]): string {
	let expected = 0;
	for (const { people } of turnouts) {
		if (people === undefined) return 'binnen';
		expected += people;
	}
	return allIn(turnouts) > expected ? `binnen, ${expected} verwacht` : `van ${expected} binnen`;
}

/** How many people of all sides are in. */
export function allIn(turnouts: readonly Turnout[]): number {
	return turnouts.reduce((total, { responses }) => total + responses, 0);
}

/**
 * Who answered, where figures show: «5 van de 6 mensen», or «5 bladen» while nobody
 * knows how many people there are.
 */
export function answeredWords({ responses, people }: Pick<Turnout, 'responses' | 'people'>): string {
	const answered = counted(responses, 'blad', 'bladen');
	if (people === undefined) return answered;
	return responses > people ? `${answered}, meer dan de ${people} mensen` : `${responses} van de ${people} mensen`;
}

/** Who answered of each group: «Gemeente: 5 van de 6 mensen». */
export function answeredLines(
	groups: readonly Group[],
	counts: readonly { groupId: string; responses: number }[]
): string[] {
	return groups.map((group) => {
		const responses = counts.find(({ groupId }) => groupId === group.id)?.responses ?? 0;
		return `${group.name}: ${answeredWords({ responses, people: group.people })}`;
	});
}

/** Sides of which more came in than they have people: what that may mean and what to do; '' when there is none. */
export function tooManyWords(turnouts: readonly Turnout[]): string {
	const over = turnouts.filter(({ responses, people }) => people !== undefined && responses > people);
	if (over.length === 0) return '';
	const sides = over.map((turnout) => `${turnout.name}: ${turnoutWords(turnout)}.`).join(' ');
	return `${sides} Er kwam meer binnen dan er mensen zijn. Misschien antwoordde iemand twee keer, kreeg iemand anders de link, of koos iemand de verkeerde groep. Of er zijn meer mensen dan je dacht. Vraag het na. Klopt het aantal mensen niet, pas het dan aan. Klopt het wel, dan telt iemand dubbel mee, en niemand ziet wie: maak een nieuwe meting als je dat niet vertrouwt.`;
}

/**
 * What people should know of each side before an evening ends, in sentences; nothing when
 * everybody is in and all of it shows.
 */
export function closingWarnings(turnouts: readonly Turnout[], privacy: Privacy): string[] {
	return turnouts.flatMap((turnout) => [...hiddenWarning(turnout, privacy), ...numberWarning(turnout)]);
}

function hiddenWarning(turnout: Turnout, privacy: Privacy): string[] {
	if (!staysHidden(turnout, privacy)) return [];
	return [
		`${turnout.name}: ${countWords(turnout.responses)} binnen, en er zijn er minstens ${neededFor(privacy)} nodig. De cijfers van deze groep blijven verborgen.`
	];
}

function numberWarning({ name, responses, people }: Turnout): string[] {
	if (people === undefined || responses === people) return [];
	if (responses > people) return [`${name}: ${responses} van ${people} binnen. Dat is meer dan er mensen zijn.`];
	const left = people - responses;
	return [
		`${name}: ${responses} van ${people} binnen. ${left === 1 ? 'Eén iemand antwoordde' : `${left} mensen antwoordden`} nog niet.`
	];
}

function countWords(responses: number): string {
	return responses === 0 ? 'niets' : `${responses}`;
}

/** «Minstens 5 nodig»: beside a side's number, in an anonymous measurement. */
export function thresholdWords(turnout: Turnout, privacy: Privacy): string {
	if (privacy.mode === 'open') return '';
	return staysHidden(turnout, privacy)
		? `minstens ${privacy.threshold} nodig: nog ${privacy.threshold - turnout.responses} te weinig`
		: `minstens ${privacy.threshold} nodig: genoeg`;
}

/** The same of every side: «Gemeente: minstens 5 nodig, nog 1 te weinig.», or that all have enough. */
export function thresholdLines(turnouts: readonly Turnout[], privacy: Privacy): string[] {
	if (privacy.mode === 'open') return [];
	const { threshold } = privacy;
	const hidden = turnouts.filter((turnout) => staysHidden(turnout, privacy));
	if (hidden.length === 0) return [`Van elke groep zijn er genoeg om cijfers te tonen: minstens ${threshold}.`];
	return hidden.map(
		({ name, responses }) => `${name}: minstens ${threshold} nodig, nog ${threshold - responses} te weinig.`
	);
}

/**
 * That the figures of a side can never show, as it has fewer people than the threshold, and what
 * can be done; '' when they can.
 */
export function neverShowsWords({ name, people }: Pick<Group, 'name' | 'people'>, threshold: Threshold): string {
	if (people === undefined || people >= threshold) return '';
	const size = counted(people, 'mens', 'mensen');
	const lower = people >= Math.min(...THRESHOLDS) ? `kies bij «Cijfers tonen vanaf» ${people} mensen, ` : '';
	return `${name.trim() || 'Een groep'}: ${size}, en jullie tonen alleen resultaten over minstens ${threshold}. De cijfers van deze groep komen nooit op het scherm. Wat kan: ${lower}voeg deze groep samen met een andere, of meet open als iedereen daarmee akkoord gaat.`;
}
