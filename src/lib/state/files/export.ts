import { MAX_EXCHANGE_BYTES, MAX_TEXT_IN_MEMORY, inMegabytes } from '$lib/domain/text/file-limits';
import { unwatched, type BeginPhase } from '$lib/domain/long-work';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { byPlainOrder } from '$lib/domain/measurement/portfolio';
import { z } from '$lib/domain/zod';
import { PartTooLarge } from '$lib/exchange/files/exchange-file';
import { LOCK_NOT_LOADED, loadLock } from '$lib/exchange/files/load-lock';
import { good, refused, type Outcome, type Refused } from '$lib/exchange/outcome';
import { countWholeResponses } from '$lib/storage/bundles/count-responses';
import { readPartnerships, type Scope } from '$lib/storage/bundles/read-everything';
import { loadAllMeasurements } from '$lib/storage/records/measurements';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { countOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import { nameDevice } from '$lib/storage/records/showings';
import { reasonOf } from '$lib/storage/storage-error';
import { today } from '$lib/state/clock-and-ids';
import { FileInParts, FileTooLarge, type FilePurpose } from './file-in-parts';
import { keepFresh } from '$lib/state/keep-fresh';

export type { Scope as ExportScope } from '$lib/storage/bundles/read-everything';

/** A partnership to choose from, with its measurements, newest first; in the order of the list of partnerships. */
export interface SavablePartnership {
	partnership: Partnership;
	measurements: Measurement[];
}

/** What can be saved from this device. */
export interface Savable {
	partnerships: SavablePartnership[];
	/** How many questionnaires people made here, ready or not: they go along with everything. */
	questionnaires: number;
}

/** What can be saved from this device, now and after each change, without any answers; the returned function stops. */
export function followSavable(onread: (savable: Savable) => void, onproblem: (message: string) => void): () => void {
	const read = () => loadSavable().then(onread, (cause: unknown) => onproblem(reasonOf(cause)));
	return keepFresh(read, ['partnership', 'measurement', 'questionnaire', 'questionnaire-draft', 'restored']);
}

async function loadSavable(): Promise<Savable> {
	const [partnerships, measurements, questionnaires] = await Promise.all([
		loadPartnerships(),
		loadAllMeasurements(),
		countOwnQuestionnaires()
	]);
	const byPartnership = new Map(partnerships.map(({ id }) => [id, new Array<Measurement>()]));
	for (const measurement of measurements) byPartnership.get(measurement.partnershipId)?.push(measurement);
	return {
		partnerships: partnerships.sort(byPlainOrder).map((partnership) => ({
			partnership,
			measurements: (byPartnership.get(partnership.id) ?? []).sort(byNewest)
		})),
		questionnaires
	};
}

/** How many whole responses such a file holds, now and after each change; the returned function stops. */
export function followResponseCount(scope: Scope, oncount: (responses: number) => void): () => void {
	// What goes wrong with reading is said by who reads what can be saved.
	const read = () => countWholeResponses(scope).then(oncount, () => undefined);
	return keepFresh(read, ['partnership', 'measurement', 'response', 'answer', 'restored']);
}

export interface ExportOptions {
	/** Locks the file; undefined: no lock. */
	passphrase?: string | undefined;
	/**
	 * Whether another device may come in the place of this one with it, when people say there that this one is gone;
	 * with everything it may, and otherwise the file is for collecting.
	 */
	isBackup?: boolean;
	begin?: BeginPhase;
}

/**
 * A file with what is on this device at one moment, locked when there is a passphrase.
 * @throws StorageError, and WorkEnded when people stopped it
 */
export async function exportFile(
	scope: Scope,
	{ passphrase, begin = unwatched, isBackup = scope.kind === 'all' }: ExportOptions = {}
): Promise<Outcome<{ file: File }>> {
	const isLocked = passphrase !== undefined;
	// On a full device the file still has to get out: then nobody is named in it.
	await nameDevice().catch(() => undefined);
	const isEverything = scope.kind === 'all';
	const made = await makeFile({ isLocked, isBackup, isEverything }, (parts) => readPartnerships(scope, parts, begin));
	if (made.kind === 'refused') return made;
	const { content, date } = made;
	if (content === undefined) return refused('Er is niets om te bewaren. Misschien is het intussen verwijderd.');
	const name = fileName(scope, date);
	if (!isLocked) return good({ file: asFile(content, `${name}.json`) });
	const loaded = await loadLock();
	if (!loaded) return refused(LOCK_NOT_LOADED);
	const outcome = await loaded.lock(new Uint8Array(await content.arrayBuffer()), passphrase);
	if (outcome.kind === 'refused') return outcome;
	// The `age` tool takes the last part off, and what is left is the name of the file that it opens.
	return good({ file: new File([outcome.locked], `${name}.json.age`, { type: 'application/octet-stream' }) });
}

type Read = (parts: FileInParts) => ReturnType<typeof readPartnerships>;

/** @returns no content when there is nothing to save */
export async function makeFile(
	purpose: FilePurpose,
	read: Read
): Promise<Outcome<{ content: Blob | undefined; date: string | undefined }>> {
	const { isLocked } = purpose;
	const parts = new FileInParts(isLocked ? MAX_TEXT_IN_MEMORY : MAX_EXCHANGE_BYTES, purpose);
	try {
		const own = await read(parts);
		return good({ content: parts.finish(own), date: parts.date });
	} catch (cause) {
		const reason = whyNot(cause, isLocked);
		if (!reason) throw cause;
		return reason;
	}
}

function whyNot(cause: unknown, isLocked: boolean): Refused | undefined {
	const small = inMegabytes(MAX_TEXT_IN_MEMORY);
	if (cause instanceof FileTooLarge) {
		return refused(
			isLocked
				? `Dit past niet in een bestand met een wachtwoord: hoogstens ${small}. Bewaar elk overleg apart, of bewaar alles zonder wachtwoord.`
				: `Dit past niet in één bestand: hoogstens ${inMegabytes(MAX_EXCHANGE_BYTES)}. Bewaar elk overleg apart.`
		);
	}
	if (cause instanceof PartTooLarge) {
		return refused(`Eén overleg past niet in een bestand: hoogstens ${small}. Bewaar daarvan elke meting apart.`);
	}
	if (cause instanceof z.ZodError || cause instanceof RangeError) {
		return refused(
			'Op dit toestel staat iets dat niet in een bestand past. Bewaar elke meting apart: zo vind je waar het zit.'
		);
	}
	return undefined;
}

export function asFile(content: BlobPart, name: string): File {
	return new File([content], name, { type: 'application/json' });
}

/** No name of a municipality in the name of a file: it may come to lie anywhere. */
function fileName(scope: Scope, date: string | undefined): string {
	if (scope.kind === 'all') return `samenwerkingsmeter-alles-${today()}`;
	if (scope.kind === 'partnership') return `overleg-${scope.id.slice(0, 6)}-${today()}`;
	return `meting-${date ?? today()}-${scope.id.slice(0, 6)}`;
}
