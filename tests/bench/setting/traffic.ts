import type { CDPSession } from '@playwright/test';

interface Asked {
	url: string;
	/** How many requests had to be answered one after another before this one could be asked, this one included. */
	depth: number;
	/** In s, of the browser's own clock. */
	at: number;
	/** When it was complete; undefined: not yet. */
	done: number | undefined;
	/** As they came over the line, headers as well; 0 from a cache. */
	bytes: number;
}

/** What a page asked of the server up to some moment. */
export interface Traffic {
	/** Of the requests that were answered completely. */
	kilobytes: number;
	requests: number;
	/** Of the requests that were answered completely. */
	depth: number;
	/** Paths, with their depth. */
	paths: string[];
}

/** Follows what a page asks, from now on; not what its service worker asks. */
export function followTraffic(network: CDPSession): (momentMs: number) => Traffic {
	const asked = new Map<string, Asked>();
	/** From the browser's clock to seconds since 1970. */
	let shift = 0;
	network.on('Network.requestWillBeSent', ({ requestId, request, initiator, timestamp, wallTime }) => {
		if (!request.url.startsWith('https:')) return;
		shift = wallTime - timestamp;
		const from = initiator.url ?? initiator.stack?.callFrames[0]?.url ?? initiator.stack?.parent?.callFrames[0]?.url;
		const depth = depthOfNext([...asked.values()], withoutFragment(from), timestamp);
		asked.set(requestId, { url: withoutFragment(request.url), depth, at: timestamp, done: undefined, bytes: 0 });
	});
	network.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
		const request = asked.get(requestId);
		if (request) Object.assign(request, { done: timestamp, bytes: encodedDataLength });
	});
	return (momentMs) => {
		const moment = momentMs / 1000 - shift;
		const until = [...asked.values()].filter(({ at }) => at <= moment);
		const complete = until.filter(({ done }) => done !== undefined && done <= moment);
		return {
			kilobytes: complete.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
			requests: until.length,
			depth: Math.max(...complete.map(({ depth }) => depth)),
			paths: until.map(({ url, depth }) => `${depth} ${new URL(url).pathname}`)
		};
	};
}

/** Where the browser does not say who asks (a page without referrer): whoever was answered last may have asked. */
function depthOfNext(earlier: readonly Asked[], from: string, at: number): number {
	const asker = earlier.find(({ url }) => url === from);
	if (asker) return asker.depth + 1;
	if (earlier.length === 0) return 1;
	const scripts = earlier.filter(({ url, done }) => done !== undefined && done <= at && /(\.m?js|\/)$/.test(url));
	return Math.max(1, ...scripts.map(({ depth }) => depth)) + 1;
}

function withoutFragment(url = ''): string {
	return url.replace(/#.*/, '');
}
