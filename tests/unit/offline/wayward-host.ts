import { ORIGIN, SCOPE, typeOf, type SmallBuild } from './small-site';

/** All the ways in which a host answers, or does not. */
export const MOODS = [
	'right',
	'takes the slash away',
	'redirects to a login on another host',
	'gives its login page',
	'gives its login page under the right type',
	'gives every file as plain text',
	'gives the home page for everything',
	'cuts the file off',
	'breaks off half-way',
	'gives a piece',
	'has nothing there',
	'is too busy',
	'is broken',
	'has a newer build',
	'varies by everything',
	'hangs',
	'is gone'
] as const;
export type Mood = (typeof MOODS)[number];
/** In these the host does give what it has at this path, in the end. */
export const RIGHT: readonly Mood[] = ['right', 'takes the slash away', 'varies by everything'];

const LOGIN = '<html>Meld je aan</html>';

export class WaywardHost {
	mood: Mood = 'right';
	/** Paths that were asked. */
	readonly asked: string[] = [];

	constructor(
		private readonly build: SmallBuild,
		private readonly newer: SmallBuild
	) {}

	/** As the browser's fetch; of a navigation a redirect is handed on, of anything else followed. */
	fetch = async (request: Request, isNavigation = false): Promise<Response> => {
		const path = new URL(request.url).pathname;
		this.asked.push(path);
		switch (this.mood) {
			case 'right':
				return this.#file(path);
			case 'takes the slash away':
				if (!path.endsWith('/') || path === SCOPE) return this.#file(this.build.contents.has(path) ? path : `${path}/`);
				return isNavigation ? redirectAnswer() : asRedirected(this.#file(path));
			case 'redirects to a login on another host':
				if (isNavigation) return redirectAnswer();
				throw new TypeError('Failed to fetch');
			case 'gives its login page':
				return answer(LOGIN, 'text/html');
			case 'gives its login page under the right type':
				return answer(LOGIN, typeOf(path));
			case 'gives every file as plain text': {
				const file = this.#file(path);
				file.headers.set('content-type', 'text/plain');
				return file;
			}
			case 'gives the home page for everything':
				return answer(this.build.contents.get(SCOPE) ?? '', 'text/html');
			case 'cuts the file off':
				return answer((this.build.contents.get(path) ?? '').slice(0, -3), typeOf(path));
			case 'breaks off half-way':
				return answer(brokenStream(), typeOf(path));
			case 'gives a piece':
				return answer((this.build.contents.get(path) ?? '').slice(0, 3), typeOf(path), 206);
			case 'has nothing there':
				return answer('Not found', 'text/html', 404);
			case 'is too busy':
				return answer('Busy', 'text/html', 503);
			case 'is broken':
				return answer('Error', 'text/html', 500);
			case 'has a newer build':
				return this.#file(path, this.newer);
			case 'varies by everything': {
				const file = this.#file(path);
				file.headers.set('vary', '*');
				return file;
			}
			case 'hangs':
				return new Promise(() => undefined);
			case 'is gone':
				throw new TypeError('Failed to fetch');
		}
	};

	#file(path: string, build = this.build): Response {
		const text = build.contents.get(path);
		return text === undefined ? answer('Not found', 'text/html', 404) : answer(text, typeOf(path));
	}
}

function answer(body: BodyInit, type: string, status = 200): Response {
	return new Response(body, { status, headers: { 'content-type': type } });
}

/** What the browser's fetch gives of a redirect that it did not follow. */
function redirectAnswer(): Response {
	const response = new Response(null);
	Object.defineProperties(response, { type: { value: 'opaqueredirect' }, status: { value: 0 }, ok: { value: false } });
	return response;
}

export function asRedirected(response: Response): Response {
	Object.defineProperty(response, 'redirected', { value: true });
	const { clone } = response;
	response.clone = () => asRedirected(clone.call(response));
	return response;
}

function brokenStream(): ReadableStream {
	return new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode('<ht'));
			controller.error(new TypeError('network error'));
		}
	});
}

export function requestOf(path: string): Request {
	return new Request(ORIGIN + path);
}
