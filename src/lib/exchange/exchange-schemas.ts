import { questionnaireSchema } from '$lib/domain/questionnaire-schema';
import { z } from '$lib/domain/zod';
import { exchangeFileSchemaV1, measurementBundleSchemaV1 } from './exchange-schemas-v1';
import {
	measurementOfV1,
	measurementSchema,
	partnershipOfV1,
	partnershipSchema,
	responseOfV1,
	responseSchema
} from './record-schemas';

const measurementBundleSchema = measurementBundleSchemaV1.extend({
	measurement: measurementSchema,
	responses: z.array(responseSchema)
});

/** Version 2 of the exchange file. A released version never changes its meaning: see docs/exchange-file.md. */
export const exchangeFileSchema = z.strictObject({
	format: z.literal('samenwerkingsmeter-uitwisseling'),
	version: z.literal(2),
	partnerships: z.array(
		z.strictObject({ partnership: partnershipSchema, measurements: z.array(measurementBundleSchema) })
	),
	/** Those that people made themselves and that measurements in the file use. */
	questionnaires: z.array(questionnaireSchema)
});
export type ExchangeFile = z.infer<typeof exchangeFileSchema>;

type PartnershipOfV1 = z.infer<typeof exchangeFileSchemaV1>['partnerships'][number];
type PartnershipElement = ExchangeFile['partnerships'][number];

const asNow = ({ partnership, measurements }: PartnershipOfV1): PartnershipElement => ({
	partnership: partnershipOfV1(partnership),
	measurements: measurements.map((bundle) => ({
		...bundle,
		measurement: measurementOfV1(bundle.measurement),
		responses: bundle.responses.map(responseOfV1)
	}))
});

/** A file of version 1, read as version 2. */
export const exchangeFileFromV1 = exchangeFileSchemaV1.transform(({ format, partnerships }): ExchangeFile => ({
	format,
	version: 2,
	partnerships: partnerships.map(asNow),
	questionnaires: []
}));

/** What stands around the elements of the lists, and those elements one by one, by version; read as version 2. */
interface InParts {
	frame: z.ZodType;
	partnership: z.ZodType<PartnershipElement>;
}

const noElements = z.array(z.null());

export const exchangeFileInParts: ReadonlyMap<number, InParts> = new Map([
	[
		1,
		{
			frame: exchangeFileSchemaV1.extend({ partnerships: noElements }),
			partnership: exchangeFileSchemaV1.shape.partnerships.element.transform(asNow)
		}
	],
	[
		2,
		{
			frame: exchangeFileSchema.extend({ partnerships: noElements, questionnaires: noElements }),
			partnership: exchangeFileSchema.shape.partnerships.element
		}
	]
]);
