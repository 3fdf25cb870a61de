import type { IDBPTransaction } from 'idb';
import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { unwatched, type BeginPhase, type TellProgress } from '$lib/domain/long-work';
import { bundleStores, readMeasurement, readPartnership, type BundleStore } from './bundles';
import type { Database } from '$lib/storage/connection/database';
import { asCount } from '$lib/storage/meta';
import { read } from '$lib/storage/connection/read';
import type { Schema, StoredQuestionnaire, StoredQuestionnaireDraft } from '$lib/storage/schema';

/** A part of what is on this device. */
export type Scope = { kind: 'all' } | { kind: 'partnership'; id: string } | { kind: 'measurement'; id: string };

/** Gets partnerships one at a time, by id. */
export interface BundleReader {
	/** It begins, or begins again: what came before does not count any more. */
	onstart(): void;
	onbundle(bundle: PartnershipBundle): void;
}

/** What people made of questionnaires themselves. */
export interface OwnQuestionnaires {
	/** By id, then by version as text. */
	questionnaires: StoredQuestionnaire[];
	/** Those that are not ready yet, by id. */
	drafts: StoredQuestionnaireDraft[];
}

/** So often everything is read at most; the last time nobody can write meanwhile. */
const ATTEMPTS = 3;

type Reading = IDBPTransaction<Schema, (BundleStore | 'meta')[]>;

/**
 * Reads a part of the device one partnership at a time, all of it as it is at one moment. Each is read in a transaction
 * of its own, so that people who answer meanwhile need not wait long. When something was written in between, it starts
 * over; the third time it reads in one transaction, which cannot be overtaken.
 * @returns what people made of questionnaires themselves, of the same moment
 * @throws StorageError when the database cannot be opened, WorkEnded when people stopped it
 */
export function readPartnerships(
	scope: Scope,
	reader: BundleReader,
	begin: BeginPhase = unwatched
): Promise<OwnQuestionnaires> {
	return read((db) => readIn(db, scope, reader, begin));
}

async function readIn(db: Database, scope: Scope, reader: BundleReader, begin: BeginPhase): Promise<OwnQuestionnaires> {
	const open = (): Reading => db.transaction([...bundleStores, 'meta'], 'readonly');
	for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
		const report = begin(attempt === 1 ? 'making' : 'making-again');
		reader.onstart();
		const own = await readThrough(open, scope, reader, report);
		if (own) return own;
	}
	const report = begin('making-again');
	reader.onstart();
	const only = open();
	return (await readThrough(() => only, scope, reader, report)) ?? { questionnaires: [], drafts: [] };
}

/** @returns undefined when something was written since it began */
async function readThrough(
	open: () => Reading,
	scope: Scope,
	reader: BundleReader,
	report: TellProgress
): Promise<OwnQuestionnaires | undefined> {
	const first = open();
	const [moment, ids] = await Promise.all([momentOf(first), partnershipIds(first, scope)]);
	for (const [index, id] of ids.entries()) {
		report(index, ids.length);
		const tx = open();
		const [now, bundle] = await Promise.all([momentOf(tx), readScope(tx, id, scope)]);
		if (now !== moment) return undefined;
		if (bundle) reader.onbundle(bundle);
	}
	const last = open();
	const [now, questionnaires, drafts] = await Promise.all([
		momentOf(last),
		last.objectStore('questionnaires').getAll(),
		last.objectStore('questionnaireDrafts').getAll()
	]);
	return now === moment ? { questionnaires, drafts } : undefined;
}

/** Another one as soon as anything was written that a file holds, in whatever tab. */
async function momentOf(tx: Reading): Promise<string> {
	const count = asCount(await tx.objectStore('meta').get('journal'));
	return count ? `${count.epoch} ${count.sequence} ${count.piles ?? 0}` : '';
}

async function partnershipIds(tx: Reading, scope: Scope): Promise<string[]> {
	if (scope.kind === 'all') return tx.objectStore('partnerships').getAllKeys();
	if (scope.kind === 'partnership') return [scope.id];
	const measurement = await tx.objectStore('measurements').get(scope.id);
	return measurement ? [measurement.partnershipId] : [];
}

async function readScope(tx: Reading, id: string, scope: Scope): Promise<PartnershipBundle | undefined> {
	if (scope.kind !== 'measurement') return readPartnership(tx, id);
	const [partnership, measurement] = await Promise.all([
		tx.objectStore('partnerships').get(id),
		tx.objectStore('measurements').get(scope.id)
	]);
	return partnership && measurement && { partnership, measurements: [await readMeasurement(tx, measurement)] };
}
