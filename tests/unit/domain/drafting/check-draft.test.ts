import { expect, test } from 'vitest';
import { copyOf, emptyQuestionnaire } from '$lib/domain/drafting/begin-draft';
import { checkDraft } from '$lib/domain/drafting/check-draft';
import { withPermanentIds } from '$lib/domain/drafting/draft-ids';
import { changeItem } from '$lib/domain/drafting/edit-draft';
import { tidyDraft } from '$lib/domain/drafting/tidy-draft';
import { checkQuestionnaire } from '$lib/domain/questionnaire/check';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

let digits = 0;
const chance = () => (digits++).toString(16).padStart(10, '0');

test('names every empty field at once, where it stands', () => {
	const { blocking } = checkDraft(tidyDraft(emptyQuestionnaire(chance)));

	expect(blocking.map(({ at }) => at)).toEqual([
		'frame.terms.0.text',
		'frame.terms.1.text',
		'summary',
		'themes.0.description',
		'themes.0.dimensions.0.description',
		'themes.0.dimensions.0.items.0.explanation',
		'themes.0.dimensions.0.items.0.statement',
		'themes.0.dimensions.0.name',
		'themes.0.name',
		'title'
	]);
	expect(new Set(blocking.map(({ message }) => message))).toEqual(new Set(['Vul dit in.']));
});

test('advises on a statement in words of the screen while other fields are still empty', () => {
	const draft = emptyQuestionnaire(chance);
	const id = itemsOf(draft)[0]?.id ?? '';
	const { advice } = checkDraft(
		tidyDraft(changeItem(id, (item) => ({ ...item, statement: 'De gemeente helpt vaak en betaalt niet.' }))(draft))
	);

	const said = advice.filter(({ at }) => at.endsWith('items.0.statement')).map(({ message }) => message);
	expect(said).toHaveLength(3);
	expect(said.join(' ')).toMatch(/"en" of "of".*"vaak" vult iedereen.*ontkenning/);
	expect(advice.some(({ at }) => at.endsWith('explanation'))).toBe(false);
});

test.each(['samenwerking', 'kapstokken', 'bovenlokaal'])('lets a copy of %s go on, and the app takes it', (id) => {
	const copy = tidyDraft(copyOf(publishedQuestionnaire(id, '2.0.0'), chance));

	expect(checkDraft(copy).blocking).toEqual([]);
	const made = withPermanentIds(copy, [], [id]);
	expect(made.id).not.toBe(id);
	expect(checkQuestionnaire(made, 'own').kind).not.toBe('refused');
});
