import type { Good, Outcome } from '$lib/exchange/outcome';

/** A good outcome with what it holds; a refusal fails the test with its reason. */
export function goodOf<T extends object>(outcome: Outcome<T>): Good<T> {
	if (outcome.kind === 'refused') throw new Error(outcome.reason);
	return outcome;
}

/** The reason of a refusal; a good outcome fails the test. */
export function reasonOf(outcome: Outcome<object>): string {
	if (outcome.kind === 'good') throw new Error('It was not refused');
	return outcome.reason;
}
