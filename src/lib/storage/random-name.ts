/** Random bytes as two hexadecimal digits each; with 16 of them no two things ever have the same name. */
export function randomName(bytes: number): string {
	const random = crypto.getRandomValues(new Uint8Array(bytes));
	return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
