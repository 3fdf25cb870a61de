import { z } from 'zod';

// Before any schema: zod's generated code needs eval, which the content security policy refuses.
z.config({ jitless: true });

/**
 * As `safeParse`, for data from outside: gives undefined where zod itself gives up, which happens with far more than a
 * hundred thousand mistakes (it hands them on as arguments, and the stack overflows).
 */
export function parseOutside<T>(schema: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> | undefined {
	try {
		return schema.safeParse(input);
	} catch (cause) {
		if (cause instanceof RangeError) return undefined;
		throw cause;
	}
}

export { z };
