import { MAX_RESPONSE_TEXT } from '$lib/domain/text/file-limits';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { measurementMisfit, questionnaireMisfit } from '$lib/domain/intake/response-fits';
import type { AskedIds } from '$lib/domain/measurement/asked';
import type { Terms } from '$lib/domain/measurement/terms';
import { OTHER_MEASUREMENT, refusalOfTerms } from '$lib/domain/measurement/terms-difference';
import { z } from '$lib/domain/zod';
import { readJsonFile, type FileKind } from '$lib/exchange/json/json-file';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { responseSchema, responseSchemaV2 } from '$lib/exchange/schemas/record-schemas';
import { termsSchema } from '$lib/exchange/schemas/terms-schema';
import { RESPONSE_FORMAT, RESPONSE_VERSION } from './write-response';

interface ResponseFile {
	format: typeof RESPONSE_FORMAT;
	version: typeof RESPONSE_VERSION;
	/** Null: version 2, which did not say. */
	terms: Terms | null;
	response: IndividualResponse;
}

const format = z.literal(RESPONSE_FORMAT);
const fileSchema = z.strictObject({
	format,
	version: z.literal(RESPONSE_VERSION),
	terms: termsSchema,
	response: responseSchema
});

/** Version 2 opens for ever: this shape never changes. */
const fileFromV2 = z
	.strictObject({ format, version: z.literal(2), response: responseSchemaV2 })
	.transform(({ response }): ResponseFile => ({
		format: RESPONSE_FORMAT,
		version: RESPONSE_VERSION,
		terms: null,
		response
	}));

const kind: FileKind<ResponseFile> = {
	holds: 'antwoorden',
	format: RESPONSE_FORMAT,
	version: RESPONSE_VERSION,
	maxLength: MAX_RESPONSE_TEXT,
	schema: fileSchema,
	earlier: new Map([[2, fileFromV2]])
};

/**
 * What a file is read against: the terms of the measurement that takes the response in, and
 * what its questionnaire holds.
 */
export interface ResponseFileContext extends AskedIds {
	terms: Terms;
}

const AGAIN = 'Laat ze opnieuw invullen met de link van deze meting.';

const misfitWords = {
	measurement: OTHER_MEASUREMENT,
	group: `Dit blad hoort bij een groep die niet in deze meting zit. ${AGAIN}`,
	notes: 'Dit blad bevat notities, en die mogen niet in een anonieme meting. Laat opnieuw antwoorden zonder notities.',
	trends: `Dit blad zegt of het beter gaat dan vorige keer, en deze meting vraagt dat niet. ${AGAIN}`,
	item: `Dit blad bevat een stelling die niet in de vragenlijst van deze meting staat. ${AGAIN}`,
	dimension: `Dit blad zegt iets over een onderdeel dat niet in de vragenlijst van deze meting staat. ${AGAIN}`,
	topics: `Dit blad kiest onderwerpen om over te praten, en die keuze past niet bij de vragenlijst van deze meting. ${AGAIN}`
};

export function readResponseFile(
	text: string,
	{ terms, ...asked }: ResponseFileContext
): Outcome<{ response: IndividualResponse }> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	const { response } = read.content;
	const otherTerms = read.content.terms && refusalOfTerms(terms, read.content.terms);
	if (otherTerms !== null) return refused(otherTerms);
	const misfit =
		measurementMisfit(response, { ...terms, id: terms.measurementId }) ?? questionnaireMisfit(response, asked);
	return misfit ? refused(misfitWords[misfit]) : good({ response });
}
