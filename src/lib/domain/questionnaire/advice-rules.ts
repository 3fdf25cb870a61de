import type { Path } from '$lib/domain/text/json-places';
import type { Problem } from './problem';
import type { Dimension, Questionnaire } from './questionnaire';
import { dimensionPlaces } from './places';

/** The rule that whatever a result says, there is a tip or prompt for it. */

/** What every dimension owes (content blueprint, «Tips and prompts»), and the general prompts. */
export function missingAdvice(questionnaire: Questionnaire): Problem[] {
	const roles = questionnaire.roles.map((role) => role.id);
	const problem = (where: string, path: Path, what: string): Problem => ({
		code: 'missing-advice',
		where,
		path,
		message: `Er ontbreekt ${what}.`
	});
	const perDimension = dimensionPlaces(questionnaire).flatMap(({ value, path }) =>
		missingInDimension(value, roles).map((what) => problem(value.id, [...path, 'id'], what))
	);
	const general = (['gap', 'many-unknown', 'fall', 'stayed-low'] as const)
		.filter((when) => !questionnaire.generalPrompts.some((prompt) => prompt.when === when))
		.map((when) => problem('generalPrompts', ['generalPrompts'], `een algemene gespreksvraag voor "${when}"`));
	return [...perDimension, ...general];
}

function missingInDimension(dimension: Dimension, roles: string[]): string[] {
	const advice = [...dimension.tips, ...dimension.prompts];
	const reaches = (when: string, role: string) =>
		advice.some((entry) => entry.when === when && (entry.for === role || entry.for === 'all'));
	const missing: string[] = [];
	for (const role of roles) {
		if (!reaches('low', role)) missing.push(`een tip of gespreksvraag bij een lage score voor rol "${role}"`);
	}
	if (!dimension.tips.some((tip) => tip.when === 'low')) missing.push('minstens één tip bij een lage score');
	for (const when of ['middling', 'high']) {
		if (!advice.some((entry) => entry.when === when)) missing.push(`een tip of gespreksvraag bij "${when}"`);
	}
	if (roles.length > 1) {
		for (const role of roles) {
			const found = dimension.prompts.some((prompt) => prompt.when === 'gap' && prompt.higher === role);
			if (!found) missing.push(`een gespreksvraag bij een verschil waarin "${role}" hoger scoort`);
		}
	}
	if (!dimension.prompts.some((prompt) => prompt.when === 'divided')) {
		missing.push('een gespreksvraag bij een verdeelde groep');
	}
	return missing;
}
