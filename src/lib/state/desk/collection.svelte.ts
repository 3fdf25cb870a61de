import { MAX_BYTES_IN_MEMORY } from '$lib/domain/text/file-limits';
import { cleanText } from '$lib/domain/text/misleading-characters';
import { rightWords } from '$lib/domain/words/import-words';
import type { Judgement } from '$lib/domain/intake/intake';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { FILE_TOO_LARGE, kindOfFile } from '$lib/exchange/files/opened-file';
import { refused, type Outcome } from '$lib/exchange/outcome';
import { readResponseQr } from '$lib/exchange/response/read-response-qr';
import { readTypedCode } from '$lib/exchange/response/typed-code';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { asStorageError, type StorageProblem } from '$lib/storage/storage-error';
import { elapsed } from '$lib/state/clock-and-ids';
import { MeasurementDesk } from './measurement-desk.svelte';
import { asFileRefused, FileRefused } from '$lib/state/file-refused';
import { joinMeasurement } from '$lib/state/files/import.svelte';
import { ScanMemory } from './scan-memory';

/** One thing that came in, or did not, in Dutch. */
export interface Arrival {
	good: boolean;
	text: string;
	/** Whether it was in already, or something newer was: nothing new came in. */
	known?: true;
	/** Whether nothing was judged, since storing failed: the same may come in later. */
	failed?: StorageProblem;
	/** What stays out, since a newer one is in. */
	older?: IndividualResponse;
}

const SHOW_AGAIN = 'Dit blad is nog niet binnen. Hou de telefoon straks nog eens voor de camera.';
/** These do not pass by waiting: their own sentence says what to do. */
const FOR_GOOD: readonly StorageProblem[] = ['removed', 'gone', 'closed', 'newer', 'overtaken'];

/** Taking in answers from phones and other laptops: scans, codes and files, one after another. */
export class Collection {
	log = $state.raw<Arrival[]>([]);
	/**
	 * The last one that came, of which a newer one was in already: the newer may be somebody's who made a number up.
	 */
	older = $state.raw<IndividualResponse>();
	/** How many chosen files are not in yet, nor refused. */
	waiting = $state(0);
	/** Of the files that were chosen last, why each did not come in, in Dutch. */
	refusedFiles = $state.raw<readonly string[]>([]);
	readonly #scans: ScanMemory;
	/** One at a time: a camera reads faster than a disk writes. */
	#queue: Promise<unknown> = Promise.resolve();

	private constructor(
		readonly desk: MeasurementDesk,
		clock: () => number
	) {
		this.#scans = new ScanMemory(clock);
	}

	/**
	 * @param clock in ms, never back
	 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
	 */
	static async open(measurementId: string, clock = elapsed): Promise<Collection> {
		return new Collection(await MeasurementDesk.open(measurementId), clock);
	}

	get latest(): Arrival | undefined {
		return this.log[0];
	}

	/**
	 * A QR code in view of the camera, each time it is read.
	 * @returns what to tell about it; undefined when that was told already
	 */
	async takeScan(text: string): Promise<Arrival | undefined> {
		const verdict = this.#scans.see(text);
		if (verdict === 'not-now') return undefined;
		const arrival = hintToShowAgain(await this.#inTurn(() => this.#takeResponse(this.#scanned(text))));
		if (arrival.failed === undefined) this.#scans.answered(text);
		else this.#scans.failed(text);
		const toldBefore = verdict === 'more' && arrival.failed !== undefined;
		return toldBefore ? undefined : this.#tell(arrival);
	}

	async takeCode(text: string): Promise<Arrival> {
		return this.#tell(await this.#inTurn(() => this.#takeResponse(this.#typed(text))));
	}

	/** Takes what came last in the place of the newer one that is in: people say that it is the right one. */
	async takeOlder(): Promise<void> {
		const { older } = this;
		if (older) this.#tell(await this.#inTurn(() => this.#takeResponse({ kind: 'good', response: older }, true)));
	}

	/** Files of phones and of other laptops, in their order, after those that were chosen before. */
	async takeFiles(files: readonly Parameters<Collection['takeFile']>[0][]): Promise<void> {
		if (this.waiting === 0) this.refusedFiles = [];
		this.waiting += files.length;
		await Promise.all(files.map((file) => this.takeFile(file).finally(() => (this.waiting -= 1))));
	}

	/** A response of one phone, or all that another laptop collected. */
	async takeFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void> {
		const arrival = await this.#inTurn(async () => {
			const outcome = await this.#arrivalOf(file).catch(unreadable);
			return outcome.good ? outcome : { ...outcome, text: `${cleanText(file.name)}: ${outcome.text}` };
		});
		if (!arrival.good) this.refusedFiles = [...this.refusedFiles, arrival.text];
		this.#tell(arrival);
	}

	async #arrivalOf(file: Pick<File, 'size' | 'text'>): Promise<Arrival> {
		if (file.size > MAX_BYTES_IN_MEMORY) return this.#takeResponse(refused(FILE_TOO_LARGE));
		const text = await file.text();
		return kindOfFile(text) === 'other'
			? this.#takeResponse(readResponseFile(text, this.desk.asked))
			: this.#merge(text);
	}

	#typed(text: string): Outcome<{ response: IndividualResponse }> {
		return readTypedCode({ text, ...this.desk.asked });
	}

	#scanned(text: string): Outcome<{ response: IndividualResponse }> {
		return readResponseQr({ text, ...this.desk.asked });
	}

	async #takeResponse(outcome: Outcome<{ response: IndividualResponse }>, insists = false): Promise<Arrival> {
		if (outcome.kind === 'refused') return { good: false, text: outcome.reason };
		const { response } = outcome;
		const [judgement] = await this.desk.takeIn([response], 'phone', insists);
		if (!judgement) return { good: false, text: 'Er kwam niets binnen.' };
		const arrival = this.#describe(judgement, response.groupId);
		return judgement.kind === 'older' ? { ...arrival, older: response } : arrival;
	}

	async #merge(text: string): Promise<Arrival> {
		if (kindOfFile(text) === 'locked') {
			return { good: false, text: 'Dit bestand is gesloten met een wachtwoord. Open het bij "Gegevens".' };
		}
		const outcome = await joinMeasurement(text, this.desk.measurement.id);
		if (outcome.kind === 'refused') return { good: false, text: outcome.reason };
		const { verdict } = outcome.plan;
		if (verdict.kind !== 'newer') return { good: true, text: 'Samengevoegd: 0 nieuw. Alles was al hier.' };
		const { added, replaced } = verdict.arrivals;
		return { good: true, text: `Samengevoegd: ${added} nieuw, ${replaced} vernieuwd.${rightWords(verdict.right)}` };
	}

	#describe(judgement: Judgement, groupId: string): Arrival {
		const name = this.desk.measurement.groups.find((group) => group.id === groupId)?.name ?? '';
		switch (judgement.kind) {
			case 'added':
				return { good: true, text: `Net binnen: ${name}. Volgende, graag.` };
			case 'replaced':
				return { good: true, text: `Vernieuwd: een blad van ${name}. Het telt één keer.` };
			case 'same':
				return { good: true, known: true, text: `Dit blad van ${name} was al binnen. Het telt één keer.` };
			case 'older':
				return {
					good: true,
					known: true,
					text: `Van dit blad van ${name} is al een nieuwer binnen. Dat blijft staan.`
				};
			case 'refused':
				return { good: false, text: judgement.reason };
		}
	}

	#inTurn(work: () => Promise<Arrival>): Promise<Arrival> {
		const turn = this.#queue.then(work).catch((cause: unknown) => {
			const { problem, message } = asStorageError(cause);
			return { good: false, text: message, failed: problem };
		});
		this.#queue = turn;
		return turn;
	}

	#tell({ older, ...arrival }: Arrival): Arrival {
		this.log = [arrival, ...this.log];
		this.older = older;
		return arrival;
	}
}

/** @throws whatever is not about the file */
function unreadable(cause: unknown): Arrival {
	const told = asFileRefused(cause);
	if (told instanceof FileRefused) return { good: false, text: told.message };
	throw told;
}

function hintToShowAgain(arrival: Arrival): Arrival {
	if (arrival.failed === undefined || FOR_GOOD.includes(arrival.failed)) return arrival;
	return { ...arrival, text: `${SHOW_AGAIN} ${arrival.text}` };
}
