import type { IndividualResponse, Measurement } from '$lib/domain/measurement';
import { z } from '$lib/domain/zod';
import { strangeToMeasurement } from './belongs';
import { inKeyOrder, readJsonFile, writeJsonFile, type FileKind } from './json-file';
import { good, refused, type Outcome } from './outcome';
import { responseSchema } from './record-schemas';

const fileSchema = z.strictObject({
	format: z.literal('samenwerkingsmeter-invulling'),
	version: z.literal(1),
	response: responseSchema
});

/** In UTF-16 units: 1 MB. */
export const MAX_RESPONSE_FILE = 1_000_000;

const kind: FileKind<z.infer<typeof fileSchema>> = {
	holds: 'een invulling',
	format: 'samenwerkingsmeter-invulling',
	version: 1,
	maxLength: MAX_RESPONSE_FILE,
	schema: fileSchema
};

/**
 * One response with its notes as the text of a file; the same response gives the same text.
 * @throws ZodError or RangeError when the response could not be read again
 */
export function writeResponseFile(response: IndividualResponse): string {
	const ordered = { ...response, answers: inKeyOrder(response.answers), notes: inKeyOrder(response.notes) };
	return writeJsonFile({ format: kind.format, version: kind.version, response: ordered }, kind);
}

/** @param context the measurement that takes the response in, and all items of its questionnaire */
export function readResponseFile(
	text: string,
	{ measurement, itemIds }: { measurement: Pick<Measurement, 'id' | 'groups' | 'privacy'>; itemIds: readonly string[] }
): Outcome<{ response: IndividualResponse }> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	const { response } = read.content;
	const strange = strangeToMeasurement(response, measurement);
	if (strange !== undefined) return refused(strange);
	const known = new Set(itemIds);
	const named = [...Object.keys(response.answers), ...Object.keys(response.notes)];
	if (!named.every((itemId) => known.has(itemId))) {
		return refused(
			'Deze invulling bevat een stelling die niet in de vragenlijst van deze meting staat. Laat ze opnieuw invullen met de link van deze meting.'
		);
	}
	return good({ response });
}
