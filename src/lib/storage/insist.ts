/**
 * Pauses between tries, in milliseconds, 4.7 s together: what troubles a browser for a moment is mostly over by then.
 */
export const PATIENT: readonly number[] = [50, 150, 300, 600, 1200, 2400];
/** After trying patiently a moment ago, without success. */
export const BRIEF: readonly number[] = [300];
/** For reading and writing in a database that is open: in milliseconds, the first at once, on a new connection. */
export const ON_CONNECTION: readonly number[] = [0, 30, 100, 250, 600];

/**
 * Tries until it succeeds, once more than there are pauses.
 * @param mayPass whether this failure may be over the next time
 * @throws the last failure
 */
export async function insist<Result>(
	attempt: () => Promise<Result>,
	mayPass: (cause: unknown) => boolean,
	pauses: readonly number[]
): Promise<Result> {
	for (let tries = 0; ; tries += 1) {
		try {
			return await attempt();
		} catch (cause) {
			const next = pauses[tries];
			if (next === undefined || !mayPass(cause)) throw cause;
			if (next > 0) await pause(next);
		}
	}
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What did not come in time. */
export class TookTooLong extends Error {
	constructor(what: string) {
		super(`${what} took too long`);
		this.name = 'TookTooLong';
	}
}

/** @param limit in milliseconds @throws TookTooLong when it does not come within that time */
export async function within<Result>(limit: number, what: string, work: Promise<Result>): Promise<Result> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new TookTooLong(what)), limit);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
