/** Whether a tab kept this as an answer to a statement, or to the closing question; null: that was taken back. */
export function isKeptAnswer(value: unknown): boolean {
	if (Array.isArray(value)) return value.every((id) => typeof id === 'string');
	return ([1, 2, 3, 4, 5, 'unknown', null] as unknown[]).includes(value);
}
