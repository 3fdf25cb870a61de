import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import { loadResponses } from '$lib/storage/records/responses';

/**
 * The individual responses for figures that leave the device: in open mode all, of an anonymous measurement none.
 * @throws StorageError
 */
export async function loadExportResponses({ id, privacy }: Measurement): Promise<IndividualResponse[]> {
	return privacy.mode === 'open' ? loadResponses(id) : [];
}
