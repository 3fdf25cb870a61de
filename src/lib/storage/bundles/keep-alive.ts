import type { StoresIn } from '$lib/storage/transaction';

/**
 * Waits within a transaction for something outside the database. A transaction ends by itself as soon as nothing is
 * asked of it, so something small is asked until the other thing is there.
 */
export async function aliveUntil<Result>(tx: StoresIn<'partnerships'>, other: Promise<Result>): Promise<Result> {
	let settled = false;
	const settle = () => (settled = true);
	other.then(settle, settle);
	while (!isSettled()) await tx.objectStore('partnerships').getKey('');
	return other;

	/** Read anew: it changes while waiting. */
	function isSettled() {
		return settled;
	}
}
