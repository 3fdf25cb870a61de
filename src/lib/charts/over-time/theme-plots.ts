import { comparedThemes } from '$lib/domain/comparing/compared-themes';
import type { Comparison } from '$lib/domain/comparing/comparison';
import { sideOf } from '$lib/domain/comparing/comparison-shifts';
import { overDimensions } from '$lib/domain/year-words/change-words';
import { timeOf } from './comparison-data';
import type { TimelinePlot } from './over-time-data';

/** A small plot for each theme that can be compared: the score of each side at each measurement. */
export function themePlotsOf(comparison: Comparison): TimelinePlot[] {
	return comparedThemes(comparison).map((theme) => {
		const own = comparison.dimensions.filter(({ themeId }) => themeId === theme.themeId);
		const isJoint = (groupId: string, place: number) =>
			own.every(({ values }) => values[place] && sideOf(values[place], groupId)?.basis === 'joint');
		const over = overDimensions(theme);
		return {
			dimensionId: theme.themeId,
			title: over === '' ? theme.name : `${theme.name} (${over})`,
			themeIndex: theme.themeIndex,
			data: {
				...timeOf(comparison),
				series: theme.groups.map(({ groupId, scores }, sideIndex) => ({
					name: comparison.groups[sideIndex]?.name ?? groupId,
					sideIndex,
					points: scores.map((score, place) => score && { value: score.toNumber(), joint: isJoint(groupId, place) })
				}))
			}
		};
	});
}
