import { StorageError, type StorageProblem } from '$lib/storage/storage-error';
import { inTime, PATIENCE } from '$lib/state/in-time';
import { keptQuestions, type Questions } from './kept-questions';
import { MeasurementDesk } from './measurement-desk.svelte';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { Sheet } from '$lib/state/answering/sheet.svelte';

/** A device that goes from hand to hand, also while its storage fails or hangs. */

/** What says that storage does not do what it should, and nothing about the measurement. */
const FAILING: readonly StorageProblem[] = ['unavailable', 'unreachable', 'unreadable', 'full', 'failed'];

/**
 * The measurement, and a sheet that someone left behind.
 * @param onleft told of that sheet, also when the measurement cannot be read and this tab kept what is needed
 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
 */
export async function openHandOver(
	measurementId: string,
	onleft: (sheet: Sheet | undefined) => void
): Promise<MeasurementDesk> {
	const kept = await keptQuestions(measurementId);
	const opening = openDesk(measurementId);
	try {
		// Who has nothing to go on with has time.
		const { desk, left } = await (kept ? inTime(opening, PATIENCE) : opening);
		onleft(left);
		return desk;
	} catch (cause) {
		if (kept && isStorageFailing(cause)) onleft(await resume(kept));
		throw cause;
	}
}

async function openDesk(measurementId: string): Promise<{ desk: MeasurementDesk; left: Sheet | undefined }> {
	const desk = await MeasurementDesk.open(measurementId);
	return { desk, left: await Sheet.resume(desk.invitation, 'device', loadQuestionnaire) };
}

function resume({ invitation, questionnaire }: Questions): Promise<Sheet | undefined> {
	return Sheet.resume(invitation, 'device', () => questionnaire).catch(() => undefined);
}

/**
 * A new sheet for someone of this group, or the one that somebody left meanwhile. Where it cannot be stored
 * now, they answer all the same.
 * @throws StorageError when that says something of the measurement, or of another tab
 */
export async function beginOnDevice({ invitation, questionnaire }: Questions, groupId: string): Promise<Sheet> {
	try {
		return await inTime(
			Sheet.begin(invitation, groupId, 'device', () => questionnaire),
			PATIENCE
		);
	} catch (cause) {
		if (!isStorageFailing(cause)) throw cause;
		return Sheet.start(invitation, groupId, questionnaire, '', 'device');
	}
}

function isStorageFailing(cause: unknown): boolean {
	return cause instanceof StorageError && FAILING.includes(cause.problem);
}
