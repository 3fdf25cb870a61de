import { named } from '$lib/storage/place';
import { forget, recall, remember } from './tab-memory';

/** Set before this page loads itself anew; the page that comes then takes it away. */
const GOING = named('herlaadt');
/** Set with it and never taken away: a tab does so once, so that it can never go on for ever. */
const DONE = named('herladen');

/** Loads this page anew, when this tab did not do that before. @returns whether it goes */
export function reloadOnce(): boolean {
	if (recall(DONE) !== null || !remember(DONE, 'ja')) return false;
	remember(GOING, 'ja');
	location.reload();
	return true;
}

/** Whether this page was loaded anew by the app itself, so that people go on where they were; true once. */
export function takeReloaded(): boolean {
	const reloaded = recall(GOING) !== null;
	forget(GOING);
	return reloaded;
}
