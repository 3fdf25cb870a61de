import { judgeIncoming, type Judgement } from '$lib/domain/intake/intake';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { areSameTerms, termsWith, type Terms } from '$lib/domain/measurement/terms';
import { noteWay, putWhenIn } from './responses';
import { asIndividualResponse, readSheet, removeSheet, sheetStores, type KnownSheet } from './sheet-records';
import { mustBeThere } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';

const OTHER_TERMS =
	'Deze antwoorden zijn gegeven met andere afspraken dan die van deze meting: andere groepen, of een andere afspraak over wie wat ziet.';

/**
 * A respondent on a passed-round device is done: the sheet becomes a response and is gone from the device, in one
 * transaction. When the measurement refuses it, the sheet stays.
 * @throws StorageError when nothing was handed in
 */
export async function handInSheet({ responseId, measurementId, terms }: KnownSheet): Promise<Judgement> {
	return write(
		[...sheetStores, 'responses', 'measurements'],
		async (tx) => {
			const sheet = mustBeThere(await tx.objectStore('sheets').get(responseId), 'gone');
			const measurement = mustBeThere(await tx.objectStore('measurements').get(measurementId), 'gone');
			if (!areSameTerms(termsHere(measurement, terms), terms)) return { kind: 'refused', reason: OTHER_TERMS };
			const response = asIndividualResponse(await readSheet(tx, { ...sheet, terms, revision: sheet.revision + 1 }));
			const judgement = judgeIncoming(measurement, await tx.objectStore('responses').get(responseId), response);
			if (judgement.kind === 'refused') return judgement;
			await putWhenIn(tx, judgement, response);
			await noteWay(tx, measurement, 'device');
			await removeSheet(tx, responseId);
			return judgement;
		},
		{ kind: 'response', measurementId }
	);
}

/**
 * What a measurement promises now; while a sheet needs a questionnaire, none with the same id
 * and version takes its place.
 */
function termsHere(measurement: Measurement, { questionnaire }: Terms): Terms {
	return termsWith({ ...measurement, measurementId: measurement.id }, questionnaire.content);
}
