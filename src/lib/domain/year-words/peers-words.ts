import { FEWEST_OTHERS, type Peers, type DimensionPeers, type OthersSpread } from '$lib/domain/comparing/peers';
import { counted, joinDutch } from '$lib/domain/words/counting-words';
import { formatScore } from '$lib/domain/words/score-words';

/** Dutch words for one measurement beside the others. */

/** «hoger dan 4 van de 6 anderen»; where some score the same, every part is named. */
export function describePlace({ lower, equal, higher }: NonNullable<OthersSpread['place']>): string {
	const n = lower + equal + higher;
	if (lower === n) return `hoger dan alle ${n} anderen`;
	if (equal === n) return `even hoog als alle ${n} anderen`;
	if (higher === n) return `lager dan alle ${n} anderen`;
	if (equal === 0) return `hoger dan ${lower} van de ${n} anderen`;
	const parts = [
		...(lower > 0 ? [`hoger dan ${lower}`] : []),
		`even hoog als ${equal}`,
		...(higher > 0 ? [`lager dan ${higher}`] : [])
	];
	return `${joinDutch(parts)} van de ${n} anderen`;
}

/** «de middelste score is 3,3, de middelste helft ligt tussen 3,0 en 3,8». */
export function describeSpread({ quartiles: { first, median, third } }: OthersSpread): string {
	const half =
		first.compare(third) === 0
			? `de middelste helft ligt op ${formatScore(first)}`
			: `de middelste helft ligt tussen ${formatScore(first)} en ${formatScore(third)}`;
	return `de middelste score is ${formatScore(median)}, ${half}`;
}

/** Who of the others does not count on a dimension, and why; empty when all do. */
export function describeExcluded({ excluded: { otherItems, noScore } }: Pick<DimensionPeers, 'excluded'>): string {
	const parts = [
		...(otherItems > 0 ? [`${otherItems} met andere stellingen in dit onderdeel (een andere versie)`] : []),
		...(noScore > 0 ? [`${noScore} zonder score van al hun groepen`] : [])
	];
	return parts.length === 0 ? '' : `Niet meegeteld: ${joinDutch(parts)}.`;
}

/** Which other partnerships on the device do not count at all, and why; empty when all do. */
export function describeExcludedPeers({
	excluded: { otherQuestionnaire, noFigures, examples }
}: Pick<Peers, 'excluded'>): string {
	const parts = [
		...(otherQuestionnaire > 0 ? [`${otherQuestionnaire} zonder meting met deze vragenlijst`] : []),
		...(noFigures > 0
			? [`${noFigures} zonder cijfers om te tonen (nog niet gesloten of getoond, of te weinig antwoorden)`]
			: []),
		...(examples > 0 ? [examples === 1 ? 'het voorbeeld' : `${examples} voorbeelden`] : [])
	];
	return parts.length === 0 ? '' : `Niet meegeteld: ${joinDutch(parts)}.`;
}

/** What is missing on a dimension with too few others. */
export function describeTooFew({ n }: Pick<DimensionPeers, 'n'>): string {
	const found =
		n === 0 ? 'Geen enkel ander overleg heeft' : `Alleen ${n} van de anderen ${n === 1 ? 'heeft' : 'hebben'}`;
	return `${found} hier een score. We tonen dit vanaf ${FEWEST_OTHERS}.`;
}

/** How many other partnerships are on this device with figures of the same questionnaire. */
export function describeOthers({ others }: Pick<Peers, 'others'>): string {
	if (others === 0) return 'geen ander overleg';
	return counted(others, 'ander overleg', 'andere overleggen');
}
