import { isAgreedUpon, isStrength } from '$lib/domain/advice/highlights';
import type { DimensionFigures, Gap, GroupFigures, MeasurementFigures } from '$lib/domain/scoring/figures';
import { levelOf } from '$lib/domain/scoring/scoring-limits';
import { largestGaps, strongestDimensions } from '$lib/domain/scoring/scoring';
import { joinDutch, numberWord } from './counting-words';
import { LIMIT_WORDS } from './limit-words';
import { formatScore, type NameOf } from './score-words';

/** What a measurement found, in a heading with figures and a sentence or two. */
export interface Finding {
	/** The dimension that the heading is about; null where there is no figure, and the heading is a whole sentence. */
	about: string | null;
	/** What the heading says: «gemeente 3,8, verenigingen 2,2», or why there is nothing to say. */
	said: string;
	/** What stands under it, in whole sentences; may be ''. */
	more: string;
}

export interface FindingNames {
	dimension: NameOf;
	group: NameOf;
}

/** A dimension of which at least two sides can be compared. */
type Compared = DimensionFigures & { gap: Gap };
type Scored = GroupFigures & { score: NonNullable<GroupFigures['score']> };

/**
 * The widest dispute, or where there is none the lowest score. What the sides do not see alike, or where one of them
 * scores low, is never praised.
 */
export function findingOf(figures: MeasurementFigures, names: FindingNames): Finding {
	const compared = figures.dimensions.filter((dimension): dimension is Compared => dimension.gap !== null);
	const [widest] = largestGaps(figures);
	if (widest) return ofGap(widest, figures, compared, names);
	if (compared.length > 0) return ofAgreement(figures, compared, names);
	return ofOneSide(figures, names);
}

/** The same as one text: «Geld: gemeente 3,8, verenigingen 2,2. Daar zit het grootste verschil.» */
export function findingSentence(figures: MeasurementFigures, names: FindingNames): string {
	const { about, said, more } = findingOf(figures, names);
	return about === null ? said : `${about}: ${said}. ${more}`.trim();
}

function ofGap(
	widest: Compared,
	figures: MeasurementFigures,
	compared: readonly Compared[],
	names: FindingNames
): Finding {
	const sides = scoredSides(widest);
	const { highestGroupId, lowestGroupId } = widest.gap;
	const farthest = sides.filter(({ groupId }) => [highestGroupId, lowestGroupId].includes(groupId));
	const asWide = compared.filter(({ gap }) => gap.size.compare(widest.gap.size) === 0).length > 1;
	const where = compared.length < figures.dimensions.length ? ' waar we kunnen vergelijken' : '';
	const between = widest.groups.length > 2 ? ', tussen de hoogste en de laagste groep' : '';
	const gap = asWide ? `Nergens${where} is het verschil groter.` : `Daar zit het grootste verschil${where}${between}.`;
	return {
		about: names.dimension(widest.dimensionId),
		said: scoresOf(farthest, names),
		more: `${gap} ${agreementWords(compared, widest, names)}`.trim()
	};
}

function ofAgreement(figures: MeasurementFigures, compared: readonly Compared[], names: FindingNames): Finding {
	const all = compared.length === figures.dimensions.length;
	const alike = all
		? `Jullie zien het overal bijna hetzelfde: nergens is het verschil ${LIMIT_WORDS.gapFrom} of meer.`
		: `Waar we kunnen vergelijken, is het verschil nergens ${LIMIT_WORDS.gapFrom} of meer.`;
	const isHigh = compared.every((dimension) => scoredSides(dimension).every(({ score }) => levelOf(score) === 'high'));
	const about = byScore(compared, isHigh ? highestOf : (dimension) => -lowestOf(dimension));
	const place = `${isHigh ? 'Hoger' : 'Lager'} scoren jullie nergens${all ? '' : ' waar we kunnen vergelijken'}.`;
	const strength = isHigh ? '' : strengthWords(compared, about, names);
	return {
		about: names.dimension(about.dimensionId),
		said: scoresOf(scoredSides(about), names),
		more: [place, alike, strength].join(' ').trim()
	};
}

/** At most one side of each dimension has a score. */
function ofOneSide(figures: MeasurementFigures, names: FindingNames): Finding {
	const scored = figures.dimensions.filter((dimension) => scoredSides(dimension).length > 0);
	if (scored.length === 0) return { about: null, said: nothingWords(figures), more: '' };
	const about = byScore(scored, (dimension) => -lowestOf(dimension));
	const others = about.groups.filter(({ score }) => score === null).map(({ groupId }) => groupId);
	return {
		about: names.dimension(about.dimensionId),
		said: scoresOf(scoredSides(about), names),
		more: `Dat is het laagste cijfer dat te zien is. ${whyOneSide(others, figures, names)}`.trim()
	};
}

/** @param others the groups without a score there; none where only one group measures */
function whyOneSide(others: readonly string[], { dimensions }: MeasurementFigures, names: FindingNames): string {
	if (others.length === 0) return '';
	const isHidden = (groupId: string) =>
		dimensions.every(({ groups }) => groups.some((side) => side.groupId === groupId && side.hidden));
	return others.every(isHidden)
		? `Van ${joinDutch(others.map((id) => nameInSentence(names.group(id))))} tonen we geen cijfers, om niemand herkenbaar te maken.`
		: 'We kunnen niet vergelijken: daarvoor moeten minstens twee groepen genoeg antwoorden hebben.';
}

function nothingWords({ dimensions }: MeasurementFigures): string {
	return dimensions.some(({ groups }) => groups.some((side) => side.hidden))
		? 'Er is geen beeld van jullie samenwerking te tonen zonder iemand herkenbaar te maken.'
		: 'Er zijn nog te weinig antwoorden voor een beeld van jullie samenwerking.';
}

/** Where the sides meet: a strength, else the same score, else what lies closest; '' where they meet nowhere. */
function agreementWords(compared: readonly Compared[], besides: Compared, names: FindingNames): string {
	const strength = strengthWords(compared, besides, names);
	if (strength !== '') return strength;
	const together = compared.filter((dimension) => dimension !== besides && isAgreedUpon(dimension));
	if (together.length === 0) return '';
	const same = together.filter((dimension) => sameScore(dimension) !== null);
	if (same.length > 0) {
		const about = byScore(same, highestOf);
		return `Bij «${names.dimension(about.dimensionId)}» geven ${about.groups.length > 2 ? '' : 'jullie '}${everyone(about)} ${sameScore(about) ?? ''}.`;
	}
	const about = byScore(together, ({ gap }) => -gap.size.toNumber());
	return `Bij «${names.dimension(about.dimensionId)}» liggen jullie het dichtst bij elkaar: ${scoresOf(scoredSides(about), names)}.`;
}

function strengthWords(compared: readonly Compared[], besides: Compared, names: FindingNames): string {
	const strongest = strongestDimensions({ dimensions: compared, themes: [] }).find(
		(dimension) => dimension.dimensionId !== besides.dimensionId && isStrength(dimension)
	);
	if (!strongest) return '';
	const same = sameScore(strongest);
	const scores = same === null ? scoresOf(scoredSides(strongest), names) : `${everyone(strongest)} ${same}`;
	return `Jullie staan sterk in «${names.dimension(strongest.dimensionId)}»: ${scores}.`;
}

const everyone = ({ groups }: DimensionFigures) => (groups.length > 2 ? 'alle groepen' : 'allebei');

/** «gemeente 3,8, verenigingen 2,2», in the order of the measurement. */
function scoresOf(sides: readonly Scored[], names: FindingNames): string {
	return sides.map(({ groupId, score }) => `${nameInSentence(names.group(groupId))} ${formatScore(score)}`).join(', ');
}

/** What all sides give, as people read it; null where they read two figures. */
function sameScore(dimension: DimensionFigures): string | null {
	const [first, ...others] = scoredSides(dimension).map(({ score }) => formatScore(score));
	return first !== undefined && others.every((score) => score === first) ? first : null;
}

const scoredSides = ({ groups }: DimensionFigures) => groups.filter((side): side is Scored => side.score !== null);
const lowestOf = (dimension: DimensionFigures) =>
	Math.min(...scoredSides(dimension).map(({ score }) => score.toNumber()));
const highestOf = (dimension: DimensionFigures) =>
	Math.max(...scoredSides(dimension).map(({ score }) => score.toNumber()));

/** The one for which this is largest, the first of equals; there must be one. */
function byScore<T>(all: readonly T[], sizeOf: (one: T) => number): T {
	return all.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best));
}

/** Names of groups that are ordinary words, and not a name of one's own. */
const ORDINARY = ['Gemeente', 'Verenigingen', 'Vereniging', 'Stad', 'Bestuur', 'Partners', 'Vrijwilligers'];

/** A group's name in the middle of a sentence: an ordinary word begins small there. */
export function nameInSentence(name: string): string {
	return ORDINARY.includes(name) ? name.toLowerCase() : name;
}

/** «Drie vragen om te bespreken», over so many dimensions. */
export function topicsHeading(count: number): string {
	if (count === 1) return 'Eén vraag om te bespreken';
	const number = numberWord(count);
	return `${number.charAt(0).toUpperCase()}${number.slice(1)} vragen om te bespreken`;
}
