import { overviewsOf, overviewWords, type OverviewData } from '$lib/charts/overview/overview-data';
import { joinDutch } from '$lib/domain/words/counting-words';
import { formatDate } from '$lib/domain/dates';
import { TOO_FEW, whyNoScore } from '$lib/domain/words/side-words';
import { hasIndividuals } from '$lib/domain/scoring/turnout';
import { answeredLines } from '$lib/domain/words/turnout-words';
import { uniformLines } from '$lib/domain/words/uniform-words';
import { findingSentence } from '$lib/domain/words/finding-words';
import { sideScores } from '$lib/domain/words/score-words';
import { agreementsInShort } from './agreements';
import { highlightBlocks } from './highlights';
import {
	heading,
	muted,
	paragraph,
	strong,
	type Block,
	type Inline,
	type ReportLength
} from '$lib/report/model/report-model';
import { namesIn, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';

/** How much goes on page one where it is short: commitments, and the size of the pictures. */
export interface FrontRoom {
	commitments: number;
	/** Null where the pictures do not fit: they have a section of their own then. */
	pictures: number | null;
}

/** Page one stands alone: who, when, how many answered, the picture, strengths, work, differences, what was agreed. */
export function frontPage(source: ReportSource, length: ReportLength, room: FrontRoom): Block[] {
	const { result } = source;
	return [
		paragraph([muted(length === 'summary' ? 'Samenvatting van een meting' : 'Verslag van een meting')], 'small'),
		heading(1, result.partnership.name),
		paragraph(occasion(result)),
		...exampleWarning(result),
		paragraph([strong(findingSentence(result.figures, namesIn(result)))], 'lead'),
		paragraph([strong('Wie antwoordde? '), { text: whoAnswered(result) }]),
		...(room.pictures === null ? picturesElsewhere(length) : pictureBlocks(result, room.pictures)),
		...highlightBlocks(result),
		...agreementsInShort(source, room)
	];
}

function occasion({ measurement, questionnaire }: ReportedResult): Inline[] {
	const name = measurement.name.trim() === '' ? '' : ` (${measurement.name})`;
	return [{ text: `Meting van ${formatDate(measurement.date)}${name} met de vragenlijst «${questionnaire.title}».` }];
}

function exampleWarning({ partnership }: ReportedResult): Block[] {
	return partnership.example ? [paragraph([strong('Dit is een voorbeeld met verzonnen antwoorden.')])] : [];
}

/** Who answered, as a sentence: «Gemeente: 12 van de 14 mensen; Verenigingen: 1 blad.» */
function whoAnswered(result: ReportedResult): string {
	const { groups, privacy } = result.measurement;
	if (!hasIndividuals(result.counts)) {
		const names = joinDutch(groups.map((group) => group.name));
		return `${names} gaven elk één gezamenlijk antwoord per stelling.`;
	}
	const anonymous = privacy.mode === 'anoniem' ? ` Anoniem, met een drempel van ${privacy.threshold} mensen.` : '';
	const uniform = uniformLines(result.uniform, namesIn(result).group).map((line) => ` ${line}`);
	return `${answeredLines(groups, result.counts).join('; ')}.${anonymous}${uniform.join('')}`;
}

function picturesElsewhere(length: ReportLength): Block[] {
	const where = length === 'summary' ? 'staat in het volledige verslag' : 'begint op de volgende bladzijde';
	return [paragraph([muted(`Het beeld per thema ${where}.`)])];
}

/** The pictures that had no room on page one. */
export function picturesSection(result: ReportedResult): Block[] {
	return [heading(2, 'Het beeld per thema'), ...pictureBlocks(result, 1)];
}

/** A radar or bars; each with its theme's name above it when there are several. */
function pictureBlocks(result: ReportedResult, scale: number): Block[] {
	const { questionnaire, measurement, figures } = result;
	const overviews = overviewsOf(questionnaire, measurement.groups, figures.dimensions);
	return overviews.map((data): Block => {
		const chart = { kind: data.kind, data };
		const picture: Block = { kind: 'figure', chart, scale, description: describe(result, data) };
		if (overviews.length === 1) return picture;
		return { kind: 'together', blocks: [heading(3, data.title, data.axes[0]?.themeIndex ?? null), picture] };
	});
}

/** The finding first, then the figures it rests on: «Over de muur kijken: Gemeente 3,7, Verenigingen 3,3.» */
function describe(result: ReportedResult, data: OverviewData): string {
	const names = namesIn(result);
	const scores = data.axes.map(({ dimensionId, name }) => {
		const dimension = result.figures.dimensions.find((entry) => entry.dimensionId === dimensionId);
		const sides = dimension ? sideScores(dimension, names.group) : '';
		return `${name}: ${sides === '' ? whyNoScore(dimension?.groups ?? []) || TOO_FEW : sides}.`;
	});
	return [`${data.title}.`, overviewWords(data), findingSentence(result.figures, names), ...scores].join(' ');
}
