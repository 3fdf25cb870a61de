import { formatDate } from '$lib/domain/dates';

/** «22 november 2026 om 14.05 uur», in the time of this device. @param isoMoment ISO date and time */
export function momentWords(isoMoment: string): string {
	const at = new Date(isoMoment);
	const two = (value: number) => String(value).padStart(2, '0');
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${formatDate(day)} om ${two(at.getHours())}.${two(at.getMinutes())} uur`;
}
