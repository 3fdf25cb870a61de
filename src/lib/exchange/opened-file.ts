import type { PartnershipBundle } from '$lib/domain/bundle';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { EXCHANGE_FORMAT, MAX_EXCHANGE_FILE, readExchangeFile } from './exchange-file';
import { formatOfFile } from './json-file';
import { LOCK_FORMAT, MAX_LOCKED_FILE } from './lock';
import { good, refused, type Outcome } from './outcome';
import { RESPONSE_FORMAT } from './response-file';
import { readTransferFile, TRANSFER_FORMAT } from './transfer-file';

/** In bytes, before a file is read at all: a locked file has one byte a character, another at most three. */
export const MAX_FILE_BYTES = 3 * MAX_EXCHANGE_FILE;

export const FILE_TOO_LARGE = 'Dit bestand is te groot om van deze app te zijn. Kies een ander bestand.';

/** Which kind of file with measurements this is: locked, to read, or neither. */
export function kindOfFile(text: string): 'locked' | 'bundles' | 'other' {
	const format = formatOfFile(text, MAX_LOCKED_FILE);
	if (format === LOCK_FORMAT) return 'locked';
	return format === EXCHANGE_FORMAT || format === TRANSFER_FORMAT ? 'bundles' : 'other';
}

const OPEN_RESPONSE =
	'Dit bestand is de invulling van één persoon. Open het in de meting waar het bij hoort, bij "Haal antwoorden binnen".';

/** What to do with a file of this app where a questionnaire is asked, in Dutch; undefined for a file that is none of these. */
export function whereToOpen(text: string): string | undefined {
	if (kindOfFile(text) !== 'other')
		return 'Dit is een bestand met metingen, geen vragenlijst. Open het bij "Gegevens".';
	return formatOfFile(text, MAX_EXCHANGE_FILE) === RESPONSE_FORMAT ? OPEN_RESPONSE : undefined;
}

/** Reads a file with measurements of any version that this app ever wrote. A locked one is unlocked first. */
export function readBundles(text: string): Outcome<{ bundles: PartnershipBundle[]; questionnaires: Questionnaire[] }> {
	const format = formatOfFile(text, MAX_EXCHANGE_FILE);
	if (format === RESPONSE_FORMAT) return refused(OPEN_RESPONSE);
	if (format === TRANSFER_FORMAT) {
		const read = readTransferFile(text);
		return read.kind === 'refused' ? read : good({ bundles: read.bundles, questionnaires: [] });
	}
	return readExchangeFile(text);
}
