/**
 * The digit that a key of the top row stands for where it gives a sign that no code has. On a Belgian keyboard the
 * digits there come with Shift only: the place of the key tells which one is meant.
 */
export function digitOfKey({
	key,
	code,
	shiftKey
}: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string | undefined {
	if (shiftKey || key.length !== 1 || /[a-z0-9]/i.test(key)) return undefined;
	return /^Digit(\d)$/.exec(code)?.[1];
}
