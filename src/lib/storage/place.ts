import { given } from '$lib/domain/given';

/**
 * Several installations may stand in folders of one host, and share its storage. The first one that stores anything has
 * plain names, as an only one always had; every other one puts the path of its folder in each name. Caches have it in
 * every case (offline/shelf.ts).
 */

const APP = 'samenwerkingsmeter';
/** The folder of the installation with the plain names. */
const CLAIM = `${APP}-plaats`;

/**
 * @param address of a script of the app, or of the participant's page, which has its script in itself
 * @returns the path of the folder, such as '/' or '/tools/meter/'
 */
export function folderOf(address: string): string {
	const [, folder = '/'] = /^(.*\/)(?:_app|meedoen)\//.exec(new URL(address).pathname) ?? [];
	return folder;
}

/** What stands in the names of an installation in this folder, behind that of the app; empty for plain names. */
export function suffixFor(folder: string, storage: Pick<Storage, 'getItem'> | undefined): string {
	const own = ` ${encodeURIComponent(folder)}`;
	try {
		const claim = storage?.getItem(CLAIM) ?? null;
		// Who began beside another one stays where it is, also when that one is gone.
		const isBeside =
			claim !== folder && (claim !== null || (storage?.getItem(`${APP}${own} gebruikt`) ?? null) !== null);
		return isBeside ? own : '';
	} catch {
		return '';
	}
}

/** Only a page can look: the worker of the journal has it from the page as its own name. */
const folder = folderOf(import.meta.url);
export const suffix =
	typeof document === 'undefined'
		? String((globalThis as { name?: unknown }).name ?? '')
		: suffixFor(
				folder,
				given(() => localStorage)
			);

/** The name of the database, and of the folder of private files. */
export const OWN_NAME = APP + suffix;

/** Of anything else that the installations on a host would share: locks, channels, keys. */
export function named(name: string): string {
	return `${OWN_NAME} ${name}`;
}

/** Whether a key in the storage of the host is of this installation. */
export function isOwnKey(key: string, ownSuffix = suffix): boolean {
	const rest = key.slice(APP.length);
	if (!key.startsWith(APP) || rest === '-plaats') return false;
	return ownSuffix === '' ? !rest.startsWith(' %2F') : rest.startsWith(`${ownSuffix} `);
}

/** Once something is stored here. @throws DOMException where the browser refuses it */
export function claimPlainNames(): void {
	if (suffix === '' && localStorage.getItem(CLAIM) === null) localStorage.setItem(CLAIM, folder);
}

/** For wiping: from then on the plain names are free. */
export function giveUpPlainNames(storage: Storage): void {
	if (suffix === '') storage.removeItem(CLAIM);
}
