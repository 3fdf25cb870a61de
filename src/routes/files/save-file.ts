import { t } from '$lib/domain/language/say';
import { given } from '$lib/domain/given';
import { waitingFile } from '$lib/state/files/waiting-file.svelte';

/** Where a file went; `waiting`: nowhere yet, and a bar on the page asks what to do with it. */
export type SavedTo = 'downloads' | 'shared' | 'waiting';

/** Browsers ask people where to save, and read the file only then (ms). */
const READABLE = 5 * 60_000;

/**
 * Gives a file to the browser to save. An app on the home screen of an iPhone or iPad has no downloads: there a link to
 * a file leaves the app, and the share sheet has «Bewaar in Bestanden».
 */
export async function saveFile(file: File): Promise<SavedTo> {
	if (!isAppleApp() || !canShare(file)) {
		download(file);
		return 'downloads';
	}
	try {
		await navigator.share({ files: [file] });
		waitingFile.forget();
		return 'shared';
	} catch (cause) {
		waitingFile.wait(file, reasonOf(cause));
		return 'waiting';
	}
}

/** A file of this app that is ready to be written. */
export function saveJson({ name, text }: { name: string; text: string }): Promise<SavedTo> {
	return saveFile(new File([text], name, { type: 'application/json' }));
}

/** What to say of a file that was given to the browser, in Dutch; nothing of one that waits, of which a bar tells. */
export function savedWords(to: SavedTo): string {
	const words = {
		downloads: 'Je vindt het bij je downloads.',
		shared: 'Je gaf het door met het deelvenster.',
		waiting: ''
	};
	return words[to];
}

/** Into the downloads, whatever the device. */
export function download(file: File): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), READABLE);
}

function isAppleApp(): boolean {
	const { standalone, userAgent } = navigator as Navigator & { standalone?: boolean };
	return (
		standalone ??
		(/iP(hone|ad|od)/.test(userAgent) && (given(() => matchMedia('(display-mode: standalone)'))?.matches ?? false))
	);
}

function canShare(file: File): boolean {
	try {
		return (navigator as Partial<Navigator>).canShare?.({ files: [file] }) ?? false;
	} catch {
		return false;
	}
}

function reasonOf(cause: unknown): string {
	const name = cause instanceof DOMException ? cause.name : '';
	if (name === 'AbortError') return t`Je sloot het deelvenster. Het bestand is nog niet bewaard.`;
	if (name === 'NotAllowedError') return t`Het bestand is klaar. Druk nog één keer om het te bewaren.`;
	return t`Delen is niet gelukt. Het bestand is nog niet bewaard.`;
}
