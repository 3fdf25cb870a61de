/** How the app counts and lists in Dutch, and writes a number. */

/** «1 stelling», «0 stellingen», «12 stellingen». */
export function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}

const words = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes'];

/** A small whole number in a sentence: «twee»; from seven on in digits. */
export function numberWord(number: number): string {
	return words[number] ?? String(number);
}

/** «a, b en c»; empty when there is nothing. */
export function joinDutch(parts: readonly string[]): string {
	const last = parts.at(-1) ?? '';
	return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} en ${last}` : last;
}

/** A number as JavaScript writes it, «3.25», with a decimal comma. */
export function withComma(number: string): string {
	return number.replace('.', ',');
}

/** A whole number with a point for each thousand: «20.000». */
export function wholeNumber(number: number): string {
	return number.toLocaleString('nl-BE');
}

/** In millions of bytes, with one decimal: «12,0». */
export function megabytes(bytes: number): string {
	return withComma((bytes / 1_000_000).toFixed(1));
}
