import 'fake-indexeddb/auto';
import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { importDesk } from '$lib/state/files/import.svelte';
import { changeCommitment, loadCommitments } from '$lib/storage/records/commitments';
import { loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { wipeDatabase } from '$lib/storage/connection/database';
import OpenFile from '../../../../src/routes/gegevens/OpenFile.svelte';
import { fileTextOf, one, openBundle, withDraft } from '../../../builders/bundles';
import { writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { changeQuestionnaireDraft, loadQuestionnaireDrafts } from '$lib/storage/drafts/questionnaire-drafts';
import { agreeOn } from '../../../builders/stored-records';

const { id: measurementId, partnershipId } = openBundle.measurement;
const commitment = { id: 'b'.repeat(32), partnershipId };
const file = () => new File([fileTextOf(one)], 'van-els.json');

/** What was in the file, and then changed here. */
beforeEach(async () => {
	cleanup();
	// Not in this browser without a screen.
	Element.prototype.scrollIntoView = vi.fn();
	await wipeDatabase();
	importDesk.cancel();
	await importDesk.open(file());
	await importDesk.confirm();
	importDesk.cancel();
	await changeCommitment(commitment, (stored) => ({ ...stored, who: 'Jan', status: 'done' }));
	await agreeOn({ measurementId, dimensionId: 'waardering', score: 5, note: 'Na het gesprek' });
	await importDesk.open(file());
	render(OpenFile);
});

/** A page that just came takes no press for a moment: see `arrival.ts`. */
const hasty = { pointerEventsCheck: 0 };
const choice = (name: RegExp) => within(screen.getByRole('group', { name }));

test('each difference stands there with both values, and what is here stays unless people choose', async () => {
	expect(screen.getByRole('heading', { name: '3 dingen staan in het bestand anders dan hier' })).toBeVisible();
	const who = choice(/Na elke activiteit bedanken.*Wie.*nieuwer op dit toestel/);
	expect(who.getByRole('radio', { name: 'Hier: Jan' })).toBeChecked();
	expect(who.getByRole('radio', { name: 'In het bestand: Els' })).not.toBeChecked();
	expect(choice(/Afgesproken bij.*Score.*nieuwer op dit toestel/).getByLabelText('Hier: 5')).toBeChecked();
	expect(screen.queryByRole('button', { name: 'Zet dit op dit toestel' })).toBeNull();
});

test('who takes one thing gets that one and nothing else', async () => {
	const user = userEvent.setup(hasty);
	await user.click(screen.getByLabelText('In het bestand: Els'));
	expect(screen.getByText('Nu neem je 1 van de 3 over.')).toBeVisible();
	expect(
		screen.getByText(/2 dingen in het bestand zijn anders dan hier: wat hier staat, blijft. Eén ding neem je over/)
	).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Zet dit op dit toestel' }));
	await screen.findByText(/Het bestand staat nu op dit toestel/);

	const now = (await loadCommitments(partnershipId)).find(({ id }) => id === commitment.id);
	expect(now).toMatchObject({ who: 'Els', status: 'done' });
	expect(await loadAgreedScores(measurementId)).toContainEqual(expect.objectContaining({ score: 5 }));
});

test('everything is taken in one press, and left again in one', async () => {
	const user = userEvent.setup(hasty);
	await user.click(screen.getByRole('button', { name: 'Neem alles over uit het bestand' }));
	expect(screen.getByText('Nu neem je 3 van de 3 over.')).toBeVisible();
	expect(screen.getByLabelText('In het bestand: bezig')).toBeChecked();
	await user.click(screen.getByRole('button', { name: 'Houd alles zoals het hier staat' }));
	expect(screen.getByLabelText('Hier: gedaan')).toBeChecked();
	expect(screen.getByText('Nu blijft alles zoals het hier staat.')).toBeVisible();
});

test('a questionnaire that is not ready is named when it comes in, and chosen when another is here', async () => {
	const user = userEvent.setup(hasty);
	const drafts = (withDraft.drafts ?? []).map((draft) => ({
		...draft,
		content: { ...draft.content, title: 'Kermis' }
	}));
	const withKermis = new File([writeExchangeFile({ ...withDraft, drafts })], 'alles.json');
	await importDesk.open(withKermis);
	expect(await screen.findByText('Met de vragenlijst "Kermis", die nog niet klaar is (2 stellingen).')).toBeVisible();
	expect(screen.queryByText('Het bestand is leeg.')).toBeNull();
	await user.click(screen.getByRole('button', { name: 'Zet dit op dit toestel' }));
	await screen.findByText(/Het bestand staat nu op dit toestel/);

	await changeQuestionnaireDraft(drafts[0]?.id ?? '', (stored) => ({
		...stored,
		content: { ...stored.content, title: 'Feest' }
	}));
	await importDesk.open(withKermis);
	const content = within(await screen.findByRole('group', { name: /Vragenlijst «Kermis», nog niet klaar.*Inhoud/ }));
	expect(content.getByRole('radio', { name: 'Hier: «Feest», 2 stellingen' })).toBeChecked();
	await user.click(content.getByRole('radio', { name: /^In het bestand: «Kermis», 2 stellingen/ }));
	await user.click(screen.getByRole('button', { name: 'Zet dit op dit toestel' }));
	await screen.findByText(/Het bestand staat nu op dit toestel/);

	expect((await loadQuestionnaireDrafts()).map(({ content }) => content.title)).toEqual(['Kermis']);
});
