import { readFileSync } from 'node:fs';
import { tafelOf, type Tafel } from '../../src/lib/charts/tafel/tafel-data';
import { example } from '../../src/lib/content/example';
import { exampleAnswers } from '../../src/lib/content/example-answers';
import type { Privacy } from '../../src/lib/domain/measurement/measurement';
import type { Questionnaire } from '../../src/lib/domain/questionnaire/questionnaire';
import { computeFigures } from '../../src/lib/domain/scoring/scoring';

/**
 * The picture of the example on the first screen: what is to be discussed, and where both sides see it most alike. Made
 * when the app is built, as a browser would need all answers and the whole questionnaire for it.
 * @param root where the project is, ending with a slash
 */
export function exampleTafel(root: string): Tafel {
	const { id, version } = example.questionnaire;
	const questionnaire = JSON.parse(readFileSync(`${root}questions/${id}/${version}.json`, 'utf8')) as Questionnaire;
	const privacy: Privacy = { mode: 'open' };
	const { groups } = example;
	const people = Object.entries(example.measurements.at(-1)?.people ?? {});
	const responses = people.flatMap(([groupId, persons]) =>
		persons.map((person, place) => ({
			id: `${groupId}-${place}`,
			groupId,
			kind: 'individual' as const,
			answers: exampleAnswers(person, questionnaire).answers
		}))
	);
	const figures = computeFigures(questionnaire, groups, responses, privacy);
	const tafel = tafelOf({ questionnaire, groups, privacy, figures, agreed: [], topics: [], chosen: [] }, 'talk');
	const discussed = tafel.rows.filter((row) => row.discussed);
	const alike = tafel.rows.filter((row) => !row.discussed && row.gap !== null);
	const most = alike.reduce((best, row) => ((row.gap ?? 0) < (best?.gap ?? Infinity) ? row : best), alike[0]);
	return { ...tafel, rows: most ? [...discussed, most] : discussed };
}
