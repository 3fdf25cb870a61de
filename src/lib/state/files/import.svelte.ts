import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import { cleanText } from '$lib/domain/text/misleading-characters';
import { bringsChange } from '$lib/domain/intake/import-verdict';
import type { BeginPhase } from '$lib/domain/long-work';
import { LOCK_NOT_LOADED, loadLock } from '$lib/exchange/files/load-lock';
import { openedFrom, openFile, readBundles } from '$lib/exchange/files/opened-file';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { importBundles, type ImportOutcome } from '$lib/storage/bundles/import';
import { previewImport, type ImportPlan, type PlannedMeasurement } from '$lib/storage/bundles/plan-import';
import { undoImport, type DoneImport } from '$lib/storage/bundles/undo-import';
import { reasonOf } from '$lib/storage/storage-error';
import { asFileRefused, FileRefused } from '$lib/state/file-refused';
import { namesFor, type DifferenceNames } from './difference-names';
import { IncomingFile } from './import-check';
import { NOTHING_TAKEN, stillTaken, withTaken } from './taken-differences';
import { LongWork, Stopped } from './long-work.svelte';
import { askBrowserToKeep } from './persistence';

export type { ImportPlan, PartnershipPlan } from '$lib/storage/bundles/plan-import';

/** How often a file is looked at again while scans and other tabs go on. */
const MOST_TRIES = 10;

/** One file on its way in. Nothing is written before `confirm`. */
export type ImportStep =
	| { kind: 'none' }
	/** Behind a passphrase. */
	| { kind: 'locked'; name: string; locked: Uint8Array<ArrayBuffer> }
	| {
			kind: 'preview';
			name: string;
			plan: ImportPlan;
			unknownQuestionnaires: ReadonlySet<string>;
			/** People say that this device comes in the place of the one of which the file is a back-up. */
			standsIn: boolean;
			/** Of which differences people take what is in the file, by `differenceKey`. */
			takes: ReadonlySet<string>;
			names: DifferenceNames;
	  }
	| { kind: 'written'; plan: ImportPlan; done: DoneImport }
	| { kind: 'undone' };

/** Opening files with measurements: read, preview, confirm, undo. One for the app, so that it outlives its page. */
export class ImportDesk {
	step = $state.raw<ImportStep>({ kind: 'none' });
	/** Dutch; what was there before stays as it was. */
	problem = $state<string | undefined>();
	/** Whether people stopped the last thing; then it changed nothing. */
	stopped = $state(false);
	busy = $state(false);
	readonly work = new LongWork();
	#incoming: IncomingFile | undefined;
	/** Chosen while other work goes on: the newest is meant. */
	#chosen: File | undefined;
	#reading = false;

	/**
	 * Reads a file that people chose, up to its preview or the question for its passphrase; one that is still
	 * being read makes way for it.
	 */
	async open(file: File): Promise<void> {
		this.#chosen = file;
		if (this.#reading) this.work.stop();
		if (!this.busy) await this.#openChosen();
	}

	async unlock(passphrase: string): Promise<void> {
		const { step } = this;
		if (step.kind !== 'locked') return;
		await this.#guard(async (begin) => {
			const lock = await loadLock();
			if (!lock) return LOCK_NOT_LOADED;
			const opened = await lock.unlock(step.locked, passphrase);
			return opened.kind === 'refused' ? opened.reason : this.#preview(step.name, new Blob([opened.content]), begin);
		});
	}

	/**
	 * Looks anew at what would happen, when this device comes in the place of the one of which the
	 * file is a back-up, or does not.
	 */
	async chooseStandIn(standsIn: boolean): Promise<void> {
		const { step } = this;
		const incoming = this.#incoming;
		if (step.kind !== 'preview' || !incoming) return;
		await this.#guard(async (begin) => {
			this.step = { ...step, standsIn, plan: await previewImport(incoming, { begin, standsIn }) };
			return undefined;
		});
	}

	/** Of these differences people take what is in the file, or leave what is here. @param keys as `differenceKey` */
	take(keys: readonly string[], fromFile: boolean): void {
		const { step } = this;
		if (step.kind !== 'preview' || this.busy) return;
		this.step = { ...step, takes: withTaken(step.takes, keys, fromFile) };
	}

	/** Writes what the preview says, all of it or nothing. */
	async confirm(): Promise<void> {
		const { step } = this;
		const incoming = this.#incoming;
		if (step.kind !== 'preview' || !incoming) return;
		await this.#guard(async (begin) => {
			const outcome = await importBundles(incoming, step.plan, { begin, standsIn: step.standsIn, takes: step.takes });
			if (outcome.kind === 'changed') {
				this.step = { ...step, plan: outcome.plan, takes: stillTaken(step, outcome.plan) };
				return 'Op dit toestel is intussen iets gewijzigd. Er is nog niets bijgekomen: kijk opnieuw wat er zou gebeuren.';
			}
			this.#incoming = undefined;
			this.step = { kind: 'written', plan: outcome.plan, done: outcome.done };
			void askBrowserToKeep();
			return undefined;
		});
	}

	/** Puts everything back as it was before the last import, unless it changed since. */
	async undo(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'written') return;
		await this.#guard(async (begin) => {
			if (!(await undoImport(step.done, begin))) {
				return 'Er is sindsdien iets gewijzigd. Ongedaan maken zou dat wissen, dus alles blijft zoals het nu is.';
			}
			this.step = { kind: 'undone' };
			return undefined;
		});
	}

	/** Forgets the file; what was written stays. */
	cancel(): void {
		this.#incoming = undefined;
		this.problem = undefined;
		this.stopped = false;
		this.step = { kind: 'none' };
	}

	async #openChosen(): Promise<void> {
		while (this.#chosen) {
			const file = this.#chosen;
			this.#chosen = undefined;
			this.#reading = true;
			await this.#work(async (begin) => {
				this.step = { kind: 'none' };
				return this.#preview(cleanText(file.name), file, begin);
			});
			this.#reading = false;
		}
	}

	async #preview(name: string, file: Blob, begin: BeginPhase): Promise<string | undefined> {
		const opened = await openFile(file, begin);
		if (opened.kind === 'refused') return opened.reason;
		if (opened.kind === 'locked') {
			this.step = { kind: 'locked', name, locked: opened.locked };
			return undefined;
		}
		const incoming = new IncomingFile(opened.file);
		const plan = await previewImport(incoming, { begin });
		this.#incoming = incoming;
		const { unknownQuestionnaires } = incoming;
		const names = await namesFor(plan, (ref) => incoming.questionnaireOf(ref));
		this.step = { kind: 'preview', name, plan, unknownQuestionnaires, standsIn: false, takes: NOTHING_TAKEN, names };
		return undefined;
	}

	async #guard(work: (begin: BeginPhase) => Promise<string | undefined>): Promise<void> {
		await this.#work(work);
		await this.#openChosen();
	}

	async #work(work: (begin: BeginPhase) => Promise<string | undefined>): Promise<void> {
		this.busy = true;
		this.stopped = false;
		this.problem = undefined;
		try {
			this.problem = await this.work.run(work);
		} catch (cause) {
			this.#explain(asFileRefused(cause));
		} finally {
			this.busy = false;
		}
	}

	#explain(cause: unknown): void {
		if (cause instanceof Stopped) {
			this.stopped = true;
			return;
		}
		this.problem = reasonOf(cause);
		// What was seen of the file does not hold any more.
		if (cause instanceof FileRefused && this.step.kind === 'preview') this.step = { kind: 'none' };
	}
}

/** The one of this app. */
export const importDesk = new ImportDesk();

/** Whether confirming would write anything. */
export function bringsSomething({ partnerships, questionnaires, drafts }: ImportPlan): boolean {
	if (questionnaires.length > 0 || drafts.some(({ isNew }) => isNew)) return true;
	return partnerships.some(
		({ isNew, tags, privateNote, measurements }) =>
			isNew || tags.length > 0 || privateNote !== null || measurements.some(({ verdict }) => bringsChange(verdict))
	);
}

/**
 * Brings in a file of the same measurement from another laptop at once: where answers are
 * collected, one file after another.
 * @returns what became of the measurement; refused files change nothing
 * @throws StorageError when nothing was written
 */
export async function joinMeasurement(
	text: string,
	measurementId: string
): Promise<Outcome<{ plan: PlannedMeasurement }>> {
	const read = readBundles(text);
	if (read.kind === 'refused') return read;
	const measurements = read.bundles.flatMap((bundle) => bundle.measurements);
	if (measurements.length !== 1 || measurements[0]?.measurement.id !== measurementId) {
		return refused(
			'Dit bestand bevat iets anders dan deze meting. Open het bij "Gegevens": daar zie je eerst wat erin zit.'
		);
	}
	// Nobody looks at a preview here: what is of no measurement stays in the file.
	const used = measurements.map(({ measurement }) => questionnaireKey(measurement.questionnaire));
	const questionnaires = read.questionnaires.filter((one) => used.includes(questionnaireKey(one)));
	const incoming = new IncomingFile(openedFrom({ bundles: read.bundles, questionnaires }));
	const outcome = await importAnyhow(incoming);
	const [plan] = outcome.plan.partnerships.flatMap(({ measurements: own }) => own);
	if (outcome.kind === 'changed' || !plan) return refused('Er kwam net iets anders binnen. Open het bestand nog eens.');
	if (plan.verdict.kind === 'refused') return refused(`${plan.verdict.reason} Er is niets gewijzigd.`);
	if (bringsChange(plan.verdict)) importDesk.step = { kind: 'written', plan: outcome.plan, done: outcome.done };
	return good({ plan });
}

/** Nobody looks at a preview here: what changes meanwhile is looked at again. */
async function importAnyhow(incoming: IncomingFile): Promise<ImportOutcome> {
	let outcome = await importBundles(incoming, await previewImport(incoming));
	for (let time = 1; time < MOST_TRIES && outcome.kind === 'changed'; time += 1) {
		outcome = await importBundles(incoming, outcome.plan);
	}
	return outcome;
}
