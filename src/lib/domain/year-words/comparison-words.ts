import type { Basis, Circumstance } from '$lib/domain/comparing/circumstances';
import type {
	Comparability,
	Comparable,
	LeftOutDimension,
	LeftOutItem,
	NotComparable
} from '$lib/domain/comparing/comparability';
import { counted, joinDutch } from '$lib/domain/words/counting-words';
import { formatDate } from '$lib/domain/dates';
import { ZERO, type Fraction } from '$lib/domain/scoring/fraction';
import { LIMIT_WORDS } from '$lib/domain/words/limit-words';
import { SHIFT_FROM } from '$lib/domain/scoring/scoring-limits';
import type { Measurement, Privacy, Way } from '$lib/domain/measurement/measurement';
import type { NoVerdict, Shift, ShiftWords } from '$lib/domain/comparing/shift';
import { formatRounded, type NameOf } from '$lib/domain/words/score-words';

/** Dutch words for what changed between measurements, and for what else may explain it. */

const shiftWords: Record<ShiftWords, string> = {
	better: 'beter',
	worse: 'minder goed',
	indistinct: 'niet te onderscheiden'
};
const noVerdictWords: Record<NoVerdict, string> = {
	missing: 'geen score in één van de twee metingen',
	'other-groups': 'andere groepen: geen samen',
	joint: 'gezamenlijk antwoord: geen oordeel',
	few: 'score van één persoon: geen oordeel'
};
const notComparableWords: Record<NotComparable, string> = {
	'other-questionnaire': 'de metingen hebben niet dezelfde vragenlijst',
	'nothing-shared': 'de versies van de vragenlijst hebben geen enkele stelling gemeen'
};
const wayWords: Record<Way, string> = {
	together: 'samen op één scherm',
	device: 'op een toestel dat rondging',
	phone: 'op de eigen telefoon',
	paper: 'op papier'
};
const basisWords: Record<Basis, string> = { joint: 'gezamenlijke antwoorden', individual: 'antwoorden per persoon' };
const privacyWords: Record<Privacy['mode'], string> = { open: 'open', anoniem: 'anoniem' };

/** On demand beside a shift: the rule of docs/scoring.md, «Shift». */
export const SHIFT_RULE: readonly string[] = [
	'Een score is nooit tot op de komma juist: met andere mensen of op een andere dag komt er iets anders uit. Daarom zeggen we niet bij elk verschil "beter" of "minder goed".',
	`We zeggen alleen "beter" of "minder goed" als de score minstens ${LIMIT_WORDS.shiftFrom} punt veranderde, en als die verandering minstens ${LIMIT_WORDS.shiftErrors} keer zo groot is als de onzekerheid. Die onzekerheid is groter als weinig mensen antwoordden, of als hun scores ver uit elkaar liggen. In de andere gevallen zeggen we "niet te onderscheiden".`,
	`In een formule is de onzekerheid de wortel uit s²/n van toen plus s²/n van nu. Daarin is n het aantal mensen met een score, en s de standaardafwijking van hun scores, nooit kleiner genomen dan ${LIMIT_WORDS.deviationAtLeast}. Waar we de scores per persoon niet tonen, nemen we voor s altijd ${LIMIT_WORDS.deviationWhenHidden}, en dat staat er dan bij. Voor de samenwerkingsscore tellen we de onzekerheid van alle groepen samen: elke groep weegt even zwaar.`,
	'Dit is een vuistregel en geen bewijs. Bij een gezamenlijk antwoord en bij de score van één persoon geven we alleen cijfers en geen oordeel.'
];

/** «beter», or why there is no verdict. */
export function describeShift({ words, why, assumed }: Pick<Shift, 'words' | 'why' | 'assumed'>): string {
	if (words)
		return `${shiftWords[words]}${assumed ? ` (gerekend met spreiding ${LIMIT_WORDS.deviationWhenHidden})` : ''}`;
	return why ? noVerdictWords[why] : '';
}

/** «+0,5», «−0,3», «0»: never 0,5 for what is less, and never 0 for what is not. In points of the scale. */
export function formatDifference(difference: Fraction): string {
	const size = difference.abs();
	if (size.compare(ZERO) === 0) return '0';
	const says = (rounded: Fraction) => ZERO.isBelow(rounded) && rounded.isBelow(SHIFT_FROM) === size.isBelow(SHIFT_FROM);
	return `${difference.isBelow(ZERO) ? '−' : '+'}${formatRounded(size, says)}`;
}

/** The verdict on comparing, in one sentence. */
export function describeComparability(comparability: Comparability): string {
	switch (comparability.kind) {
		case 'full':
			return 'Volledig te vergelijken: alle stellingen staan in elke meting.';
		case 'partly': {
			const { length } = comparability.leftOut;
			const place = comparability.leftOut.some(({ why }) => why === 'moved') ? 'bij hetzelfde onderdeel ' : '';
			return `Gedeeltelijk te vergelijken: ${statements(length)} ${length === 1 ? 'telt' : 'tellen'} niet mee, omdat niet elke meting ze ${place}heeft.`;
		}
		case 'none':
			return `Niet te vergelijken: ${notComparableWords[comparability.reason]}.`;
	}
}

/**
 * Measurements between that could not be compared; empty when there are none.
 * @param dates ISO dates
 */
export function describeSkipped(dates: readonly string[]): string {
	if (dates.length === 0) return '';
	const [they, have, their] = dates.length === 1 ? ['De meting', 'heeft', 'haar'] : ['De metingen', 'hebben', 'hun'];
	return `${they} van ${joinDutch(dates.map(formatDate))} vergelijken we niet: ze ${have} een andere vragenlijst, of ${their} resultaat is nog niet getoond.`;
}

/** Why one statement does not count: in which versions it stands. */
export function describeLeftOut({ why, versions }: Pick<LeftOutItem, 'why' | 'versions'>): string {
	if (why === 'moved') return 'staat niet in elke versie bij hetzelfde onderdeel';
	return `alleen in versie ${joinDutch(versions)}`;
}

/**
 * What changed around every statement, those that kept their words too; empty when nothing did. Full sentences.
 */
export function describeOtherWords({
	scaleChanged,
	frameChanged
}: Pick<Comparable, 'scaleChanged' | 'frameChanged'>): string[] {
	return [
		...(scaleChanged
			? [
					'De woorden bij de antwoorden zijn veranderd, ook bij stellingen die gelijk bleven: wees voorzichtig met elk verschil.'
				]
			: []),
		...(frameChanged ? ['Wat boven de stellingen staat (de vraag, de tijd, wie bedoeld is), is veranderd.'] : [])
	];
}

/** The dimensions that nothing can be said of, in one sentence for each reason. */
export function describeLeftOutDimensions(dimensions: readonly LeftOutDimension[], dimensionName: NameOf): string[] {
	const named = (reason: LeftOutDimension['why']) =>
		joinDutch(
			dimensions.filter(({ why }) => why === reason).map(({ dimensionId }) => `"${dimensionName(dimensionId)}"`)
		);
	const [others, added, gone] = [named('other-items'), named('new'), named('gone')];
	return [
		...(others ? [`Niet te vergelijken, want de stellingen zijn andere: ${others}.`] : []),
		...(added ? [`Nieuw onderdeel, nog niet te vergelijken: ${added}.`] : []),
		...(gone ? [`Weggevallen onderdeel: ${gone}.`] : [])
	];
}

/**
 * What each measurement is called: its date, and its name or place where that date comes more than once. Oldest first.
 */
export function occasionNames(measurements: readonly Pick<Measurement, 'date' | 'name'>[]): string[] {
	return measurements.map(({ date, name }, place) => {
		const alone = measurements.filter((other) => other.date === date).length === 1;
		if (alone) return formatDate(date);
		return `${formatDate(date)} (${name.trim() === '' ? `meting ${place + 1}` : name})`;
	});
}

/** One or more full sentences. */
export function describeCircumstance(circumstance: Circumstance, groupName: NameOf): string {
	switch (circumstance.kind) {
		case 'persons':
			return 'We weten niet of dezelfde mensen meededen aan beide metingen.';
		case 'fewer-answers':
		case 'more-answers': {
			const { kind, groupId, before, after } = circumstance;
			const word = kind === 'fewer-answers' ? 'minder' : 'meer';
			return `Bij ${groupName(groupId)} zijn er ${word} bladen: eerst ${before}, daarna ${after}.`;
		}
		case 'many-unknown': {
			const { groupId, before, after } = circumstance;
			return `Bij ${groupName(groupId)} kwam "weet niet" eerst bij ${dimensions(before)} vaak voor, daarna bij ${dimensions(after)}.`;
		}
		case 'basis': {
			const { groupId, before, after } = circumstance;
			return `Van ${groupName(groupId)} zijn er eerst ${basisWords[before]}, daarna ${basisWords[after]}.`;
		}
		case 'way':
			return `De manier van invullen is anders: eerst ${waysIn(circumstance.before)}, daarna ${waysIn(circumstance.after)}.`;
		case 'version':
			return describeVersion(circumstance);
		case 'privacy':
			return `De eerdere meting was ${privacyWords[circumstance.before]}, de latere ${privacyWords[circumstance.after]}. Mensen antwoorden soms anders als hun antwoord anoniem is.`;
		case 'groups':
			return describeGroups(circumstance);
	}
}

function describeVersion(circumstance: Extract<Circumstance, { kind: 'version' }>): string {
	const { before, after, leftOut, reworded } = circumstance;
	const versions =
		before === after
			? 'De vragenlijst is aangepast.'
			: `De vragenlijst ging van versie ${before} naar versie ${after}.`;
	return [
		versions,
		...(leftOut > 0
			? [`${statements(leftOut)} ${leftOut === 1 ? 'telt' : 'tellen'} in deze vergelijking niet mee.`]
			: []),
		...(reworded > 0
			? [`${statements(reworded)} ${reworded === 1 ? 'kreeg' : 'kregen'} andere woorden, met dezelfde betekenis.`]
			: []),
		...describeOtherWords(circumstance)
	].join(' ');
}

function describeGroups({ gone, added, renamed }: Extract<Circumstance, { kind: 'groups' }>): string {
	return [
		...(gone.length > 0 ? [`Deed eerst mee en later niet meer: ${joinDutch(gone)}.`] : []),
		...(added.length > 0 ? [`Kwam erbij: ${joinDutch(added)}.`] : []),
		...renamed.map(({ before, after }) => `"${before}" heet nu "${after}".`)
	].join(' ');
}

const statements = (count: number) => counted(count, 'stelling', 'stellingen');
const dimensions = (count: number) => (count === 0 ? 'geen enkel onderdeel' : dimensionCount(count));
const waysIn = (ways: readonly Way[]) => joinDutch(ways.map((way) => wayWords[way]));

/** «één onderdeel», «3 onderdelen». */
export const dimensionCount = (count: number): string => (count === 1 ? 'één onderdeel' : `${count} onderdelen`);
