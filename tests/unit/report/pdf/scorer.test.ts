import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeComparison } from '$lib/domain/comparing/comparison';
import { makeComparisonPdf, makeReportPdf } from '$lib/report/pdf/report-pdf';
import { comparisonSource } from '../../../builders/comparison-source';
import { occasionOf, whoOf } from '../../../builders/worlds/compared-world';
import { reportSource } from '../../../builders/report-source';
import { roomOf } from '../../../builders/worlds/scored-world';
import { ofRole, readPdf } from '../../../pdf-reader';
import { patience, runs } from '../../../property-runs';
import { comparedFacts, shiftFacts } from '../../../scorer/comparing';
import { gapOf, meanOfAll, sideFacts } from '../../../scorer/scorer';
import { wrongIn, wrongInShift } from '../../../scorer/shown';
import { anyWorld } from '../../../scorer/worlds';
import { anyYears } from '../../../scorer/years';
import { fonts } from './report-fonts';

/** What an independent scorer says, beside what stands in the file that people pass on: tests/scorer/README.md. */

const madeAt = new Date('2026-03-20T10:00:00Z');
const nothing = (problems: readonly string[]) => expect(problems.filter((problem) => problem !== '')).toEqual([]);

/** The rows of the tables, heads and cells, as pdf.js reads them back. */
async function rowsIn(bytes: Uint8Array): Promise<string[][]> {
	const { elements } = await readPdf(bytes);
	return ofRole(elements, 'TR').map(({ children }) => children.map(({ text }) => text.trim()));
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
