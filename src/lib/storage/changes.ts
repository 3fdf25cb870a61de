import { OWN_NAME } from './place';
import { given } from '$lib/domain/given';

/** What changed, announced after its transaction has completed, to this tab and to the others. */
export type Change =
	| { kind: 'partnership'; partnershipId: string }
	| { kind: 'measurement'; measurementId: string }
	| { kind: 'answer'; measurementId: string }
	| { kind: 'note'; measurementId: string }
	| { kind: 'response'; measurementId: string }
	| { kind: 'agreed-score'; measurementId: string }
	| { kind: 'commitment'; partnershipId: string }
	| { kind: 'report-choice'; measurementId: string }
	| { kind: 'questionnaire' }
	| { kind: 'questionnaire-draft'; draftId: string }
	| { kind: 'position'; measurementId: string }
	| { kind: 'setting' }
	/** Something on a sheet that someone is filling in. */
	| { kind: 'sheet'; responseId: string }
	/** Records came back from the journal: before anything was shown, or while pages were open. */
	| { kind: 'restored'; partnerships: number; measurements: number; whileOpen: boolean }
	/** A newer version of the app has upgraded the database: this tab only reads. */
	| { kind: 'overtaken' }
	/** When everything was saved to a file. */
	| { kind: 'backup' };

/** Whether this tab made the change, or another one. */
export type From = 'here' | 'elsewhere';

type Listener = (change: Change, from: From) => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;

/** @returns a function that stops listening */
export function onChange(listener: Listener): () => void {
	openChannel();
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function announce(change: Change): void {
	notify(change, 'here');
	if (change.kind !== 'overtaken') openChannel()?.postMessage(change);
}

function openChannel(): BroadcastChannel | undefined {
	if (channel) return channel;
	channel = given(() => new BroadcastChannel(OWN_NAME));
	channel?.addEventListener('message', (event: MessageEvent<Change>) => notify(event.data, 'elsewhere'));
	return channel;
}

function notify(change: Change, from: From): void {
	for (const listener of listeners) listener(change, from);
}
