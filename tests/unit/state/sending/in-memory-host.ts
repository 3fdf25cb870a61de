import { createHash } from 'node:crypto';
import type { AskedIds } from '$lib/domain/measurement/asked';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import type { Terms } from '$lib/domain/measurement/terms';
import { encodeBase64Url, decodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { acknowledge } from '$lib/letterbox/acknowledgement';
import { newKeyPair, type KeyPair } from '$lib/letterbox/keys';
import { newSecret, roomIdOf } from '$lib/letterbox/names';
import { openEnvelope } from '$lib/letterbox/open-envelope';
import { terms } from '../../../builders/handing-in';
import { itemIdsOf } from '../../../builders/arbitraries';

export const SITE = 'https://meter.example/tools/';
export const asked = { itemIds: itemIdsOf(36), dimensionIds: ['openheid', 'waardering'] };

interface Slot {
	envelope: Uint8Array<ArrayBuffer>;
	hash: string;
	acknowledgement: string | null;
}

/** A letterbox with one room, as docs/letterbox.md has it, and the laptop that opens it. */
export class InMemoryHost {
	readonly slots = new Map<string, Slot>();
	/** Of each envelope that the laptop said it had. */
	readonly acknowledged = new Set<string>();
	/** What the laptop opened, the last one last. */
	readonly opened: IndividualResponse[] = [];
	isOpen = true;
	isFull = false;

	private constructor(
		readonly roomId: string,
		private readonly keys: KeyPair,
		private readonly context: { terms: Terms; asked: AskedIds }
	) {}

	/** @param context of the measurement of the laptop */
	static async begin(context: { terms: Terms; asked: AskedIds } = { terms, asked }): Promise<InMemoryHost> {
		return new InMemoryHost(await roomIdOf(newSecret()), await newKeyPair(), context);
	}

	get letterbox() {
		return { roomId: this.roomId, publicKey: encodeBase64Url(this.keys.publicKey) };
	}

	/** Answers as the server does; for a phone only. */
	answer(address: string, { method, body, headers }: RequestInit): Response {
		const [, room, slotId = ''] = /\/letterbox\/v1\/rooms\/([^/]+)\/slots\/([^/]+)$/.exec(address) ?? [];
		if (room !== this.roomId || !this.isOpen) return problem(404, 'no-room');
		const secret = decodeBase64Url(new Headers(headers).get('Authorization')?.slice('Bearer '.length) ?? '');
		if (slotId !== slotOf(secret ?? new Uint8Array())) return problem(401, 'secret');
		const slot = this.slots.get(slotId);
		if (method === 'GET') {
			const { hash: held = null, acknowledgement = null } = slot ?? {};
			return Response.json({ held, acknowledgement });
		}
		if (this.isFull && !slot) return problem(507, 'full');
		const envelope = new Uint8Array(body as Uint8Array);
		const hash = sha256(envelope).toString('base64url');
		if (slot?.hash !== hash) this.slots.set(slotId, { envelope, hash, acknowledgement: null });
		return new Response(null, { status: 204 });
	}

	/** The laptop opens all that lies here, and says that it has it. */
	async open(): Promise<void> {
		for (const [slotId, slot] of this.slots) {
			const { envelope, hash } = slot;
			const outcome = await openEnvelope({ envelope, slotId, roomId: this.roomId, ...this.keys, ...this.context });
			if (outcome.kind === 'refused') throw new Error(outcome.reason);
			const { response, acknowledgementKey } = outcome;
			this.opened.push(response);
			slot.acknowledgement = await acknowledge({ acknowledgementKey, slotId, revision: response.revision, hash });
			this.acknowledged.add(hash);
		}
	}
}

function slotOf(secret: Uint8Array): string {
	const named = Buffer.concat([Buffer.from('samenwerkingsmeter slot 1'), secret]);
	return sha256(named).subarray(0, 16).toString('base64url');
}

function sha256(bytes: Uint8Array): Buffer {
	return createHash('sha256').update(bytes).digest();
}

function problem(status: number, why: string): Response {
	return Response.json({ problem: why }, { status });
}
