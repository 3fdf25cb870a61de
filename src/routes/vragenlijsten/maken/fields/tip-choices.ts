import type { Tip } from '$lib/domain/questionnaire/questionnaire';

/** What can be chosen of a tip, in the order in which people read it. */

interface Choice {
	value: string;
	label: string;
}

export const tipLevels: readonly Choice[] = [
	{ value: 'low', label: 'Bij een lage score' },
	{ value: 'middling', label: 'Bij een score in het midden' },
	{ value: 'high', label: 'Bij een hoge score' }
];

export const tipKinds: readonly Choice[] = [
	{ value: 'do', label: 'Iets doen' },
	{ value: 'talk', label: 'Een gesprek' },
	{ value: 'write', label: 'Iets opschrijven' },
	{ value: '', label: 'Zeg ik niet' }
];

export const tipBases: readonly Choice[] = [
	{ value: 'direct', label: 'Ja, over partners zoals wij' },
	{ value: 'toegepast', label: 'Nee, of over andere partners' }
];

/** @param basis a value of `tipBases` */
export function asTipBasis(tip: Tip, basis: string): Tip {
	return basis === 'toegepast' ? { appliedFrom: '', ...tip, basis: 'toegepast' } : { ...tip, basis: 'direct' };
}
