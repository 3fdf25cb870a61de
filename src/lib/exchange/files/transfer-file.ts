import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { z } from '$lib/domain/zod';
import { bundlesProblem } from './exchange-check';
import { jointAnswerSchema, noteSchema } from '$lib/exchange/schemas/exchange-schemas-v1';
import { readJsonFile, type FileKind } from '$lib/exchange/json/json-file';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { measurementOfV1, partnershipOfV1, responseOfV1 } from '$lib/exchange/schemas/record-schemas';
import { measurementSchemaV1, partnershipSchemaV1, responseSchemaV1 } from '$lib/exchange/schemas/record-schemas-v1';

/** The file for a second laptop before there was the exchange file: only read, and for ever. */
const fileSchema = z.strictObject({
	format: z.literal('samenwerkingsmeter-overdracht'),
	version: z.literal(1),
	partnership: partnershipSchemaV1,
	measurement: measurementSchemaV1,
	responses: z.array(responseSchemaV1),
	jointAnswers: z.array(jointAnswerSchema),
	notes: z.array(noteSchema)
});

/** In UTF-16 units: 20 MB. */
export const MAX_TRANSFER_FILE = 20_000_000;

export const TRANSFER_FORMAT = 'samenwerkingsmeter-overdracht';

const kind: FileKind<z.infer<typeof fileSchema>> = {
	holds: 'een meting om samen te voegen',
	format: TRANSFER_FORMAT,
	version: 1,
	maxLength: MAX_TRANSFER_FILE,
	schema: fileSchema
};

/**
 * One measurement with all that was collected on one laptop. That its items exist, and what may come in, is for others.
 */
export function readTransferFile(text: string): Outcome<{ bundles: PartnershipBundle[] }> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	const { partnership, measurement, responses, jointAnswers, notes } = read.content;
	const later = { agreedScores: [], commitments: [], reportChoice: null, position: null };
	const collected = { responses: responses.map(responseOfV1), jointAnswers, notes };
	const bundles = [
		{
			partnership: partnershipOfV1(partnership),
			measurements: [{ measurement: measurementOfV1(measurement), ...collected, ...later }]
		}
	];
	const problem = bundlesProblem(bundles);
	return problem === undefined ? good({ bundles }) : refused(problem);
}
