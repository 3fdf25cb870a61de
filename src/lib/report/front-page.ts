import { radarsOf } from '$lib/charts/radar-data';
import { formatDate } from '$lib/domain/dates';
import { sideScores, joinDutch, summarise } from '$lib/domain/wording';
import { agreementsInShort } from './agreements';
import { highlightBlocks } from './highlights';
import { heading, muted, paragraph, strong, type Block, type Inline, type ReportLength } from './report-model';
import { hasIndividuals, namesIn, type ReportedResult, type ReportSource } from './report-source';

/** How much goes on page one where it is short: commitments, and the radar's size. */
export interface FrontRoom {
	commitments: number;
	radar: number;
}

/** Page one stands alone: who, when, how many answered, the radar, strengths, work, differences, what was agreed. */
export function frontPage(source: ReportSource, length: ReportLength, room: FrontRoom): Block[] {
	const { result } = source;
	return [
		paragraph([muted(length === 'summary' ? 'Samenvatting van een meting' : 'Verslag van een meting')], 'small'),
		heading(1, result.partnership.name),
		paragraph(occasion(result)),
		...exampleWarning(result),
		paragraph([strong(summarise(result.figures, namesIn(result).dimension))], 'lead'),
		...radarBlocks(result, room.radar),
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

/** Who answered, as a sentence: «Gemeente: 12 invullingen; Verenigingen: 1 invulling.» */
export function whoAnswered(result: ReportedResult): string {
	const { groups, privacy } = result.measurement;
	if (!hasIndividuals(result)) {
		const names = joinDutch(groups.map((group) => group.name));
		return `${names} gaven elk één gezamenlijk antwoord per stelling.`;
	}
	const counts = groups.map((group) => {
		const responses = result.counts.find(({ groupId }) => groupId === group.id)?.responses ?? 0;
		return `${group.name}: ${responses} ${responses === 1 ? 'invulling' : 'invullingen'}`;
	});
	const anonymous = privacy.mode === 'anoniem' ? ` Anoniem, met een drempel van ${privacy.threshold} mensen.` : '';
	return `${counts.join('; ')}.${anonymous}`;
}

function radarBlocks(result: ReportedResult, scale: number): Block[] {
	const { questionnaire, measurement, figures } = result;
	const who = paragraph([strong('Wie antwoordde? '), { text: whoAnswered(result) }]);
	const radars = radarsOf(questionnaire, measurement.groups, figures.dimensions);
	const description = radarDescription(result);
	return [
		who,
		...radars.map((data): Block => ({ kind: 'radar', data, scale, description: `${data.title}. ${description}` }))
	];
}

/** The finding first, then the figures it rests on: «Over de muur kijken: Gemeente 3,7, Verenigingen 3,3.» */
function radarDescription(result: ReportedResult): string {
	const names = namesIn(result);
	const { figures, measurement } = result;
	const scores = figures.dimensions.map((dimension) => {
		const sides = sideScores(dimension, names.group);
		return `${names.dimension(dimension.dimensionId)}: ${sides === '' ? 'te weinig antwoorden' : sides}.`;
	});
	const groups = joinDutch(measurement.groups.map((group) => group.name));
	return `Radar van 1 tot 5 met een lijn voor ${groups}. ${summarise(figures, names.dimension)} ${scores.join(' ')}`;
}
