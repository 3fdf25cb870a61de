import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { continued, copyOf } from '$lib/domain/drafting/begin-draft';
import {
	addRole,
	changeDimension,
	changeItem,
	changeSource,
	changeTheme,
	changeTip,
	movePart,
	nameDimension,
	nameRole,
	removePart,
	removeRole,
	type Edit,
	type ListPlace
} from '$lib/domain/drafting/edit-draft';
import { putBackPart, putBackRole } from '$lib/domain/drafting/put-back';
import { tidyDraft } from '$lib/domain/drafting/tidy-draft';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { publishedRefs } from '$lib/content/published';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

let digits = 0;
const chance = () => (digits++).toString(16).padStart(10, '0');
const published = publishedRefs.map(({ id, version }) => publishedQuestionnaire(id, version));
const anyPublished = fc.constantFrom(...published);

/** Every list that the screen moves and removes in, with what stands in it. */
function listsOf(content: Questionnaire): { place: ListPlace; parts: readonly { id: string }[] }[] {
	return [
		{ place: { kind: 'themes' }, parts: content.themes },
		{ place: { kind: 'sources' }, parts: content.sources },
		...content.themes.map(({ id, dimensions }) => ({
			place: { kind: 'dimensions', of: id } as const,
			parts: dimensions
		})),
		...dimensionsOf(content).flatMap(({ dimension: { id, items, tips, prompts } }) => [
			{ place: { kind: 'items', of: id } as const, parts: items },
			{ place: { kind: 'tips', of: id } as const, parts: tips },
			{ place: { kind: 'prompts', of: id } as const, parts: prompts }
		])
	];
}

const anyPart = (content: Questionnaire) =>
	fc.constantFrom(...listsOf(content).flatMap(({ place, parts }) => parts.map((part, at) => ({ place, part, at }))));

describe('undoing a removal', () => {
	test('gives back all of it, whatever was removed, also where general prompts named it', () => {
		fc.assert(
			fc.property(
				anyPublished.chain((content) => fc.tuple(fc.constant(content), anyPart(content))),
				([content, { place, part, at }]) => {
					const without = removePart(place, part.id)(content);
					expect(putBackPart(content, place, part, at)(without)).toEqual(content);
				}
			)
		);
	});

	test('of one dimension after another, in whatever order, gives back every topic', () => {
		const [content] = published.filter(({ generalPrompts }) => generalPrompts.some(({ when }) => when === 'topic'));
		if (!content) throw new Error('No topics');
		const [first, second] = content.themes;
		if (!first || !second) throw new Error('No two themes');
		const place: ListPlace = { kind: 'themes' };
		const one = removePart(place, first.id)(content);
		const none = removePart(place, second.id)(one);
		const back = putBackPart(one, place, second, 0)(none);
		expect(putBackPart(content, place, first, 0)(back)).toEqual(content);
	});

	test('of a role gives back what compares it with another, and what was for it alone', () => {
		for (const content of published)
			for (const { id } of content.roles) expect(putBackRole(content, id)(removeRole(id)(content))).toEqual(content);
		const [content] = published.map((one) => addRole('school')(one));
		if (content) expect(putBackRole(content, 'school')(removeRole('school')(content))).toEqual(content);
	});

	test('leaves what was written meanwhile', () => {
		const [content] = published;
		const [item] = content ? itemsOf(content) : [];
		if (!content || !item) throw new Error('No item');
		const write = changeItem(item.id, (one) => ({ ...one, statement: 'Intussen.' }));
		const role = content.roles[0]?.id ?? '';
		expect(putBackRole(content, role)(write(removeRole(role)(content)))).toEqual(write(content));
	});
});

/** What the screen has no field for. */
function unoffered({ themes, generalPrompts, exceptions, sources }: Questionnaire): unknown {
	const byId = <Part extends { id: string }>(parts: readonly Part[]) =>
		[...parts].sort((a, b) => (a.id < b.id ? -1 : 1));
	const dimensions = byId(themes.flatMap((theme) => theme.dimensions));
	return {
		generalPrompts,
		exceptions,
		themes: byId(themes).map(({ id, resultName }) => ({ id, resultName })),
		dimensions: dimensions.map(({ id, prompts, restsOn }) => ({ id, prompts: byId(prompts), restsOn })),
		citations: dimensions.map(({ tips }) => byId(tips).map(({ citations }) => citations.slice(1))),
		sources: byId(sources).map(({ id, publisher, author, date }) => ({ id, publisher, author, date }))
	};
}

/** Everything that the screen writes and moves. */
function anyEdit(content: Questionnaire): fc.Arbitrary<Edit> {
	const text = fc.string({ minLength: 1, maxLength: 12 }).map((words) => `x${words}x`);
	const one = <Part extends { id: string }>(parts: readonly Part[]) => fc.constantFrom(...parts.map(({ id }) => id));
	const dimensions = dimensionsOf(content).map(({ dimension }) => dimension);
	return fc.oneof(
		fc.tuple(one(content.themes), text).map(([id, name]) => changeTheme(id, (theme) => ({ ...theme, name }))),
		fc.tuple(one(dimensions), text).map(([id, name]) => nameDimension(id, name)),
		fc
			.tuple(one(dimensions), text)
			.map(([id, description]) => changeDimension(id, (dimension) => ({ ...dimension, description }))),
		fc.tuple(one(itemsOf(content)), text).map(([id, statement]) => changeItem(id, (item) => ({ ...item, statement }))),
		fc
			.tuple(one(dimensions.flatMap(({ tips }) => tips)), text)
			.map(([id, action]) => changeTip(id, (tip) => ({ ...tip, action }))),
		fc.tuple(one(content.sources), text).map(([id, title]) => changeSource(id, (source) => ({ ...source, title }))),
		fc.tuple(one(content.roles), text).map(([id, name]) => nameRole(id, name)),
		fc
			.tuple(anyPart(content), fc.integer({ min: -2, max: 2 }))
			.map(([{ place, part }, by]) => movePart(place, part.id, by))
	);
}

test('what the screen has no field for stays through whatever is written and moved', () => {
	fc.assert(
		fc.property(
			anyPublished.chain((content) => fc.tuple(fc.constant(content), fc.array(anyEdit(content), { maxLength: 8 }))),
			([content, edits]) => {
				const begun = edits.length % 2 === 0 ? copyOf(content, chance) : continued(content);
				const draft = edits.reduce((now, edit) => edit(now), begun);
				expect(unoffered(tidyDraft(draft))).toEqual(unoffered(content));
			}
		),
		{ numRuns: 60 }
	);
});
