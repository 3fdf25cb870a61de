import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { z } from '$lib/domain/zod';
import { exchangeFileSchemaV1, measurementBundleSchemaV1 } from './exchange-schemas-v1';
import {
	measurementOfV1,
	measurementSchema,
	measurementSchemaV2,
	partnershipOfV1,
	partnershipSchema,
	responseOfV1,
	responseSchema,
	showingSchema
} from './record-schemas';

const measurementBundleSchemaV2 = measurementBundleSchemaV1.extend({
	measurement: measurementSchemaV2,
	responses: z.array(responseSchema)
});

/** A released version never changes its meaning: see docs/exchange-file.md. */
const exchangeFileSchemaV2 = z.strictObject({
	format: z.literal('samenwerkingsmeter-uitwisseling'),
	version: z.literal(2),
	partnerships: z.array(
		z.strictObject({ partnership: partnershipSchema, measurements: z.array(measurementBundleSchemaV2) })
	),
	/** Those that people made themselves and that measurements in the file use. */
	questionnaires: z.array(questionnaireSchema)
});

const measurementBundleSchema = measurementBundleSchemaV2.extend({
	measurement: measurementSchema,
	showing: showingSchema.exactOptional()
});

/** Version 3 of the exchange file. */
export const exchangeFileSchema = exchangeFileSchemaV2.extend({
	version: z.literal(3),
	partnerships: z.array(
		z.strictObject({ partnership: partnershipSchema, measurements: z.array(measurementBundleSchema) })
	)
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

/** A file of version 1, read as version 3. */
export const exchangeFileFromV1 = exchangeFileSchemaV1.transform(({ format, partnerships }): ExchangeFile => ({
	format,
	version: 3,
	partnerships: partnerships.map(asNow),
	questionnaires: []
}));

/** A file of version 2, read as version 3: how many people a side has may be left out, and so may who shows it. */
export const exchangeFileFromV2 = exchangeFileSchemaV2.transform((file): ExchangeFile => ({ ...file, version: 3 }));

/** What stands around the elements of the lists, and those elements one by one, by version; read as version 3. */
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
			frame: exchangeFileSchemaV2.extend({ partnerships: noElements, questionnaires: noElements }),
			partnership: exchangeFileSchemaV2.shape.partnerships.element
		}
	],
	[
		3,
		{
			frame: exchangeFileSchema.extend({ partnerships: noElements, questionnaires: noElements }),
			partnership: exchangeFileSchema.shape.partnerships.element
		}
	]
]);
