import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { buildReport, LOOSEST, TIGHTEST } from '$lib/report/build-report';
import type { Block, Report, Table, Text } from '$lib/report/model/report-model';
import { workshop, type Mark } from '../../builders/workshop';
import { aFrame } from '../../builders/frame';
import { runs } from '../../property-runs';
import { commitment, commitments, reportSource } from '../../builders/report-source';

const plan = { basishouding: { openheid: 3, eigenheid: 3 }, regierol: { verbinden: 3 } };

/** The municipality gives 4, 4, 3 and 5, 5, 5; the associations 2, 2, 3 and 1, 1, 2. */
const twoSides = () =>
	workshop(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4, 4, 3], eigenheid: [3, 3, 3], verbinden: [4, 4, 4] }, { openheid: [5, 5, 5] })
		.answers('Verenigingen', { openheid: [2, 2, 3], eigenheid: [3, 3, 3] }, { openheid: [1, 1, 2] });

const words = (text: Text | null | undefined) => text?.map((part) => part.text).join('') ?? null;

function flat(blocks: readonly Block[]): Block[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'columns') return block.columns.flatMap((column) => flat(column.blocks));
		return block.kind === 'together' ? flat(block.blocks) : [block];
	});
}

/** Three themes with 16, 7 and 1 dimensions; everyone answers 3. */
function manyThemes() {
	const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
	const one = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 1]));
	const [a, b, c] = [ids('a', 16), ids('b', 7), ids('c', 1)];
	return workshop({ a: one(a), b: one(b), c: one(c) })
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', Object.fromEntries([...a, ...b, ...c].map((name) => [name, [3]])));
}

const overviews = (report: Report) =>
	flat(report.blocks).flatMap((block) =>
		block.kind === 'figure' && (block.chart.kind === 'radar' || block.chart.kind === 'bars')
			? [{ data: block.chart.data, description: block.description }]
			: []
	);
const tafels = (report: Report) =>
	flat(report.blocks).flatMap((block) =>
		block.kind === 'figure' && block.chart.kind === 'tafel'
			? [{ data: block.chart.data.tafel, description: block.description }]
			: []
	);
const tables = (report: Report) => flat(report.blocks).filter((block): block is Table => block.kind === 'table');
const headings = (report: Report) =>
	flat(report.blocks).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const rowOf = (table: Table | undefined, head: string) =>
	table?.rows.map(({ cells }) => cells.map(words)).find(([first]) => first === head);

/** Everything a reader or listener gets, in one line. */
function allText(report: Report): string {
	return flat(report.blocks)
		.map((block) => {
			if (block.kind === 'heading') return block.text;
			if (block.kind === 'paragraph' || block.kind === 'masthead') return words(block.text);
			if (block.kind === 'list') return block.items.map(words).join(' ');
			if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.map(words)).join(' ');
			return 'description' in block ? block.description : '';
		})
		.join(' ');
}

describe('page one', () => {
	it('says who, when, how many answered, and the finding', () => {
		const text = allText(buildReport(reportSource(twoSides()), 'summary'));
		expect(text).toContain('Overleg aan de beek');
		expect(text).toContain('Samenwerkingsmeter · 19 maart 2026');
		expect(text).toContain('Gemeente: 2 bladen; Verenigingen: 2 bladen.');
		expect(text).toContain(
			'Onderdeel openheid: gemeente\u00a04,3, verenigingen\u00a01,8. Daar zit het grootste verschil'
		);
	});

	it('has the picture with the rows to discuss first, and an alternative with its figures', () => {
		const [tafel] = tafels(buildReport(reportSource(twoSides(), { chosen: ['verbinden'] }), 'full'));
		expect(tafel?.data.rows.map(({ dimensionId }) => dimensionId)).toEqual(['verbinden', 'openheid', 'eigenheid']);
		expect(tafel?.description).toContain('Dit bespreken we: «Onderdeel verbinden».');
		// (11/3 + 5) / 2 = 13/3 beside (7/3 + 4/3) / 2 = 11/6
		expect(tafel?.description).toMatch(/Onderdeel openheid: Gemeente (gemiddeld )?4,3/);
		expect(tafel?.description).toMatch(/Verenigingen (gemiddeld )?1,8/);
	});

	it('carries the logo of the client and the name of who guided', () => {
		const logo = { jpeg: '/9j/', width: 60, height: 20 };
		const report = buildReport(reportSource(twoSides(), { letterhead: { logo, guide: ' Zoë Peeters ' } }), 'full');
		const [masthead] = report.blocks;
		expect(masthead).toMatchObject({ kind: 'masthead', logo });
		expect(allText(report)).toContain('19 maart 2026 · begeleid door Zoë Peeters');
	});

	it('praises no single score that is the only one, and has no empty list beside it', () => {
		const one = workshop({ basishouding: { openheid: 1 } })
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', { openheid: [4] });
		const report = buildReport(reportSource(one), 'full');
		expect(headings(report)).toContain('Sterkst');
		expect(headings(report)).not.toContain('Om aan te werken');
	});

	it('leaves a picture that does not fit to a section of its own, a theme at a time where it is long', () => {
		const tight = { front: TIGHTEST.front, summary: 0 };
		const full = buildReport(reportSource(manyThemes()), 'full', tight);
		expect(allText(full)).toContain('Het beeld begint op de volgende bladzijde.');
		expect(full.blocks.findIndex(({ kind }) => kind === 'new-page')).toBeLessThan(
			full.blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Het beeld per thema')
		);
		expect(tafels(full).map(({ data }) => data.rows.length)).toEqual([16, 7, 1]);
		expect(tafels(full)[2]?.description).not.toContain('Onderdeel a1: Gemeente');
		const summary = buildReport(reportSource(manyThemes()), 'summary', tight);
		expect(allText(summary)).toContain('Het beeld staat in het volledige verslag.');
		expect(tafels(summary)).toEqual([]);
	});

	it('shows as many commitments as there is room for and counts the rest', () => {
		const source = reportSource(twoSides(), { commitments: commitments(40) });
		const text = allText({ ...buildReport(source, 'full'), blocks: frontOf(buildReport(source, 'full')) });
		expect(text).toContain('Afspraak nummer 6. Zoë, tegen 1 september 2026');
		expect(text).not.toContain('Afspraak nummer 7');
		expect(text).toContain('Nog 34 afspraken: zie verder, bij «Afspraken».');
	});
});

const frontOf = ({ blocks }: Report) =>
	blocks.slice(
		0,
		blocks.findIndex(({ kind }) => kind === 'new-page')
	);

describe('the second page of a summary', () => {
	const afterFront = (count: number, tightness = LOOSEST) => {
		const report = buildReport(reportSource(twoSides(), { commitments: commitments(count) }), 'summary', tightness);
		return allText({ ...report, blocks: report.blocks.slice(frontOf(report).length) });
	};

	it('does not repeat what was agreed, and has places for more', () => {
		const text = afterFront(3);
		expect(text).toContain('Wat is afgesproken, staat op bladzijde 1. Hier is plaats voor meer.');
		expect(text).not.toContain('Afspraak nummer');
		expect(text).not.toContain('alleen in het volledige verslag');
	});

	it('goes on where page one ends, and counts what is in the full report only', () => {
		const text = afterFront(40);
		expect(text).toContain('De eerste staan op bladzijde 1.');
		expect(text).not.toContain('Afspraak nummer 6');
		expect(text).toContain('Afspraak nummer 7');
		expect(text).toContain('Nog 26 afspraken staan alleen in het volledige verslag.');
	});

	it('leaves out the heading where page one has them all and there is no place for more', () => {
		expect(afterFront(3, { front: 0, summary: 5 })).not.toContain('Afspraken');
	});

	it('always has the radar, with its figures in words', () => {
		for (const summary of [0, TIGHTEST.summary]) {
			const [radar] = overviews(buildReport(reportSource(twoSides()), 'summary', { front: 0, summary }));
			expect(radar?.data.kind).toBe('radar');
			expect(radar?.description).toContain('Radar van 1 tot 5 met een lijn voor Gemeente en Verenigingen.');
			expect(radar?.description).toContain('Onderdeel openheid: Gemeente 4,3, Verenigingen 1,8.');
		}
	});

	it('has a radar or bars for each theme of a long questionnaire, under its name', () => {
		const report = buildReport(reportSource(manyThemes()), 'summary');
		expect(overviews(report).map(({ data }) => `${data.title}: ${data.kind}`)).toEqual([
			'Thema a: radar',
			'Thema b: radar',
			'Thema c: bars'
		]);
		expect(headings(report)).toEqual(expect.arrayContaining(['Thema a', 'Thema b', 'Thema c']));
		expect(overviews(report)[2]?.description).toContain('Onderdeel c1: Gemeente 3,0.');
		expect(overviews(report)[2]?.description).not.toContain('Onderdeel a1: Gemeente');
	});
});

describe('the figures', () => {
	it('stand in one table with n, range, samenwerkingsscore and the gap in words', () => {
		const [table] = tables(buildReport(reportSource(twoSides()), 'full'));
		expect(table?.columns.map(({ title }) => title)).toEqual([
			'Onderdeel',
			'Gemeente',
			'Verenigingen',
			'Samen',
			'Verschil'
		]);
		// 13/3 and 11/6: together 37/12, gap 5/2.
		expect(rowOf(table, 'Onderdeel openheid')).toEqual([
			'Onderdeel openheid',
			'4,3 2 mensen, van 3,7 tot 5,0',
			'1,8 2 mensen, van 1,3 tot 2,3',
			'3,1',
			'2,5 groot verschil'
		]);
		expect(rowOf(table, 'Onderdeel verbinden')?.slice(2)).toEqual(['te weinig antwoorden', '–', '–']);
	});

	it('have the distribution of each group at the dimension', () => {
		const table = tables(buildReport(reportSource(twoSides()), 'full')).find(({ caption }) =>
			caption.includes('openheid')
		);
		expect(rowOf(table, 'Gemeente')).toEqual(['Gemeente', '4,3', '2', '3,7 tot 5,0: 3,7 (1), 5,0 (1)']);
	});

	it('of an anonymous measurement keep back what the screen keeps back', () => {
		const held = workshop(plan).anonymous(3).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
		held.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [4, 4, 4] }, { openheid: [4, 4, 4] });
		held.answers('Verenigingen', { openheid: [1, 1, 2] }, { openheid: [2, 2, 2] });
		const text = allText(buildReport(reportSource(held), 'full'));
		expect(text).toContain('4,0 3 mensen');
		expect(text).toContain('niet getoond, om niemand herkenbaar te maken');
		expect(text).not.toMatch(/1,3|1,7|2,0|\bn 2\b/);
	});
});

describe('commitments', () => {
	it('leave a line to write on where who or when is still open', () => {
		const source = reportSource(twoSides(), { commitments: [commitment({ who: '', by: '' })] });
		const table = tables(buildReport(source, 'full')).at(-1);
		expect(table?.rows[0]?.cells.map(words)).toEqual(['De kermis samen voorbereiden', null, null, 'nog te doen']);
		expect(table?.rows.slice(1).every(({ cells }) => cells.every((cell) => cell === null))).toBe(true);
	});

	it('have empty lines when there are none, and none when all is done', () => {
		expect(tables(buildReport(reportSource(twoSides()), 'full')).at(-1)?.rows).toHaveLength(3);
		const done = reportSource(twoSides(), { commitments: [commitment({ status: 'done' })] });
		expect(tables(buildReport(done, 'full')).at(-1)?.rows).toHaveLength(1);
	});

	it('of an earlier measurement are there while they still run', () => {
		// Entered after the measurement of this report, but held before it: the date of the measurement counts.
		const earlier = { measurementId: 'before', createdAt: '2026-06-01T20:00:00.000Z' };
		const previous = { date: '2025-03-19', skipped: [], ids: ['before'], comparison: null, overTime: null };
		const source = reportSource(twoSides(), {
			previous,
			commitments: [
				commitment({ ...earlier, id: 'a', what: 'Nog bezig', status: 'busy' }),
				commitment({ ...earlier, id: 'b', what: 'Al gedaan', status: 'done' }),
				commitment({ id: 'c', what: 'Later beloofd', measurementId: 'after', createdAt: '2026-01-01T00:00:00.000Z' })
			]
		});
		const text = allText(buildReport(source, 'summary'));
		expect(text).toContain('Nog bezig');
		expect(text).not.toMatch(/Al gedaan|Later beloofd/);
	});

	it('are all in the full report', () => {
		const text = allText(buildReport(reportSource(twoSides(), { commitments: commitments(40) }), 'full'));
		expect(text).toContain('Afspraak nummer 40');
	});
});

it('what anonymity hides is never called too few answers, in no report of any length', () => {
	const point = fc.constantFrom(1, 2, 3, 4, 5, '?', null) as fc.Arbitrary<Mark>;
	const sheet = fc.record({ openheid: fc.tuple(point, point), eigenheid: fc.tuple(point, point) });
	fc.assert(
		fc.property(fc.array(sheet, { maxLength: 7 }), fc.array(sheet, { maxLength: 7 }), (gemeente, verenigingen) => {
			const held = workshop({ basishouding: { openheid: 2, eigenheid: 2 } })
				.anonymous(3)
				.group('gemeente', 'Gemeente')
				.group('vereniging', 'Verenigingen')
				.answers('Gemeente', ...gemeente)
				.answers('Verenigingen', ...verenigingen);
			for (const length of ['summary', 'full'] as const)
				expect(JSON.stringify(buildReport(reportSource(held), length))).not.toMatch(/te weinig antwoorden/i);
		}),
		{ numRuns: runs(60) }
	);
});

describe('what the facilitator chose', () => {
	it('is the first five tips and prompts until someone ticks', () => {
		const held = twoSides();
		const source = reportSource(held);
		const report = buildReport(source, 'full');
		const shown = headings(report).slice(headings(report).indexOf('Wat kunnen jullie doen?') + 1, -3);
		expect(shown).toHaveLength(Math.min(5, held.advice().length));
	});

	it('is exactly the ticked ones, and none leaves the section out', () => {
		const one = buildReport(reportSource(twoSides(), { adviceIds: ['openheid-gap-gemeente'] }), 'full');
		expect(headings(one).filter((text) => text === 'Waarom?')).toHaveLength(1);
		expect(headings(buildReport(reportSource(twoSides(), { adviceIds: [] }), 'full'))).not.toContain(
			'Wat kunnen jullie doen?'
		);
	});

	it('has own words in full', () => {
		const report = buildReport(reportSource(twoSides(), { ownWords: 'Eerste.\n\nTweede.' }), 'full');
		expect(allText(report)).toContain('In eigen woorden Eerste. Tweede.');
	});
});

it('a full report has every note to its last word, the rules, the sources and both versions', () => {
	const note = `${'woord '.repeat(830)}SLOT`;
	const text = allText(
		buildReport(reportSource(twoSides(), { notes: [{ itemId: 'openheid-1', text: note }] }), 'full')
	);
	expect(text).toContain(note);
	expect(text).toContain('bij «Stelling 1.»');
	expect(text).toContain('Zo zijn de scores gemaakt');
	expect(text).toContain('Bron. Tekst Het document noemt geen uitgever en geen datum.');
	expect(text).toContain('Vragenlijst «Workshop», versie 1.0.0. Gemaakt met Samenwerkingsmeter 9.8.7');
});

describe('what people answered about', () => {
	const heading = 'Dit stond boven de stellingen';

	it('is in the full report, in the words of each group', () => {
		const source = reportSource(twoSides());
		const frame = aFrame();
		const framed = {
			...source,
			result: { ...source.result, questionnaire: { ...source.result.questionnaire, frame } }
		};
		const text = allText(buildReport(framed, 'full'));
		expect(text).toContain(`${heading} ${frame.question} ${frame.period}`);
		for (const [index, group] of ['Gemeente', 'Verenigingen'].entries())
			expect(text).toContain(`${group}: ${frame.terms[index]?.text}`);
		expect(text).toContain(`${frame.partly} ${frame.unknown}`);
		expect(allText(buildReport(framed, 'summary'))).not.toContain(heading);
	});

	it('is left out where the questionnaire does not say', () => {
		expect(allText(buildReport(reportSource(twoSides()), 'full'))).not.toContain(heading);
	});
});

it('the tightest summary says what it leaves out', () => {
	const source = reportSource(twoSides(), { commitments: commitments(40), ownWords: 'Dank.' });
	const text = allText(buildReport(source, 'summary', TIGHTEST));
	expect(text).toContain('40 afspraken staan alleen in het volledige verslag.');
	expect(text).toContain('De eigen woorden van de begeleider staan in het volledige verslag.');
});

describe('a tip in the report', () => {
	const whole = { whoStarts: 'De schepen.', whatChanges: 'Er ligt een datum vast.' };
	const reported = (changes: Partial<typeof whole>, length: 'summary' | 'full') => {
		const held = twoSides();
		for (const { dimension } of dimensionsOf(held.questionnaire))
			dimension.tips = dimension.tips.map((tip) => ({ ...tip, ...changes, detail: 'Bel de verenigingen op.' }));
		return allText(buildReport(reportSource(held), length));
	};

	it('has its first step, who begins and what changes; a council reads the last two', () => {
		const both = 'Wie begint: De schepen. Wat er daarna anders is: Er ligt een datum vast.';
		expect(reported(whole, 'full')).toContain(`Eerste stap: Bel de verenigingen op. ${both}`);
		expect(reported(whole, 'summary')).toContain(both);
	});

	it('that says neither has its detail as it is', () => {
		const text = reported({}, 'full');
		expect(text).toContain('Bel de verenigingen op.');
		expect(text).not.toMatch(/Eerste stap|Wie begint|Wat er daarna/);
	});
});
