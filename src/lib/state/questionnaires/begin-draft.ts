import { loadWorkbook, orNotHere } from '$lib/exchange/spreadsheet/load-workbook';
import { continued, copyOf, emptyQuestionnaire, type Chance } from '$lib/domain/drafting/begin-draft';
import { draftFromSheet } from '$lib/domain/drafting/sheet-draft';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { cleanText } from '$lib/domain/text/misleading-characters';
import type { StoredQuestionnaireDraft } from '$lib/storage/schema';
import { addQuestionnaireDraft, loadQuestionnaireDrafts } from '$lib/storage/drafts/questionnaire-drafts';
import { newId, newResponseId } from '$lib/state/clock-and-ids';

/** The ways in which a draft begins; each gives the id of a draft that is stored. */

/** As many random digits as a part of a draft needs for its provisional id. */
export const chance: Chance = newResponseId;

/** @throws StorageError */
export function beginEmpty(): Promise<string> {
	return begun(emptyQuestionnaire(chance));
}

/** @throws StorageError */
export function beginCopy(questionnaire: Questionnaire): Promise<string> {
	return begun(copyOf(questionnaire, chance));
}

/**
 * The next version of an own one; a draft that goes on from this version already is taken up again.
 * @throws StorageError
 */
export async function beginNextVersion(questionnaire: Questionnaire): Promise<string> {
	const { id, version } = questionnaire;
	const open = (await loadQuestionnaireDrafts()).find(({ base }) => base?.id === id && base.version === version);
	return open ? open.id : begun(continued(questionnaire), { id, version });
}

/** What became of a workbook: a draft, or everything that is wrong with it, in Dutch; then nothing is stored. */
export type SheetBegun =
	{ kind: 'begun'; draftId: string } | { kind: 'refused'; name: string; problems: readonly string[] };

/** @throws StorageError, Error in Dutch when the reader of workbooks cannot be loaded */
export async function beginFromWorkbook(file: File): Promise<SheetBegun> {
	const name = cleanText(file.name);
	const [{ openWorkbook }, { STATEMENTS_SHEET }] = await orNotHere(
		Promise.all([
			import('$lib/exchange/questionnaire-sheet/open-workbook'),
			import('$lib/exchange/questionnaire-sheet/questionnaire-template')
		])
	);
	const opened = await openWorkbook(file, STATEMENTS_SHEET);
	if (opened.kind === 'refused') return { kind: 'refused', name, problems: [opened.reason] };
	const outcome = draftFromSheet(opened.rows, chance);
	if (outcome.kind === 'refused') return { kind: 'refused', name, problems: outcome.problems };
	const title = name.replace(/\.xlsx$/i, '').slice(0, 120);
	return { kind: 'begun', draftId: await begun({ ...outcome.content, title }) };
}

/** The workbook that people fill in, as a file. @throws Error in Dutch when it cannot be made */
export async function sheetTemplate(): Promise<File> {
	const [{ writeWorkbook }, { questionnaireTemplate }] = await orNotHere(
		Promise.all([loadWorkbook(), import('$lib/exchange/questionnaire-sheet/questionnaire-template')])
	);
	const made = await writeWorkbook(questionnaireTemplate());
	return new File([made], 'sjabloon-vragenlijst.xlsx', { type: made.type });
}

async function begun(content: Questionnaire, base: StoredQuestionnaireDraft['base'] = null): Promise<string> {
	const id = newId();
	await addQuestionnaireDraft({ id, content, base, change: '' });
	return id;
}
