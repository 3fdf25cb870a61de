import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeReportPdf } from '$lib/report/pdf/report-pdf';
import type { ReportLength } from '$lib/report/model/report-model';
import { readPdf } from '../../../pdf-reader';
import { workshop, type Workshop } from '../../../builders/workshop';
import { runs } from '../../../property-runs';
import { fonts } from './report-fonts';
import { commitments, reportSource } from '../../../builders/report-source';

const madeAt = new Date('2026-03-20T10:00:00Z');
/** Lines at the edges of a page: its header and its foot. */
const EDGES = 2;
const FEWEST_LINES = 3;

interface Size {
	themes: number;
	dimensions: number;
	groups: number;
	commitments: number;
	/** Words of a name of a group or a dimension. */
	words: number;
}

const sizes = (words: number): fc.Arbitrary<Size> =>
	fc.record({
		themes: fc.integer({ min: 1, max: 4 }),
		dimensions: fc.integer({ min: 1, max: 5 }),
		groups: fc.integer({ min: 2, max: 4 }),
		commitments: fc.integer({ min: 0, max: 15 }),
		words: fc.integer({ min: 0, max: words })
	});

function held({ themes, dimensions, groups, words }: Size): Workshop {
	const named = (name: string) => name + ' jeugdwerkingen van de gemeente'.repeat(words);
	const idsOf = (count: number, kind: string) => Array.from({ length: count }, (_, index) => `${kind}-${index}`);
	const plan = Object.fromEntries(
		idsOf(themes, 'thema').map((theme) => [
			theme,
			Object.fromEntries(idsOf(dimensions, `${theme}-onderdeel`).map((id) => [named(id), 2]))
		])
	);
	const room = workshop(plan);
	const all = room.questionnaire.themes.flatMap((theme) => theme.dimensions);
	all.forEach((dimension, index) => (dimension.shortName = `Kort ${index} van ${dimension.name}`.slice(0, 16)));
	for (const name of idsOf(groups, 'groep')) {
		room.group('vereniging', named(name));
		const groupId = room.groups.at(-1)?.id ?? '';
		for (let person = 0; person < 4; person += 1) {
			const items = room.questionnaire.themes.flatMap((theme) =>
				theme.dimensions.flatMap((dimension) => dimension.items)
			);
			const points = [1, 2, 4, 5] as const;
			const answers = items.map(({ id }, index) => [id, points[(person + index + groups) % 4] ?? 3] as const);
			room.responses.push({
				id: `${name}-${person}`,
				groupId,
				kind: 'individual',
				answers: Object.fromEntries(answers)
			});
		}
	}
	return room;
}

async function linesOfPages(size: Size, length: ReportLength): Promise<number[]> {
	const source = reportSource(held(size), {
		commitments: commitments(size.commitments),
		ownWords: 'Dank u. '.repeat(60)
	});
	const { bytes } = await makeReportPdf(source, length, fonts, madeAt);
	const { pageTexts } = await readPdf(bytes);
	return pageTexts.map((text) => text.split('\n').filter((line) => line.trim() !== '').length - EDGES);
}

const large: Size = { themes: 4, dimensions: 5, groups: 4, commitments: 15, words: 0 };

test('a summary of up to twenty dimensions and four groups is two pages', async () => {
	for (const words of [0, 1])
		for (const commitments of [0, 15])
			expect(await linesOfPages({ ...large, words, commitments }, 'summary')).toHaveLength(2);
	await fc.assert(
		fc.asyncProperty(sizes(1), async (size) => {
			expect(await linesOfPages(size, 'summary')).toHaveLength(2);
		}),
		{ numRuns: runs(2), endOnFailure: true }
	);
});

test('with names as long as they can be it takes what it needs, and no page has only a line', async () => {
	const oneSourceLeft = { themes: 4, dimensions: 2, groups: 2, commitments: 15, words: 0 };
	const pictureHigherThanAPage = { themes: 3, dimensions: 4, groups: 3, commitments: 2, words: 3 };
	for (const size of [oneSourceLeft, pictureHigherThanAPage])
		expect(Math.min(...(await linesOfPages(size, 'full')))).toBeGreaterThanOrEqual(FEWEST_LINES);
	await fc.assert(
		fc.asyncProperty(sizes(3), fc.constantFrom<ReportLength>('summary', 'full'), async (size, length) => {
			expect(Math.min(...(await linesOfPages(size, length)))).toBeGreaterThanOrEqual(FEWEST_LINES);
		}),
		{ numRuns: runs(2), endOnFailure: true }
	);
});
