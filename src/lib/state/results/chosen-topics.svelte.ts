import { withAgenda, type Agenda } from '$lib/domain/measurement/measurement';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';

const PLACE = 'agenda';

/** What the room chose to talk about, of one measurement; stored at once, and beside the answers. */
export class ChosenTopics {
	/** By id of the dimension, in the order in which they come; empty: nobody chose yet. */
	ids = $state.raw<Agenda>([]);
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status), {
		what: 'welke onderwerpen jullie kozen',
		file: () => ({ name: 'gekozen-onderwerpen.txt', text: this.ids.join('\n') })
	});

	private constructor(
		readonly measurementId: string,
		stored: Agenda
	) {
		this.ids = stored;
	}

	/** @throws StorageError */
	static async open(measurementId: string): Promise<ChosenTopics> {
		return new ChosenTopics(measurementId, await loadAgenda(measurementId));
	}

	/** Shows what is chosen meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) =>
				change.kind === 'partnership' || (change.kind === 'measurement' && change.measurementId === this.measurementId),
			read: () => loadAgenda(this.measurementId),
			show: (stored) => {
				if (!this.#queue.waitsFor(PLACE)) this.ids = stored;
			}
		});
	}

	/** @param ids empty: back to what the figures propose */
	choose(ids: Agenda): void {
		this.ids = ids;
		this.#queue.put(PLACE, async () => {
			await changeMeasurement(this.measurementId, (measurement) => withAgenda(measurement, ids));
		});
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}
}

async function loadAgenda(measurementId: string): Promise<Agenda> {
	const measurement = await loadMeasurement(measurementId);
	return measurement?.agenda ?? [];
}
