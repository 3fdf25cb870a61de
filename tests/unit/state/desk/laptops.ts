import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import { stableText } from '$lib/domain/text/stable-text';
import type { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { anItem, measurementOf, responseOf } from '../../../builders/records';
import { emptyRecordsOf } from '../../../builders/stored-records';

/**
 * Laptops with which one anonymous measurement is held: each a browser of its own, with the buttons that people have.
 */

const partnershipId = 'a'.repeat(32);
/** Of before and of after the anonymous one, open: what shows beside them are figures of it too. */
const before = measurementOf(partnershipId, 'b'.repeat(32), '2025-03-19');
const after = measurementOf(partnershipId, 'c'.repeat(32), '2027-03-18');
const measurement: Measurement = {
	...measurementOf(partnershipId, 'd'.repeat(32)),
	privacy: { mode: 'anoniem', threshold: 3 }
};

/** Nine people, most of them in one group; a second revision of each is another sheet. */
export function personOf(number: number, revision = 1): IndividualResponse {
	const point = ((number + revision) % 5) + 1;
	return responseOf(measurement.id, `00000000a${number}`, {
		groupId: number > 7 ? 'verenigingen' : 'gemeente',
		revision,
		answers: {
			[anItem]: point as 1,
			'waardering-begeleiding-bij-vragen': 4,
			'waardering-steun-past-bij-inzet': 2
		}
	});
}

type Modules = Awaited<ReturnType<typeof loadModules>>;

async function loadModules() {
	vi.resetModules();
	const [database, measurements, responses, partnerships, showings, exported, imported, desk, result] =
		await Promise.all([
			import('$lib/storage/connection/database'),
			import('$lib/storage/records/measurements'),
			import('$lib/storage/records/responses'),
			import('$lib/storage/records/partnerships'),
			import('$lib/storage/records/showings'),
			import('$lib/state/files/export'),
			import('$lib/state/files/import.svelte'),
			import('$lib/state/desk/measurement-desk.svelte'),
			import('$lib/state/results/result')
		]);
	const [comparison, summaries, known, peers] = await Promise.all([
		import('$lib/state/results/comparison'),
		import('$lib/state/lists/summaries'),
		import('$lib/state/questionnaires/known-questionnaires'),
		import('$lib/state/lists/peers')
	]);
	return {
		...{
			...database,
			...measurements,
			...responses,
			...partnerships,
			...showings,
			...exported,
			...imported,
			...desk,
			...result
		},
		...{ ...comparison, ...summaries, ...known, ...peers }
	};
}

export class Laptop {
	#desk: MeasurementDesk | undefined;
	readonly #factory = new IDBFactory();

	private constructor(private readonly app: Modules) {}

	static async start(): Promise<Laptop> {
		const laptop = new Laptop(await loadModules());
		await laptop.wipe();
		return laptop;
	}

	/** What another laptop has open does not matter: each opens its own database. */
	async #at<Result>(work: () => Promise<Result>): Promise<Result> {
		vi.stubGlobal('indexedDB', this.#factory);
		return work();
	}

	/** «Wis dit toestel». */
	wipe(): Promise<void> {
		this.#desk = undefined;
		return this.#at(() => this.app.wipeDatabase());
	}

	/** Makes the measurements, as the one who facilitates does. */
	make(): Promise<void> {
		return this.#at(async () => {
			for (const one of [before, measurement, after])
				await this.app.savePartnershipRecords(emptyRecordsOf(partnershipId, one));
			for (const one of [before, after])
				await this.app.takeInResponses(one.id, [responseOf(one.id, `${one.id.slice(0, 9)}1`)], 'paper');
		});
	}

	async #open() {
		this.#desk ??= await this.app.MeasurementDesk.open(measurement.id).catch(() => undefined);
		return this.#desk;
	}

	/** By code, file or paper: all take the same way in. */
	add(...people: IndividualResponse[]): Promise<unknown> {
		return this.#at(() => this.app.takeInResponses(measurement.id, people, 'paper').catch(() => undefined));
	}

	/** «Ongedaan maken» of a form that was just typed over. */
	takeBack(person: IndividualResponse): Promise<unknown> {
		return this.#at(async () => {
			const stored = await this.app.loadResponse(person.id);
			return stored && this.app.takeBackResponse(stored);
		});
	}

	close = () => this.#at(async () => (await this.#fresh())?.close());
	reopen = () => this.#at(async () => (await this.#fresh())?.reopen());
	remove = () => this.#at(async () => (await this.#open())?.remove());
	undoRemove = () => this.#at(async () => this.#desk?.undoRemove());

	/** The page loads: what was deleted there can not be put back any more. */
	async #fresh() {
		if (!this.#desk?.removed) this.#desk = undefined;
		return this.#open();
	}

	/** @returns the text of a file; undefined when there is nothing to save */
	save(kind: 'all' | 'measurement' | 'partnership', isBackup = kind === 'all'): Promise<string | undefined> {
		const id = kind === 'measurement' ? measurement.id : partnershipId;
		return this.#at(async () => {
			const outcome = await this.app.exportFile(kind === 'all' ? { kind } : { kind, id }, { isBackup });
			return outcome.kind === 'refused' ? undefined : outcome.file.text();
		});
	}

	/** At «Gegevens»: opens a file, and puts what is in it on this device. */
	openFile(text: string, standsIn = false): Promise<void> {
		return this.#at(async () => {
			const { importDesk } = this.app;
			await importDesk.open(new File([text], 'bestand.json'));
			if (standsIn) await importDesk.chooseStandIn(true);
			await importDesk.confirm();
		});
	}

	/** At «Antwoorden binnenhalen». */
	joinFile(text: string): Promise<unknown> {
		return this.#at(() => this.app.joinMeasurement(text, measurement.id));
	}

	undoOpening(): Promise<void> {
		return this.#at(() => this.app.importDesk.undo());
	}

	/** The code that stands on its screen. */
	name(): Promise<string> {
		return this.#at(() => this.app.loadDevice());
	}

	handOver(name: string): Promise<string | null> {
		return this.#at(() => this.app.handOverShowing(measurement.id, name).catch(() => 'weg'));
	}

	/** «Toon het resultaat»: presses it, where the button is. */
	show(): Promise<string> {
		return this.#at(async () => {
			const outcome = await this.app.loadResult(measurement.id).catch(() => undefined);
			if (outcome?.kind === 'unsealed') return (await this.app.showResult(measurement.id)).kind;
			return outcome?.kind ?? 'gone';
		});
	}

	/** Looks at every page with figures. @returns over whom any of them shows some; null: none does */
	look(): Promise<string | null> {
		return this.#at(async () => {
			const doors = await Promise.all([
				this.#isInResult(),
				this.#isInSummaries(),
				this.#isCompared(),
				this.#isBeforeTheNext()
			]);
			if (!doors.some(Boolean)) return null;
			const people = await this.app.loadResponses(measurement.id);
			return stableText(people.map(({ id, revision, answers }) => [id, revision, answers]).sort());
		});
	}

	async #isInResult(): Promise<boolean> {
		return (await this.app.loadResult(measurement.id).catch(() => undefined))?.kind === 'shown';
	}

	async #isInSummaries(): Promise<boolean> {
		const stored = await this.app.loadMeasurement(measurement.id);
		if (!stored) return false;
		const questionnaireOf = await this.app.loadKnownQuestionnaires([stored.questionnaire]);
		return (await this.app.loadSummariesOf([stored], questionnaireOf)).size > 0;
	}

	async #isCompared(): Promise<boolean> {
		const compared = await this.app.loadComparison([before.id, measurement.id]).catch(() => undefined);
		return compared?.kind === 'compared';
	}

	async #isBeforeTheNext(): Promise<boolean> {
		const next = await this.app.loadResult(after.id).catch(() => undefined);
		if (next?.kind !== 'shown' || next.previous?.comparison?.kind !== 'compared') return false;
		const compared = [next.previous.comparison, next.previous.overTime];
		return compared.some(
			(one) => one?.kind === 'compared' && one.occasions.some((occasion) => occasion.measurement.id === measurement.id)
		);
	}
}
