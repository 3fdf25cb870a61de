import type { LegendItem } from '$lib/charts/tafel-marks/legend-geometry';
import type { TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { ShiftTafel } from './shift-data';

/**
 * What a legend explains: exactly what is drawn.
 * @param marks everything that is drawn
 */
export function shiftLegendOf({ lines, sides, before, after }: ShiftTafel, marks: readonly TafelMark[]): LegendItem[] {
	const isOpen = (mark: TafelMark) => mark.kind === 'marker' && mark.outline !== null;
	const sidesWith = (isWanted: (mark: TafelMark) => boolean) =>
		sides
			.map(({ sideIndex }) => sideIndex)
			.filter((index) => marks.some((mark) => mark.sideIndex === index && isWanted(mark)));
	const some = (kind: 'old' | 'new' | 'hidden', own: number[], text: string): LegendItem[] =>
		own.length > 0 ? [{ kind, sides: own, text }] : [];
	const drawn = (part: 'change' | 'unclear-change' | 'joint') => marks.some((mark) => mark.part === part);
	return [
		...sides.map(({ sideIndex, name }) => ({ kind: 'side' as const, sideIndex, name })),
		...some(
			'old',
			sidesWith((mark) => mark.part === 'mean' && isOpen(mark)),
			`open: ${before}`
		),
		...some(
			'new',
			sidesWith((mark) => mark.part === 'mean' && !isOpen(mark)),
			`vol: ${after}`
		),
		...(drawn('change') ? [{ kind: 'change' as const, text: 'duidelijk veranderd' }] : []),
		...(drawn('unclear-change')
			? [{ kind: 'unclear-change' as const, text: lines === 'themes' ? 'veranderd, zonder oordeel' : 'niet duidelijk' }]
			: []),
		...(drawn('joint') ? [{ kind: 'ring' as const, text: 'ring: samen geantwoord' }] : []),
		...some(
			'hidden',
			sidesWith(({ part }) => part === 'hidden-side'),
			'verborgen'
		)
	];
}
