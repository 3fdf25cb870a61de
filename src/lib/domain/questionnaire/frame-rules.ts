import type { Path } from '$lib/domain/text/json-places';
import { within } from './places';
import type { Problem, ProblemCode, QuestionnaireKind } from './problem';
import { dimensionsOf, type Questionnaire } from './questionnaire';

/** The rules on what an answer is about: the frame, the closing question, and the prompts on a topic. */

/** Of the app's own, versions 1.x came before there was a frame, and never change. */
const FRAMED_FROM_MAJOR = 2;

/** Who answers must know what about, over which time, and whom the words mean. */
export function missingFrame({ version, frame }: Questionnaire, kind: QuestionnaireKind): Problem[] {
	if (frame || (kind === 'published' && Number.parseInt(version, 10) < FRAMED_FROM_MAJOR)) return [];
	const message =
		'Het kader ("frame") ontbreekt: de vraag boven de stellingen, over welke tijd het gaat, en wie de woorden zijn.';
	return [{ code: 'missing-frame', where: 'frame', path: ['frame'], message }];
}

/** Whoever answers reads the terms of their own role: each role has them, once. */
export function wrongTerms({ roles, frame }: Questionnaire): Problem[] {
	if (!frame) return [];
	const known = roles.map((role) => role.id);
	const told = frame.terms.map((term) => term.for);
	const problem = (code: ProblemCode, role: string, path: Path, message: string): Problem => ({
		code,
		where: role,
		path: ['frame', 'terms', ...path],
		message
	});
	return [
		...told.flatMap((role, index) => {
			const path = [index, 'for'];
			if (!known.includes(role)) {
				const message = `Verwijst naar de rol "${role}", die niet in de lijst van rollen staat.`;
				return [problem('unknown-role', role, path, message)];
			}
			const isSecond = told.indexOf(role) < index;
			return isSecond
				? [problem('wrong-terms', role, path, `De rol "${role}" staat meer dan één keer in het kader.`)]
				: [];
		}),
		...known
			.filter((role) => !told.includes(role))
			.map((role) => problem('wrong-terms', role, [], `In het kader ontbreekt de uitleg voor de rol "${role}".`))
	];
}

/** Nobody can choose more dimensions than there are. */
export function tooManyToChoose(questionnaire: Questionnaire): Problem[] {
	const { closing } = questionnaire;
	const count = dimensionsOf(questionnaire).length;
	if (!closing || closing.max <= count) return [];
	const message = `De slotvraag laat ${closing.max} onderdelen kiezen; deze vragenlijst heeft er ${count}.`;
	return [{ code: 'too-many-to-choose', where: closing.id, path: ['closing', 'max'], message }];
}

export function unknownDimensions(questionnaire: Questionnaire): Problem[] {
	const known = new Set(dimensionsOf(questionnaire).map(({ dimension }) => dimension.id));
	return within([], 'generalPrompts', questionnaire.generalPrompts).flatMap(({ value, path }) =>
		value.when !== 'topic'
			? []
			: value.dimensions.flatMap((id, index): Problem[] =>
					known.has(id)
						? []
						: [
								{
									code: 'unknown-dimension',
									where: value.id,
									path: [...path, 'dimensions', index],
									message: `Verwijst naar het onderdeel "${id}", dat niet in deze vragenlijst staat.`
								}
							]
				)
	);
}
