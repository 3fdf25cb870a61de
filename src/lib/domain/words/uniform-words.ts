import { counted } from './counting-words';
import type { UniformSheets } from '$lib/domain/scoring/uniform-sheets';
import type { NameOf } from './score-words';

/** That people of a group gave the same answer everywhere, and that they count. */

/** «Verenigingen: 3 bladen gaven overal hetzelfde antwoord. Ze tellen gewoon mee.», one a group. */
export function uniformLines(uniform: readonly UniformSheets[], groupName: NameOf): string[] {
	return uniform.map(({ groupId, count }) => {
		const sheets = counted(count, 'blad gaf', 'bladen gaven');
		const stays = count === 1 ? 'Het telt' : 'Ze tellen';
		return `${groupName(groupId)}: ${sheets} overal hetzelfde antwoord. ${stays} gewoon mee.`;
	});
}
