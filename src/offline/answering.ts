import { meantPage } from './meant-page';
import { type Fetch, type Keeping } from './keeping';
import { offlinePage } from './offline-page';
import { namesOf, notFoundPath, pageOf, type Site } from './site';
import type { Shelf } from './shelf';
import { within, type Patience } from './waiting';

/** An answer, and what goes on after it was given. */
export interface Answer {
	response: Promise<Response>;
	afterwards: Promise<void>;
}

/** Keeps something after the answer was given. */
type Later = (work: Promise<void>) => void;
const NOTHING: Promise<Response | undefined> = Promise.resolve(undefined);

/**
 * Answers what the browser asks: what is kept comes first, so a network that hangs is never waited for; then the host,
 * exactly as without a worker; then what an older build kept.
 */
export class Answering {
	constructor(
		private readonly site: Site,
		private readonly shelf: Shelf,
		private readonly keeping: Keeping,
		private readonly fetch: Fetch,
		private readonly patience: Patience
	) {}

	/** @returns undefined for what the browser must ask by itself */
	answer(request: Request, isNavigation: boolean): Answer | undefined {
		const path = new URL(request.url).pathname;
		const work: Promise<void>[] = [];
		const later: Later = (one) => void work.push(one.catch(() => undefined));
		const response = this.#responseTo(request, path, isNavigation, later);
		if (!response) return undefined;
		const ended = response.catch(() => undefined).then(() => Promise.all(work));
		return { response, afterwards: ended.then(() => undefined) };
	}

	#responseTo(request: Request, path: string, isNavigation: boolean, later: Later): Promise<Response> | undefined {
		if (this.site.files.has(path)) return this.#part(request, path, isNavigation, later);
		if (isNavigation) return this.#page(request, path, later);
		if (path.startsWith(`${this.site.scope}_app/immutable/`)) return this.#olderPart(request, path);
		return undefined;
	}

	async #part(request: Request, path: string, isNavigation: boolean, later: Later): Promise<Response> {
		const kept = this.shelf.kept(path);
		const early = await within(this.patience.cacheFirst, kept);
		if (early) return early;
		// What the browser itself has under this name may be of an earlier deployment.
		const asked = isNavigation ? request : new Request(request, { cache: 'no-cache' });
		const { answer, useful } = await this.#hostOr(kept, asked, (fresh) => {
			if (fresh.status === 200) later(this.keeping.keepAnswer(path, fresh.clone()));
		});
		if (answer && useful) return answer;
		return (await this.shelf.older(path, isNavigation)) ?? answer ?? Response.error();
	}

	/** Of a tab that an older build opened. */
	async #olderPart(request: Request, path: string): Promise<Response> {
		return (await this.shelf.older(path, false)) ?? this.fetch(request);
	}

	async #page(request: Request, path: string, later: Later): Promise<Response> {
		const page = pageOf(this.site, path);
		if (page === undefined) return this.#elsewhere(request, path);
		const kept = this.shelf.kept(page);
		const early = await within(this.patience.cacheFirst, kept);
		if (!early) return this.#pageFromHost(request, page, path, kept, later);
		if (page !== path) return redirect(request, page);
		if (await this.shelf.isWhole(page, early.clone())) return early;
		// Without all its scripts a kept page can only try; the host may have another build by now.
		const fromHost = this.#pageFromHost(request, page, path, NOTHING, later, early);
		return (await within(this.patience.network, fromHost)) ?? early;
	}

	/** @param spare better than a failure */
	async #pageFromHost(
		request: Request,
		page: string,
		path: string,
		kept: Promise<Response | undefined>,
		later: Later,
		spare?: Response
	): Promise<Response> {
		const { answer, useful } = await this.#hostOr(kept, request, (fresh) => {
			if (fresh.status === 200) later(this.keeping.keepAnswer(page, fresh.clone()));
		});
		if (answer && useful) return this.#withoutDetour(request, page, path, answer, later);
		return spare ?? (await this.shelf.older(page, true)) ?? answer ?? offlinePage(this.site.scope);
	}

	/** A host that takes the slash away from an address, or adds one, would send the browser round in circles. */
	async #withoutDetour(
		request: Request,
		page: string,
		path: string,
		answer: Response,
		later: Later
	): Promise<Response> {
		const isDetour = answer.type === 'opaqueredirect' || (page !== path && answer.status === 200);
		if (!isDetour) return answer;
		const sound = await this.keeping.fetchAs(page, 'no-cache');
		if (!sound) return answer;
		later(this.shelf.put(page, sound.clone()).then(() => undefined));
		return page === path ? sound : redirect(request, page);
	}

	/** Another file of this host is left to the host; for what is nowhere, this app has a page. */
	async #elsewhere(request: Request, path: string): Promise<Response> {
		const answer = await this.fetch(request).catch(() => undefined);
		if (answer && answer.status !== 404) return answer;
		const meant = meantPage(path, namesOf(this.site));
		if (meant?.folder === this.site.scope) return redirect(request, meant.folder + meant.page, meant.rest);
		const notFound = notFoundPath(this.site);
		if (await this.shelf.kept(notFound)) return redirect(request, notFound);
		return answer ?? offlinePage(this.site.scope);
	}

	/**
	 * The host, unless what is kept comes sooner after all, or the host fails.
	 * @param onfresh told what the host gave, before anyone reads it
	 * @returns useful: not a failure of the host, which anything that was kept is better than
	 */
	async #hostOr(
		kept: Promise<Response | undefined>,
		asked: Request,
		onfresh: (fresh: Response) => void
	): Promise<{ answer: Response | undefined; useful: boolean }> {
		let failure: Response | undefined;
		const fromHost = this.fetch(asked).then((fresh) => {
			if (isFailure(fresh)) {
				failure = fresh;
				throw new Error('The host fails');
			}
			onfresh(fresh);
			return fresh;
		});
		const fromCache = kept.then((late) => late ?? Promise.reject(new Error('Not kept')));
		const first = await Promise.any([fromHost, fromCache]).catch(() => undefined);
		return first ? { answer: first, useful: true } : { answer: failure, useful: false };
	}
}

/** Gone, too busy or broken; a host that wants a login or sends elsewhere must have its way. */
function isFailure({ status }: Response): boolean {
	return status === 404 || status === 410 || status === 429 || status >= 500;
}

/** @param rest a query or fragment in the place of the one that was asked */
function redirect(request: Request, path: string, rest = ''): Response {
	const { origin, search } = new URL(request.url);
	return Response.redirect(origin + path + (rest || search));
}
