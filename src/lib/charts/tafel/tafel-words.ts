import { counted, joinDutch } from '$lib/domain/words/counting-words';
import type { Tafel, TafelRow, TafelRowSide } from './tafel-data';

/** The whole picture read out, for who cannot see it. */
export function tafelWords(tafel: Tafel): string {
	const [low, high] = tafel.ends;
	const discussed = tafel.rows.filter((row) => row.discussed).map(({ name }) => `«${name}»`);
	const first =
		discussed.length === 0
			? ''
			: ` ${tafel.proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we'}: ${joinDutch(discussed)}.`;
	return `Eén lijn per onderdeel, van 1 (${low}) tot 5 (${high}).${first} ${tafel.rows.map((row) => `${row.name}: ${rowWords(row)}.`).join(' ')}`;
}

/** «Gemeente 3,8, van 6 mensen: 3,0 (1), 4,0 (5); Verenigingen 2,2, mensen verborgen; verschil 1,6; afgesproken 3» */
export function rowWords(row: TafelRow): string {
	return [
		...row.sides.map(sideWords),
		...(row.gapText === '' ? [] : [`verschil ${row.gapText}`]),
		...(row.agreed === null ? [] : [`afgesproken ${row.agreed}`]),
		...(row.wanted === '' ? [] : [row.wanted])
	].join('; ');
}

function sideWords({ name, meanText, jointText, persons, hidden, why }: TafelRowSide): string {
	if (hidden === 'side') return `${name} ${why}`;
	const people = persons.reduce((sum, { count }) => sum + count, 0);
	const each = persons.map(({ text, count }) => `${text} (${count})`).join(', ');
	const from =
		hidden === 'persons' ? ', mensen verborgen' : people > 0 ? `, ${counted(people, 'mens', 'mensen')}: ${each}` : '';
	const joint = jointText === '' ? '' : `${meanText === '' ? '' : ', '}samen geantwoord ${jointText}`;
	return `${name} ${meanText}${meanText === '' ? '' : from}${joint}`;
}
