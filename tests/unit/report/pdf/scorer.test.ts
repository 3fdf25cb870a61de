import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeComparison } from '$lib/domain/comparing/comparison';
import { makeComparisonPdf, makeReportPdf } from '$lib/report/pdf/report-pdf';
import { comparisonSource } from '../../../builders/comparison-source';
import { occasionOf, whoOf } from '../../../builders/worlds/compared-world';
import { reportSource } from '../../../builders/report-source';
import { roomOf } from '../../../builders/worlds/scored-world';
import { ofRole, readPdf, type Element } from '../../../pdf-reader';
import { patience, runs } from '../../../property-runs';
import { comparedFacts, shiftFacts } from '../../../scorer/comparing';
import { toCell, type Rational } from '../../../scorer/rational';
import { gapOf, meanOfAll, sideFacts, type SideFacts } from '../../../scorer/scorer';
import { isShownAs, wrongIn, wrongInShift } from '../../../scorer/shown';
import { anyWorld } from '../../../scorer/worlds';
import { anyYears } from '../../../scorer/years';
import { fonts } from './report-fonts';

/** What an independent scorer says, beside what stands in the file that people pass on: tests/scorer/README.md. */

const madeAt = new Date('2026-03-20T10:00:00Z');
const nothing = (problems: readonly string[]) => expect(problems.filter((problem) => problem !== '')).toEqual([]);

const rowsOf = (elements: readonly Element[]): string[][] =>
	ofRole(elements, 'TR').map(({ children }) => children.map(({ text }) => text.trim()));

/** The rows of the tables, heads and cells, as pdf.js reads them back. */
async function rowsIn(bytes: Uint8Array): Promise<string[][]> {
	return rowsOf((await readPdf(bytes)).elements);
}

/** How the sentence about a dimension begins: with the samenwerkingsscore, the one score there is, or without any. */
const OPENING = /^(Samenwerkingsscore (?=\d)|Alleen Kant \d: score |Geen samenwerkingsscore)/;
const OF_THEME = 'Samenwerkingsscore van het thema: ';

function wrongInFinding(text: string, scores: readonly (Rational | null)[]): string {
	const there = scores.filter((score) => score !== null);
	const [only] = there;
	const reference = there.length === 1 ? only : meanOfAll(scores);
	const [, gap = ''] = /verschil (?:van |\()(\d+(?:,\d+)?)/i.exec(text) ?? [];
	const problems = [wrongIn(text.replace(OPENING, ''), reference), wrongIn(gap, gapOf(scores))];
	return problems.filter((problem) => problem !== '').join(', ');
}

/** Score, how many people, and the score of each of them or why those do not show. */
function wrongInSide(head: readonly string[], cells: readonly string[], side: SideFacts | null): string {
	const [, score = 'no cell', ...others] = cells;
	const problems = [wrongIn(score, side?.score)];
	if (head[2] === 'Mensen') {
		const [people, spread = ''] = others;
		if (people !== (side ? String(side.n) : '–')) problems.push(`${people} people for ${side?.n}`);
		const shown = [...spread.matchAll(/(\d(?:,\d+)?) \((\d+)\)/g)].flatMap(([, mark = '', count]) =>
			Array.from({ length: Number(count) }, () => mark)
		);
		const marks = (side?.marks ?? []).toSorted((a, b) => toCell(a) - toCell(b));
		const right = shown.length === marks.length && marks.every((mark, at) => isShownAs(toCell(mark), shown[at] ?? ''));
		if (!right) problems.push(`«${spread}» for ${marks.map(toCell).join(' ')}`);
	}
	return problems.filter((problem) => problem !== '').join(', ');
}

test(
	'in a report: every score, how many people, the samenwerkingsscore and the gap',
	{ timeout: patience(30_000) },
	async () => {
		await fc.assert(
			fc.asyncProperty(anyWorld, async (world) => {
				const { bytes } = await makeReportPdf(reportSource(roomOf(world)), 'summary', fonts, madeAt);
				const rows = await rowsIn(bytes);
				for (const { id, items } of world.themes.flatMap((theme) => theme.dimensions)) {
					const sides = world.groups.map((group) => sideFacts(world, group.id, items));
					const scores = sides.map((side) => side?.score ?? null);
					const [, ...cells] = rows.find(([name]) => name === `Onderdeel ${id}` || name === id) ?? [];
					nothing(
						[...scores, meanOfAll(scores), gapOf(scores)].map((score, at) => wrongIn(cells[at] ?? 'no cell', score))
					);
					const people = cells.slice(0, sides.length).map((cell) => Number(/(\d+) mens/.exec(cell)?.[1] ?? 0));
					expect(people).toEqual(sides.map((side) => (side?.basis === 'personen' ? side.n : 0)));
				}
			}),
			{ numRuns: runs(1), endOnFailure: true }
		);
	}
);

test(
	'in the full report: every side of a dimension with the scores of its people, the gap, and the themes',
	{ timeout: patience(60_000) },
	async () => {
		await fc.assert(
			fc.asyncProperty(anyWorld, async (world) => {
				const { bytes } = await makeReportPdf(reportSource(roomOf(world)), 'full', fonts, madeAt);
				const { elements } = await readPdf(bytes);
				const tables = ofRole(elements, 'Table').map((table) => rowsOf([table]));
				const paragraphs = ofRole(elements, 'P').map(({ text }) => text.trim());
				const sideTables = tables.filter(([head]) => head?.[0] === 'Groep' && head[1] === 'Score');
				const findings = paragraphs.filter((text) => OPENING.test(text));
				const dimensions = world.themes.flatMap((theme) => theme.dimensions);
				expect([sideTables.length, findings.length]).toEqual([dimensions.length, dimensions.length]);
				for (const [at, { items }] of dimensions.entries()) {
					const sides = world.groups.map(({ id }) => sideFacts(world, id, items));
					const [head = [], ...rows] = sideTables[at] ?? [];
					nothing(sides.map((side, place) => wrongInSide(head, rows[place] ?? [], side)));
					nothing([
						wrongInFinding(
							findings[at] ?? '',
							sides.map((side) => side?.score ?? null)
						)
					]);
				}
				for (const { id, dimensions: own } of world.themes) {
					const scores = own.map(({ items }) =>
						meanOfAll(world.groups.map((group) => sideFacts(world, group.id, items)?.score ?? null))
					);
					const opening = paragraphs.find((text) => text === id || text.startsWith(`${id} ${OF_THEME}`));
					nothing([wrongIn(opening?.replace(`${id} ${OF_THEME}`, '') ?? 'nowhere', meanOfAll(scores))]);
				}
			}),
			{ numRuns: runs(1), endOnFailure: true }
		);
	}
);

test(
	'in the report of a comparison: both scores, the change and the verdict of every side',
	{ timeout: patience(30_000) },
	async () => {
		await fc.assert(
			fc.asyncProperty(anyYears, async (years) => {
				const facts = comparedFacts(years);
				const outcome = computeComparison(years.map(occasionOf));
				if (!facts || outcome.kind === 'none') return;
				const { bytes } = await makeComparisonPdf(comparisonSource(outcome), fonts, madeAt);
				const rows = await rowsIn(bytes);
				const begin = rows.findIndex(([first]) => first === 'Onderdeel');
				const [, ...heads] = rows[begin] ?? [];
				const who = whoOf(outcome, years);
				const { stayed, dimensions } = facts;
				for (const { id, years: own } of dimensions) {
					const [, ...cells] = rows.slice(begin).find(([name = '']) => `${name} `.startsWith(`Onderdeel ${id} `)) ?? [];
					nothing(
						heads.map((head, at) => {
							const some = at > 0 ? [who.get(head) ?? ''] : stayed.length > 1 ? stayed : [];
							return wrongInShift(cells[at] ?? 'no cell', shiftFacts(own[0], own.at(-1), some));
						})
					);
				}
			}),
			{ numRuns: runs(1), endOnFailure: true }
		);
	}
);
