import type { ItemFigures } from '$lib/domain/scoring/figures';
import type { FigureKind } from './figure-kinds';
import { hidden, ifThere, shown, type About, type TableRow } from './table-row';

const countKinds = ['aantal keer 1', 'aantal keer 2', 'aantal keer 3', 'aantal keer 4', 'aantal keer 5'] as const;
const withCounts: readonly FigureKind[] = ['spreiding van de stelling', ...countKinds];

/** The figures of one statement in one group; what is kept back has its row. */
export function* itemRows(about: About, figures: ItemFigures): Generator<TableRow> {
	if (figures.hidden) {
		for (const kind of ['gemiddelde van de stelling', ...withCounts, 'aantal keer weet niet'] as const)
			yield hidden(about, kind);
		return;
	}
	const { mean, spread, counts, n, unknown, joint } = figures;
	yield* ifThere(about, { kind: 'gemiddelde van de stelling', figure: mean, n });
	if (counts === null) for (const kind of withCounts) yield hidden(about, kind);
	else {
		yield* ifThere(about, { kind: 'spreiding van de stelling', figure: spread, n });
		for (const [index, kind] of countKinds.entries()) yield shown(about, { kind, value: counts[index] ?? 0, n });
	}
	yield shown(about, { kind: 'aantal keer weet niet', value: unknown });
	if (joint === 'unknown') yield shown(about, { kind: 'gezamenlijk weet niet', value: 1 });
	else yield* ifThere(about, { kind: 'gezamenlijk antwoord', figure: joint });
}
