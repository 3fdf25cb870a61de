import type { Answer, Score, Trend } from '$lib/domain/measurement/measurement';

/** What a key does in the entry grid. */
export type GridKey<Value> =
	| { kind: 'fill'; value: Value }
	/** Leaves the cell open and moves on. */
	| { kind: 'skip' }
	/** Clears the cell; of an empty cell, the one before. */
	| { kind: 'erase' }
	| { kind: 'move'; by: 1 | -1 }
	| { kind: 'refused' };

type Key = Pick<KeyboardEvent, 'key' | 'code'>;

const answers: Readonly<Record<string, Answer>> = {
	'0': 'unknown',
	...Object.fromEntries([1, 2, 3, 4, 5].map((score) => [String(score), score as Score]))
};

/** Signs as they stand on the paper form, and the first letters of their words. */
const trends: Readonly<Record<string, Trend>> = {
	'+': 'better',
	b: 'better',
	'=': 'same',
	g: 'same',
	'-': 'worse',
	m: 'worse'
};

const trendSigns: Readonly<Record<Trend, string>> = { better: '+', same: '=', worse: '-' };

/**
 * In a cell of a statement. Undefined where the key belongs to the browser: Tab, Enter, shortcuts.
 * @param asksTrend whether there are cells in which «-» is an answer: here it then is a slip, and no skip
 */
export function readAnswerKey({ key, code }: Key, asksTrend: boolean): GridKey<Answer> | undefined {
	if (key === '-' && !asksTrend) return { kind: 'skip' };
	// On a Belgian keyboard the digits in the top row come without Shift: the place of the key tells which one.
	const digit = /^\d$/.test(key) ? key : (/^Digit(\d)$/.exec(code)?.[1] ?? '');
	return readKey(key, answers[digit]);
}

/** In a cell that asks how a dimension goes beside last time. */
export function readTrendKey({ key }: Pick<Key, 'key'>): GridKey<Trend> | undefined {
	return readKey(key, trends[key.toLowerCase()]);
}

function readKey<Value>(key: string, value: Value | undefined): GridKey<Value> | undefined {
	if (key === ' ') return { kind: 'skip' };
	if (key === 'Backspace') return { kind: 'erase' };
	if (key === 'ArrowDown') return { kind: 'move', by: 1 };
	if (key === 'ArrowUp') return { kind: 'move', by: -1 };
	if (value !== undefined) return { kind: 'fill', value };
	return key.length === 1 ? { kind: 'refused' } : undefined;
}

/** The digit that stands for an answer in the grid. */
export function digitOf(answer: Answer | undefined): string {
	if (answer === undefined) return '';
	return answer === 'unknown' ? '0' : String(answer);
}

/** The sign that stands for a trend in the grid. */
export function signOf(trend: Trend | undefined): string {
	return trend === undefined ? '' : trendSigns[trend];
}
