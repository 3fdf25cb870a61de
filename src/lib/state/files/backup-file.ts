import { WorkEnded, type TellProgress } from '$lib/domain/long-work';

/**
 * A file that people chose once and that the app may write again: the File System Access API, where a browser has it.
 */

type Permission = 'granted' | 'prompt' | 'denied';
type Descriptor = { mode: 'readwrite' };

/** Not in TypeScript's own library. */
interface WithPermission {
	queryPermission?(descriptor: Descriptor): Promise<Permission>;
	requestPermission?(descriptor: Descriptor): Promise<Permission>;
}
interface WithPicker {
	showSaveFilePicker?(options: {
		suggestedName: string;
		types: { description: string; accept: Record<string, string[]> }[];
	}): Promise<FileSystemFileHandle>;
}

const READ_WRITE: Descriptor = { mode: 'readwrite' };

export function canPickFile(): boolean {
	return typeof (window as WithPicker).showSaveFilePicker === 'function';
}

/** @returns undefined when people chose none */
export async function pickFile(): Promise<FileSystemFileHandle | undefined> {
	try {
		return await (window as WithPicker).showSaveFilePicker?.({
			suggestedName: 'samenwerkingsmeter-back-up.json',
			types: [{ description: 'Back-up van de samenwerkingsmeter', accept: { 'application/json': ['.json'] } }]
		});
	} catch (cause) {
		if (cause instanceof DOMException && cause.name === 'AbortError') return undefined;
		throw cause;
	}
}

/** Whether the app may write the file now, without asking. */
export async function mayWrite(handle: FileSystemFileHandle & WithPermission): Promise<boolean> {
	return ((await handle.queryPermission?.(READ_WRITE)) ?? 'granted') === 'granted';
}

/** Only after a press of a button: the browser asks people. */
export async function askToWrite(handle: FileSystemFileHandle & WithPermission): Promise<boolean> {
	return ((await handle.requestPermission?.(READ_WRITE)) ?? 'granted') === 'granted';
}

/** In bytes: little in memory, and progress to see. */
const CHUNK = 1_000_000;

/**
 * The browser puts the new content in the place of the old one at once, when it is whole: a failure leaves the file as
 * it was, and so does people stopping it.
 */
export async function writeWhole(handle: FileSystemFileHandle, content: Blob, report: TellProgress): Promise<void> {
	const writable = await handle.createWritable();
	try {
		for (let start = 0; start < content.size; start += CHUNK) {
			report(start, content.size);
			await writable.write(content.slice(start, start + CHUNK));
		}
		await writable.close();
	} catch (cause) {
		await writable.abort().catch(() => undefined);
		throw cause;
	}
}

/** Why the file was not written, what is kept and what to do, in Dutch. */
export function explainFileProblem(cause: unknown): string {
	if (cause instanceof WorkEnded) return cause.message;
	const name = cause instanceof DOMException ? cause.name : '';
	const todo = whatToDo[name] ?? 'Probeer opnieuw, of kies een ander bestand.';
	return `De back-up is niet vernieuwd. Alles staat nog op dit toestel, en in het bestand staat nog wat er stond. ${todo}`;
}

const whatToDo: Record<string, string> = {
	NotFoundError: 'Het bestand of zijn map is verplaatst of verwijderd. Kies een ander bestand.',
	NotAllowedError: 'De browser mag dat bestand niet meer schrijven. Geef opnieuw toestemming.',
	QuotaExceededError: 'Er is geen plaats meer waar het bestand staat. Maak plaats vrij en probeer opnieuw.',
	NoModificationAllowedError: 'Een ander programma houdt het bestand vast. Sluit dat en probeer opnieuw.'
};
