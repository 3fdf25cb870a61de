import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { riskOf, participantWords } from '$lib/domain/measurement/browser-keeping';
import { en } from '$lib/domain/language/en';
import { fr } from '$lib/domain/language/fr';
import { speak } from '$lib/domain/language/say';
import { Sheet } from '$lib/state/answering/sheet.svelte';
import { Sending } from '$lib/state/sending/sending.svelte';
import { wordsOf } from '$lib/state/sending/words';
import type { Progress } from '$lib/state/sending/sender';
import { wipeDatabase } from '$lib/storage/connection/database';
import { StorageError } from '$lib/storage/storage-error';
import PrivacyPromise from '$lib/ui/answering/PrivacyPromise.svelte';
import SaveLine from '$lib/ui/fields/SaveLine.svelte';
import GroupChoice from '../../../../src/routes/answering/GroupChoice.svelte';
import SheetForm from '../../../../src/routes/answering/SheetForm.svelte';
import PaperForm from '../../../../src/routes/formulier/PaperForm.svelte';
import HandBack from '../../../../src/routes/meedoen/HandBack.svelte';
import KeptOnPhone from '../../../../src/routes/meedoen/KeptOnPhone.svelte';
import { dutchWordsIn } from '../../../builders/language/dutch-words';
import { readableText } from '../../../builders/language/readable-text';
import { questionnaireIn } from '../../../builders/language/translated';
import { invitationTo, measurementOf } from '../../../builders/records';

/** Every state that a participant can see, in a language that is not Dutch, has no Dutch word. */

const languages = [
	['fr', fr],
	['en', en]
] as const;
const groups = [
	{ id: 'gemeente', role: 'gemeente', name: 'Groupe A' },
	{ id: 'verenigingen', role: 'vereniging', name: 'Groupe B' }
];

class StillSending extends Sending {
	override start(): () => void {
		return () => undefined;
	}
}

/** The page takes no pointer for a moment after a view. */
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

beforeEach(wipeDatabase);
afterEach(() => {
	speak(undefined);
});

describe.each(languages)('in «%s»', (language, table) => {
	const questionnaire = questionnaireIn(language);
	const { id, version } = questionnaire;
	const measurement = { ...measurementOf('Le quartier', 'kermis'), name: '', groups, questionnaire: { id, version } };
	const invitation = { ...invitationTo(measurement), groups, asksTrend: true };
	const own = [JSON.stringify(questionnaire), JSON.stringify(groups), 'Samenwerkingsmeter'];
	const dutch = () => dutchWordsIn(readableText(document.body), table, own);

	beforeEach(() => {
		speak(table);
	});

	test.each([
		['open', { mode: 'open' } as const],
		['anonymous', { mode: 'anoniem', threshold: 4 } as const]
	])('the promise of an %s measurement, and the group to choose', async (_mode, privacy) => {
		render(PrivacyPromise, { privacy, asksTrend: true, byLetterbox: true });
		render(GroupChoice, { groups, onchoose: () => undefined });
		await user.click(screen.getByRole('button', { name: table['Begin'] ?? '' }));

		expect(screen.getByText(table['Duw eerst op je groep.'] ?? '')).toBeVisible();
		expect(dutch()).toEqual([]);
	});

	test('every question, the notes, and what is left open', async () => {
		const sheet = Sheet.start({ ...invitation, privacy: { mode: 'open' } }, 'gemeente', questionnaire);
		render(SheetForm, { sheet, pageName: table['Meedoen'] ?? '', ondone: () => Promise.resolve() });
		const press = (words: string) => user.click(screen.getByRole('button', { name: table[words] ?? '' }));
		expect(dutch()).toEqual([]);
		await press('Naar de stellingen');
		await press('Notitie');
		await press('Woorden');
		expect(dutch()).toEqual([]);
		for (let step = 0; step < 3; step += 1) {
			await press('Volgende');
			expect(dutch()).toEqual([]);
		}
		await press('Klaar');
		expect(screen.getByText(/^(Vous n'avez|You have not) /)).toBeVisible();
		expect(dutch()).toEqual([]);
	});

	test.each<[string, Progress | undefined]>([
		['by QR code', undefined],
		['on its way', { kind: 'sending', resumed: true }],
		['waiting', { kind: 'waiting', why: 'unreachable', byItself: false, stored: true }],
		['waiting for a full minute', { kind: 'waiting', why: 'busy', byItself: true, stored: true }],
		['there', { kind: 'sent', notesLeftOut: true }],
		['taken in', { kind: 'acknowledged', notesLeftOut: false }]
	])('handing back, %s', async (_what, progress) => {
		const letterbox = { roomId: 'k'.repeat(22), publicKey: 'p'.repeat(87) };
		const sheet = Sheet.start(progress ? { ...invitation, letterbox } : invitation, 'gemeente', questionnaire);
		sheet.choose('one', 4);
		await sheet.finish();
		const sending = new StillSending();
		const facts = { promised: false, engine: 'apple', touch: true, installed: false, installable: false } as const;
		expect(riskOf(facts)).toBe('seven-days');
		const keeping = participantWords(facts);
		render(HandBack, { sheet, sending, keeping, onchange: () => undefined, onwipe: () => undefined });
		render(KeptOnPhone, { keeping });
		if (progress) sending.told = wordsOf(progress);
		await tick();
		await screen.findByText(table['Alleen jij ziet dit.'] ?? '');
		await user.click(screen.getByRole('button', { name: table['Wis van deze telefoon'] ?? '' }));

		expect(dutch()).toEqual([]);
	});

	test('what could not be stored', () => {
		const { message } = new StorageError('full');
		render(SaveLine, { status: { kind: 'failed', message }, onretry: () => undefined, onrescue: () => undefined });

		expect(screen.getByRole('alert')).toHaveTextContent(table[message] ?? '');
		expect(dutch()).toEqual([]);
	});

	test('the paper form, while the page around it stays Dutch', () => {
		speak(undefined);
		const asking = { ...measurement, asksTrend: true, privacy: { mode: 'anoniem', threshold: 4 } as const };
		render(PaperForm, { measurement: asking, partnershipName: 'Quartier', questionnaire, table });
		render(PaperForm, {
			measurement: { ...asking, privacy: { mode: 'open' } },
			partnershipName: 'Q',
			questionnaire,
			table
		});

		expect(dutch()).toEqual([]);
		expect(screen.getAllByRole('article')[0]).toHaveAttribute('lang', language === 'fr' ? 'fr-BE' : 'en-GB');
	});
});
