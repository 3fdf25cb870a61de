import { z } from '$lib/domain/zod';
import { strangeToMeasurement } from './belongs';
import { compareText, inKeyOrder, readJsonFile, writeJsonFile, type FileKind } from './json-file';
import { good, refused, type Outcome } from './outcome';
import {
	answerSchema,
	groupIdSchema,
	itemIdSchema,
	measurementSchema,
	noteTextSchema,
	partnershipSchema,
	responseSchema
} from './record-schemas';

const jointAnswerSchema = z.strictObject({
	groupId: groupIdSchema,
	itemId: itemIdSchema,
	answer: answerSchema,
	/** Counts up with every change of this answer. */
	revision: z.int().min(1)
});

const noteSchema = z.strictObject({ itemId: itemIdSchema, text: noteTextSchema });

const contents = {
	partnership: partnershipSchema,
	measurement: measurementSchema,
	responses: z.array(responseSchema),
	jointAnswers: z.array(jointAnswerSchema),
	notes: z.array(noteSchema)
};

const fileSchema = z.strictObject({
	format: z.literal('samenwerkingsmeter-overdracht'),
	version: z.literal(1),
	...contents
});

/** The joint answer of a group to one item; only in an open measurement. */
export type TransferredJointAnswer = z.infer<typeof jointAnswerSchema>;
/** The note of the room on one item; only in an open measurement. */
export type TransferredNote = z.infer<typeof noteSchema>;
type TransferFile = z.infer<typeof fileSchema>;
/** One measurement with all that was collected on one laptop. */
export type Transfer = Omit<TransferFile, 'format' | 'version'>;

/** In UTF-16 units: 20 MB. */
export const MAX_TRANSFER_FILE = 20_000_000;

const kind: FileKind<TransferFile> = {
	holds: 'een meting om samen te voegen',
	format: 'samenwerkingsmeter-overdracht',
	version: 1,
	maxLength: MAX_TRANSFER_FILE,
	schema: fileSchema
};

/**
 * The text of the file. Sorted by id: the order tells nothing of who answered first, and the same content gives the same text.
 * @throws ZodError or RangeError when it could not be read again
 */
export function writeTransferFile(transfer: Transfer): string {
	const problem = transferProblem(transfer);
	if (problem !== undefined) throw new RangeError(problem);
	return writeJsonFile({ format: kind.format, version: kind.version, ...canonical(transfer) }, kind);
}

/**
 * Reads such a file, sorted as it is written. That the items are in the questionnaire is for whoever has the questionnaire
 * to check; so is what may be merged.
 */
export function readTransferFile(text: string): Outcome<{ transfer: Transfer }> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	const { partnership, measurement, responses, jointAnswers, notes } = read.content;
	const transfer = { partnership, measurement, responses, jointAnswers, notes };
	const problem = transferProblem(transfer);
	return problem === undefined ? good({ transfer: canonical(transfer) }) : refused(problem);
}

function canonical(transfer: Transfer): Transfer {
	return {
		...transfer,
		responses: transfer.responses
			.map((response) => ({ ...response, answers: inKeyOrder(response.answers), notes: inKeyOrder(response.notes) }))
			.sort((a, b) => compareText(a.id, b.id)),
		jointAnswers: [...transfer.jointAnswers].sort(
			(a, b) => compareText(a.groupId, b.groupId) || compareText(a.itemId, b.itemId)
		),
		notes: [...transfer.notes].sort((a, b) => compareText(a.itemId, b.itemId))
	};
}

/** What its parts say against each other, in Dutch; undefined when nothing. */
function transferProblem(transfer: Transfer): string | undefined {
	const { partnership, measurement, responses, jointAnswers, notes } = transfer;
	if (measurement.partnershipId !== partnership.id)
		return contradicts('de meting hoort bij een ander samenwerkingsverband');
	if (hasTwice(responses.map((response) => response.id))) return contradicts('een invulling staat er twee keer in');
	for (const response of responses) {
		if (strangeToMeasurement(response, measurement) !== undefined) {
			return contradicts('een van de invullingen past niet bij de meting');
		}
	}
	if (measurement.privacy.mode === 'anoniem' && jointAnswers.length + notes.length > 0) {
		return contradicts('de meting is anoniem, maar er zitten gezamenlijke antwoorden of notities in');
	}
	return jointProblem(transfer);
}

function jointProblem({ measurement, jointAnswers, notes }: Transfer): string | undefined {
	const groups = new Set(measurement.groups.map((group) => group.id));
	if (!jointAnswers.every((joint) => groups.has(joint.groupId))) {
		return contradicts('een gezamenlijk antwoord hoort bij een onbekende groep');
	}
	if (hasTwice(jointAnswers.map((joint) => `${joint.groupId} ${joint.itemId}`))) {
		return contradicts('een gezamenlijk antwoord staat er twee keer in');
	}
	if (hasTwice(notes.map((note) => note.itemId))) return contradicts('een notitie staat er twee keer in');
	return undefined;
}

function contradicts(what: string): string {
	return `Dit bestand klopt niet: ${what}. Maak het opnieuw op de andere laptop.`;
}

function hasTwice(keys: string[]): boolean {
	return new Set(keys).size < keys.length;
}
