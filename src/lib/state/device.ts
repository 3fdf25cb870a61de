/** The clock and chance of this device: the only place that asks for them. */

/** 128 random bits as 32 hexadecimal digits; crypto.randomUUID is missing on a page without HTTPS. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** ISO date and time, in UTC. */
export function now(): string {
	return new Date().toISOString();
}

/** Today in the device's own time zone, yyyy-mm-dd. */
export function today(): string {
	const date = new Date();
	const two = (value: number) => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
