import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { Sheet } from '$lib/state/answering/sheet.svelte';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import type { Progress } from '$lib/state/sending/sender';
import { Sending } from '$lib/state/sending/sending.svelte';
import { wordsOf } from '$lib/state/sending/words';
import { wipeDatabase } from '$lib/storage/connection/database';
import HandBack from '../../../../src/routes/meedoen/HandBack.svelte';
import { invitationTo, measurementOf } from '../../../builders/records';

const invitation = invitationTo(measurementOf('verband', 'meting'));
const questionnaire = await loadQuestionnaire(invitation.questionnaire);
const letterbox = { roomId: 'k'.repeat(22), publicKey: 'p'.repeat(87) };

/** Told what became of the answers by the test: what a network does is for the journeys. */
class ToldSending extends Sending {
	override start(): () => void {
		return () => undefined;
	}

	async tell(progress: Progress): Promise<void> {
		this.told = wordsOf(progress);
		await tick();
	}
}

beforeEach(wipeDatabase);
afterEach(() => {
	vi.unstubAllGlobals();
});

async function show(sending: Sending, byLetterbox = true) {
	const sheet = Sheet.start(byLetterbox ? { ...invitation, letterbox } : invitation, 'gemeente', questionnaire);
	for (const { id } of itemsOf(questionnaire)) sheet.choose(id, 4);
	await sheet.finish();
	const onwipe = vi.fn<(undoable: boolean) => void>();
	render(HandBack, { sheet, sending, keeping: undefined, onchange: () => undefined, onwipe });
	return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

const heading = () => screen.getByRole('heading', { level: 1 });
const qrCode = () => screen.getByRole('img', { name: 'QR-code met je antwoorden' });

describe('a sheet that goes by a letterbox', () => {
	const states: [Progress, string, RegExp][] = [
		[{ kind: 'sending', resumed: false }, 'Nog niet verzonden', /^We versturen je antwoorden nu\.$/],
		[{ kind: 'sending', resumed: true }, 'Nog niet verzonden', /^Dat lukte vorige keer niet\. We versturen je/],
		[
			{ kind: 'waiting', why: 'unreachable', byItself: true, stored: true },
			'Nog niet verzonden',
			/zodra er internet is, ook als je deze pagina sluit\./
		],
		[
			{ kind: 'waiting', why: 'unreachable', byItself: false, stored: true },
			'Nog niet verzonden',
			/zodra er internet is\. Sluit je deze pagina, dan pas bij je volgende bezoek\./
		],
		[
			{ kind: 'waiting', why: 'busy', byItself: false, stored: false },
			'Nog niet verzonden',
			/heeft het druk\. .* Hou deze pagina open: deze browser kan ze niet bewaren\./
		],
		[{ kind: 'sent', notesLeftOut: false }, 'Verzonden', /nog niet opgehaald\. Dat kan ook later/],
		[{ kind: 'sent', notesLeftOut: true }, 'Verzonden', /Geef ze mee met het bestand\.$/],
		[{ kind: 'acknowledged', notesLeftOut: false }, 'Binnen bij de begeleider', /^Je mag deze pagina sluiten\./],
		[
			{ kind: 'refused', why: 'no-room', delivered: false },
			'Nog niet verzonden',
			/^De meting is afgesloten of de brievenbus is er niet meer\. Laat je QR scannen/
		],
		[{ kind: 'refused', why: 'no-room', delivered: true }, 'Verzonden', /^Of ze binnen zijn, weten we niet\./],
		[{ kind: 'refused', why: 'full', delivered: false }, 'Nog niet verzonden', /^De brievenbus zit vol\./],
		[{ kind: 'unsealed', why: 'too-large' }, 'Nog niet verzonden', /passen niet in de brievenbus/],
		[{ kind: 'unsealed', why: 'impossible' }, 'Nog niet verzonden', /kan je antwoorden niet versleutelen/]
	];

	test('says in words that are read aloud how far it is, and keeps its QR code whatever happens', async () => {
		const sending = new ToldSending();
		await show(sending);
		expect(heading()).toHaveTextContent('Nog niet verzonden');
		for (const [progress, words, text] of states) {
			await sending.tell(progress);
			expect(heading()).toHaveTextContent(new RegExp(`^${words}$`));
			expect(heading().closest('[aria-live=polite]')).toHaveTextContent(heading().textContent.trim());
			expect(screen.getByText(text)).toBeVisible();
			expect(document.title).toBe(`${words} · Meedoen · Samenwerkingsmeter`);
			expect(qrCode()).toBeVisible();
		}
	});

	test('that is not sent says so before it is wiped', async () => {
		const sending = new ToldSending();
		const user = await show(sending);
		await sending.tell({ kind: 'waiting', why: 'unreachable', byItself: false, stored: true });
		const question = /^Je antwoorden zijn nog niet verzonden\. Wis je ze nu, dan krijgt de begeleider ze niet\./;
		for (const name of ['Wis van deze telefoon', 'Iemand anders op deze telefoon']) {
			await user.click(screen.getByRole('button', { name }));
			expect(screen.getByRole('alertdialog')).toHaveAccessibleName(question);
			await user.keyboard('{Escape}');
		}
	});
});

test('without a letterbox it is scanned, and nothing is asked of anybody', async () => {
	const fetch = vi.fn<() => Promise<Response>>();
	vi.stubGlobal('fetch', fetch);
	const user = await show(new Sending(), false);
	expect(heading()).toHaveTextContent('Laat dit scannen');
	expect(screen.getByText('Ga naar de scantafel. Er is nog niets verzonden.')).toBeVisible();
	expect(qrCode()).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Wis van deze telefoon' }));
	expect(screen.getByRole('alertdialog')).toHaveAccessibleName(/^Zeker\? Heb je ze al teruggegeven\?/);
	expect(fetch).not.toHaveBeenCalled();
});
