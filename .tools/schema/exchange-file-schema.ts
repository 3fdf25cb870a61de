import { z } from '../../src/lib/domain/zod';
import { exchangeFileSchema } from '../../src/lib/exchange/schemas/exchange-schemas';

/** The JSON Schema of the exchange file for whoever reads or makes one, generated from the zod schema. */
export function exchangeFileJsonSchema(): unknown {
	return {
		title: 'Samenwerkingsmeter: exchange file, version 3',
		...z.toJSONSchema(exchangeFileSchema, { io: 'input' })
	};
}
