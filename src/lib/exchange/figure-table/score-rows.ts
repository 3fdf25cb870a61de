import type { DimensionFigures, GroupFigures } from '$lib/domain/scoring/figures';
import { foundDimensions, type FoundDimension } from '$lib/domain/words/score-rows';
import { figureCell } from '$lib/exchange/spreadsheet/cells';
import type { FigureKind } from './figure-kinds';
import { itemRows } from './item-rows';
import { ABOUT_ALL, hidden, ifThere, shown, type About, type TableInput, type TableRow } from './table-row';

/** All figures of the dimensions, their statements and the themes, as they may show. */
export function* scoreRows(input: TableInput): Generator<TableRow> {
	const found = foundDimensions(input);
	for (const one of found) yield* dimensionRows(one);
	for (const theme of input.questionnaire.themes) {
		const own = found.filter((one) => one.theme.id === theme.id).map(({ figures }) => figures);
		const figures = input.figures.themes.find(({ themeId }) => themeId === theme.id);
		if (!figures) continue;
		const about = { ...ABOUT_ALL, theme };
		for (const { groupId, score } of figures.groups) {
			const sides = own.flatMap(({ groups }) => groups.filter((side) => side.groupId === groupId));
			yield scoreRow({ ...about, groupId }, 'themascore van de groep', { score, sides });
		}
		yield scoreRow(about, 'themascore', { score: figures.score, sides: own.flatMap(({ groups }) => groups) });
	}
}

function* dimensionRows({ theme, dimension, figures, agreed }: FoundDimension): Generator<TableRow> {
	const about = { ...ABOUT_ALL, theme, dimension };
	for (const side of figures.groups) {
		const ofGroup = { ...about, groupId: side.groupId };
		yield* sideRows(ofGroup, side);
		for (const item of dimension.items) {
			const own = side.items.find(({ itemId }) => itemId === item.id);
			if (own) yield* itemRows({ ...ofGroup, item }, own);
		}
	}
	yield* togetherRows(about, figures);
	yield* ifThere(about, { kind: 'afgesproken score', figure: agreed?.score });
}

function* togetherRows(about: About, { score, gap, groups }: DimensionFigures): Generator<TableRow> {
	yield scoreRow(about, 'samenwerkingsscore', { score, sides: groups });
	yield* ifThere(about, { kind: 'verschil', figure: gap?.size });
}

/** One over several sides: kept back when that is so of one of those that lack a score. */
function scoreRow(
	about: About,
	kind: FigureKind,
	{ score, sides }: Pick<DimensionFigures, 'score'> & { sides: readonly GroupFigures[] }
): TableRow {
	const isKeptBack = score === null && sides.some((side) => side.score === null && side.hidden);
	return isKeptBack ? hidden(about, kind) : shown(about, { kind, value: figureCell(score) });
}

const ofPersons: readonly FigureKind[] = ['laagste score', 'hoogste score', 'score van mensen'];
const ofAnswers: readonly FigureKind[] = ['gegeven antwoorden', 'waarvan weet niet'];

function* sideRows(about: About, side: GroupFigures): Generator<TableRow> {
	if (side.hidden) {
		for (const kind of [
			'score van de groep',
			...ofPersons,
			'spreiding van de groep',
			'verdeeld',
			...ofAnswers
		] as const)
			yield hidden(about, kind);
		return;
	}
	const basis = side.basis === 'individual' ? 'personen' : side.basis && 'gezamenlijk antwoord';
	yield shown(about, { kind: 'score van de groep', value: figureCell(side.score), n: side.n, basis });
	yield* ifThere(about, { kind: 'gezamenlijke score', figure: side.joint });
	yield* personFigures(about, side);
	yield* spreadFigures(about, side);
	if (side.items.every((item) => item.hidden)) for (const kind of ofAnswers) yield hidden(about, kind);
	else {
		yield shown(about, { kind: 'gegeven antwoorden', value: side.given });
		yield shown(about, { kind: 'waarvan weet niet', value: side.unknown });
	}
	yield* ifThere(about, { kind: 'liet iets open', figure: side.leftOpen });
}

function* personFigures(about: About, { basis, range, n, distribution }: GroupFigures): Generator<TableRow> {
	if (basis !== 'individual') return;
	if (range === null) {
		for (const kind of ofPersons) yield hidden(about, kind);
		return;
	}
	yield* ifThere(about, { kind: 'laagste score', figure: range.lowest, n });
	yield* ifThere(about, { kind: 'hoogste score', figure: range.highest, n });
	for (const { score, count } of distribution)
		yield* ifThere(about, { kind: 'score van mensen', figure: score, n: count });
}

/** Whether a group is divided shows beside the marks of its persons; how far they lie apart only beside counts. */
function* spreadFigures(about: About, { basis, range, items, spread, divided }: GroupFigures): Generator<TableRow> {
	const isKeptBack = items.some(({ counts }) => counts === null);
	if (isKeptBack) yield hidden(about, 'spreiding van de groep');
	else yield* ifThere(about, { kind: 'spreiding van de groep', figure: spread });
	if (basis === 'individual' && range === null) yield hidden(about, 'verdeeld');
	else if (isKeptBack || spread !== null) yield shown(about, { kind: 'verdeeld', value: divided ? 1 : 0 });
}
