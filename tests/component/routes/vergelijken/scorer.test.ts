import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { computeComparison } from '$lib/domain/comparing/comparison';
import ComparisonScreen from '../../../../src/routes/vergelijken/ComparisonScreen.svelte';
import { occasionOf, whoOf } from '../../../builders/worlds/compared-world';
import { partnershipOf } from '../../../builders/records';
import { runs } from '../../../property-runs';
import { comparedFacts, shiftFacts, type ComparedFacts } from '../../../scorer/comparing';
import { subtract } from '../../../scorer/rational';
import { wrongIn, wrongInShift } from '../../../scorer/shown';
import { anyYears } from '../../../scorer/years';

// No canvas here: what it draws is the browser journeys' matter.
vi.mock('$lib/charts/overview/Radar.svelte', () => ({ default: () => undefined }));

/** What an independent scorer says, beside what a person reads on /vergelijken/: tests/scorer/README.md. */

const textOf = ({ textContent }: Element) => textContent.replace(/\s+/g, ' ').trim();
const nothing = (problems: readonly string[]) => expect(problems.filter((problem) => problem !== '')).toEqual([]);

/** Rows without the one of the columns, as texts of their header and cells. */
function rowsOf(table: HTMLElement): string[][] {
	return within(table)
		.getAllByRole('row', { hidden: true })
		.slice(1)
		.map((row) => [
			textOf(within(row).getByRole('rowheader', { hidden: true })),
			...within(row).getAllByRole('cell', { hidden: true }).map(textOf)
		]);
}

test('every score, change, verdict, theme and gap of the first and the last year', async () => {
	await fc.assert(
		fc.asyncProperty(anyYears, async (years) => {
			const facts = comparedFacts(years);
			const outcome = computeComparison(years.map(occasionOf));
			if (!facts || outcome.kind === 'none') return;
			render(ComparisonScreen, {
				partnership: partnershipOf('verband'),
				comparison: outcome,
				trends: [],
				askedAgainst: null,
				fromInAddress: 0,
				onfrom: () => undefined
			});
			const who = whoOf(outcome, years);
			assertShifts(facts, who);
			assertGaps(facts);
			await assertStatements(facts, who);
			cleanup();
		}),
		{ numRuns: runs(5), endOnFailure: true }
	);
});

function assertShifts({ dimensions, themes, stayed }: ComparedFacts, who: ReadonlyMap<string, string>) {
	const table = screen.getByRole('table', { name: /^Scores van 1 tot 5: eerst/, hidden: true });
	const heads = within(table).getAllByRole('columnheader', { hidden: true }).map(textOf).slice(1);
	const members = heads.map((head) => (head.startsWith('Samen') ? stayed : [who.get(head) ?? '']));
	const rows = rowsOf(table);
	expect(rows).toHaveLength(dimensions.length + themes.length);
	for (const [at, { id, years }] of dimensions.entries()) {
		const [name = '', ...cells] = rows[at] ?? [];
		expect(name).toContain(`Onderdeel ${id}`);
		nothing(
			members.map((some, place) => {
				const over = place === 0 && stayed.length < 2 ? [] : some;
				return wrongInShift(cells[place] ?? 'no cell', shiftFacts(years[0], years.at(-1), over));
			})
		);
	}
	for (const [at, { id, years }] of themes.entries()) {
		const [name = '', ...cells] = rows[dimensions.length + at] ?? [];
		expect(name).toContain(`Thema Thema ${id}`);
		nothing(
			heads.map((head, place) => {
				const scoreIn = (year: (typeof years)[number] | undefined) =>
					place === 0 ? (year?.together ?? null) : (year?.scores.get(who.get(head) ?? '') ?? null);
				const [before, after] = [scoreIn(years[0]), scoreIn(years.at(-1))];
				return wrongInShift(cells[place] ?? 'no cell', {
					before,
					after,
					difference: before && after && subtract(after, before)
				});
			})
		);
	}
}

function assertGaps({ dimensions }: ComparedFacts) {
	const withGap = dimensions.filter(({ years }) => years[0]?.gap ?? years.at(-1)?.gap);
	const table = screen.queryByRole('columnheader', { name: 'Verschil toen', hidden: true })?.closest('table');
	const rows = table ? rowsOf(table) : [];
	expect(rows).toHaveLength(withGap.length);
	for (const [at, { id, years }] of withGap.entries()) {
		const [name, then = '', now = ''] = rows[at] ?? [];
		expect(name).toBe(`Onderdeel ${id}`);
		nothing([wrongIn(then, years[0]?.gap), wrongIn(now, years.at(-1)?.gap)]);
	}
}

/** Of the first dimension, whose row is opened by its button. */
async function assertStatements({ dimensions }: ComparedFacts, who: ReadonlyMap<string, string>) {
	const [first] = dimensions;
	if (!first) throw new Error('there is no dimension');
	await fireEvent.click(screen.getByRole('button', { name: `Onderdeel ${first.id}`, hidden: true }));
	for (const item of first.items) {
		const statement = screen
			.getAllByRole('listitem', { hidden: true })
			.find((one) => textOf(one).startsWith(`Stelling ${item}.`));
		if (!statement) throw new Error(`${item} is nowhere`);
		for (const line of within(statement).getAllByRole('listitem', { hidden: true }).map(textOf)) {
			const [name = '', ...rest] = line.split(': ');
			const one = who.get(name) ?? '';
			const [then = '', now = ''] = rest.join(': ').split(' → ');
			nothing(
				[then, now].map((text, place) => {
					const year = place === 0 ? first.years[0] : first.years.at(-1);
					const found = year?.sides.get(one)?.items.get(item);
					const joint = typeof found?.joint === 'number' ? { top: BigInt(found.joint), bottom: 1n } : null;
					const people = found?.mean ? `(${found.n} ${found.n === 1 ? 'mens' : 'mensen'})` : '';
					return text.includes(people) ? wrongIn(text, found?.mean ?? joint) : `«${text}» for ${people}`;
				})
			);
		}
	}
}
