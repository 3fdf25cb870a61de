/** Which page of the app an address that leads nowhere was meant for. */
export interface Meant {
	/** The folder of the app, as it stands in the address, with a slash at its end. */
	folder: string;
	/** The page in it, such as 'meedoen/'. */
	page: string;
	/** What comes behind: empty, or a query, or the fragment of an invitation. */
	rest: string;
}

/** Mail and security programs encode what is encoded already. */
const TIMES_ENCODED = 3;

/**
 * Links come damaged out of messages: with «#» as «%23» the server looks for a file of that name, and so with a full
 * stop behind it, without a slash, or in capitals.
 * @param path as the browser has it: encoded, and without the real query and fragment
 * @param pages in the folder of the app, such as 'meedoen/'
 */
export function meantPage(path: string, pages: readonly string[]): Meant | undefined {
	const [, before = '', rest = ''] = /^([^?#]*)([^]*)$/.exec(decoded(path)) ?? [];
	const segments = before.split('/');
	for (const [index, segment] of segments.entries()) {
		const name = `${segment.toLowerCase().replace(/\.html$/, '')}/`;
		const page = pages.find((one) => one === name || one === name.replace(/[^a-z-]+\/$/, '/'));
		if (page === undefined) continue;
		const folder = segments.slice(0, index).join('/').replace(/\\/g, '/').replace(/\/+/g, '/');
		return { folder: `${folder}/`.replace(/^\/*/, '/'), page, rest };
	}
	return undefined;
}

function decoded(path: string): string {
	let text = path;
	for (let time = 0; time < TIMES_ENCODED; time += 1) {
		try {
			text = decodeURIComponent(text);
		} catch {
			return text;
		}
	}
	return text;
}
