import type { IndividualResponse, Measurement } from '$lib/domain/measurement';
import { z } from '$lib/domain/zod';
import { strangeToMeasurement } from './belongs';
import { readJsonFile, type FileKind } from './json-file';
import { good, refused, type Outcome } from './outcome';
import { responseOfV1, responseSchema } from './record-schemas';
import { responseSchemaV1 } from './record-schemas-v1';
import { MAX_RESPONSE_FILE, RESPONSE_FORMAT, RESPONSE_VERSION } from './write-response';

const fileSchema = z.strictObject({
	format: z.literal(RESPONSE_FORMAT),
	version: z.literal(RESPONSE_VERSION),
	response: responseSchema
});

/** Version 1, without trends, opens for ever: this shape never changes. */
const fileFromV1 = z
	.strictObject({ format: fileSchema.shape.format, version: z.literal(1), response: responseSchemaV1 })
	.transform(({ format, response }): z.infer<typeof fileSchema> => ({
		format,
		version: RESPONSE_VERSION,
		response: responseOfV1(response)
	}));

const kind: FileKind<z.infer<typeof fileSchema>> = {
	holds: 'een invulling',
	format: RESPONSE_FORMAT,
	version: RESPONSE_VERSION,
	maxLength: MAX_RESPONSE_FILE,
	schema: fileSchema,
	earlier: new Map([[1, fileFromV1]])
};

/** What a file is read against: the measurement that takes the response in, and what its questionnaire holds. */
export interface ResponseFileContext {
	measurement: Pick<Measurement, 'id' | 'groups' | 'privacy' | 'asksTrend'>;
	itemIds: readonly string[];
	dimensionIds: readonly string[];
}

export function readResponseFile(
	text: string,
	{ measurement, itemIds, dimensionIds }: ResponseFileContext
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
	const dimensions = new Set(dimensionIds);
	if (!Object.keys(response.trends).every((dimensionId) => dimensions.has(dimensionId))) {
		return refused(
			'Deze invulling zegt iets over een onderdeel dat niet in de vragenlijst van deze meting staat. Laat ze opnieuw invullen met de link van deze meting.'
		);
	}
	return good({ response });
}
