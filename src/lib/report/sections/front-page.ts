import { rowWords, tafelWords } from '$lib/charts/tafel/tafel-words';
import { onlyRows, type Tafel } from '$lib/charts/tafel/tafel-data';
import { joinDutch } from '$lib/domain/words/counting-words';
import { formatDate } from '$lib/domain/dates';
import { hasIndividuals } from '$lib/domain/scoring/turnout';
import { answeredLines } from '$lib/domain/words/turnout-words';
import { uniformLines } from '$lib/domain/words/uniform-words';
import { findingOf } from '$lib/domain/words/finding-words';
import { agreementsInShort } from './agreements';
import { exampleWarning, masthead } from './masthead-blocks';
import { measuredTafel, sizesOnPaper, withoutWanted, type PaperRoom } from './measured-tafel';
import {
	heading,
	muted,
	paragraph,
	strong,
	type Block,
	type Figure,
	type ReportLength
} from '$lib/report/model/report-model';
import { namesIn, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';

/** How much goes on page one where it is short: commitments, and the picture. */
export interface FrontRoom {
	commitments: number;
	/** Null where it has a section of its own. */
	picture: PaperRoom | null;
}

/** More rows than this are a picture a theme. */
const MOST_ROWS = 20;
/** In characters: with long names of groups it would take half the page. */
const LONGEST_OPENING = 130;

/** Page one stands alone: when and what, who, what was found, the picture, what was agreed, how many answered. */
export function frontPage(source: ReportSource, length: ReportLength, room: FrontRoom): Block[] {
	const { result } = source;
	const { picture } = room;
	return [
		masthead(source.letterhead, result.partnership, [formatDate(result.measurement.date), result.measurement.name]),
		heading(1, result.partnership.name),
		...exampleWarning(result.partnership),
		...found(result),
		...(picture === null ? pictureElsewhere(length) : [pictureOf(measuredTafel(result), picture)]),
		{ kind: 'rule' },
		...agreementsInShort(source, length, room),
		paragraph([muted([whoAnswered(result), ...whoIsDrawn(picture)].join(' '))], 'small')
	];
}

/**
 * The same in words alone, for a mail: what is worth talking about with the scores of each side, where page one has the
 * picture, and everything that was agreed.
 */
export function frontInWords(source: ReportSource): Block[] {
	const { result } = source;
	return [
		masthead(source.letterhead, result.partnership, [formatDate(result.measurement.date), result.measurement.name]),
		heading(1, result.partnership.name),
		...exampleWarning(result.partnership),
		...found(result),
		...discussed(result),
		...agreementsInShort(source, 'full', { commitments: Infinity }),
		paragraph(whoAnswered(result), 'small')
	];
}

function discussed(result: ReportedResult): Block[] {
	const tafel = measuredTafel(result);
	const rows = tafel.rows.filter((row) => row.discussed);
	if (rows.length === 0) return [];
	return [
		heading(2, tafel.proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we'),
		{
			kind: 'list',
			numbered: true,
			items: rows.map((row) => [strong(`${row.name}: `), { text: `${rowWords(row, false)}.` }])
		}
	];
}

/** What was found, with the figures of both sides; what more there is to say stands small under it. */
function found(result: ReportedResult): Block[] {
	const { about, said, more } = findingOf(result.figures, namesIn(result));
	// A figure stays with the side it is of.
	const sentence = about === null ? said : `${about}: ${said}.`.replace(/ (?=\d)/g, '\u00a0');
	return [
		paragraph(sentence, sentence.length > LONGEST_OPENING ? 'lead' : 'opening'),
		...(more === '' ? [] : [paragraph(more)])
	];
}

/** Who answered, as a sentence: «Gemeente: 12 van de 14 mensen; Verenigingen: 7 bladen.» */
function whoAnswered(result: ReportedResult): string {
	const { groups, privacy } = result.measurement;
	if (!hasIndividuals(result.counts)) {
		const names = joinDutch(groups.map((group) => group.name));
		return `${names} gaven elk één gezamenlijk antwoord per stelling.`;
	}
	const anonymous =
		privacy.mode === 'anoniem' ? ` Anoniem: geen cijfers over minder dan ${privacy.threshold} mensen.` : '';
	const uniform = uniformLines(result.uniform, namesIn(result).group).map((line) => ` ${line}`);
	return `${answeredLines(groups, result.counts).join('; ')}.${anonymous}${uniform.join('')}`;
}

function whoIsDrawn(picture: FrontRoom['picture']): string[] {
	if (picture?.persons !== 'discussed') return [];
	return ['Elke mens is getekend bij wat te bespreken is; bij alle onderdelen in het volledige verslag.'];
}

function pictureElsewhere(length: ReportLength): Block[] {
	const where = length === 'summary' ? 'staat in het volledige verslag' : 'begint op de volgende bladzijde';
	return [paragraph([muted(`Het beeld ${where}.`)])];
}

/** The picture that had no room on page one: a theme at a time, as the questionnaire has them, where it is long. */
export function picturesSection(result: ReportedResult): Block[] {
	const tafel = measuredTafel(result, 'questionnaire');
	const whole: PaperRoom = { scale: 1, persons: 'all', wanted: true };
	if (tafel.rows.length <= MOST_ROWS) return [heading(2, 'Het beeld'), pictureOf(measuredTafel(result), whole)];
	const themes = result.questionnaire.themes.map((theme, themeIndex): Block => ({
		kind: 'together',
		blocks: [
			heading(3, theme.name, themeIndex),
			pictureOf(
				onlyRows(tafel, (row) => row.themeIndex === themeIndex),
				whole
			)
		]
	}));
	return [heading(2, 'Het beeld per thema'), ...themes];
}

/** In words it is always whole. */
function pictureOf(tafel: Tafel, room: PaperRoom): Figure<'tafel'> {
	const data = { tafel: room.wanted ? tafel : withoutWanted(tafel), ...sizesOnPaper(room) };
	return { kind: 'figure', chart: { kind: 'tafel', data }, description: tafelWords(tafel) };
}
