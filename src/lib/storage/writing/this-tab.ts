import { randomName } from '$lib/storage/random-name';

const BYTES = 5;
let name: string | undefined;

/** What this tab is called in the edits of a record, as long as it is open: nothing of the device or of when. */
export function thisTab(): string {
	return (name ??= randomName(BYTES));
}
