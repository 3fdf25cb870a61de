import { MAX_EXCHANGE_BYTES, MAX_TEXT_IN_MEMORY, inMegabytes } from '$lib/domain/text/file-limits';
import { unwatched, type BeginPhase } from '$lib/domain/long-work';
import { EXCHANGE_FORMAT, readExchangeFile, type ExchangeContent, type ReadContent } from './exchange-file';
import { formatOfFile } from '$lib/exchange/json/json-file';
import { isLocked, LOCK_NOT_LOADED, loadLock } from './load-lock';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { RESPONSE_FORMAT } from '$lib/exchange/response/write-response';
import { openExchangeFile, splitFile, type OpenedFile } from './streamed-file';

/** In bytes: enough to see whether it is locked. */
const START_OF_FILE = 200;

export const FILE_TOO_LARGE = 'Dit bestand is te groot om van deze app te zijn. Kies een ander bestand.';
const EXCHANGE_TOO_LARGE = `Dit bestand is te groot: hoogstens ${inMegabytes(MAX_EXCHANGE_BYTES)}. Bewaar op het andere toestel elk overleg apart.`;

/** Which kind of file with measurements this is: locked, to read, or neither. */
export function kindOfFile(text: string): 'locked' | 'bundles' | 'other' {
	if (isLocked(text)) return 'locked';
	return formatOfFile(text, MAX_TEXT_IN_MEMORY) === EXCHANGE_FORMAT ? 'bundles' : 'other';
}

const OPEN_RESPONSE =
	'In dit bestand zitten de antwoorden van één persoon. Open het in de meting waar het bij hoort, bij "Start met scannen".';

/**
 * What to do with a file of this app where a questionnaire is asked, in Dutch; undefined for
 * a file that is none of these.
 */
export function whereToOpen(text: string): string | undefined {
	if (kindOfFile(text) !== 'other')
		return 'Dit is een bestand met metingen, geen vragenlijst. Open het bij "Gegevens".';
	return isResponseFile(text) ? OPEN_RESPONSE : undefined;
}

function isResponseFile(text: string): boolean {
	return formatOfFile(text, MAX_TEXT_IN_MEMORY) === RESPONSE_FORMAT;
}

/** Reads the text of a small file with measurements of any version that is read. A locked one is unlocked first. */
export function readBundles(text: string): Outcome<ReadContent> {
	return isResponseFile(text) ? refused(OPEN_RESPONSE) : readExchangeFile(text);
}

/**
 * Opens a file with measurements of any version and any size, without having it in memory whole; a locked one gives its
 * bytes, to unlock. Of its partnerships nothing was checked yet.
 * @throws WorkEnded when people stopped it, DOMException when the browser cannot read the file
 */
export async function openFile(
	file: Blob,
	begin: BeginPhase = unwatched
): Promise<Outcome<{ file: OpenedFile }> | { kind: 'locked'; locked: Uint8Array<ArrayBuffer> }> {
	if (file.size > MAX_EXCHANGE_BYTES) return refused(EXCHANGE_TOO_LARGE);
	if (isLocked(await file.slice(0, START_OF_FILE).text())) return openLocked(file);
	const split = await splitFile(file, MAX_TEXT_IN_MEMORY, begin('reading'));
	if (!split) return refused(FILE_TOO_LARGE);
	// What is no exchange file has none of its lists, and is all frame.
	return isResponseFile(split.frame) ? refused(OPEN_RESPONSE) : openExchangeFile(file, split);
}

async function openLocked(file: Blob): ReturnType<typeof openFile> {
	const lock = await loadLock();
	if (!lock) return refused(LOCK_NOT_LOADED);
	const read = await lock.readLocked(file);
	return read.kind === 'refused' ? read : { kind: 'locked', locked: read.locked };
}

/** What is in memory already, as a file that was opened. */
export function openedFrom({ bundles, questionnaires, drafts = [] }: ExchangeContent): OpenedFile {
	return {
		questionnaires,
		drafts,
		count: bundles.length,
		partnership: (index) => {
			const bundle = bundles[index];
			return bundle
				? Promise.resolve(good({ bundle, mark: 0 }))
				: Promise.reject(new RangeError(`No partnership ${index}`));
		}
	};
}
