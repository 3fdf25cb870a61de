/** Marks the QR code of a response; like the code itself only characters of QR's compact alphanumeric mode. */
export const codePrefix = 'SM1:';

/** @param code as `packResponse` gives it, without spaces */
export function responseQrText(code: string): string {
	return codePrefix + code;
}

/** The code in what was scanned or typed: without the prefix, if it is there. */
export function codeFromText(text: string): string {
	const trimmed = text.trim();
	const marked = trimmed.slice(0, codePrefix.length).toUpperCase() === codePrefix;
	return marked ? trimmed.slice(codePrefix.length) : trimmed;
}
