import type { Commitment } from '$lib/domain/measurement/commitment';
import type { RemovedRecords } from '$lib/storage/bundles/removal';
import { putBackCommitment, putBackRecords, type PutBack } from '$lib/storage/bundles/put-back';
import { guarded, type ShowsProblem } from '$lib/state/guarded';
import { WayBack } from './way-back';

/** Removing, and undoing that for as long as the page is open. */

/** A screen on which something was removed. */
export interface ShowsRemoval<Removed> extends ShowsProblem {
	/** The last thing that was removed; undefined when there is nothing to put back. */
	removed: Removed | undefined;
	/** Dutch: what undoing met that came back meanwhile. */
	notice: string | undefined;
}

/** @param remove gives what it removed; undefined when nothing was left to remove */
export async function removeFrom<Removed>(
	screen: ShowsRemoval<Removed>,
	remove: () => Promise<Removed | undefined>
): Promise<void> {
	await guarded(screen, async () => {
		// A second click finds nothing left to remove, and must not take the undo away.
		screen.removed = (await remove()) ?? screen.removed;
		screen.notice = undefined;
	});
}

/** A screen on which measurements may be removed, with what lies in their letterboxes. */
export interface RemovesMeasurements extends ShowsRemoval<RemovedRecords> {
	/** Ends when the screen is left. */
	readonly wayBack: WayBack;
}

/**
 * As `removeFrom`: no letterbox is emptied before the way back is gone. It is held until the screen is left, also when
 * nothing was left to remove: a press before or after this one may be removing yet.
 */
export async function removeMeasurements(
	screen: RemovesMeasurements,
	remove: () => Promise<RemovedRecords | undefined>
): Promise<void> {
	await screen.wayBack.hold();
	await removeFrom(screen, remove);
}

/** As `undoOn`, also for who leaves while it is put back. */
export async function undoMeasurements(
	screen: RemovesMeasurements,
	undo: (removed: RemovedRecords) => Promise<Undone> = undoRemoval
): Promise<void> {
	const untilDone = new WayBack();
	await untilDone.hold();
	await undoOn(screen, undo);
	untilDone.end();
}

/** Puts back what was removed last, if anything. */
export async function undoOn<Removed>(
	screen: ShowsRemoval<Removed>,
	undo: (removed: Removed) => Promise<Undone>
): Promise<void> {
	const { removed } = screen;
	if (removed === undefined) return;
	await guarded(screen, async () => {
		const { notice, refused } = await undo(removed);
		screen.notice = notice;
		if (!refused) screen.removed = undefined;
	});
}

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

export interface Undone {
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
