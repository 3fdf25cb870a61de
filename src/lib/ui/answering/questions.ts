import type { Topics, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** The questions beside the statements, which are in no score, as `ChoiceQuestion.svelte` asks them. */

export interface Question {
	legend: string;
	hint: string;
	/** One of all, or several. */
	type: 'radio' | 'checkbox';
	choices: readonly Choice[];
	/** Why some cannot be chosen now. */
	full?: string;
}

interface Choice {
	label: string;
	chosen: boolean;
	/** Not like the others: it leaves the question open. */
	open?: boolean;
	/** Cannot be chosen now, for the reason in `full`. */
	barred?: boolean;
	onchoose: () => void;
}

/** @param value null: left open on purpose; undefined: nothing is chosen */
export function trendQuestion(
	dimensionName: string,
	value: Trend | null | undefined,
	onchoose: (trend: Trend | null) => void
): Question {
	const choices: [string, Trend | null][] = [
		['Beter', 'better'],
		['Ongeveer gelijk', 'same'],
		['Minder goed', 'worse'],
		['Weet ik niet, of ik was er toen niet bij', null]
	];
	return {
		legend: `Vergeleken met de vorige keer: hoe gaat het nu met "${dimensionName}"?`,
		hint: 'Dit is geen stelling: het telt in geen enkele score mee. Je mag het openlaten.',
		type: 'radio',
		choices: choices.map(([label, trend]) => ({
			label,
			chosen: value === trend,
			open: trend === null,
			onchoose: () => onchoose(trend)
		}))
	};
}

/**
 * The closing question.
 * @param topics undefined: not answered
 * @returns undefined when the questionnaire has none
 */
export function topicsQuestion(
	questionnaire: Questionnaire,
	topics: Topics | undefined,
	onchoose: (topics: Topics | undefined) => void
): Question | undefined {
	if (!questionnaire.closing) return undefined;
	const { question, explanation = '', max, none } = questionnaire.closing;
	const dimensions = dimensionsOf(questionnaire).map(({ dimension }) => dimension);
	const isFull = topics?.length === max;
	const isChosen = (id: string) => topics?.includes(id) ?? false;
	/** In questionnaire order, whatever the order of choosing. */
	const turn = (turned: string) => {
		const chosen = dimensions.map(({ id }) => id).filter((id) => (id === turned) !== isChosen(id));
		onchoose(chosen.length > 0 ? chosen : undefined);
	};
	const choices: Choice[] = dimensions.map(({ id, name }) => ({
		label: name,
		chosen: isChosen(id),
		barred: isFull && !isChosen(id),
		onchoose: () => turn(id)
	}));
	const hasNone = topics?.length === 0;
	if (none)
		choices.push({ label: none, chosen: hasNone, open: true, onchoose: () => onchoose(hasNone ? undefined : []) });
	return {
		legend: question,
		hint: `${explanation} Je mag dit overslaan.`,
		type: 'checkbox',
		choices,
		full: isFull ? `Je koos er ${max}: meer kan niet. Vink er eerst een uit als je een ander wilt.` : ''
	};
}
