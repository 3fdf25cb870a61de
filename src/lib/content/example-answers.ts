import type { Answer, IndividualResponse, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { ExamplePerson } from './example-people';

/** What a person of the example answered, as a response has it. */
export function exampleAnswers(
	{ answers, trends = '', topics, notes = {} }: ExamplePerson,
	questionnaire: Questionnaire
): Pick<IndividualResponse, 'answers' | 'notes' | 'trends' | 'topics'> {
	const characters = answers.replaceAll(' ', '');
	const given = itemsOf(questionnaire).flatMap(({ id }, place): [string, Answer][] => {
		const answer = parseExampleAnswer(characters[place] ?? '-');
		return answer === undefined ? [] : [[id, answer]];
	});
	const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);
	const said = [...trends].map(
		(character, place) => [dimensionIds[place] ?? '', parseExampleTrend(character)] as const
	);
	return {
		answers: Object.fromEntries(given),
		notes,
		trends: Object.fromEntries(said),
		...(topics && { topics })
	};
}

/** Reads one character of a person's answers: a point of the scale, «weet niet», or no answer. */
export function parseExampleAnswer(character: string): Answer | undefined {
	if (character === '-') return undefined;
	const score = ([1, 2, 3, 4, 5] as const).find((point) => String(point) === character);
	return score ?? 'unknown';
}

/** Reads one character of a person's trends. */
export function parseExampleTrend(character: string): Trend {
	if (character === '+') return 'better';
	return character === '-' ? 'worse' : 'same';
}
