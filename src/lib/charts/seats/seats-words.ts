import type { SideSeats } from './seats-geometry';

/** «4 van 6», «4 binnen» where nobody knows how many will come, «7 binnen, 6 verwacht» where more came. */
export function seatCount({ filled, expected }: Pick<SideSeats, 'filled' | 'expected'>): string {
	if (expected === undefined) return `${filled} binnen`;
	return filled > expected ? `${filled} binnen, ${expected} verwacht` : `${filled} van ${expected}`;
}

/** The picture for who does not see it: «Gemeente: 4 van 6. Verenigingen: 14 van 24.» */
export function seatsWords(sides: readonly SideSeats[]): string {
	return `Wie binnen is. ${sides.map((side) => `${side.name}: ${seatCount(side)}.`).join(' ')}`;
}
