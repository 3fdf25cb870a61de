/** Marks the QR code of a response; like the code itself only characters of QR's compact alphanumeric mode. */
export const codePrefix = 'SM1:';

/** @param code as `packResponse` gives it, without spaces */
export function responseQrText(code: string): string {
	return codePrefix + code;
}

/** Whether a scanned text says of itself that it is a response; a typed code need not. */
export function isResponseQr(text: string): boolean {
	return text.trim().slice(0, codePrefix.length).toUpperCase() === codePrefix;
}

/** The code in what was scanned or typed: without the prefix, if it is there. */
export function codeFromText(text: string): string {
	const trimmed = text.trim();
	return isResponseQr(trimmed) ? trimmed.slice(codePrefix.length) : trimmed;
}
