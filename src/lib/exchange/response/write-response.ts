import { inKeyOrder } from '$lib/domain/text/compare-text';
import { MAX_RESPONSE_TEXT } from '$lib/domain/text/file-limits';
import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import { MAX_REVISION, type IndividualResponse } from '$lib/domain/measurement/measurement';
import type { Terms } from '$lib/domain/measurement/terms';
import { cleaned } from '$lib/exchange/json/written-json';

/**
 * Writing the file of a response; apart from reading one, since a participant's page has this in itself, for
 * when nothing else can be loaded.
 */

export const RESPONSE_FORMAT = 'samenwerkingsmeter-invulling';
export const RESPONSE_VERSION = 3;

/**
 * One response with its notes as the text of a file, and the terms that it was answered under;
 * the same gives the same text.
 * @throws RangeError when the response could not be read again
 */
export function writeResponseFile({ id, measurementId, groupId, ...given }: IndividualResponse, terms: Terms): string {
	const { revision } = given;
	const notes = inKeyOrder(given.notes);
	if (measurementId !== terms.measurementId) throw new RangeError('The response is of another measurement');
	if (revision < 1 || revision > MAX_REVISION)
		throw new RangeError(`Not a revision from 1 to ${MAX_REVISION}: ${revision}`);
	if (Object.values(notes).some(({ length }) => length > MAX_NOTE_LENGTH)) throw new RangeError('A note is too long');
	const response = {
		id,
		measurementId,
		groupId,
		revision,
		answers: inKeyOrder(given.answers),
		notes,
		trends: inKeyOrder(given.trends),
		...(given.topics && { topics: given.topics })
	};
	const file = { format: RESPONSE_FORMAT, version: RESPONSE_VERSION, terms, response };
	const text = `${JSON.stringify(file, cleaned, '\t')}\n`;
	if (text.length > MAX_RESPONSE_TEXT) throw new RangeError(`Too large for a file with a response: ${text.length}`);
	return text;
}
