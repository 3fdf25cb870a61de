/** How the worker that keeps the journal does, as the page has it. */
export const MOODS = ['alive', 'slow', 'hangs', 'dies'] as const;
export type Mood = (typeof MOODS)[number];

export interface Unrest {
	seed: number;
	mood: Mood;
}

/**
 * In a page, before anything of the app: its IndexedDB fails again and again, each time one to five times in a
 * row, at a place and with a name by chance; opening fails from the start. Somebody presses «Probeer opnieuw te
 * bewaren» whenever it is there.
 */
export function makeUnrest({ seed, mood }: Unrest): void {
	const names = ['UnknownError', 'InternalError', 'AbortError', 'InvalidStateError', 'TransactionInactiveError'];
	names.push('QuotaExceededError', 'TimeoutError', 'NotReadableError', 'OperationError', 'SecurityError');
	let state = (seed % 2_147_483_646) + 1;
	const below = (upTo: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % upTo;
	};
	const left: Record<string, { times: number; name: string }> = {};
	const counts = { open: 0, transaction: 0, request: 0, commit: 0 };
	Object.assign(window, { faultCounts: counts });
	const arm = (place: keyof typeof counts) => {
		left[place] = { times: 1 + below(5), name: names[below(names.length)] ?? 'UnknownError' };
	};
	/** So much goes well between one row of faults and the next. */
	const CALM = 30;
	let calm = CALM;
	const take = (place: keyof typeof counts): DOMException | undefined => {
		const armed = left[place];
		if (!armed || armed.times === 0) {
			calm -= 1;
			if (calm === 0) arm((['open', 'transaction', 'request', 'commit'] as const)[below(4)] ?? 'open');
			if (calm === 0) calm = CALM;
			return undefined;
		}
		armed.times -= 1;
		counts[place] += 1;
		return new DOMException('a fault', armed.name);
	};
	arm('open');
	setInterval(() => {
		const buttons = [...document.querySelectorAll('button')];
		buttons.find(({ textContent }) => textContent === 'Probeer opnieuw te bewaren')?.click();
	}, 500);

	const { open } = IDBFactory.prototype;
	IDBFactory.prototype.open = function (...given) {
		const error = take('open');
		if (!error) return open.apply(this, given);
		const request = new EventTarget();
		Object.defineProperties(request, { error: { value: error }, readyState: { value: 'done' } });
		setTimeout(() => request.dispatchEvent(new Event('error')));
		return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
	};
	const { transaction } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (...given) {
		const error = take('transaction');
		if (error) throw error;
		return transaction.apply(this, given);
	};
	const { put } = IDBObjectStore.prototype;
	IDBObjectStore.prototype.put = function (...given) {
		const error = take('request');
		if (error) throw error;
		const request = put.apply(this, given);
		// The last moment before the browser commits.
		if (take('commit')) request.addEventListener('success', () => this.transaction.abort());
		return request;
	};

	const { postMessage } = Worker.prototype;
	Worker.prototype.postMessage = function (this: Worker, message: unknown) {
		const send = () => (postMessage as (message: unknown) => void).call(this, message);
		if (mood === 'alive') send();
		else if (mood === 'slow') setTimeout(send, 5000);
		else if (mood === 'dies') this.terminate();
	} as typeof postMessage;
}
