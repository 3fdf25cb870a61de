import { describe, expect, test } from 'vitest';
import { loadNewestQuestionnaires } from '$lib/content/questionnaires';
import type { Advice } from '$lib/domain/advice/advice';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { tipParts } from '$lib/domain/words/advice-words';
import { Workshop, type Mark } from '../../builders/workshop';

/** Each of these roles takes part, and answers everything with this mark. */
function everywhere(questionnaire: Questionnaire, roles: readonly string[], mark: Mark): Workshop {
	const sheet = Object.fromEntries(
		dimensionsOf(questionnaire).map(({ dimension }) => [dimension.id, dimension.items.map(() => mark)])
	);
	const workshop = new Workshop(questionnaire);
	for (const role of roles) workshop.group(role, role).answersTogether(role, sheet);
	return workshop;
}

const topicsOf = (advice: readonly Advice[]) =>
	advice.flatMap((entry) =>
		entry.kind === 'prompt' && entry.prompt.when === 'topic'
			? [{ topic: entry.prompt.topic, at: entry.dimension.id, named: entry.prompt.dimensions }]
			: []
	);

describe.each(await loadNewestQuestionnaires())('what $id $version advises', (questionnaire) => {
	const roles = questionnaire.roles.map(({ id }) => id);
	const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);

	test.each([1, 3, 5] as const)('gives each role something on every dimension when all say %i', (mark) => {
		for (const role of roles) {
			const level = everywhere(questionnaire, [role], mark)
				.advice()
				.filter(({ reason }) => reason.kind === 'level');
			expect([...new Set(level.map(({ dimension }) => dimension.id))], role).toEqual(dimensionIds);
		}
	});

	test('asks about each topic once, at the first dimension that its question names', () => {
		const asked = topicsOf(everywhere(questionnaire, roles, 2).advice());
		const topics = questionnaire.generalPrompts.flatMap((prompt) => (prompt.when === 'topic' ? [prompt.topic] : []));
		expect(topics.length).toBeGreaterThan(0);
		expect(asked.map(({ topic }) => topic).sort()).toEqual([...new Set(topics)].sort());
		for (const { at, named } of asked) expect(at).toBe(dimensionIds.find((id) => named.includes(id)));
	});

	test('asks about no topic where everything goes well', () => {
		expect(topicsOf(everywhere(questionnaire, roles, 5).advice())).toEqual([]);
	});

	test('names the side that scored lower first in every question about a gap', () => {
		// As texts name them: «de gemeente», «de verenigingen», «gemeenten», «partnerorganisaties».
		const names: Record<string, RegExp> = {
			gemeente: /gemeente/i,
			vereniging: /vereniging/i,
			bestuur: /gemeente/i,
			partner: /partner/i
		};
		const named = (role: string, question: string) => question.search(names[role] ?? /$^/);
		for (const { dimension } of dimensionsOf(questionnaire)) {
			for (const prompt of dimension.prompts) {
				if (prompt.when !== 'gap' || !('higher' in prompt)) continue;
				const lower = roles.find((role) => role !== prompt.higher) ?? '';
				const [first, second] = [named(lower, prompt.question), named(prompt.higher, prompt.question)];
				expect(first, prompt.question).toBeGreaterThanOrEqual(0);
				if (second >= 0) expect(first, prompt.question).toBeLessThan(second);
			}
		}
	});

	test('says of every tip its first step, who begins and what changes', () => {
		for (const { dimension } of dimensionsOf(questionnaire)) {
			for (const tip of dimension.tips) expect(tipParts(tip), tip.id).toHaveLength(3);
		}
	});

	test('ends the sentence on what a source is about where a tip goes further', () => {
		for (const { dimension } of dimensionsOf(questionnaire)) {
			for (const tip of dimension.tips) {
				// «Toegepast: de bron spreekt over …», with a full stop after it.
				if (tip.basis === 'toegepast') expect(tip.appliedFrom, tip.id).toMatch(/^[a-z«].*[^.]$/);
			}
		}
	});
});
