import { randomName } from '$lib/storage/random-name';

/** The clock and chance of this device: the only place in this room that asks for them. */

/** 128 random bits as 32 hexadecimal digits; crypto.randomUUID is missing on a page without HTTPS. */
export function newId(): string {
	return randomName(16);
}

/** 40 random bits as 10 hexadecimal digits: short enough for a code to read out. */
export function newResponseId(): string {
	return randomName(5);
}

/** Milliseconds on a clock that never goes back, for measuring how long something takes; it tells no time of day. */
export function elapsed(): number {
	return performance.now();
}

/** ISO date and time, in UTC. */
export function now(): string {
	return moment().toISOString();
}

/** As the clock of the device shows it, for what writes it in its own way. */
export function moment(): Date {
	return new Date();
}

/** Today in the device's own time zone, yyyy-mm-dd. */
export function today(): string {
	const date = moment();
	const two = (value: number) => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
