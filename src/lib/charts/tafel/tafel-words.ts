import { counted, joinDutch } from '$lib/domain/words/counting-words';
import type { Tafel, TafelRow, TafelRowSide } from './tafel-data';

/**
 * The whole picture read out, for who cannot see it.
 * @param persons whether it draws them; without them only scores are said
 */
export function tafelWords(tafel: Tafel, persons = true): string {
	const [low, high] = tafel.ends;
	const discussed = tafel.rows.filter((row) => row.discussed).map(({ name }) => `«${name}»`);
	const first =
		discussed.length === 0
			? ''
			: ` ${tafel.proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we'}: ${joinDutch(discussed)}.`;
	return `Eén lijn per onderdeel, van 1 (${low}) tot 5 (${high}).${first} ${tafel.rows.map((row) => `${row.name}: ${rowWords(row, persons)}.`).join(' ')}`;
}

/**
 * «Gemeente gemiddeld 3,8, 6 mensen: 1 op 3,0, 5 op 4,0; Verenigingen samen geantwoord 2,0; verschil 1,6»
 * @param persons without them: «Gemeente 3,8; …»
 */
export function rowWords(row: TafelRow, persons = true): string {
	return [
		...(persons ? row : withoutPersons(row)).sides.map(sideWords),
		...(row.gapText === '' ? [] : [`verschil ${row.gapText}`]),
		...(row.agreed === null ? [] : [`afgesproken ${row.agreed}`]),
		...(row.wanted === '' ? [] : [row.wanted])
	].join('; ');
}

function sideWords({ name, meanText, jointText, persons, hidden, why }: TafelRowSide): string {
	if (hidden === 'side') return `${name} ${why}`;
	const joint = jointText === '' ? '' : `${meanText === '' ? '' : ', '}samen geantwoord ${jointText}`;
	if (meanText === '') return `${name} ${meanText}${joint}`;
	if (hidden === 'persons') return `${name} gemiddeld ${meanText}, mensen verborgen${joint}`;
	const people = persons.reduce((sum, { count }) => sum + count, 0);
	if (people === 0) return `${name} ${meanText}${joint}`;
	const each = persons.map(({ text, count }) => `${count} op ${text}`).join(', ');
	return `${name} gemiddeld ${meanText}, ${counted(people, 'mens', 'mensen')}: ${each}${joint}`;
}

const withoutPersons = (row: TafelRow): TafelRow => ({
	...row,
	sides: row.sides.map((side) => ({ ...side, persons: [], hidden: side.hidden === 'persons' ? 'none' : side.hidden }))
});
