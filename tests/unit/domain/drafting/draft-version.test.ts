import { describe, expect, test } from 'vitest';
import { continued } from '$lib/domain/drafting/begin-draft';
import { changedItems, changeWords, nextVersion, stepBetween } from '$lib/domain/drafting/draft-version';
import { changeItem, changeTheme } from '$lib/domain/drafting/edit-draft';
import { tidyDraft } from '$lib/domain/drafting/tidy-draft';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';

const before = publishedQuestionnaire('kapstokken', '2.0.0');
const [first] = itemsOf(before);
if (!first) throw new Error('No item');
const reworded = changeItem(first.id, (item) => ({ ...item, statement: 'Iets anders gezegd.' }))(before);
const replaced = changeItem(first.id, (item) => ({ ...item, id: 'iets-anders' }))(before);

describe('which version it becomes', () => {
	test.each([before, publishedQuestionnaire('samenwerking', '1.0.0'), ownQuestionnaire])(
		'none when nothing changed: opened and tidied, $id is what it was',
		(one) => {
			expect(stepBetween(one, tidyDraft(continued(one)))).toBe('none');
		}
	);

	test('by what changed', () => {
		expect(stepBetween(before, reworded)).toBe('words');
		expect(stepBetween(before, replaced)).toBe('items');
		const another = changeTheme(before.themes[0]?.id ?? '', (theme) => ({ ...theme, id: 'anders' }))(before);
		expect(stepBetween(before, another)).toBe('set-up');
	});

	test.each([
		['1.0.0', 'words', ['1.0.0'], '1.0.1'],
		['1.0.1', 'items', ['1.0.0', '1.0.1'], '1.1.0'],
		['1.9.3', 'set-up', ['1.9.3'], '2.0.0'],
		// Another draft went on from the same version first.
		['1.0.0', 'words', ['1.0.0', '1.0.1'], '1.0.2'],
		['1.0.0', 'words', ['1.0.0', '1.10.0'], '1.10.1']
	] as const)('from %s by %s, beside %j: %s', (base, step, others, version) => {
		expect(nextVersion(base, step, others)).toBe(version);
	});
});

test('says what is new where nobody did', () => {
	expect(changeWords(undefined, before)).toBe('Eerste versie.');
	expect(changeWords(before, reworded)).toBe('1 stelling anders verwoord.');
	expect(changeWords(before, replaced)).toBe('1 stelling erbij, 1 stelling weg.');
	expect(changedItems(before, replaced)).toEqual([first.id, 'iets-anders']);
});
