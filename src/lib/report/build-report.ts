import { formatDate } from '$lib/domain/dates';
import { adviceInShort, adviceSection } from '$lib/report/sections/advice-section';
import { commitmentBlocks, commitmentsAfterPageOne } from '$lib/report/sections/agreements';
import {
	frameSection,
	methodSection,
	ownWordsSection,
	sourcesSection,
	versionLine
} from '$lib/report/sections/closing-sections';
import { frontPage, picturesSection, type FrontRoom } from '$lib/report/sections/front-page';
import { highlightBlocks } from '$lib/report/sections/highlights';
import { heading, muted, paragraph, type Block, type Report, type ReportLength } from '$lib/report/model/report-model';
import type { ReportSource } from '$lib/report/model/report-source';
import { radarBlocks } from '$lib/report/sections/radar-section';
import { scoreTable } from '$lib/report/sections/score-table';
import { sinceInShort, sinceSection } from '$lib/report/sections/since-section';
import { themeSections } from '$lib/report/sections/theme-sections';
import { topicsElsewhere, topicsInShort, topicsSection } from '$lib/report/sections/topics-section';

/** How much goes on the second page of a summary: the radar, commitments, tips, and whether own words and topics. */
interface SummaryRoom {
	/** Its size, of the full one: it is always there. */
	radar: number;
	/** Rows for those that are not on page one, and with them some to write; null for no place at all. */
	commitments: number | null;
	advice: number;
	ownWords: boolean;
	/** Dimensions by the short names that pictures have: in narrow columns a long one takes many lines. */
	shortNames?: boolean;
}

/** From generous to tight: a report takes the first with which page one is one page. */
const frontRooms: readonly FrontRoom[] = [
	{ commitments: 6, picture: { scale: 1, persons: 'all', wanted: true } },
	{ commitments: 6, picture: { scale: 1, persons: 'all', wanted: false } },
	{ commitments: 5, picture: { scale: 0.8, persons: 'all', wanted: false } },
	{ commitments: 5, picture: { scale: 1, persons: 'discussed', wanted: false } },
	{ commitments: 4, picture: { scale: 0.85, persons: 'discussed', wanted: false } },
	{ commitments: 3, picture: { scale: 0.7, persons: 'discussed', wanted: false } },
	{ commitments: 3, picture: { scale: 0.8, persons: 'none', wanted: false } },
	{ commitments: 2, picture: { scale: 0.65, persons: 'none', wanted: false } },
	{ commitments: 1, picture: { scale: 0.5, persons: 'none', wanted: false } },
	{ commitments: 0, picture: { scale: 0.35, persons: 'none', wanted: false } },
	{ commitments: 6, picture: null },
	{ commitments: 3, picture: null },
	{ commitments: 0, picture: null }
];
/** From generous to tight: a summary takes the first that fits two pages. */
const summaryRooms: readonly SummaryRoom[] = [
	{ radar: 0.9, commitments: 8, advice: 5, ownWords: true },
	{ radar: 0.8, commitments: 7, advice: 4, ownWords: true },
	{ radar: 0.75, commitments: 5, advice: 3, ownWords: true },
	{ radar: 0.7, commitments: 4, advice: 2, ownWords: true },
	{ radar: 0.65, commitments: 3, advice: 1, ownWords: true },
	{ radar: 0.5, commitments: 0, advice: 2, ownWords: true },
	{ radar: 0.45, commitments: 0, advice: 1, ownWords: true },
	{ radar: 0.45, commitments: null, advice: 1, ownWords: true },
	{ radar: 0.6, commitments: 2, advice: 0, ownWords: true },
	{ radar: 0.55, commitments: 0, advice: 0, ownWords: true },
	{ radar: 0.55, commitments: null, advice: 0, ownWords: true },
	{ radar: 0.5, commitments: 2, advice: 0, ownWords: false },
	{ radar: 0.5, commitments: null, advice: 0, ownWords: false },
	{ radar: 0.4, commitments: null, advice: 0, ownWords: false, shortNames: true },
	{ radar: 0.25, commitments: null, advice: 0, ownWords: false, shortNames: true }
];

/** How tight page one and the second page of a summary are: 0 leaves out least. What is left out is said. */
export interface Tightness {
	/** From 0 to TIGHTEST.front. */
	front: number;
	/** From 0 to TIGHTEST.summary. */
	summary: number;
}
export const TIGHTEST: Tightness = { front: frontRooms.length - 1, summary: summaryRooms.length - 1 };
export const LOOSEST: Tightness = { front: 0, summary: 0 };

/** The report of a measurement as plain data, the same for paper, PDF and screen. The full one leaves out nothing. */
export function buildReport(source: ReportSource, length: ReportLength, tightness: Tightness = LOOSEST): Report {
	const { partnership, measurement } = source.result;
	const date = `meting van ${formatDate(measurement.date)}`;
	const front = frontRooms[Math.min(tightness.front, TIGHTEST.front)];
	const room = summaryRooms[Math.min(tightness.summary, TIGHTEST.summary)];
	return {
		title: `${length === 'summary' ? 'Samenvatting' : 'Verslag'}: ${partnership.name} · ${date}`,
		header: { name: partnership.name, date },
		footer: `Samenwerkingsmeter ${source.appVersion}`,
		blocks: [
			...(front ? frontPage(source, length, front) : []),
			{ kind: 'new-page' },
			...(length === 'full' && front?.picture === null ? picturesSection(source.result) : []),
			...(length === 'full' || !room ? fullPages(source) : summaryPage(source, room, front?.commitments ?? 0))
		]
	};
}

function summaryPage(source: ReportSource, room: SummaryRoom, onPageOne: number): Block[] {
	return [
		heading(2, 'Alle scores'),
		...radarBlocks(source.result, room.radar),
		scoreTable(source.result, 'n', room.shortNames),
		...(room.ownWords ? topicsInShort(source.result) : topicsElsewhere(source.result)),
		...sinceInShort(source),
		...adviceInShort(source, room),
		...(room.ownWords ? ownWordsSection(source) : ownWordsElsewhere(source)),
		...commitmentsAfterPageOne(source, room, onPageOne),
		{ kind: 'together', blocks: closing(source) }
	];
}

/** The last lines, which never stand on a page of their own one by one. */
function closing(source: ReportSource): Block[] {
	return [
		paragraph([muted('Hoe de scores gemaakt zijn en alle bronnen staan in het volledige verslag.')], 'small'),
		versionLine(source)
	];
}

function ownWordsElsewhere({ choice }: ReportSource): Block[] {
	if (choice.ownWords.trim() === '') return [];
	return [paragraph([muted('De eigen woorden van de begeleider staan in het volledige verslag.')], 'small')];
}

function fullPages(source: ReportSource): Block[] {
	return [
		heading(2, 'Alle scores'),
		scoreTable(source.result, 'range'),
		...highlightBlocks(source.result),
		...topicsSection(source.result),
		...ownWordsSection(source),
		...sinceSection(source),
		...themeSections(source.result),
		...adviceSection(source),
		...commitmentBlocks(source),
		...frameSection(source.result),
		...methodSection(source.result),
		// So that a report does not end with one source on a page.
		{ kind: 'together', blocks: [versionLine(source), ...sourcesSection(source.result)] }
	];
}
