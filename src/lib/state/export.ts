import type { PartnershipBundle } from '$lib/domain/bundle';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { z } from '$lib/domain/zod';
import { MAX_EXCHANGE_FILE, writeExchangeFile, type ExchangeContent } from '$lib/exchange/exchange-file';
import { lockText } from '$lib/exchange/lock';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { loadBundles } from '$lib/storage/bundles';
import { onChange } from '$lib/storage/changes';
import { loadOwnQuestionnaires } from '$lib/storage/questionnaires';
import { loadBundlesFromJournal } from '$lib/storage/journal-bundles';
import { loadPartnerships } from '$lib/storage/partnerships';
import type { StoredQuestionnaire } from '$lib/storage/schema';
import { asStorageError, StorageError } from '$lib/storage/storage-error';
import { today } from './device';

/** What to save as a file. */
export type ExportScope = { kind: 'all' } | { kind: 'partnership'; id: string } | { kind: 'measurement'; id: string };

export interface SavedFile {
	name: string;
	text: string;
}

/** Gives everything on this device, now and after each change; the returned function stops. */
export function followEverything(
	onread: (bundles: PartnershipBundle[]) => void,
	onproblem: (message: string) => void
): () => void {
	const read = () => void loadBundles().then(onread, (cause: unknown) => onproblem(asStorageError(cause).message));
	read();
	return onChange(({ kind }) => {
		if (kind !== 'backup') read();
	});
}

/** The part of everything that a scope names; empty when it is not there. */
export function selectBundles(bundles: readonly PartnershipBundle[], scope: ExportScope): PartnershipBundle[] {
	switch (scope.kind) {
		case 'all':
			return [...bundles];
		case 'partnership':
			return bundles.filter(({ partnership }) => partnership.id === scope.id);
		case 'measurement':
			return bundles.flatMap(({ partnership, measurements }) => {
				const chosen = measurements.filter(({ measurement }) => measurement.id === scope.id);
				return chosen.length > 0 ? [{ partnership, measurements: chosen }] : [];
			});
	}
}

/** How many whole responses such a file holds: what one person answered, or a group together. */
export function countResponses(bundles: readonly PartnershipBundle[]): number {
	return bundles
		.flatMap(({ measurements }) => measurements)
		.reduce(
			(total, one) => total + one.responses.length + new Set(one.jointAnswers.map(({ groupId }) => groupId)).size,
			0
		);
}

/**
 * A file with what is on this device now, locked when there is a passphrase.
 * @throws StorageError
 */
export async function exportFile(scope: ExportScope, passphrase?: string): Promise<Outcome<{ file: SavedFile }>> {
	const bundles = selectBundles(await loadBundles(), scope);
	if (bundles.length === 0) return refused('Er is niets om te bewaren. Misschien is het intussen verwijderd.');
	const text = writeOrExplain({ bundles, questionnaires: usedIn(bundles, await loadOwnQuestionnaires()) });
	if (text.kind === 'refused') return text;
	const name = fileName(bundles, scope);
	if (passphrase === undefined) return good({ file: { name: `${name}.json`, text: text.text } });
	const locked = await lockText(text.text, passphrase);
	return locked.kind === 'refused' ? locked : good({ file: { name: `${name}-slot.json`, text: locked.text } });
}

/** Whether the browser cannot open the database, so that only the journal can still be saved. */
export async function isDatabaseUnreadable(): Promise<boolean> {
	try {
		await loadPartnerships();
		return false;
	} catch (cause) {
		return cause instanceof StorageError && cause.problem === 'unreadable';
	}
}

/** A file with what is in the journal beside the database, for when the database cannot be opened. */
export async function exportJournal(): Promise<Outcome<{ file: SavedFile }>> {
	const content = await loadBundlesFromJournal();
	if (!content || content.bundles.length === 0) {
		return refused('In de reservekopie op dit toestel staat niets dat bewaard kan worden.');
	}
	const { bundles, questionnaires } = content;
	const text = writeOrExplain({ bundles, questionnaires: usedIn(bundles, questionnaires) });
	if (text.kind === 'refused') return text;
	return good({ file: { name: `samenwerkingsmeter-reservekopie-${today()}.json`, text: text.text } });
}

/** Of the questionnaires that people made themselves, those that a measurement in these bundles uses. */
function usedIn(bundles: readonly PartnershipBundle[], own: readonly StoredQuestionnaire[]): Questionnaire[] {
	const used = bundles.flatMap(({ measurements }) => measurements.map(({ measurement }) => measurement.questionnaire));
	return own
		.filter(({ id, version }) => used.some((ref) => ref.id === id && ref.version === version))
		.map(({ content }) => content);
}

function writeOrExplain(content: ExchangeContent): Outcome<{ text: string }> {
	try {
		return good({ text: writeExchangeFile(content) });
	} catch (cause) {
		if (cause instanceof z.ZodError) {
			return refused(
				'Op dit toestel staat iets dat niet in een bestand past. Bewaar elke meting apart: zo vind je waar het zit.'
			);
		}
		if (!(cause instanceof RangeError)) throw cause;
		return refused(
			`Dit past niet in één bestand: hoogstens ${MAX_EXCHANGE_FILE / 1_000_000} MB. Bewaar elk samenwerkingsverband apart.`
		);
	}
}

/** No name of a municipality in the name of a file: it may come to lie anywhere. */
function fileName(bundles: readonly PartnershipBundle[], scope: ExportScope): string {
	if (scope.kind === 'all') return `samenwerkingsmeter-alles-${today()}`;
	if (scope.kind === 'partnership') return `samenwerkingsverband-${scope.id.slice(0, 6)}-${today()}`;
	return `meting-${bundles[0]?.measurements[0]?.measurement.date ?? today()}-${scope.id.slice(0, 6)}`;
}
