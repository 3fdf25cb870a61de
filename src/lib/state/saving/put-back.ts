import type { Commitment } from '$lib/domain/measurement/commitment';
import type { RemovedRecords } from '$lib/storage/records/partnerships';
import { putBackCommitment, putBackRecords, type PutBack } from '$lib/storage/bundles/put-back';

/** Undoing a removal. */

/**
 * @returns what was met, in Dutch, when not all is as it was, and whether something stays away
 * @throws StorageError when nothing was put back
 */
export async function undoRemoval(removed: RemovedRecords): Promise<Undone> {
	return undone(await putBackRecords(removed));
}

/** As `undoRemoval`, for one commitment. */
export async function undoCommitment(removed: Commitment): Promise<Undone> {
	return undone(await putBackCommitment(removed));
}

interface Undone {
	notice: string | undefined;
	refused: boolean;
}

function undone({ met, refused }: PutBack): Undone {
	return { notice: refused ? STAYS_AWAY : met ? MET : undefined, refused };
}

const STAYS_AWAY =
	'Niet alles kon terug: intussen staat er iets anders op dit toestel met hetzelfde nummer. Wat er nu staat, blijft.';
const MET =
	'Teruggezet. Een deel was intussen al terug op dit toestel, en is daar anders. Wat er nu staat, bleef; wat ontbrak, is erbij gezet. Kijk even na of alles klopt.';
