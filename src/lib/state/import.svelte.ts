import { cleanText } from '$lib/domain/harmful-signs';
import type { MeasurementPlan } from '$lib/domain/import-plan';
import type { ExchangeContent } from '$lib/exchange/exchange-file';
import { unlockText } from '$lib/exchange/lock';
import { FILE_TOO_LARGE, kindOfFile, MAX_FILE_BYTES, readBundles } from '$lib/exchange/opened-file';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import {
	importBundles,
	previewImport,
	undoImport,
	type DoneImport,
	type ImportPlan,
	type Incoming
} from '$lib/storage/import';
import { asStorageError } from '$lib/storage/storage-error';
import { checkAgainstQuestionnaires, withUnknownQuestionnaire } from './import-check';
import { askToKeep } from './persistence';

export type { ImportPlan } from '$lib/storage/import';

/** One file on its way in. Nothing is written before `confirm`. */
export type ImportStep =
	| { kind: 'none' }
	/** Behind a passphrase. */
	| { kind: 'locked'; name: string; text: string }
	| { kind: 'preview'; name: string; plan: ImportPlan; unknownQuestionnaires: ReadonlySet<string> }
	| { kind: 'written'; plan: ImportPlan; done: DoneImport }
	| { kind: 'undone' };

const NOTHING: Incoming = { bundles: [], questionnaires: [] };

/** Opening files with measurements: read, preview, confirm, undo. One for the app, so that it outlives its page. */
export class ImportDesk {
	step = $state.raw<ImportStep>({ kind: 'none' });
	/** Dutch; what was there before stays as it was. */
	problem = $state<string | undefined>();
	busy = $state(false);
	#incoming: Incoming = NOTHING;

	/** Reads a file that people chose, up to its preview or the question for its passphrase. */
	async open(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void> {
		const name = cleanText(file.name);
		await this.#guard(async () => {
			this.step = { kind: 'none' };
			if (file.size > MAX_FILE_BYTES) return FILE_TOO_LARGE;
			const text = await file.text();
			if (kindOfFile(text) !== 'locked') return this.#preview(name, readBundles(text));
			this.step = { kind: 'locked', name, text };
			return undefined;
		});
	}

	async unlock(passphrase: string): Promise<void> {
		const { step } = this;
		if (step.kind !== 'locked') return;
		await this.#guard(async () => {
			const opened = await unlockText(step.text, passphrase);
			return opened.kind === 'refused' ? opened.reason : this.#preview(step.name, readBundles(opened.text));
		});
	}

	/** Writes what the preview says, all of it or nothing. */
	async confirm(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'preview') return;
		await this.#guard(async () => {
			const outcome = await importBundles(this.#incoming, step.plan);
			if (outcome.kind === 'changed') {
				this.step = { ...step, plan: outcome.plan };
				return 'Op dit toestel is intussen iets gewijzigd. Er is nog niets bijgekomen: kijk opnieuw wat er zou gebeuren.';
			}
			this.#incoming = NOTHING;
			this.step = { kind: 'written', plan: outcome.plan, done: outcome.done };
			void askToKeep();
			return undefined;
		});
	}

	/** Puts everything back as it was before the last import, unless it changed since. */
	async undo(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'written') return;
		await this.#guard(async () => {
			if (!(await undoImport(step.done))) {
				return 'Er is sindsdien iets gewijzigd. Ongedaan maken zou dat wissen, dus alles blijft zoals het nu is.';
			}
			this.step = { kind: 'undone' };
			return undefined;
		});
	}

	/** Forgets the file; what was written stays. */
	cancel(): void {
		this.#incoming = NOTHING;
		this.problem = undefined;
		this.step = { kind: 'none' };
	}

	async #preview(name: string, outcome: Outcome<ExchangeContent>): Promise<string | undefined> {
		if (outcome.kind === 'refused') return outcome.reason;
		this.#incoming = await checkAgainstQuestionnaires(outcome);
		const plan = await previewImport(this.#incoming);
		const unknownQuestionnaires = await withUnknownQuestionnaire(this.#incoming);
		this.step = { kind: 'preview', name, plan, unknownQuestionnaires };
		return undefined;
	}

	async #guard(work: () => Promise<string | undefined>): Promise<void> {
		this.busy = true;
		try {
			this.problem = await work();
		} catch (cause) {
			this.problem = asStorageError(cause).message;
		} finally {
			this.busy = false;
		}
	}
}

/** The one of this app. */
export const importDesk = new ImportDesk();

/** Whether confirming would write anything. */
export function bringsSomething({ partnerships, questionnaires }: ImportPlan): boolean {
	if (questionnaires.length > 0) return true;
	return partnerships.some(({ isNew, measurements }) => isNew || measurements.some(({ result }) => result !== null));
}

/**
 * Brings in a file of the same measurement from another laptop at once: where answers are collected, one file after another.
 * @returns what became of the measurement; refused files change nothing
 * @throws StorageError when nothing was written
 */
export async function joinMeasurement(
	text: string,
	measurementId: string
): Promise<Outcome<{ plan: MeasurementPlan }>> {
	const read = readBundles(text);
	if (read.kind === 'refused') return read;
	const incoming = await checkAgainstQuestionnaires(read);
	const measurements = incoming.bundles.flatMap((bundle) => bundle.measurements);
	if (measurements.length !== 1 || measurements[0]?.measurement.id !== measurementId) {
		return refused(
			'Dit bestand bevat iets anders dan deze meting. Open het bij "Gegevens": daar zie je eerst wat erin zit.'
		);
	}
	const outcome = await importBundles(incoming, await previewImport(incoming));
	const [plan] = outcome.plan.partnerships.flatMap(({ measurements: own }) => own);
	if (outcome.kind === 'changed' || !plan) return refused('Er kwam net iets anders binnen. Open het bestand nog eens.');
	if (plan.verdict.kind === 'refused') return refused(`${plan.verdict.reason} Er is niets gewijzigd.`);
	if (plan.result !== null) importDesk.step = { kind: 'written', plan: outcome.plan, done: outcome.done };
	return good({ plan });
}
