import { named } from '$lib/storage/place';
import { given } from '$lib/domain/given';
import { adviseBackup, remindsOfBackup, type BackupAdvice } from '$lib/domain/measurement/backup';
import { unwatched, WorkEnded, type BeginPhase } from '$lib/domain/long-work';
import { refused, type Outcome } from '$lib/exchange/outcome';
import { beginBackup, changeBackup, endBackup, loadBackup } from '$lib/storage/records/backup';
import { isBehindAfter } from '$lib/storage/writing/backup-mark';
import { onChange } from '$lib/storage/changes';
import { loadAllMeasurements } from '$lib/storage/records/measurements';
import { countOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { reasonOf } from '$lib/storage/storage-error';
import { askToWrite, canPickFile, explainFileProblem, mayWrite, pickFile, writeWhole } from './backup-file';
import { elapsed, newId, today } from '$lib/state/clock-and-ids';
import { Errand } from './errand.svelte';
import type { ExportOptions } from './export';
import { EXPORT_NOT_LOADED, loadExport } from './load-export';
import { keepFresh } from '$lib/state/keep-fresh';

/** The file that renews itself, as people see it. */
export interface RenewingFile {
	name: string;
	/** ISO date; null: not written yet. */
	renewedAt: string | null;
	/** Whether something changed since; it comes in by itself when the browser still allows it. */
	changed: boolean;
	/** Whether the browser lets this app write it without asking. */
	allowed: boolean;
}

/** After this long without a change the file is renewed, and at the latest this long after the first one (ms). */
const QUIET = 2000;
const AT_LATEST = 30_000;
const LOCK = named('back-up');

/** Files with everything on this device: when the last was saved, and the one that renews itself. */
export class Backup {
	advice = $state<BackupAdvice>('nothing');
	/** Whether the advice rests on what was read; before, it says nothing. */
	known = $state(false);
	/** ISO date of the last file with everything; null: never. */
	savedAt = $state<string | null>(null);
	file = $state.raw<RenewingFile | null>(null);
	/** A file that people asked for now. */
	readonly saving = new Errand();
	/** What people asked about the file that renews itself. */
	readonly choosing = new Errand();
	/** The file that renews itself, by itself: it goes unseen, but for what goes wrong. */
	readonly renewing = new Errand();
	/** Whether this tab knows of a change since all that was saved. */
	#marked = false;
	#waitingSince: number | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	get reminds(): boolean {
		return remindsOfBackup(this.advice);
	}

	/** Whether this browser can write a chosen file again. */
	get canRenew(): boolean {
		return canPickFile();
	}

	/** Tells of every change from now on, and renews the chosen file; the returned function stops. */
	start(): () => void {
		const stopReading = keepFresh(async () => {
			await this.#read();
			this.#renewSoon();
		}, ['backup', 'partnership', 'measurement']);
		const stopNoting = onChange((change) => {
			if (isBehindAfter(change)) void this.#hear();
		});
		return () => {
			stopReading();
			stopNoting();
			clearTimeout(this.#timer);
		};
	}

	/**
	 * A file with everything, for people to save; from then on this is the last backup.
	 * @throws StorageError, and WorkEnded when people stopped it
	 */
	async save(options?: ExportOptions): Promise<Outcome<{ file: File }>> {
		const loaded = await loadExport();
		if (!loaded) return refused(EXPORT_NOT_LOADED);
		const [at, watch] = [today(), newId()];
		// On a full device the file still has to get out: then only the date of it is not kept.
		await beginBackup(watch).catch(() => undefined);
		const outcome = await loaded.exportFile({ kind: 'all' }, options);
		if (outcome.kind !== 'refused') await endBackup(watch, at, false).catch(() => undefined);
		return outcome;
	}

	/** As `save`, with what went wrong as a problem on the screen. */
	async saveOrExplain(): Promise<File | undefined> {
		let file: File | undefined;
		let refusal = '';
		await this.saving.run(async (begin) => {
			const outcome = await this.save({ begin });
			if (outcome.kind === 'refused') refusal = outcome.reason;
			else file = outcome.file;
		}, reasonOf);
		this.saving.problem ||= refusal;
		return file;
	}

	/** People choose the file that renews itself from now on. */
	async choose(): Promise<void> {
		await this.#ask(async (begin) => {
			const handle = await pickFile();
			if (!handle) return;
			// A file that is being made meanwhile goes elsewhere: it says nothing of this one.
			const file = { handle, renewedAt: null, changed: true };
			await changeBackup(({ key, savedAt, changed }) => ({ key, savedAt, changed, file }));
			await this.#renew(begin);
		});
	}

	/** The browser forgot that the app may write the file: it asks people again. */
	async allowAgain(): Promise<void> {
		await this.#ask(async (begin) => {
			const { file } = await loadBackup();
			if (file && (await askToWrite(file.handle))) await this.#renew(begin);
			await this.#read();
		});
	}

	/** The file stays where it is, and is not renewed any more. */
	async stop(): Promise<void> {
		await this.#ask(async () => void (await changeBackup((stored) => ({ ...stored, file: null }))));
	}

	/** Who made the change noted it; here it is shown, the first one only. */
	async #hear(): Promise<void> {
		if (!this.#marked || this.advice === 'nothing') await this.#read();
		this.#renewSoon();
	}

	async #read(): Promise<void> {
		try {
			const [stored, own] = await Promise.all([loadBackup(), countOwn()]);
			this.#marked = stored.changed && (stored.file?.changed ?? true);
			this.savedAt = stored.savedAt;
			this.advice = adviseBackup({ ...stored, own }, today());
			this.file = stored.file && {
				name: stored.file.handle.name,
				renewedAt: stored.file.renewedAt,
				changed: stored.file.changed,
				allowed: await mayWrite(stored.file.handle)
			};
			// While there is still a connection: whoever has something to lose can save it later without one.
			if (own > 0) void loadExport();
		} catch {
			// The page itself says that the database does not open; nobody is reminded of what cannot be read.
			this.advice = 'nothing';
		}
		this.known = true;
	}

	/** Waits until people pause, but not for ever. */
	#renewSoon(): void {
		if (!this.file?.changed || !this.file.allowed) return;
		const time = elapsed();
		this.#waitingSince ??= time;
		clearTimeout(this.#timer);
		const wait = Math.max(0, Math.min(QUIET, this.#waitingSince + AT_LATEST - time));
		this.#timer = setTimeout(() => {
			this.#waitingSince = undefined;
			whenIdle(() => void this.renewing.run(() => this.#renew(unwatched), explainFileProblem));
		}, wait);
	}

	/** Writes the file, unless another tab is at it or nothing changed. An empty device never empties it. */
	async #renew(begin: BeginPhase): Promise<void> {
		await oneTabAtATime(async () => {
			const { file } = await loadBackup();
			if (!file?.changed || !(await mayWrite(file.handle))) return this.#read();
			const loaded = await loadExport();
			if (!loaded) throw new WorkEnded(EXPORT_NOT_LOADED);
			const [at, watch] = [today(), newId()];
			await beginBackup(watch).catch(() => undefined);
			const outcome = await loaded.exportFile({ kind: 'all' }, { begin });
			if (outcome.kind === 'refused') throw new WorkEnded(outcome.reason);
			await writeWhole(file.handle, outcome.file, begin('saving'));
			await endBackup(watch, at, true);
		});
	}

	async #ask(work: (begin: BeginPhase) => Promise<void>): Promise<void> {
		await this.choosing.run(work, explainFileProblem);
		await this.#read();
	}
}

/** The one of this tab. */
export const backup = new Backup();

/** Measurements but those of the example, and questionnaires, ready or not. */
async function countOwn(): Promise<number> {
	const [partnerships, measurements, questionnaires] = await Promise.all([
		loadPartnerships(),
		loadAllMeasurements(),
		countOwnQuestionnaires()
	]);
	const examples = new Set(partnerships.filter(({ example }) => example).map(({ id }) => id));
	return questionnaires + measurements.filter(({ partnershipId }) => !examples.has(partnershipId)).length;
}

/** When another tab is at it this one leaves it: that tab has heard of the same changes. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
	const locks = given(() => navigator.locks);
	if (!locks) return work();
	await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await work();
	});
}

function whenIdle(work: () => void): void {
	if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 5000 });
	else work();
}
