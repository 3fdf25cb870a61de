import type { PartnershipBundle } from '$lib/domain/bundle';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { EXCHANGE_FORMAT, MAX_EXCHANGE_FILE, readExchangeFile } from './exchange-file';
import { formatOfFile } from './json-file';
import { LOCK_FORMAT, MAX_LOCKED_FILE } from './lock';
import { good, refused, type Outcome } from './outcome';
import { readTransferFile, TRANSFER_FORMAT } from './transfer-file';

/** Which kind of file with measurements this is: locked, to read, or neither. */
export function kindOfFile(text: string): 'locked' | 'bundles' | 'other' {
	const format = formatOfFile(text, MAX_LOCKED_FILE);
	if (format === LOCK_FORMAT) return 'locked';
	return format === EXCHANGE_FORMAT || format === TRANSFER_FORMAT ? 'bundles' : 'other';
}

/** Reads a file with measurements of any version that this app ever wrote. A locked one is unlocked first. */
export function readBundles(text: string): Outcome<{ bundles: PartnershipBundle[]; questionnaires: Questionnaire[] }> {
	const format = formatOfFile(text, MAX_EXCHANGE_FILE);
	if (format === TRANSFER_FORMAT) {
		const read = readTransferFile(text);
		return read.kind === 'refused' ? read : good({ bundles: read.bundles, questionnaires: [] });
	}
	if (format === 'samenwerkingsmeter-invulling') {
		return refused(
			'Dit bestand is de invulling van één persoon. Open het in de meting waar het bij hoort, bij "Haal antwoorden binnen".'
		);
	}
	return readExchangeFile(text);
}
