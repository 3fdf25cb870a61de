import { compareText } from '$lib/domain/text/compare-text';
import { loadBegunSheets } from '$lib/storage/records/begun-sheets';

/** A sheet that someone may go on with, on the phone that it is on. */
export interface BegunSheet {
	responseId: string;
	partnershipName: string;
	/** ISO date of the measurement. */
	date: string;
	/** What stands in the address of its page, from # on. */
	link: string;
	finished: boolean;
}

/**
 * Newest measurement first; one of an older version of the app, which did not note the link, is left out.
 * @throws StorageError
 */
export async function begunSheets(): Promise<BegunSheet[]> {
	const sheets = (await loadBegunSheets()).flatMap(({ responseId, invitation, link, finished }) => {
		const { partnershipName, date } = invitation;
		return link?.startsWith('#') ? [{ responseId, partnershipName, date, link, finished }] : [];
	});
	return sheets.sort((a, b) => compareText(b.date, a.date));
}
