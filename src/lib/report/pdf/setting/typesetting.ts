import { graphemesOf } from '$lib/domain/text/graphemes';
import type { Inline, Text } from '$lib/report/model/report-model';
import { placeInLine, type PlacedRun } from './reading-order';
import type { Face, Run, Weight } from './run';

/** In the order in which they are asked for a character. */
export type FontFiles = Readonly<Partial<Record<Face, ArrayBuffer>>>;

/** What the typesetter needs to know of fonts. */
export interface Faces {
	/** The first font that can draw this character, of this weight if there is one; undefined when none can. */
	faceFor(weight: Weight, character: string): Face | undefined;
	/** In points. */
	width(face: Face, size: number, text: string): number;
	/** Which features of the font this text must be set without; undefined where it can be set with all. */
	without(face: Face, text: string): Readonly<Record<string, false>> | undefined;
}

export interface Line {
	/** In the order in which they are read. */
	runs: readonly PlacedRun[];
	width: number;
	/** As it is read, with what really stands in the place of a placeholder. */
	text: string;
}

/** One piece that is never broken, unless it is wider than a line. */
interface Word {
	runs: Run[];
	width: number;
	/** The space before it, left out at the start of a line. */
	space: Run | null;
	/** Begins a new line whatever fits. */
	forced: boolean;
}

/**
 * Breaks text into lines. Every character of the text is on some line: what no font has becomes a placeholder.
 * @param size of the letters, in points
 * @param width of a line, in points
 */
export function setText(text: Text, size: number, width: number, faces: Faces): Line[] {
	const lines: Line[] = [];
	let runs: Run[] = [];
	let used = 0;
	const endLine = () => {
		lines.push(placeRuns(runs, size, faces));
		runs = [];
		used = 0;
	};
	for (const word of wordsOf(text, size, width, faces)) {
		const space = runs.length > 0 && word.space ? faces.width(word.space.face, size, word.space.text) : 0;
		// A space at the end of a line stays, unseen: who listens or copies would otherwise get two words in one.
		if (word.space && runs.length > 0) runs.push(word.space);
		if (word.forced || (runs.length > 0 && used + space + word.width > width)) endLine();
		used += word.width + (runs.length > 0 ? space : 0);
		runs.push(...word.runs);
	}
	if (runs.length > 0 || lines.length === 0) endLine();
	return lines;
}

function wordsOf(text: Text, size: number, width: number, faces: Faces): Word[] {
	const words: Word[] = [];
	let word: Word = emptyWord();
	const endWord = () => {
		if (word.runs.length > 0 || word.forced) words.push(word);
		word = emptyWord();
	};
	for (const inline of text) {
		for (const run of runsOf(inline, faces)) {
			if (run.text === '\n') {
				endWord();
				word.forced = true;
			} else if (run.text === ' ') {
				if (word.runs.length > 0) endWord();
				word.space = run;
			} else {
				const wide = faces.width(run.face, size, run.text);
				if (word.width + wide > width && word.runs.length > 0) endWord();
				word.runs.push(run);
				word.width += wide;
				if (/[-/–—]$/.test(run.text)) endWord();
			}
		}
	}
	endWord();
	return words;
}

const emptyWord = (): Word => ({ runs: [], width: 0, space: null, forced: false });

/** One run for each character as people see it. */
function runsOf({ text, look }: Inline, faces: Faces): Run[] {
	const weight = look === 'strong' ? 'bold' : 'regular';
	const muted = look === 'muted';
	return graphemesOf(readable(text)).map((sign): Run => {
		if (sign === '\n' || sign === ' ') return { text: sign, face: weight, muted, original: null };
		const face = faces.faceFor(weight, sign);
		if (face) return { text: sign, face, muted, original: null };
		return { text: placeholderOf(sign), face: weight, muted, original: sign };
	});
}

/** One way to write each letter, plain spaces, and nothing that only steers a screen. */
function readable(text: string): string {
	return text
		.normalize('NFC')
		.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
		.replace(/[\t\u2000-\u200A\u202F\u3000]/g, ' ')
		.replace(/[^\P{C}\n\u200C\u200D]/gu, '')
		.replace(/(?<!\p{L}\p{M}*)\u200C|\u200C(?!\p{L})/gu, '')
		.replace(/(?<!\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D/gu, '');
}

function placeholderOf(character: string): string {
	return /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(character) ? '[emoji]' : '[?]';
}

/** Neighbours that look the same become one run; each gets its place on the line. */
function placeRuns(pieces: readonly Run[], size: number, faces: Faces): Line {
	const joined: Run[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (last && looksLike(last, piece)) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
		else joined.push(piece);
	}
	const placed = placeInLine(joined, ({ face, text }) => faces.width(face, size, text));
	return { ...placed, text: joined.map(({ text, original }) => original ?? text).join('') };
}

function looksLike(a: Run, b: Run): boolean {
	return a.face === b.face && a.muted === b.muted && a.original === null && b.original === null;
}
