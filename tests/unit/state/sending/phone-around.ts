import { SlotWire } from '$lib/letterbox/slot-wire';
import { Outbox } from '$lib/storage/outbox/outbox';
import { Sender, type Around, type Progress } from '$lib/state/sending/sender';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { response, terms } from '../../../builders/handing-in';
import { handedBack } from '../../../builders/letterbox/handed-back';
import { asked, SITE, type InMemoryHost } from './in-memory-host';

export type Send = (address: string, init: RequestInit) => Promise<Response>;

let phones = 0;
export const newDatabase = () => `outbox ${(phones += 1)}`;

/** What a tab of a phone has around it; pauses last one turn, and `turn` is told of each. */
export function aroundOf(database: string, send: Send, turn: () => Promise<void> = async () => undefined): Around {
	return {
		outbox: new Outbox(database),
		wireTo: (site) => new SlotWire(site, send),
		pause: async () => {
			await turn();
			await new Promise((resolve) => setImmediate(resolve));
		},
		chance: () => 0.5,
		sendLater: async () => false
	};
}

export function answersOf(revision: number): IndividualResponse {
	return { ...response, revision, answers: { 'item-1': revision % 2 === 0 ? 1 : 5 } };
}

/** One visit: sends this revision. */
export function sending(host: InMemoryHost, around: Around, revision = 1, letterbox = host.letterbox) {
	const told: Progress[] = [];
	const toSend = { site: SITE, letterbox, ...handedBack(answersOf(revision), terms, asked) };
	const sender = new Sender(toSend, around, (progress) => told.push(progress));
	const ended = sender.run();
	return { told, ended, stop: () => sender.stop() };
}
