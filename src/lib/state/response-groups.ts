import { loadResponse, loadResponseIds, loadResponses } from '$lib/storage/records/responses';

/** More new responses than this are read in one go, with those that are known. */
const READ_APART = 20;

/** Which group each response of a measurement is of. One more response is not a reason to read all of them again. */
export class ResponseGroups {
	/** By response id, of those that were read. */
	#known = new Map<string, string>();

	constructor(private readonly measurementId: string) {}

	/** When a response may have moved to another group. */
	forget(): void {
		this.#known = new Map();
	}

	/**
	 * @returns the id of the group of each response
	 * @throws StorageError
	 */
	async read(): Promise<string[]> {
		const known = this.#known;
		const ids = await loadResponseIds(this.measurementId);
		const unknown = ids.filter((id) => !known.has(id));
		const read =
			unknown.length > READ_APART
				? await loadResponses(this.measurementId)
				: (await Promise.all(unknown.map(loadResponse))).flatMap((response) => response ?? []);
		for (const { id, groupId } of read) known.set(id, groupId);
		return ids.flatMap((id) => known.get(id) ?? []);
	}
}
