import { UnknownQuestionnaireError } from '$lib/content/published';
import * as published from '$lib/content/questionnaires';
import { WorkEnded } from '$lib/domain/long-work';
import { compareNames } from '$lib/domain/text/compare-text';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { newestOfEach, type QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { loadOwnQuestionnaire, loadOwnQuestionnaires } from '$lib/storage/records/questionnaires';

/** The questionnaires that this device knows: those of the app, and those that people made and keep here. */

/**
 * An own one first: should a later version of the app publish the same id, then a
 * measurement keeps what people answered.
 * @throws UnknownQuestionnaireError when neither the app nor the device has it, StorageError
 */
export async function loadQuestionnaire(ref: QuestionnaireRef): Promise<Questionnaire> {
	const own = await loadOwnQuestionnaire(ref);
	return own ? own.content : published.loadQuestionnaire(ref);
}

/**
 * @returns undefined when neither the app nor the device has it; what could not be read is an error
 * @throws StorageError
 */
export async function loadQuestionnaireIfKnown(ref: QuestionnaireRef): Promise<Questionnaire | undefined> {
	try {
		return await loadQuestionnaire(ref);
	} catch (cause) {
		if (cause instanceof UnknownQuestionnaireError) return undefined;
		throw cause;
	}
}

export interface Questionnaires {
	/** Of the app, the main one first. */
	published: Questionnaire[];
	/** Made by people and kept on this device, by title. */
	own: Questionnaire[];
}

/** The app's own files did not come: no connection, and not fetched before. */
class UnreachableQuestionnairesError extends WorkEnded {
	override name = 'UnreachableQuestionnairesError';

	constructor(options: ErrorOptions) {
		super('De vragenlijsten laden niet. Kijk of je verbinding hebt en laad deze pagina opnieuw.', options);
	}
}

/**
 * The newest version of each questionnaire of the app, the main one first.
 * @throws UnreachableQuestionnairesError
 */
export async function loadPublishedQuestionnaires(): Promise<Questionnaire[]> {
	try {
		return await published.loadNewestQuestionnaires();
	} catch (cause) {
		throw new UnreachableQuestionnairesError({ cause });
	}
}

/**
 * The newest version of each questionnaire.
 * @throws UnreachableQuestionnairesError, StorageError
 */
export async function loadNewestQuestionnaires(): Promise<Questionnaires> {
	const [ofApp, stored] = await Promise.all([loadPublishedQuestionnaires(), loadOwnQuestionnaires()]);
	const taken = new Set(ofApp.map(({ id }) => id));
	const own = stored.map(({ content }) => content).filter(({ id }) => !taken.has(id));
	return { published: ofApp, own: newestOfEach(own).sort((a, b) => compareNames(a.title, b.title)) };
}
