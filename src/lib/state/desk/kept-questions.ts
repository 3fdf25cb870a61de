import { isPublished } from '$lib/content/published';
import { loadStatements } from '$lib/content/statements';
import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { checkQuestionnaire } from '$lib/domain/questionnaire/check';
import { readInvitation, writeInvitation } from '$lib/exchange/link/invitation';
import { readClean } from '$lib/exchange/json/read-clean';
import { forget, recall, remember } from '$lib/state/tab-memory';

/**
 * What somebody is filling in on a passed-round device, as this tab keeps it from the first answer until they are
 * handed in: so that after a reload they can be handed back while the measurement itself can not be read any more.
 */

export interface Questions {
	invitation: Invitation;
	questionnaire: Questionnaire;
}

export function keepQuestions({ invitation, questionnaire }: Questions): void {
	const key = keyOf(invitation.measurementId);
	try {
		remember(key, writeInvitation(invitation));
	} catch {
		// Too long for a link: then a reload finds nothing to go on with while storage fails.
		return;
	}
	// The app has its own ones.
	if (!isPublished(questionnaire.id)) remember(`${key} lijst`, JSON.stringify(questionnaire));
}

export function forgetQuestions(measurementId: string): void {
	forget(keyOf(measurementId));
	forget(`${keyOf(measurementId)} lijst`);
}

/** @returns undefined when none is kept, or its questionnaire is not to be had */
export async function keptQuestions(measurementId: string): Promise<Questions | undefined> {
	const fragment = recall(keyOf(measurementId));
	const read = fragment === null ? undefined : readInvitation(fragment);
	if (read?.kind !== 'good' || read.invitation.measurementId !== measurementId) return undefined;
	const questionnaire = await questionnaireOf(read.invitation).catch(() => undefined);
	return questionnaire && { invitation: read.invitation, questionnaire };
}

async function questionnaireOf({ measurementId, questionnaire: ref }: Invitation): Promise<Questionnaire | undefined> {
	if (isPublished(ref.id)) return loadStatements(ref);
	const text = recall(`${keyOf(measurementId)} lijst`);
	const reading = text === null ? undefined : readClean(text);
	const outcome = reading?.kind === 'good' ? checkQuestionnaire(reading.value, 'own') : undefined;
	if (!outcome || outcome.kind === 'refused') return undefined;
	const { id, version } = outcome.questionnaire;
	return id === ref.id && version === ref.version ? outcome.questionnaire : undefined;
}

function keyOf(measurementId: string): string {
	return `samenwerkingsmeter doorgeven ${measurementId}`;
}
