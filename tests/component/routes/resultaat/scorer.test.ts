import { cleanup, render, screen, within } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import TafelPicture from '$lib/charts/tafel/TafelPicture.svelte';
import { scoreRows, themeRows } from '$lib/domain/words/score-rows';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import type { Result } from '$lib/state/results/result';
import ScoreTable from '$lib/ui/tables/ScoreTable.svelte';
import AllStatements from '../../../../src/routes/resultaat/AllStatements.svelte';
import { reportSource } from '../../../builders/report-source';
import { roomOf } from '../../../builders/worlds/scored-world';
import { tafelFor } from '../../../builders/tafel';
import { runs } from '../../../property-runs';
import { gapOf, meanOfAll, sideFacts, type ItemFacts, type World } from '../../../scorer/scorer';
import { firstFigure, wrongIn } from '../../../scorer/shown';
import { anyWorld } from '../../../scorer/worlds';

/** What an independent scorer says, beside what a person reads on the result page: tests/scorer/README.md. */

function assertWorlds(count: number, hold: (world: World) => void) {
	fc.assert(
		fc.property(anyWorld, (world) => {
			hold(world);
			cleanup();
		}),
		// A world with twenty people a group is not made smaller within a minute.
		{ numRuns: runs(count), endOnFailure: true }
	);
}

const textOf = ({ textContent }: Element) => textContent.replace(/\s+/g, ' ').trim();
const nothing = (problems: readonly string[]) => expect(problems.filter((problem) => problem !== '')).toEqual([]);
const dimensionsOf = (world: World) => world.themes.flatMap((theme) => theme.dimensions);
const sidesOf = (world: World, items: readonly string[]) => world.groups.map(({ id }) => sideFacts(world, id, items));

/** Cells by the header of their row; hidden: what is folded away is read too, and roles are found at once. */
function rowsOf(table: HTMLElement): Map<string, string[]> {
	const rows = within(table).getAllByRole('row', { hidden: true });
	return new Map(
		rows.flatMap((row) => {
			const name = within(row).queryByRole('rowheader', { hidden: true });
			const cells = within(row).queryAllByRole('cell', { hidden: true });
			return name ? [[textOf(name), cells.map(textOf)] as const] : [];
		})
	);
}

test('in the table: every score, how many people, the samenwerkingsscore, the gap and the themes', () => {
	assertWorlds(6, (world) => {
		const { result } = reportSource(roomOf(world));
		const names = result.measurement.groups.map(({ name }) => name);
		render(ScoreTable, { caption: 'Scores', sides: names, rows: scoreRows(result), themes: themeRows(result) });
		const rows = rowsOf(screen.getByRole('table', { name: 'Scores' }));
		for (const { id, items } of dimensionsOf(world)) {
			const cells = rows.get(`Onderdeel ${id}`) ?? [];
			const sides = sidesOf(world, items);
			const scores = sides.map((side) => side?.score ?? null);
			nothing(
				[...scores, meanOfAll(scores), gapOf(scores)].map((score, place) => wrongIn(cells[place] ?? 'no cell', score))
			);
			const people = cells.slice(0, sides.length).map((cell) => Number(/(\d+) mens/.exec(cell)?.[1] ?? 0));
			expect(people).toEqual(sides.map((side) => (side?.basis === 'personen' ? side.n : 0)));
		}
		for (const { id, dimensions } of world.themes) {
			const cells = rows.get(`Thema Thema ${id}`) ?? [];
			const scores = dimensions.map(({ items }) => sidesOf(world, items).map((side) => side?.score ?? null));
			const own = world.groups.map((_, place) => meanOfAll(scores.map((sides) => sides[place] ?? null)));
			nothing(
				[...own, meanOfAll(scores.map(meanOfAll))].map((score, place) => wrongIn(cells[place] ?? 'no cell', score))
			);
		}
	});
});

test('in the picture: the mean, the marks of people and the gap of every row', () => {
	assertWorlds(6, (world) => {
		const tafel = tafelFor(roomOf(world));
		render(TafelPicture, { tafel, description: 'De tafel' });
		const rows = within(screen.getByRole('figure', { name: 'De tafel' })).getAllByRole('listitem', { hidden: true });
		for (const { id, items } of dimensionsOf(world)) {
			const row = rows.find((one) => textOf(one).includes(`Onderdeel ${id}`));
			const words = row && within(row).getByRole('img', { hidden: true }).getAttribute('aria-label');
			const parts = (words ?? '').split('; ');
			const sides = sidesOf(world, items);
			const gap = gapOf(sides.map((side) => side?.score ?? null));
			nothing([wrongIn(parts.find((part) => part.startsWith('verschil'))?.replace('verschil ', '') ?? '', gap)]);
			for (const [place, side] of sides.entries()) {
				const own = (parts.find((part) => part.startsWith(`Kant ${place + 1} `)) ?? '').replace(/^Kant \d /, '');
				const mean = own.replace(/^(gemiddeld|samen geantwoord) /, '');
				nothing([wrongIn(mean, side?.score)]);
				if (side?.score) expect(own.startsWith('samen geantwoord')).toBe(side.basis !== 'personen');
				const marks = [...own.matchAll(/(\d+) op /g)].reduce((sum, [, count]) => sum + Number(count), 0);
				expect(marks).toBe(side?.marks?.length ?? 0);
				expect(own.includes('mensen verborgen')).toBe(Boolean(side?.score) && side?.marks === null);
			}
		}
	});
});

test('in the statements: counts, or only a mean, or that it is hidden', () => {
	assertWorlds(4, (world) => {
		const { result } = reportSource(roomOf(world));
		render(AllStatements, { result: result as Result });
		for (const { id, items } of dimensionsOf(world)) {
			const part = screen.getByRole('heading', { name: `Onderdeel ${id}`, hidden: true }).parentElement;
			if (!part) throw new Error(`${id} is nowhere`);
			const sides = sidesOf(world, items);
			const rows = within(part).getAllByRole('row', { hidden: true }).slice(1);
			for (const [at, item] of items.entries()) {
				const cells = within(rows[at] ?? part).getAllByRole('cell', { hidden: true });
				nothing(sides.map((side, place) => wrongStatement(cells[place], side?.items.get(item) ?? null)));
			}
		}
	});
});

function wrongStatement(cell: HTMLElement | undefined, facts: ItemFacts | null): string {
	if (!cell) return 'no cell';
	const text = textOf(cell);
	if (!facts) return text === HIDDEN_WORDS ? '' : `«${text}» for hidden`;
	if (facts.n + facts.unknown === 0) return firstFigure(text) === undefined || facts.joint !== null ? '' : text;
	const counts = within(cell).queryByRole('img', { hidden: true })?.getAttribute('aria-label') ?? null;
	const said = counts && [...counts.matchAll(/\d: (\d+)/g)].map(([, count]) => Number(count)).join();
	if (said !== (facts.counts && facts.counts.join())) return `«${counts}» for ${facts.counts?.join()}`;
	const people = Number(/(\d+) mens/.exec(text.replace(/^\d,\d+ /, ''))?.[1]);
	const unknown = Number(/(\d+) × /.exec(text)?.[1] ?? 0);
	if (people !== facts.n || unknown !== facts.unknown) return `«${text}» for ${facts.n} and ${facts.unknown}`;
	return facts.counts || !facts.mean ? '' : wrongIn(text, facts.mean);
}
