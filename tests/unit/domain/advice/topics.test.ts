import { describe, expect, test } from 'vitest';
import type { GeneralPrompt } from '$lib/domain/questionnaire/questionnaire';
import { Workshop, workshop, type Mark, type Plan } from '../../../builders/workshop';

const plan: Plan = { basishouding: { openheid: 1, vertrouwen: 1 }, regierol: { afspraken: 1, regie: 1 } };

type Topic = Extract<GeneralPrompt, { when: 'topic' }>;
const about = (topic: Topic['topic'], dimensions: string[], changes: Partial<Topic> = {}): Topic => ({
	id: `topic-${topic}`,
	when: 'topic',
	topic,
	dimensions,
	for: 'all',
	question: `Hoe zit het met ${topic}?`,
	...changes
});
const conflict = about('conflict', ['vertrouwen', 'afspraken']);

type Marks = Partial<Record<'openheid' | 'vertrouwen' | 'afspraken' | 'regie', Mark>>;
const sheet = (marks: Marks) => Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, [mark]]));

/** Both sides answer these questions together; a general prompt for each topic is in the questionnaire. */
function held(topics: readonly Topic[], gemeente: Marks, verenigingen: Marks = gemeente): Workshop {
	const { questionnaire } = workshop(plan);
	return new Workshop({ ...questionnaire, generalPrompts: [...questionnaire.generalPrompts, ...topics] })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answersTogether('Gemeente', sheet(gemeente))
		.answersTogether('Verenigingen', sheet(verenigingen));
}

/** Where each question about a topic is shown. */
const places = (workshopHeld: Workshop) =>
	workshopHeld
		.advice()
		.flatMap(({ dimension, reason, ...advice }) =>
			reason.kind === 'topic' && advice.kind === 'prompt' ? [`${advice.prompt.id} ${dimension.id}`] : []
		);

describe('the question about a topic', () => {
	test('is shown once, at the first of its dimensions by rank', () => {
		// vertrouwen: 3,5 − 3 = 0,5; afspraken: 3,5 − 2 = 1,5, so afspraken comes first.
		expect(places(held([conflict], { openheid: 1, vertrouwen: 3, afspraken: 2 }))).toEqual([
			'topic-conflict afspraken'
		]);
		expect(places(held([conflict], { openheid: 1, vertrouwen: 2, afspraken: 3 }))).toEqual([
			'topic-conflict vertrouwen'
		]);
	});

	test('is shown at the first in the questionnaire when ranks are equal', () => {
		expect(places(held([conflict], { vertrouwen: 2, afspraken: 2 }))).toEqual(['topic-conflict vertrouwen']);
	});

	test('is not shown where the score is high, whatever its rank', () => {
		// vertrouwen: mean 4, gap 2, rank 2; afspraken: mean 3, gap 0, rank 0,5.
		const gap = held([conflict], { vertrouwen: 5, afspraken: 3 }, { vertrouwen: 3, afspraken: 3 });
		expect(places(gap)).toEqual(['topic-conflict afspraken']);
		expect(places(held([conflict], { vertrouwen: 4, afspraken: 4, openheid: 1 }))).toEqual([]);
	});

	test('is not shown without a level, nor at dimensions that it does not name', () => {
		expect(places(held([conflict], { openheid: 1, vertrouwen: '?', afspraken: '?' }))).toEqual([]);
		expect(places(held([conflict], {}))).toEqual([]);
	});

	test('comes after all other advice of its dimension', () => {
		// vertrouwen: mean 2, gap 2, so its gap comes first, then its two tips.
		const ids = held([conflict], { vertrouwen: 3 }, { vertrouwen: 1 }).adviceIds();
		expect(ids).toEqual([
			'vertrouwen-gap-gemeente',
			'vertrouwen-low-gemeente',
			'vertrouwen-low-vereniging',
			'topic-conflict'
		]);
	});

	test('stands beside another topic at the same dimension, in the order of the file', () => {
		const mandate = about('mandate', ['afspraken', 'regie']);
		expect(places(held([mandate, conflict], { afspraken: 2, regie: 3 }))).toEqual([
			'topic-mandate afspraken',
			'topic-conflict afspraken'
		]);
	});

	test('is one of several on the same topic: the dimension by rank decides, then the file', () => {
		const other = about('conflict', ['regie', 'vertrouwen'], { id: 'topic-conflict-other' });
		expect(places(held([conflict, other], { vertrouwen: 3, regie: 1 }))).toEqual(['topic-conflict-other regie']);
		expect(places(held([conflict, other], { vertrouwen: 1, regie: 3 }))).toEqual(['topic-conflict vertrouwen']);
	});

	test('for a role that takes no part is not shown, and leaves its topic to another', () => {
		const forPartner = about('conflict', ['vertrouwen'], { id: 'topic-conflict-partner', for: 'partner' });
		expect(places(held([forPartner, conflict], { vertrouwen: 2 }))).toEqual(['topic-conflict vertrouwen']);
		expect(places(held([forPartner], { vertrouwen: 2 }))).toEqual([]);
	});
});
