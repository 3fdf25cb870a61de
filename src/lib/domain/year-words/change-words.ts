import type { ScoreChange } from '$lib/domain/comparing/changes';
import type { ComparedTheme } from '$lib/domain/comparing/compared-themes';
import type { Comparison } from '$lib/domain/comparing/comparison';
import { counted } from '$lib/domain/words/counting-words';
import { formatScore, type NameOf } from '$lib/domain/words/score-words';

/** What rose, fell or stayed low on one dimension, each score in words. */
export interface ChangedDimension {
	dimensionId: string;
	/** «samen van 2,9 naar 3,5; Verenigingen van 2,2 naar 3,1» */
	words: string;
}

/** One for each dimension that is among them, in their order. */
export function changedDimensions(changes: readonly ScoreChange[], groupName: NameOf): ChangedDimension[] {
	const ids = [...new Set(changes.map(({ dimensionId }) => dimensionId))];
	return ids.map((dimensionId) => ({
		dimensionId,
		words: changes
			.filter((change) => change.dimensionId === dimensionId)
			.map(({ groupId, shift }) => `${groupId === null ? 'samen' : groupName(groupId)} ${fromTo(shift)}`)
			.join('; ')
	}));
}

function fromTo({ before, after, why }: ScoreChange['shift']): string {
	const [was, is] = [before, after].map((score) => (score ? formatScore(score) : '–'));
	const joint = why === 'joint' ? ' (gezamenlijk antwoord)' : '';
	return `${was === is ? `twee keer ${is}` : `van ${was} naar ${is}`}${joint}`;
}

/** Over which statements every figure and picture of a comparison is, as a full sentence. */
export function overStatements({ comparability, dimensions }: Comparison): string {
	const count = counted(dimensions.flatMap(({ items }) => items).length, 'stelling', 'stellingen');
	if (comparability.kind === 'full') return `Over alle ${count}: ze staan in elke vergeleken meting.`;
	return `Alleen over de ${count} die in elke vergeleken meting staan.`;
}

/** «over 3 van de 4 onderdelen», where others cannot be compared; else ''. */
export function overDimensions({ compared, dimensions }: Pick<ComparedTheme, 'compared' | 'dimensions'>): string {
	if (compared === dimensions) return '';
	return `over ${compared} van de ${counted(dimensions, 'onderdeel', 'onderdelen')}`;
}
