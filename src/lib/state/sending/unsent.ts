import { Outbox } from '$lib/storage/outbox/outbox';
import { OUTBOX } from '$lib/storage/outbox/outbox-name';

/** How many sheets on this device wait to be sent; 0 where nothing can be read. */
export async function countUnsent(): Promise<number> {
	return (await new Outbox(OUTBOX, false).waiting()).length;
}
