import { randomBytes } from 'node:crypto';
import { hashOf, idOf } from '../../../hosting/letterbox/secrets.mjs';

/** Answers of the letterbox, as a test compares them. */
export interface Answer {
	status: number;
	body: unknown;
	headers: Headers;
}

interface Request {
	method?: string;
	secret?: string;
	body?: Uint8Array | string;
	headers?: Record<string, string>;
}

/** Asks the letterbox something, whatever it is. @param site the site's address, with '/' at its end */
export async function ask(
	site: string,
	path: string,
	{ method = 'GET', secret, body, headers }: Request = {}
): Promise<Answer> {
	const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
	const response = await fetch(`${site}letterbox/${path}`, {
		method,
		headers: {
			...(secret === undefined ? {} : { Authorization: `Bearer ${secret}` }),
			...(body === undefined ? {} : { 'Content-Type': type }),
			...headers
		},
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) })
	});
	const text = await response.text();
	return { status: response.status, body: text === '' ? undefined : parsed(text), headers: response.headers };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** The laptop that has a room. */
export class Owner {
	readonly secret = randomBytes(32).toString('base64url');
	readonly room = idOf('room', Buffer.from(this.secret, 'base64url'));
	private readonly path = `v1/rooms/${this.room}`;

	constructor(public site: string) {}

	open(word?: string, headers: Record<string, string> = {}) {
		return this.ask('', { method: 'PUT', body: JSON.stringify(word === undefined ? {} : { word }), headers });
	}

	close() {
		return this.ask('', { method: 'DELETE' });
	}

	async envelopes(after = 0): Promise<{ envelopes: Delivered[]; more: boolean }> {
		const { body } = await this.ask(`/envelopes?after=${after}`);
		return body as { envelopes: Delivered[]; more: boolean };
	}

	acknowledge(acknowledgements: { slot: string; envelope: string; acknowledgement: string }[]) {
		return this.ask('/acknowledgements', { method: 'POST', body: JSON.stringify(acknowledgements) });
	}

	/** Asks in this room, with its secret. */
	ask(path: string, request: Request = {}) {
		return ask(this.site, this.path + path, { secret: this.secret, ...request });
	}

	stream(after: number, signal: AbortSignal) {
		const headers = { Authorization: `Bearer ${this.secret}`, Accept: 'text/event-stream' };
		return fetch(`${this.site}letterbox/${this.path}/envelopes?after=${after}`, { headers, signal });
	}
}

export interface Delivered {
	number: number;
	slot: string;
	envelope: string;
}

/** A phone with a slot in somebody's room. */
export class Phone {
	readonly secret = randomBytes(32).toString('base64url');
	readonly slot = idOf('slot', Buffer.from(this.secret, 'base64url'));

	constructor(private readonly owner: { site: string; room: string }) {}

	private get path() {
		return `v1/rooms/${this.owner.room}/slots/${this.slot}`;
	}

	put(envelope: Uint8Array) {
		return ask(this.owner.site, this.path, { method: 'PUT', secret: this.secret, body: envelope });
	}

	look() {
		return ask(this.owner.site, this.path, { secret: this.secret });
	}

	/** Asks about its own slot, with whatever else. */
	ask(request: Request) {
		return ask(this.owner.site, this.path, { secret: this.secret, ...request });
	}
}

/** Bytes that nobody can read: what the letterbox sees of an envelope. */
export const sealed = (length = 593): Buffer => randomBytes(length);

/** As the laptop sends it for an envelope, without knowing what is in it. */
export const receipt = (phone: Phone, envelope: Uint8Array) => ({
	slot: phone.slot,
	envelope: hashOf(envelope),
	acknowledgement: randomBytes(28).toString('base64url')
});
