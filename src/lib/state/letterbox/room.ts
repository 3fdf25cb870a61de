import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import type { OwnLetterbox } from '$lib/domain/measurement/own-letterbox';
import { newKeyPair, type KeyPair } from '$lib/letterbox/keys';
import { newSecret, roomIdOf } from '$lib/letterbox/names';
import type { LetterboxWire } from '$lib/letterbox/wire';
import { addLetterbox, noteLetterbox } from '$lib/storage/records/letterboxes';
import type { StoredLetterbox } from '$lib/storage/schema';
import { today } from '$lib/state/clock-and-ids';
import { oneAtATime } from './empty-rooms';

/** The letterbox of one measurement at its host. */

/** The same, as the wire and the envelopes use it. */
export interface Room extends KeyPair {
	roomId: string;
	secret: Uint8Array<ArrayBuffer>;
}

export function roomOf({ roomId, roomSecret, publicKey, privateKey }: OwnLetterbox): Room {
	return { roomId, secret: bytesOf(roomSecret), publicKey: bytesOf(publicKey), privateKey: bytesOf(privateKey) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return decodeBase64Url(text) ?? new Uint8Array();
}

/** Why a letterbox did not open; `seconds` to wait where it is busy. */
type NotOpened = { kind: 'word' | 'full' | 'closed' | 'unreachable' } | { kind: 'busy'; seconds: number };
export type Opened = { kind: 'open' } | NotOpened;

/**
 * Opens the letterbox of a measurement: the one that it has, or else a new one. What the host opened is stored here
 * before anyone hears of it.
 * @param known what is stored of it
 * @throws StorageError when it could not be stored
 */
export async function openLetterbox(
	wire: LetterboxWire,
	measurementId: string,
	known: StoredLetterbox | undefined,
	word: string | undefined
): Promise<Opened> {
	const letterbox = known ?? (await newLetterbox(measurementId));
	const { roomId, secret } = roomOf(letterbox);
	if (known) {
		return oneAtATime(roomId, async () => {
			const outcome = await wire.openRoom(roomId, secret, word);
			if (outcome.kind !== 'done') return notOpened(outcome);
			await noteLetterbox(known, 'open', false);
			return { kind: 'open' };
		});
	}
	const outcome = await wire.openRoom(roomId, secret, word);
	if (outcome.kind !== 'done') return notOpened(outcome);
	const stored = await addLetterbox(letterbox);
	// Another tab was first, or closed the measurement: nobody has heard of this one.
	if (stored?.roomId !== roomId) await wire.closeRoom(roomId, secret);
	return { kind: stored ? 'open' : 'closed' };
}

async function newLetterbox(measurementId: string): Promise<StoredLetterbox> {
	const [secret, { publicKey, privateKey }] = [newSecret(), await newKeyPair()];
	return {
		measurementId,
		roomId: await roomIdOf(secret),
		roomSecret: encodeBase64Url(secret),
		publicKey: encodeBase64Url(publicKey),
		privateKey: encodeBase64Url(privateKey),
		openedOn: today(),
		status: 'open'
	};
}

function notOpened(refusal: Exclude<Awaited<ReturnType<LetterboxWire['openRoom']>>, { kind: 'done' }>): NotOpened {
	if (refusal.kind === 'busy') return refusal;
	return refusal.kind === 'word' || refusal.kind === 'full' ? { kind: refusal.kind } : { kind: 'unreachable' };
}
