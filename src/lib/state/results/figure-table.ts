import { UnknownQuestionnaireError } from '$lib/content/published';
import type { BeginPhase } from '$lib/domain/long-work';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { compareNames } from '$lib/domain/text/compare-text';
import type { LeftOut } from '$lib/exchange/figure-table/codebook';
import { TableCsv } from '$lib/exchange/figure-table/table-csv';
import { TableWorkbook } from '$lib/exchange/figure-table/table-workbook';
import type { TableWriter } from '$lib/exchange/figure-table/table-writer';
import { today } from '$lib/state/clock-and-ids';
import { loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { loadAllMeasurements } from '$lib/storage/records/measurements';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { loadAnswered, type AnsweredOutcome } from './answered-measurement';
import { measuredFigures } from './measured-figures';

/**
 * One table with the figures of many measurements. It comes apart and is loaded only when asked for: it brings the
 * library of workbooks along.
 */

export interface TableChoice {
	kind: 'xlsx' | 'csv';
	/** Of these partnerships; null: of all on this device. Never of an example: what it holds is made up. */
	partnershipIds: readonly string[] | null;
	/** Whether what each person answered comes as well, of open measurements. */
	withAnswers: boolean;
	begin: BeginPhase;
}

export interface MadeTable {
	/** Undefined when there is no measurement with figures. */
	file: File | undefined;
	/** How many measurements and figures are in it. */
	measurements: number;
	rows: number;
	leftOut: readonly LeftOut[];
}

/**
 * Reads measurements one at a time, each as it is at one moment; memory holds one.
 * @throws StorageError, WorkbookError, and WorkEnded when people stopped it; then nothing is left of it
 */
export async function makeFigureTable({ kind, partnershipIds, withAnswers, begin }: TableChoice): Promise<MadeTable> {
	const report = begin('tabulating');
	const wanted = await loadWanted(partnershipIds);
	const writer: TableWriter = kind === 'csv' ? new TableCsv() : await TableWorkbook.begin();
	const leftOut: LeftOut[] = [];
	let measurements = 0;
	for (const [index, { partnership, measurement }] of wanted.entries()) {
		report(index, wanted.length);
		const found = await loadIfKnown(measurement.id);
		if (!found) continue;
		if (typeof found === 'string') leftOut.push({ partnership, measurement, why: found });
		else {
			await writer.add({
				partnership,
				...found,
				...measuredFigures(found),
				agreed: await loadAgreedScores(measurement.id),
				responses: withAnswers && found.measurement.privacy.mode === 'open' ? found.individual : []
			});
			measurements += 1;
		}
	}
	report(wanted.length, wanted.length);
	if (measurements === 0) return { file: undefined, measurements, rows: 0, leftOut };
	const content = await writer.finish(leftOut);
	const file = new File([content], `samenwerkingsmeter-cijfers-${today()}.${kind}`, { type: content.type });
	return { file, measurements, rows: writer.rows, leftOut };
}

/** By the name of the partnership, then the oldest first. */
async function loadWanted(
	partnershipIds: readonly string[] | null
): Promise<{ partnership: Partnership; measurement: Measurement }[]> {
	const [partnerships, measurements] = await Promise.all([loadPartnerships(), loadAllMeasurements()]);
	const isWanted = ({ id, example }: Partnership) => !example && (partnershipIds?.includes(id) ?? true);
	const own = new Map(
		partnerships.filter(isWanted).map((one) => [one.id, { partnership: one, own: new Array<Measurement>() }])
	);
	for (const measurement of measurements) own.get(measurement.partnershipId)?.own.push(measurement);
	return [...own.values()]
		.sort((a, b) => compareNames(a.partnership.name, b.partnership.name))
		.flatMap(({ partnership, own: all }) =>
			all.sort((a, b) => byNewest(b, a)).map((measurement) => ({ partnership, measurement }))
		);
}

type Answered = Extract<AnsweredOutcome, { kind: 'show' }>['answered'];

/** @returns why it has no figures, in Dutch; undefined when it is gone meanwhile */
async function loadIfKnown(measurementId: string): Promise<Answered | string | undefined> {
	try {
		const found = await loadAnswered(measurementId);
		return found?.kind === 'show' ? found.answered : found && WHY_NOT[found.kind];
	} catch (cause) {
		if (cause instanceof UnknownQuestionnaireError) return 'deze app kent de vragenlijst niet';
		throw cause;
	}
}

const WHY_NOT: Record<Exclude<AnsweredOutcome['kind'], 'show'>, string> = {
	open: 'anoniem en nog open',
	unsealed: 'anoniem, en de cijfers zijn nog niet getoond',
	collects: 'anoniem, en een ander toestel toont de cijfers',
	'other-people': 'anoniem, en al getoond over andere mensen'
};
