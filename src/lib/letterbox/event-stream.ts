/**
 * Reading a stream of events as servers write them (text/event-stream, HTML standard). By hand: the browser's
 * EventSource cannot send the secret of a room in a header.
 */

export interface ServerEvent {
	/** Its name; empty when it has none. */
	event: string;
	/** Its lines of data, joined; empty when it has none. */
	data: string;
}

/** In characters: far more than an envelope in base64; what is longer is no event of a letterbox, and is left out. */
const MAX_EVENT = 65_536;

/**
 * The events of a stream, each as soon as its empty line has come; one that was cut off at the end is left out.
 * @param onsound told of each piece that comes, also when it holds no event: the other side is still there
 * @param signal ends it
 * @throws what the stream fails with
 */
export async function* eventsIn(
	stream: ReadableStream<Uint8Array<ArrayBuffer>>,
	onsound: () => void,
	signal: AbortSignal
): AsyncGenerator<ServerEvent> {
	const reader = stream.getReader();
	const decoder = new TextDecoder();
	const lines = new LineReader();
	const events = new EventReader();
	const stop = () => void reader.cancel().catch(() => undefined);
	signal.addEventListener('abort', stop);
	if (signal.aborted) stop();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			onsound();
			for (const line of lines.linesIn(decoder.decode(next.value, { stream: true }))) {
				const event = events.eventAt(line);
				if (event) yield event;
			}
		}
	} finally {
		signal.removeEventListener('abort', stop);
		stop();
	}
}

/** Whole lines of text that comes in pieces; a line ends in CR, in LF or in both. */
class LineReader {
	#begun = '';
	/** The piece before ended in CR: a LF at the beginning of the next belongs to it. */
	#endedInReturn = false;

	*linesIn(piece: string): Generator<string> {
		if (piece === '') return;
		const text = this.#endedInReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
		this.#endedInReturn = piece.endsWith('\r');
		const lines = text.split(/\r\n|\r|\n/);
		const last = lines.pop() ?? '';
		for (const line of lines) {
			yield this.#begun + line;
			this.#begun = '';
		}
		// One too long to be an event is not kept whole, so that it costs no memory.
		this.#begun = (this.#begun + last).slice(0, MAX_EVENT + 1);
	}
}

/** Events of whole lines. */
class EventReader {
	#event = '';
	#data: string[] = [];
	#length = 0;

	/** @returns the event that ends at this line */
	eventAt(line: string): ServerEvent | undefined {
		if (line === '') return this.#ended();
		this.#length += line.length;
		if (this.#length > MAX_EVENT) this.#data = [];
		else this.#take(line);
		return undefined;
	}

	/** What begins with a colon is a comment; any other field than these two says nothing to a letterbox. */
	#take(line: string): void {
		const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
		if (field === 'event') this.#event = value;
		if (field === 'data') this.#data.push(value);
	}

	/** Other than a browser's, one with a name and no data counts: that the stream is open has nothing to add. */
	#ended(): ServerEvent | undefined {
		const isEvent = this.#length <= MAX_EVENT && (this.#event !== '' || this.#data.length > 0);
		const event = isEvent ? { event: this.#event, data: this.#data.join('\n') } : undefined;
		this.#event = '';
		this.#data = [];
		this.#length = 0;
		return event;
	}
}
