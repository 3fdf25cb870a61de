import 'fake-indexeddb/auto';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { beginCopy, beginEmpty } from '$lib/state/questionnaires/begin-draft';
import { QuestionnaireDraft } from '$lib/state/questionnaires/questionnaire-draft.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import EditorScreen from '../../../../src/routes/vragenlijsten/maken/EditorScreen.svelte';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

beforeEach(wipeDatabase);

async function show(id: string) {
	const draft = await QuestionnaireDraft.open(id);
	render(EditorScreen, { draft });
	return { draft, user: userEvent.setup() };
}

const ready = () => screen.getByRole('button', { name: 'Klaar: gebruik deze vragenlijst' });
const statements = (draft: QuestionnaireDraft) => itemsOf(draft.content).map(({ statement }) => statement);

describe('the editor', () => {
	test('names everything that still has to be filled in at once, and leads to each field', async () => {
		const { user } = await show(await beginEmpty());
		expect(screen.queryByText('Vul dit in.')).toBeNull();
		await user.click(ready());

		expect(screen.getByRole('heading', { name: /^Nog \d+ velden te gaan$/ })).toHaveFocus();
		await user.click(screen.getByRole('button', { name: 'Thema 1, onderdeel 1, stelling 1, de stelling' }));
		const statement = screen.getByRole('textbox', { name: 'Stelling 1' });
		expect(statement).toHaveFocus();
		expect(statement).toBeInvalid();
		expect(statement).toHaveAccessibleDescription('Vul dit in.');

		await user.type(statement, 'De gemeente belt vaak.');
		expect(statement).toBeValid();
		expect(statement).toHaveAccessibleDescription(/^Raad: "vaak" vult iedereen anders in/);
	});

	test('moves a statement by keyboard with the focus, says where it is, and stays at an end', async () => {
		const { user, draft } = await show(await beginCopy(publishedQuestionnaire('kapstokken', '2.0.0')));
		const [first, second, third] = statements(draft);
		await user.click(screen.getByRole('button', { name: '3 stellingen van Met elkaar omgaan' }));
		const list = within(screen.getByRole('list', { name: 'Stellingen van Met elkaar omgaan' }));
		const down = list.getByRole('button', { name: `Omlaag (stelling 1: ${first})` });
		down.focus();
		await user.keyboard('{Enter}');

		expect(statements(draft).slice(0, 3)).toEqual([second, first, third]);
		expect(list.getByRole('button', { name: `Omlaag (stelling 2: ${first})` })).toHaveFocus();
		expect(screen.getByText('Stelling 2 van 3.')).toBeInTheDocument();
		await user.keyboard('{Enter}{Enter}');
		expect(statements(draft).slice(0, 3)).toEqual([second, third, first]);
		expect(screen.getByText('Stelling staat al onderaan.')).toBeInTheDocument();
	});

	test('puts back what was removed, where it was', async () => {
		const { user, draft } = await show(await beginCopy(publishedQuestionnaire('kapstokken', '2.0.0')));
		const before = statements(draft);
		await user.click(screen.getByRole('button', { name: '3 stellingen van Met elkaar omgaan' }));
		await user.click(screen.getByRole('button', { name: `Verwijder (stelling 2: ${before[1]})` }));
		expect(statements(draft)).toHaveLength(before.length - 1);

		const undo = screen.getByRole('button', { name: 'Maak ongedaan' });
		expect(undo).toHaveFocus();
		await user.keyboard('{Enter}');
		expect(statements(draft)).toEqual(before);
	});

	test('takes a question to talk about, for when one group scores higher, and puts back one that was removed', async () => {
		const { user, draft } = await show(await beginCopy(publishedQuestionnaire('kapstokken', '2.0.0')));
		const prompts = () => draft.content.themes[0]?.dimensions[0]?.prompts ?? [];
		const before = prompts();
		const [first] = before;
		await user.click(screen.getByRole('button', { name: '3 stellingen van Met elkaar omgaan' }));
		await user.click(screen.getByRole('button', { name: `${before.length} gespreksvragen bij Met elkaar omgaan` }));
		const list = within(screen.getByRole('list', { name: 'Gespreksvragen bij Met elkaar omgaan' }));
		await user.click(list.getByRole('button', { name: `Verwijder (gespreksvraag 1: ${first?.question})` }));
		expect(prompts()).toHaveLength(before.length - 1);
		await user.keyboard('{Enter}');
		expect(prompts()).toEqual(before);

		await user.click(screen.getByRole('button', { name: 'Gespreksvraag erbij (bij Met elkaar omgaan)' }));
		expect(screen.getByRole('textbox', { name: `Gespreksvraag ${before.length + 1}` })).toHaveFocus();
		await user.keyboard('Wat zien jullie anders?');
		const added = within(
			screen.getAllByRole('listitem').filter((one) => one.dataset['part'] === prompts().at(-1)?.id)[0] as HTMLElement
		);
		await user.selectOptions(added.getByLabelText(/^Wanneer/), 'Bij een verschil');
		await user.selectOptions(added.getByLabelText(/^Welke groep scoort hoger/), 'Verenigingen');

		expect(prompts().at(-1)).toMatchObject({ question: 'Wat zien jullie anders?', when: 'gap', higher: 'vereniging' });
		await user.selectOptions(added.getByLabelText(/^Wanneer/), 'Bij een hoge score');
		expect(prompts().at(-1)).not.toHaveProperty('higher');
	});

	test('shows what it becomes on a phone, on paper and in the result', async () => {
		const { user } = await show(await beginCopy(publishedQuestionnaire('kapstokken', '2.0.0')));
		expect(screen.getByText('1 van 15 · Met elkaar omgaan')).toBeVisible();
		await user.click(screen.getByRole('radio', { name: 'Papier' }));
		expect(screen.getByText('Omcirkel je groep:')).toBeVisible();
		await user.click(screen.getByRole('radio', { name: 'Beeld' }));
		expect(screen.getByLabelText('De onderdelen in het resultaat, nog zonder scores.')).toBeVisible();
	});

	test('makes a version that never changes, and says how to go on', async () => {
		const { user } = await show(await beginCopy(publishedQuestionnaire('kapstokken', '2.0.0')));
		await user.click(ready());

		expect(await screen.findByRole('heading', { name: /is klaar$/ })).toHaveFocus();
		expect(screen.getByRole('link', { name: 'Begin er een meting mee' })).toBeVisible();
	});
});
