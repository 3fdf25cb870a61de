import { shareOf } from '$lib/charts/marks/scale';
import { sideStyle } from '$lib/design/tokens';
import type { TafelMark, TextMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';
import type { RowGeometry } from './row-geometry';
import type { TafelRow } from './tafel-data';

/**
 * The names of two sides with their scores beside their own marks, on the other side of the line than their persons,
 * so that a picture needs no legend for them. Null where there is no room for both, or no score to name.
 * @param length of the line
 */
export function markLabels(row: TafelRow, drawn: RowGeometry, length: number, sizes: TafelSizes): TextMark[] | null {
	const scores = row.sides.flatMap(({ mean, joint }) => mean ?? joint ?? []);
	if (row.sides.length !== 2 || scores.length !== 2) return null;
	const middle = scores.reduce((sum, score) => sum + score, 0) / 2;
	const labels = row.sides.map(({ name, sideIndex, mean, joint, meanText, jointText }, index): TextMark | null => {
		const text = `${name} ${meanText || jointText}`;
		const score = mean ?? joint ?? 1;
		const wide = aboutWidth(text, sizes.letter, true);
		const x = length * shareOf(score);
		const y = (drawn.lines[0] ?? 0) + (index === 0 ? 1 : -1) * (sizes.mean + 4 + sizes.letter / 2);
		const outward = score >= middle ? x + sizes.mean : x - sizes.mean - wide;
		const left = [outward, x - wide / 2, x - wide, x].find(
			(at) => at >= 0 && at + wide <= length && isFree(drawn.marks, at, wide, y, sizes)
		);
		return left === undefined
			? null
			: {
					...{ kind: 'text', part: 'name', sideIndex, text, x: left, baseline: y + sizes.letter * 0.34 },
					...{ size: sizes.letter, bold: true, anchor: 'start', colour: sideStyle(sideIndex).colour }
				};
	});
	const placed = labels.filter((label) => label !== null);
	return placed.length === labels.length ? placed : null;
}

function isFree(marks: readonly TafelMark[], left: number, wide: number, y: number, { letter, person }: TafelSizes) {
	const margin = person / 2 + 3;
	return marks.every(
		(mark) =>
			(mark.kind !== 'marker' && mark.kind !== 'text') ||
			mark.x < left - margin ||
			mark.x > left + wide + margin ||
			Math.abs(('baseline' in mark ? mark.baseline : mark.y) - y) > letter / 2 + person / 2 + 1
	);
}
