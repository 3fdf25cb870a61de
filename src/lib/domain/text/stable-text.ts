import { inKeyOrder } from './compare-text';

/**
 * A value as text in which the order of keys plays no part: two records hold the same
 * exactly when their texts are equal.
 */
export function stableText(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) => {
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return inKeyOrder(part as Record<string, unknown>);
	});
}

/** Whether two values hold the same, whatever the order of their keys. */
export function haveSameContent(one: unknown, other: unknown): boolean {
	return stableText(one) === stableText(other);
}
