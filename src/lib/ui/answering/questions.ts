import { t } from '$lib/domain/language/say';
import type { Answer, Topics, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** The questions beside the statements, which are in no score. */

/** Of which people choose some, as `ChoiceQuestion.svelte` asks it. */
export interface Several {
	legend: string;
	hint: string;
	choices: readonly (Choice & {
		/** Cannot be chosen now, for the reason in `full`. */
		barred: boolean;
	})[];
	/** Why some cannot be chosen now. */
	full: string;
}

interface Choice {
	label: string;
	chosen: boolean;
	/** Not like the others: it leaves the question open. */
	open: boolean;
	onchoose: () => void;
}

/** @param value null: left open on purpose; undefined: nothing is chosen */
export function trendQuestion(
	dimensionName: string,
	value: Trend | null | undefined,
	onchoose: (trend: Trend | null) => void
): { legend: string; choices: readonly Choice[] } {
	const choices: [string, Trend | null][] = [
		[t`Beter`, 'better'],
		[t`Ongeveer gelijk`, 'same'],
		[t`Minder goed`, 'worse'],
		[t`Weet ik niet, of ik was er toen niet bij`, null]
	];
	return {
		legend: t`Vergeleken met de vorige keer: hoe gaat het nu met "${dimensionName}"?`,
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
): Several | undefined {
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
	const choices = dimensions.map(({ id, name }) => ({
		label: name,
		chosen: isChosen(id),
		open: false,
		barred: isFull && !isChosen(id),
		onchoose: () => turn(id)
	}));
	const hasNone = topics?.length === 0;
	if (none)
		choices.push({
			label: none,
			chosen: hasNone,
			open: true,
			barred: false,
			onchoose: () => onchoose(hasNone ? undefined : [])
		});
	return {
		legend: question,
		hint: t`${explanation} Je mag dit overslaan.`,
		choices,
		full: isFull ? t`Je koos er ${max}: meer kan niet. Vink er eerst een uit als je een ander wilt.` : ''
	};
}

/** The answers to a statement, with the key that chooses each. */
export function statementChoices(
	{ points, unknown }: Questionnaire['scale'],
	value: Answer | undefined,
	onchoose: (answer: Answer) => void
): (Choice & { key: string })[] {
	return answerKeys.map(({ key, answer }, at) => ({
		key,
		label: points[at] ?? unknown,
		chosen: value === answer,
		open: answer === 'unknown',
		onchoose: () => onchoose(answer)
	}));
}

/** In the order in which they stand on a screen: the points of the scale, and «weet niet». */
const answerKeys: readonly { key: string; answer: Answer }[] = [
	...([1, 2, 3, 4, 5] as const).map((score) => ({ key: String(score), answer: score })),
	{ key: '0', answer: 'unknown' }
];
