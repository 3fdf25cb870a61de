import type { PartnershipBundle } from '$lib/domain/bundle';
import { z } from '$lib/domain/zod';
import { bundlesProblem } from './exchange-check';
import { jointAnswerSchema, noteSchema } from './exchange-schemas';
import { readJsonFile, type FileKind } from './json-file';
import { good, refused, type Outcome } from './outcome';
import { measurementSchema, partnershipSchema, responseSchema } from './record-schemas';

/** The file for a second laptop before there was the exchange file: only read, and for ever. */
const fileSchema = z.strictObject({
	format: z.literal('samenwerkingsmeter-overdracht'),
	version: z.literal(1),
	partnership: partnershipSchema,
	measurement: measurementSchema,
	responses: z.array(responseSchema),
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

/** One measurement with all that was collected on one laptop. That its items exist, and what may come in, is for others. */
export function readTransferFile(text: string): Outcome<{ bundles: PartnershipBundle[] }> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	const { partnership, measurement, responses, jointAnswers, notes } = read.content;
	const later = { agreedScores: [], commitments: [], reportChoice: null, position: null };
	const bundles = [{ partnership, measurements: [{ measurement, responses, jointAnswers, notes, ...later }] }];
	const problem = bundlesProblem(bundles);
	return problem === undefined ? good({ bundles }) : refused(problem);
}
