import type { Answer, Score } from '$lib/domain/measurement';

/** What a key does in the entry grid. */
export type GridKey =
	| { kind: 'answer'; answer: Answer }
	/** Leaves the item open and moves on. */
	| { kind: 'skip' }
	/** Clears the answer; of an item without one, that of the item before. */
	| { kind: 'erase' }
	| { kind: 'move'; by: 1 | -1 }
	| { kind: 'refused' };

const answers: Readonly<Record<string, Answer>> = {
	'0': 'unknown',
	...Object.fromEntries([1, 2, 3, 4, 5].map((score) => [String(score), score as Score]))
};

/** Undefined where the key belongs to the browser: Tab, Enter, shortcuts. */
export function readGridKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): GridKey | undefined {
	if (key === ' ' || key === '-') return { kind: 'skip' };
	if (key === 'Backspace') return { kind: 'erase' };
	if (key === 'ArrowDown') return { kind: 'move', by: 1 };
	if (key === 'ArrowUp') return { kind: 'move', by: -1 };
	// On a Belgian keyboard the digits in the top row come without Shift: the place of the key tells which one.
	const digit = /^\d$/.test(key) ? key : (/^Digit(\d)$/.exec(code)?.[1] ?? '');
	const answer = answers[digit];
	if (answer !== undefined) return { kind: 'answer', answer };
	return key.length === 1 ? { kind: 'refused' } : undefined;
}

/** The digit that stands for an answer in the grid. */
export function digitOf(answer: Answer | undefined): string {
	if (answer === undefined) return '';
	return answer === 'unknown' ? '0' : String(answer);
}
