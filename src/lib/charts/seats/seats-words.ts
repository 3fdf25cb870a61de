import type { SideSeats } from './seats-geometry';

/** «4 van 6», «4 binnen» where nobody knows how many will come, «7 binnen, 6 verwacht» where more came. */
export function seatCount({ filled, expected }: Pick<SideSeats, 'filled' | 'expected'>): string {
	if (expected === undefined) return `${filled} binnen`;
	return filled > expected ? `${filled} binnen, ${expected} verwacht` : `${filled} van ${expected}`;
}

/** «6 plaatsen», before anybody can be in; '' where nobody knows how many will come. */
export function placesCount({ expected }: Pick<SideSeats, 'expected'>): string {
	if (expected === undefined) return '';
	return expected === 1 ? '1 plaats' : `${expected} plaatsen`;
}

/** The picture before anybody can be in: «De tafel. Gemeente: 6 plaatsen. Verenigingen.» */
export function placesWords(sides: readonly SideSeats[]): string {
	return `De tafel. ${sides.map((side) => `${[side.name, placesCount(side)].filter(Boolean).join(': ')}.`).join(' ')}`;
}

/** The picture for who does not see it: «Gemeente: 4 van 6. Verenigingen: 14 van 24.» */
export function seatsWords(sides: readonly SideSeats[]): string {
	return `Wie binnen is. ${sides.map((side) => `${side.name}: ${seatCount(side)}.`).join(' ')}`;
}
