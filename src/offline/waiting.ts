/**
 * What a promise gives within a time; a disk or a network that hangs is not waited for.
 * @param time in milliseconds
 * @returns undefined when it is late or fails
 */
export async function within<T>(time: number, promise: Promise<T>): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), time);
	});
	try {
		return await Promise.race([promise, late]);
	} catch {
		return undefined;
	} finally {
		clearTimeout(timer);
	}
}

/** In milliseconds. */
export interface Patience {
	/** Until the network is asked as well. */
	cacheFirst: number;
	/** Until what is kept counts as not there. */
	cache: number;
	/** Until a page that is kept without all its parts is shown nevertheless. */
	network: number;
	/** Until a part that is fetched to be kept is left for another time. */
	fetching: number;
}
