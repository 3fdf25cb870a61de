import type { LegendItem } from '$lib/charts/tafel-marks/legend-geometry';
import { LIMIT_WORDS } from '$lib/domain/words/limit-words';
import type { Tafel } from './tafel-data';
import type { TafelMark, TafelPart } from '$lib/charts/tafel-marks/tafel-marks';

/**
 * What a legend explains: exactly what is drawn, and once which persons no row draws.
 * @param marks everything that is drawn
 */
export function legendOf(tafel: Tafel, marks: readonly TafelMark[], persons: boolean): LegendItem[] {
	const sidesOf = (...parts: TafelPart[]) =>
		tafel.sides
			.map(({ sideIndex }) => sideIndex)
			.filter((index) => marks.some((mark) => parts.includes(mark.part) && mark.sideIndex === index));
	const drawn = (part: TafelPart) => marks.some((mark) => mark.part === part);
	const some = (kind: 'person' | 'mean' | 'joint' | 'hidden', sides: number[], text: string): LegendItem[] =>
		sides.length > 0 ? [{ kind, sides, text }] : [];
	return [
		...tafel.sides.map(({ sideIndex, name }) => ({ kind: 'side' as const, sideIndex, name })),
		...some('person', sidesOf('person'), 'klein: één mens'),
		...some('mean', drawn('person') ? sidesOf('mean') : [], 'groot: gemiddelde'),
		...some('joint', sidesOf('joint'), 'open: samen geantwoord'),
		...(drawn('gap') ? [{ kind: 'gap' as const, text: `verschil vanaf ${LIMIT_WORDS.gapFrom}` }] : []),
		...some('hidden', sidesOf('hidden-persons', 'hidden-side'), 'verborgen'),
		...(drawn('agreed') ? [{ kind: 'agreed' as const, text: 'afgesproken' }] : []),
		...tafel.sides
			.filter(({ personsHidden }) => persons && personsHidden)
			.map(({ sideIndex, name }) => ({ kind: 'unseen' as const, sideIndex, text: `${name}: mensen verborgen` }))
	];
}
