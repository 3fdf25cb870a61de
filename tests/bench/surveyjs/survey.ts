import { dimensionsOf, type Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { firstScreen } from '../setting/contents';

/** The questionnaire as SurveyJS takes it: the introduction with the choice of a group, then one dimension a page. */
export function surveyOf(questionnaire: Questionnaire): unknown {
	const { occasion, title, introduction, promise, groups } = firstScreen(questionnaire);
	const { points, unknown } = questionnaire.scale;
	const choices = [
		...points.map((text, index) => ({ value: String(index + 1), text: `${index + 1} ${text}` })),
		{ value: '0', text: unknown }
	];
	const html = [occasion, introduction, ...promise].map((text) => `<p>${text}</p>`).join('');
	return {
		title,
		showQuestionNumbers: false,
		showProgressBar: true,
		progressBarType: 'pages',
		pagePrevText: 'Vorige',
		pageNextText: 'Volgende',
		completeText: 'Klaar',
		pages: [
			{
				name: 'begin',
				elements: [
					{ type: 'html', name: 'inleiding', html },
					{ type: 'radiogroup', name: 'groep', title: 'Bij welke groep hoor je?', choices: groups }
				]
			},
			...dimensionsOf(questionnaire).map(({ dimension, theme }) => ({
				name: dimension.id,
				title: dimension.name,
				description: theme.name,
				elements: dimension.items.map(({ id, statement, explanation }) => ({
					type: 'radiogroup',
					name: id,
					title: statement,
					description: explanation,
					choices
				}))
			}))
		]
	};
}
