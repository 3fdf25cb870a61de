import { meantPage, type Meant } from './meant-page';

/**
 * On the page that a host shows for an address that leads nowhere: goes to the page that was meant,
 * or shows the way to the first.
 */

/** Put here by .tools/build/not-found-page.mjs. */
declare const PAGES: readonly string[];

const { origin, pathname, search, hash } = location;
const meant = meantPage(pathname, PAGES);
if (meant && leadsElsewhere(meant)) {
	location.replace(origin + meant.folder + meant.page + (meant.rest || search + hash));
} else {
	void showHome();
}

/** A page that is missing itself would lead to itself. */
function leadsElsewhere({ folder, page }: Meant): boolean {
	return folder + page !== pathname;
}

/** The app may live in any folder above: in the one that has its version. */
async function showHome(): Promise<void> {
	const link = document.getElementById('begin');
	const parts = pathname.split('/').slice(0, -1);
	for (let count = parts.length; count > 0; count -= 1) {
		const folder = `${parts.slice(0, count).join('/')}/`.replace(/^\/+/, '/');
		if (!(await isHome(folder))) continue;
		link?.setAttribute('href', origin + folder);
		return;
	}
}

async function isHome(folder: string): Promise<boolean> {
	try {
		const answer = await fetch(`${origin}${folder}_app/version.json`);
		return answer.ok && typeof ((await answer.json()) as { version?: unknown }).version === 'string';
	} catch {
		return false;
	}
}
