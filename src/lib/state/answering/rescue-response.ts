import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import type { Terms } from '$lib/domain/measurement/terms';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import type { SavedFile } from '$lib/state/saving/saved-file';

/**
 * One person's answers as a file to take in where answers come in. Apart from the other files: a
 * participant's page has this in itself.
 * @throws RangeError when they could not be read again
 */
export function rescueResponse(response: IndividualResponse, terms: Terms): SavedFile {
	return { name: `antwoorden-${response.id}.json`, text: writeResponseFile(response, terms) };
}
