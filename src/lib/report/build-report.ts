import { formatDate } from '$lib/domain/dates';
import { adviceInShort, adviceSection } from '$lib/report/sections/advice-section';
import { commitmentBlocks, commitmentsElsewhere } from '$lib/report/sections/agreements';
import {
	frameSection,
	methodSection,
	ownWordsSection,
	sourcesSection,
	versionLine
} from '$lib/report/sections/closing-sections';
import { frontPage, picturesSection, type FrontRoom } from '$lib/report/sections/front-page';
import { heading, muted, paragraph, type Block, type Report, type ReportLength } from '$lib/report/model/report-model';
import type { ReportSource } from '$lib/report/model/report-source';
import { scoreTable } from '$lib/report/sections/score-table';
import { sinceInShort, sinceSection } from '$lib/report/sections/since-section';
import { themeSections } from '$lib/report/sections/theme-sections';
import { topicsElsewhere, topicsInShort, topicsSection } from '$lib/report/sections/topics-section';

/** How much goes on the second page of a summary: rows of commitments, tips, and whether own words and topics. */
interface SummaryRoom {
	/** Null leaves out the table, and says where it is. */
	commitments: number | null;
	advice: number;
	ownWords: boolean;
	/** Dimensions by the short names that pictures have: in narrow columns a long one takes many lines. */
	shortNames?: boolean;
}

/** From generous to tight: a report takes the first with which page one is one page. */
const frontRooms: readonly FrontRoom[] = [
	{ commitments: 6, pictures: 1 },
	{ commitments: 4, pictures: 1 },
	{ commitments: 3, pictures: 0.88 },
	{ commitments: 2, pictures: 0.76 },
	{ commitments: 1, pictures: 0.64 },
	{ commitments: 0, pictures: 0.56 },
	{ commitments: 6, pictures: null },
	{ commitments: 3, pictures: null },
	{ commitments: 0, pictures: null }
];
/** From generous to tight: a summary takes the first that fits two pages. */
const summaryRooms: readonly SummaryRoom[] = [
	{ commitments: 12, advice: 8, ownWords: true },
	{ commitments: 10, advice: 5, ownWords: true },
	{ commitments: 7, advice: 4, ownWords: true },
	{ commitments: 5, advice: 3, ownWords: true },
	{ commitments: 4, advice: 2, ownWords: true },
	{ commitments: 3, advice: 1, ownWords: true },
	{ commitments: 2, advice: 0, ownWords: true },
	{ commitments: 3, advice: 1, ownWords: false },
	{ commitments: 2, advice: 0, ownWords: false },
	{ commitments: 0, advice: 0, ownWords: false },
	{ commitments: null, advice: 0, ownWords: false },
	{ commitments: null, advice: 0, ownWords: false, shortNames: true }
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
			...(length === 'full' && front?.pictures === null ? picturesSection(source.result) : []),
			...(length === 'full' || !room ? fullPages(source) : summaryPage(source, room))
		]
	};
}

function summaryPage(source: ReportSource, room: SummaryRoom): Block[] {
	return [
		heading(2, 'Alle scores'),
		scoreTable(source.result, 'n', room.shortNames),
		...(room.ownWords ? topicsInShort(source.result) : topicsElsewhere(source.result)),
		...sinceInShort(source),
		...adviceInShort(source, room),
		...(room.ownWords ? ownWordsSection(source) : ownWordsElsewhere(source)),
		...(room.commitments === null
			? commitmentsElsewhere(source)
			: commitmentBlocks(source, { commitments: room.commitments })),
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
		...topicsSection(source.result),
		...ownWordsSection(source),
		...sinceSection(source),
		...themeSections(source.result),
		...adviceSection(source),
		...commitmentBlocks(source, { commitments: Infinity }),
		...frameSection(source.result),
		...methodSection(source.result),
		// So that a report does not end with one source on a page.
		{ kind: 'together', blocks: [versionLine(source), ...sourcesSection(source.result)] }
	];
}
