import type { Invitation } from '$lib/domain/measurement/measurement';
import { termsOf } from '$lib/domain/measurement/terms';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { KnownSheet, SheetOf } from '$lib/storage/records/sheet-records';
import { beginSheet } from '$lib/storage/records/sheets';
import { newResponseId } from '$lib/state/clock-and-ids';
import { findSheet, type FoundSheet } from './found-sheet';

/** @throws UnknownQuestionnaireError */
export type FindQuestionnaire = (ref: Invitation['questionnaire']) => Questionnaire | Promise<Questionnaire>;

/** What a sheet begins from. */
export interface OpenedSheet {
	stored: KnownSheet;
	questionnaire: Questionnaire;
	/** What there is of it on this device; undefined: nothing yet, all of it is still to be stored. */
	found: FoundSheet | undefined;
}

/**
 * A new sheet for someone of this group, stored already.
 * @param find gives the questionnaire of an invitation: a phone has it from its link
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function begunSheet(
	invitation: Invitation,
	groupId: string,
	way: SheetOf['way'],
	find: FindQuestionnaire
): Promise<OpenedSheet> {
	const questionnaire = await find(invitation.questionnaire);
	const loaded = await beginSheet(newSheet({ terms: termsOf(invitation, questionnaire), way }, invitation, groupId));
	return { stored: loaded.sheet, questionnaire, found: { loaded, kept: undefined, storedIn: null } };
}

/**
 * As `begunSheet` on a phone, without waiting: it is stored before its first answer is. When there is one on this
 * device already it goes on with that one, and keeps what was answered meanwhile.
 * @param link what stands in the address from # on, to come back by
 */
export function startedSheet(
	invitation: Invitation,
	groupId: string,
	questionnaire: Questionnaire,
	link = '',
	way: SheetOf['way'] = 'phone'
): OpenedSheet {
	const begun = newSheet({ terms: termsOf(invitation, questionnaire), way }, invitation, groupId);
	return { stored: { ...begun, link }, questionnaire, found: undefined };
}

/**
 * The sheet that is on this device already, finished or not, with what this tab kept of it; only under the same terms.
 * @param find as for `begunSheet`
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function resumedSheet(
	invitation: Invitation,
	way: SheetOf['way'],
	find: FindQuestionnaire
): Promise<OpenedSheet | undefined> {
	const questionnaire = await find(invitation.questionnaire);
	const of = { terms: termsOf(invitation, questionnaire), way };
	const found = await findSheet(of);
	if (!found) return undefined;
	return { stored: found.loaded ? found.loaded.sheet : sheetOf(found.kept, of, invitation), questionnaire, found };
}

function newSheet(of: SheetOf, invitation: Invitation, groupId: string): KnownSheet {
	return sheetOf({ responseId: newResponseId(), groupId, revision: 0, finished: false }, of, invitation);
}

function sheetOf(
	{ responseId, groupId, revision, finished }: Pick<KnownSheet, 'responseId' | 'groupId' | 'revision' | 'finished'>,
	{ terms, way }: SheetOf,
	invitation: Invitation
): KnownSheet {
	const { measurementId } = invitation;
	return { responseId, groupId, way, invitation, measurementId, terms, revision, finished };
}
