import { graphemesOf } from '$lib/domain/text/graphemes';
import bidiFactory from 'bidi-js';
import type { Run } from './run';

/** A run that is drawn in one piece. */
export interface PlacedRun extends Run {
	/** From the start of the line, in points. */
	x: number;
	/** As it is read, where it is drawn from right to left. */
	readAs: string | null;
}

/** A piece of a run that goes one way. */
interface Piece {
	run: Run;
	/** Of its first character in the line's text, as it is read. */
	start: number;
	text: string;
	backwards: boolean;
}

const bidi = bidiFactory();
/** Letters of which the typesetter itself puts the first at the right: those that pdfkit's font library reverses. */
const WRITTEN_BACKWARDS = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const STAND_IN = '\uFFFC';

/**
 * Gives each run of a line its place. Text from right to left (Arabic, Hebrew) stands as the Unicode bidirectional
 * algorithm puts it in a line of Dutch; the runs come in the order in which they are read.
 * @param widthOf a run, in points
 */
export function placeInLine(runs: readonly Run[], widthOf: (run: Run) => number): { runs: PlacedRun[]; width: number } {
	const pieces = runs.some(({ text, original }) => WRITTEN_BACKWARDS.test(original ?? text))
		? piecesAsSeen(runs)
		: runs.map((run, index): Piece => ({ run, start: index, text: run.text, backwards: false }));
	let x = 0;
	const placed = pieces.map(({ run, start, text, backwards }) => {
		const drawn = backwards && run.original === null ? textToDraw(text) : text;
		const at = { ...run, text: drawn, x, readAs: backwards && run.original === null ? text : null };
		x += widthOf(at);
		return { at, start };
	});
	return { runs: placed.sort((a, b) => a.start - b.start).map(({ at }) => at), width: x };
}

/** The pieces of a line from left to right. */
function piecesAsSeen(runs: readonly Run[]): Piece[] {
	// What stands for a missing character is neither one way nor the other.
	const parts = runs.map(({ text, original }) => (original === null ? text : STAND_IN.repeat(text.length)));
	const owners = runs.flatMap((run) => Array.from({ length: run.text.length }, () => run));
	const line = parts.join('');
	const found = bidi.getEmbeddingLevels(line, 'ltr');
	const pieces: { run: Run; indices: number[] }[] = [];
	for (const index of bidi.getReorderedIndices(line, found)) {
		const run = owners[index];
		const last = pieces.at(-1);
		const before = last?.indices.at(-1) ?? -Infinity;
		const goesOn = last && last.run === run && goesOnAfter(last.indices, index, isOdd(found.levels[before]));
		if (goesOn) last.indices.push(index);
		else if (run) pieces.push({ run, indices: [index] });
	}
	const text = runs.map((run) => run.text).join('');
	return pieces.map(({ run, indices }) => {
		const start = Math.min(...indices);
		const backwards = isOdd(found.levels[start]);
		return { run, start, text: text.slice(start, Math.max(...indices) + 1), backwards };
	});
}

const isOdd = (level: number | undefined) => (level ?? 0) % 2 === 1;

function goesOnAfter(indices: readonly number[], index: number, backwards: boolean): boolean {
	return index === (indices.at(-1) ?? 0) + (backwards ? -1 : 1);
}

/** Letters that are written backwards are turned when they are set; brackets and the like here, and mirrored. */
function textToDraw(text: string): string {
	if (WRITTEN_BACKWARDS.test(text)) return text;
	return graphemesOf(text)
		.map((sign) => bidi.getMirroredCharacter(sign) ?? sign)
		.reverse()
		.join('');
}
