import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changeItem, movePart } from '$lib/domain/drafting/edit-draft';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { beginCopy, beginEmpty, beginNextVersion } from '$lib/state/questionnaires/begin-draft';
import { QuestionnaireDraft } from '$lib/state/questionnaires/questionnaire-draft.svelte';
import { settleEverything } from '$lib/state/saving/save-queue';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadQuestionnaireDrafts } from '$lib/storage/drafts/questionnaire-drafts';
import { keepQuestionnaire, loadOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

const kapstokken = publishedQuestionnaire('kapstokken', '2.0.0');

beforeEach(wipeDatabase);

const firstItem = (draft: QuestionnaireDraft) => itemsOf(draft.content)[0]?.id ?? '';
const say = (draft: QuestionnaireDraft, id: string, statement: string) =>
	draft.write(
		`${id} statement`,
		changeItem(id, (item) => ({ ...item, statement }))
	);

describe('a draft', () => {
	test('is stored as it is typed, and taken up again where it was', async () => {
		const id = await beginEmpty();
		const draft = await QuestionnaireDraft.open(id);
		say(draft, firstItem(draft), 'We bel');
		say(draft, firstItem(draft), 'We bellen.');
		await settleEverything();

		expect(draft.status.kind).toBe('saved');
		const again = await QuestionnaireDraft.open(id);
		expect(itemsOf(again.content)[0]?.statement).toBe('We bellen.');
	});

	test('loses nothing of two tabs that work in it at once, and each shows the work of the other', async () => {
		const id = await beginCopy(kapstokken);
		const one = await QuestionnaireDraft.open(id);
		const other = await QuestionnaireDraft.open(id);
		const stop = [one.follow(), other.follow()];
		const [first, second] = itemsOf(one.content);
		const dimension = dimensionsOf(one.content)[0]?.dimension.id ?? '';
		say(one, first?.id ?? '', 'Van de ene.');
		one.move(movePart({ kind: 'items', of: dimension }, first?.id ?? '', 1));
		say(other, second?.id ?? '', 'Van de andere.');
		await settleEverything();

		const stored = itemsOf((await QuestionnaireDraft.open(id)).content).slice(0, 2);
		expect(stored.map(({ statement }) => statement)).toEqual(['Van de andere.', 'Van de ene.']);
		stop.forEach((end) => end());
	});

	test('that is gone says so', async () => {
		await expect(QuestionnaireDraft.open('x')).rejects.toThrow(/^Dit ontwerp staat niet meer op dit toestel/);
	});
});

describe('what is ready', () => {
	test('becomes version 1.0.0 with ids of its words, and the draft is gone', async () => {
		const draft = await QuestionnaireDraft.open(await beginCopy(kapstokken));
		draft.write('title', (content) => ({ ...content, title: 'De kapstokken van Lommerdal' }));

		const outcome = await draft.finish();

		expect(outcome).toMatchObject({
			kind: 'kept',
			questionnaire: { id: 'de-kapstokken-van-lommerdal', version: '1.0.0', changes: [{ text: 'Eerste versie.' }] }
		});
		expect(await loadQuestionnaireDrafts()).toEqual([]);
		const [stored] = await loadOwnQuestionnaires();
		expect(itemsOf(stored?.content ?? kapstokken)).toEqual(itemsOf(kapstokken));
	});

	test('twice under one title, are two questionnaires', async () => {
		for (const title of ['Samen', 'Samen']) {
			const draft = await QuestionnaireDraft.open(await beginCopy(kapstokken));
			draft.write('title', (content) => ({ ...content, title }));
			await draft.finish();
		}

		expect((await loadOwnQuestionnaires()).map(({ id }) => id)).toEqual(['samen', 'samen-2']);
	});

	test('and changed later, becomes the next version: the first stays what it is', async () => {
		await keepQuestionnaire(storedOf(ownQuestionnaire));
		const draft = await QuestionnaireDraft.open(await beginNextVersion(ownQuestionnaire));
		const id = firstItem(draft);
		expect(await draft.finish()).toEqual({
			kind: 'refused',
			reason: 'Er is niets veranderd tegenover de vorige versie.'
		});
		say(draft, id, 'De gemeente belt terug binnen een week.');
		expect(await beginNextVersion(ownQuestionnaire)).toBe(draft.id);

		const outcome = await draft.finish();

		expect(outcome).toMatchObject({ kind: 'kept', questionnaire: { id: 'eigen-lijst', version: '2.0.1' } });
		const [first, second] = await loadOwnQuestionnaires();
		expect(first?.content).toEqual(ownQuestionnaire);
		expect(second?.content.changes.at(-1)).toEqual({
			version: '2.0.1',
			text: '1 stelling anders verwoord.',
			items: [id]
		});
	});

	test('is told when something blocks it, and nothing is kept', async () => {
		const draft = await QuestionnaireDraft.open(await beginEmpty());
		draft.write('title', (content) => ({ ...content, title: 'Half' }));

		expect((await draft.finish()).kind).toBe('refused');
		expect(await loadOwnQuestionnaires()).toEqual([]);
		await vi.waitFor(async () => expect((await loadQuestionnaireDrafts())[0]?.content.title).toBe('Half'));
	});
});
