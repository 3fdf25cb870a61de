import type { DimensionPrompt } from '$lib/domain/questionnaire/questionnaire';

/** When a question to talk about shows, in the order in which people read it. */
export const promptMoments = [
	{ value: 'low', label: 'Bij een lage score' },
	{ value: 'middling', label: 'Bij een score in het midden' },
	{ value: 'high', label: 'Bij een hoge score' },
	{ value: 'divided', label: 'Bij een verdeelde groep' },
	{ value: 'gap', label: 'Bij een verschil' }
] as const;

/** @param when a value of `promptMoments` @param role the one that scores higher, until people choose another */
export function asPromptMoment(
	{ id, for: audience, question }: DimensionPrompt,
	when: string,
	role: string
): DimensionPrompt {
	const core = { id, for: audience, question };
	const chosen = promptMoments.find(({ value }) => value === when)?.value ?? 'low';
	return chosen === 'gap' ? { ...core, when: chosen, higher: role } : { ...core, when: chosen };
}
