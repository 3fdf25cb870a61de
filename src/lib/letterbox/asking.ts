import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { parseClean } from '$lib/exchange/json/read-clean';

/** One question to a letterbox, and what its answer means. It never throws for what a network or a server does. */

/** As browsers have it. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Why something was not done. */
export type Refusal =
	/** Unopened, closed and ended rooms answer alike. */
	| { kind: 'no-room' }
	/** The secret is not the one of the room or slot. */
	| { kind: 'secret' }
	/** The host wants its word before it opens a room. */
	| { kind: 'word' }
	/** Try again after so many seconds. */
	| { kind: 'busy'; seconds: number }
	/** The room, or the whole letterbox, has no place left. */
	| { kind: 'full' }
	| { kind: 'too-large' }
	/** What answers is no letterbox: a host with files alone. */
	| { kind: 'no-letterbox' }
	/** No network, no answer in time, or a server that is out of order: try again later. */
	| { kind: 'unreachable' };

export interface Question {
	method: 'GET' | 'PUT' | 'POST' | 'DELETE';
	/** Of the room or the slot; left out where nothing is proved. */
	secret?: Uint8Array<ArrayBuffer>;
	/** Bytes go as they are, all else as JSON. */
	body?: unknown;
	signal?: AbortSignal | undefined;
	/** Until the whole answer is there, in ms. */
	patience?: number;
}

/** What the letterbox said: its status, and what its JSON holds. */
export interface Answer {
	kind: 'answer';
	status: number;
	/** Undefined where there was no JSON. */
	body: unknown;
}

/** Ms: a phone on a bad connection needs some; who waits longer sees nothing happen. */
const PATIENCE = 15_000;
/** In bytes: a hundred of the largest envelopes are 1.1 million. What is longer is no answer of a letterbox. */
const MAX_ANSWER = 2_000_000;
/** Seconds, where a busy letterbox does not say. */
const PAUSE = 5;
const LONGEST_PAUSE = 300;
/** What a host with files alone says, beside a page of its own with 200 or another address. */
const FILES_ALONE = [404, 405];

/** What goes along with each question: nothing that the browser keeps, and no way to another place. */
export function requestOf({ method, secret, body }: Question, accept: string, signal: AbortSignal): RequestInit {
	const headers: Record<string, string> = { Accept: accept };
	if (secret) headers['Authorization'] = `Bearer ${encodeBase64Url(secret)}`;
	const isBytes = body instanceof Uint8Array;
	if (body !== undefined) headers['Content-Type'] = isBytes ? 'application/octet-stream' : 'application/json';
	return {
		method,
		headers,
		...(body !== undefined && { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
		signal,
		cache: 'no-store',
		credentials: 'omit',
		redirect: 'manual',
		referrerPolicy: 'no-referrer',
		// What was handed in goes out, though the page is closed right after.
		keepalive: isBytes
	};
}

export async function ask(fetch: Fetch, address: string, question: Question): Promise<Answer | Refusal> {
	const stopping = new AbortController();
	const stop = () => stopping.abort();
	const timer = setTimeout(stop, question.patience ?? PATIENCE);
	question.signal?.addEventListener('abort', stop);
	if (question.signal?.aborted === true) stop();
	try {
		const response = await fetch(address, requestOf(question, 'application/json', stopping.signal));
		return meaningOf(response, jsonOf(await textOf(response)));
	} catch {
		// A network fails in many ways, and so does what a hostile server writes; all of them say: not now.
		return { kind: 'unreachable' };
	} finally {
		clearTimeout(timer);
		question.signal?.removeEventListener('abort', stop);
	}
}

/**
 * The whole of an answer, read piece by piece so that one without end fills no memory.
 * @throws RangeError when it is longer than any of a letterbox; else what the stream fails with
 */
export async function textOf({ body }: Response): Promise<string> {
	const reader = body?.getReader();
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
		bytes += next.value.length;
		if (bytes > MAX_ANSWER) {
			void reader?.cancel().catch(() => undefined);
			throw new RangeError('An answer without end');
		}
		text += decoder.decode(next.value, { stream: true });
	}
	return text + decoder.decode();
}

/** @param body what its JSON holds, undefined without */
export function meaningOf(response: Response, body: unknown): Answer | Refusal {
	const { status } = response;
	const problem = fieldOf(body, 'problem');
	if (status === 429) return { kind: 'busy', seconds: pauseOf(response) };
	// A proxy before the letterbox may say this in its own words.
	if (status === 413) return { kind: 'too-large' };
	if (status === 401 && problem === 'secret') return { kind: problem };
	if (status === 403 && problem === 'word') return { kind: problem };
	if (status === 404 && problem === 'no-room') return { kind: problem };
	if (status === 507 && problem === 'full') return { kind: problem };
	const isAnswer = status === 204 || ((status === 200 || status === 201) && typeof body === 'object' && body !== null);
	if (isAnswer) return { kind: 'answer', status, body };
	return { kind: status < 400 || FILES_ALONE.includes(status) ? 'no-letterbox' : 'unreachable' };
}

/**
 * What JSON holds; an answer of nothing at all has nothing to add, where a host with files alone always has a page.
 * @returns undefined for what is no JSON, or too deep to be one of a letterbox
 */
export function jsonOf(text: string): unknown {
	if (text === '') return {};
	try {
		return parseClean(text);
	} catch {
		return undefined;
	}
}

/** @returns undefined for what has no such field */
export function fieldOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function pauseOf(response: Response): number {
	const seconds = Number(response.headers.get('Retry-After') ?? PAUSE);
	return seconds > 0 ? Math.min(seconds, LONGEST_PAUSE) : PAUSE;
}
