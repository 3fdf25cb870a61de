import type { Judgement } from '$lib/domain/intake/intake';
import { handInSheet } from '$lib/storage/records/hand-in';
import type { Sheet } from './sheet.svelte';

/**
 * On a passed-round device: hands the answers in and forgets them here. Apart from the sheet, so that a
 * participant's page is without it.
 * @throws StorageError when they are not handed in
 */
export function handIn(sheet: Sheet): Promise<Judgement> {
	return sheet.handingOver.handInBy(handInSheet);
}
