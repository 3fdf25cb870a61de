import { largeRowGeometry } from '$lib/charts/tafel/large-row';
import { overviewPages } from '$lib/charts/tafel/overview-geometry';
import type { Tafel, TafelRow } from '$lib/charts/tafel/tafel-data';
import { rowWords, tafelWords } from '$lib/charts/tafel/tafel-words';
import type { SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import type { Advice } from '$lib/domain/advice/advice';
import { formatDate } from '$lib/domain/dates';
import type { Commitment } from '$lib/domain/measurement/commitment';
import { findingOf } from '$lib/domain/words/finding-words';
import { hallQuestion } from '$lib/domain/words/hall-question';
import { namesIn, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';
import { measuredTafel } from '$lib/report/sections/measured-tafel';

/** The slides of the big screen as plain data; lengths in units of which a slide is 1280 wide and 720 high. */
export interface Deck {
	/** Of the file. */
	title: string;
	slides: readonly DeckSlide[];
}

export type DeckSlide = OverviewSlide | TopicSlide | EndingSlide;

interface Titled {
	title: string;
	/** For who speaks; '' without. */
	notes: string;
}

export interface SlidePicture {
	sheet: SheetGeometry;
	/** The same in words. */
	description: string;
}

export interface OverviewSlide extends Titled {
	kind: 'overview';
	picture: SlidePicture;
	/** Of whom and when, and that answers are made up where they are. */
	below: string;
}

export interface TopicSlide extends Titled {
	kind: 'topic';
	picture: SlidePicture;
	sides: readonly { sideIndex: number; name: string; score: string }[];
	/** Who wants to talk about it; '' where nobody was asked. */
	wanted: string;
	/** What is said first, and what the room talks about; '' without. */
	before: string;
	question: string;
	/** The score that the room agreed on; null until it did. */
	agreed: number | null;
	note: string;
	commitments: readonly AgreedLine[];
}

export interface EndingSlide extends Titled {
	kind: 'ending';
	/** Of the first one, from 1. */
	first: number;
	commitments: readonly AgreedLine[];
}

export interface AgreedLine {
	what: string;
	/** «Zoë, tegen 1 maart 2027»; '' where neither is known. */
	who: string;
}

/** What the run sheet says to do and say at each kind of slide. */
export type RunSheetLines = Readonly<Record<DeckSlide['kind'], string>>;

/** As many agreements as a room reads at once. */
const MOST_ON_A_SLIDE = 4;
/** Of the overview, and of one dimension. */
export const OVERVIEW_ROOM = { width: 1184, height: 500 };
export const TOPIC_ROOM = { width: 1184, height: 240 };

/** The overview, a slide for each topic, and what was agreed: what the big screen shows, and nothing more. */
export function buildDeck({ result, commitments }: ReportSource, runSheet: RunSheetLines): Deck {
	const tafel = measuredTafel(result);
	const made = commitments
		.filter(({ measurementId, status }) => measurementId === result.measurement.id && status !== 'dropped')
		.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
	return {
		title: `Presentatie: ${occasionOf(result)}`,
		slides: [
			...overviewSlides(result, tafel, runSheet.overview),
			...tafel.rows
				.filter(({ discussed }) => discussed)
				.map((row) => topicSlide(result, { tafel, row, made }, runSheet.topic)),
			...endingSlides(made, runSheet.ending)
		]
	};
}

function occasionOf({ partnership, measurement }: ReportedResult): string {
	const example = partnership.example ? ' · verzonnen antwoorden' : '';
	return `${partnership.name} · meting van ${formatDate(measurement.date)}${example}`;
}

/** One as a rule; more where the dimensions do not fit. */
function overviewSlides(result: ReportedResult, tafel: Tafel, notes: string): OverviewSlide[] {
	const { about, said } = findingOf(result.figures, namesIn(result));
	const pages = overviewPages(tafel, OVERVIEW_ROOM);
	return pages.map(({ tafel: part, sheet }, page) => ({
		...{ kind: 'overview', notes, below: occasionOf(result) },
		title: partOf(about === null ? said : `${about}: ${said}`, page, pages.length),
		picture: { sheet, description: tafelWords(part, false) }
	}));
}

function topicSlide(
	{ advice, agreed }: ReportedResult,
	{ tafel, row, made }: { tafel: Tafel; row: TafelRow; made: readonly Commitment[] },
	notes: string
): TopicSlide {
	const sheet = largeRowGeometry(row, tafel.sides, TOPIC_ROOM.width, TOPIC_ROOM.height);
	const note = agreed.find(({ dimensionId }) => dimensionId === row.dimensionId)?.note ?? '';
	return {
		...{ kind: 'topic', title: row.name, notes, ...questionOf(advice, row.dimensionId) },
		picture: { sheet: { ...sheet, width: TOPIC_ROOM.width }, description: `${row.name}: ${rowWords(row)}.` },
		sides: row.sides.map(({ sideIndex, name, meanText, jointText }) => ({
			...{ sideIndex, name, score: meanText || jointText }
		})),
		wanted: row.wanted,
		agreed: row.agreed,
		note: note.trim(),
		commitments: made.filter(({ dimensionId }) => dimensionId === row.dimensionId).map(agreedLine)
	};
}

/** The first question that fits, as a room reads it. */
function questionOf(advice: readonly Advice[], dimensionId: string): { before: string; question: string } {
	const found = advice.find((one) => one.kind === 'prompt' && one.dimension.id === dimensionId);
	return found?.kind === 'prompt' ? hallQuestion(found.prompt) : { before: '', question: '' };
}

function endingSlides(made: readonly Commitment[], notes: string): EndingSlide[] {
	const pages = Math.max(1, Math.ceil(made.length / MOST_ON_A_SLIDE));
	return Array.from({ length: pages }, (_, page) => ({
		...{ kind: 'ending', notes, title: partOf('Dit ligt op tafel', page, pages) },
		first: page * MOST_ON_A_SLIDE + 1,
		commitments: made.slice(page * MOST_ON_A_SLIDE, (page + 1) * MOST_ON_A_SLIDE).map(agreedLine)
	}));
}

/** No two slides have the same title: who listens to them knows where they are. */
const partOf = (title: string, page: number, pages: number) =>
	pages > 1 ? `${title} (${page + 1} van ${pages})` : title;

function agreedLine({ what, who, by }: Commitment): AgreedLine {
	const known = [who.trim(), by === '' ? '' : `tegen ${formatDate(by)}`].filter((part) => part !== '');
	return { what: what.trim(), who: known.join(', ') };
}
