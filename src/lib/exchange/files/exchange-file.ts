import { MAX_TEXT_IN_MEMORY } from '$lib/domain/text/file-limits';
import type { QuestionnaireDraft } from '$lib/domain/drafting/draft';
import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { canonicalResponse } from '$lib/domain/intake/canonical-response';
import { withUsableDay } from '$lib/domain/measurement/commitment';
import type { Edits } from '$lib/domain/measurement/edits';
import { compareText, inKeyOrder } from '$lib/domain/text/compare-text';
import { isUsableDate, nearestUsableDate } from '$lib/domain/dates';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { UNKNOWN_DEVICE } from '$lib/domain/measurement/showing';
import type { z } from '$lib/domain/zod';
import { draftSchema } from '$lib/exchange/schemas/draft-schema';
import { BundlesCheck, bundlesProblem, draftsProblem, questionnairesProblem } from './exchange-check';
import { exchangeFileFromV2, exchangeFileSchema, type ExchangeFile } from '$lib/exchange/schemas/exchange-schemas';
import { readJsonFile, type FileKind } from '$lib/exchange/json/json-file';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { cleaned } from '$lib/exchange/json/written-json';

export const EXCHANGE_FORMAT = 'samenwerkingsmeter-uitwisseling';

/** An app that knows of no letterbox opens the first, and says of the others that it needs a newer version. */
const [PLAIN, WITH_LETTERBOX, WITH_EDITS, WITH_DRAFTS] = [3, 4, 5, 6] as const;

export const exchangeKind: FileKind<ExchangeFile> = {
	holds: 'metingen',
	format: EXCHANGE_FORMAT,
	version: WITH_DRAFTS,
	maxLength: MAX_TEXT_IN_MEMORY,
	schema: exchangeFileSchema,
	earlier: new Map<number, z.ZodType<ExchangeFile>>([
		[2, exchangeFileFromV2],
		[PLAIN, exchangeFileSchema],
		[WITH_LETTERBOX, exchangeFileSchema],
		[WITH_EDITS, exchangeFileSchema]
	])
};

/** What an exchange file holds. */
export interface ExchangeContent {
	bundles: readonly PartnershipBundle[];
	/** Those that people made themselves and that measurements in the file use; with everything, all of them. */
	questionnaires: readonly Questionnaire[];
	/** Those that someone is still making; only with everything. */
	drafts?: readonly QuestionnaireDraft[];
}

/**
 * Writes a file part by part: `add` the partnerships by id, then `end`; `start` and the parts behind each other are its
 * text.
 * Sorted by id: the order tells nothing of who answered first, and the same content gives the same text.
 */
export class ExchangeWriter {
	#check = new BundlesCheck();
	#partnerships = 0;
	#version: typeof PLAIN | typeof WITH_LETTERBOX | typeof WITH_EDITS | typeof WITH_DRAFTS = PLAIN;

	/** @param isLocked whether nobody reads it without a password: else no letterbox is in it */
	constructor(private readonly isLocked = false) {}

	/** The first part, once all others are written. */
	get start(): string {
		return `{\n\t"format": "${EXCHANGE_FORMAT}",\n\t"version": ${this.#version},\n\t"partnerships": `;
	}

	/** @returns the next part of the text @throws ZodError or RangeError when it could not be read again */
	add(bundle: PartnershipBundle): string {
		const problem = this.#check.problemOf(bundle);
		if (problem !== undefined) throw new RangeError(problem);
		const written = canonicalPartnership(bundle);
		// Who opens a file without a lock must not be able to open what people dropped.
		if (!this.isLocked) for (const one of written.measurements) Reflect.deleteProperty(one, 'letterbox');
		this.#version = versionFor(written, this.#version);
		const text = elementText(exchangeFileSchema.shape.partnerships.element, written);
		const before = this.#partnerships === 0 ? '[\n' : ',\n';
		this.#partnerships += 1;
		return before + text;
	}

	/** @returns the last part @throws as `add` does */
	end(questionnaires: readonly Questionnaire[], drafts: readonly QuestionnaireDraft[] = []): string {
		const problem = questionnairesProblem(questionnaires) ?? draftsProblem(drafts);
		if (problem !== undefined) throw new RangeError(problem);
		const texts = inIdOrder(questionnaires).map((one) =>
			elementText(exchangeFileSchema.shape.questionnaires.element, one)
		);
		const partnerships = this.#partnerships === 0 ? '[]' : '\n\t]';
		const list = texts.length === 0 ? '[]' : listText(texts);
		return `${partnerships},\n\t"questionnaires": ${list}${this.#draftsText(drafts)}\n}\n`;
	}

	#draftsText(drafts: readonly QuestionnaireDraft[]): string {
		if (drafts.length === 0) return '';
		this.#version = WITH_DRAFTS;
		return `,\n\t"drafts": ${listText(draftsInOrder(drafts).map((draft) => elementText(draftSchema, draft)))}`;
	}
}

const listText = (texts: readonly string[]) => `[\n${texts.join(',\n')}\n\t]`;

/** The lowest that knows of all that is in it. @param before what the rest of the file needs */
function versionFor<Version extends number>(
	{ partnership, measurements, privateNote }: ExchangeFile['partnerships'][number],
	before: Version
): Version | typeof WITH_LETTERBOX | typeof WITH_EDITS {
	const isEdited = measurements.some(({ agreedScores, commitments }) =>
		[...agreedScores, ...commitments].some(({ edits }) => edits !== undefined)
	);
	if (before === WITH_EDITS || isEdited || partnership.tags || privateNote !== undefined) return WITH_EDITS;
	return measurements.some(({ letterbox }) => letterbox !== undefined) ? WITH_LETTERBOX : before;
}

/** One part of a file is more than a reader can have in memory whole. */
export class PartTooLarge extends RangeError {}

/**
 * An element of a list in the root block, as it stands in the text of the file; the keys
 * come in the order of the schema.
 */
function elementText<T>(schema: z.ZodType<T>, value: unknown): string {
	// Between two lists of one, so that it is indented as deep as in the file.
	const text = JSON.stringify([[schema.parse(value)]], cleaned, '\t').slice('[\n\t[\n'.length, -'\n\t]\n]'.length);
	if (text.length > MAX_TEXT_IN_MEMORY) throw new PartTooLarge(`Too large for one part of a file: ${text.length}`);
	return text;
}

/**
 * The text of a small file without a lock, with one measurement, one partnership or everything.
 * @throws ZodError or RangeError when it could not be read again
 */
export function writeExchangeFile({ bundles, questionnaires, drafts }: ExchangeContent): string {
	const writer = new ExchangeWriter();
	const sorted = [...bundles].sort((a, b) => compareText(a.partnership.id, b.partnership.id));
	const parts = [...sorted.map((bundle) => writer.add(bundle)), writer.end(questionnaires, drafts)];
	const text = writer.start + parts.join('');
	if (text.length > MAX_TEXT_IN_MEMORY) throw new RangeError(`Too large for one text: ${text.length}`);
	return text;
}

/** What was read of a small file. */
export interface ReadContent extends ExchangeContent {
	bundles: PartnershipBundle[];
	questionnaires: Questionnaire[];
	drafts: QuestionnaireDraft[];
}

/**
 * Reads the text of a small file, sorted as it is written. That the items are in the questionnaire is for whoever has
 * the questionnaire to check; so is what may come in. Of the questionnaires only the shape was checked.
 */
export function readExchangeFile(text: string): Outcome<ReadContent> {
	const read = readJsonFile(text, exchangeKind);
	if (read.kind === 'refused') return read;
	const { partnerships, questionnaires, drafts = [] } = read.content;
	const problem = bundlesProblem(partnerships) ?? questionnairesProblem(questionnaires) ?? draftsProblem(drafts);
	if (problem !== undefined) return refused(problem);
	const bundles = partnerships
		.map(canonicalPartnership)
		.sort((a, b) => compareText(a.partnership.id, b.partnership.id));
	return good({ bundles, questionnaires: inIdOrder(questionnaires), drafts: draftsInOrder(drafts) });
}

export function draftsInOrder(drafts: readonly QuestionnaireDraft[]): QuestionnaireDraft[] {
	return [...drafts].sort((a, b) => compareText(a.id, b.id));
}

export function inIdOrder(questionnaires: readonly Questionnaire[]): Questionnaire[] {
	return [...questionnaires].sort((a, b) => compareText(a.id, b.id) || compareText(a.version, b.version));
}

/**
 * With everything in it in the order in which it is written. Days that nobody can choose, which older versions stored,
 * are written so that the file can be opened.
 */
export function canonicalPartnership({
	partnership,
	measurements,
	privateNote
}: PartnershipBundle): ExchangeFile['partnerships'][number] {
	return {
		partnership: { ...partnership, nextDate: isUsableDate(partnership.nextDate) ? partnership.nextDate : '' },
		measurements: measurements
			.map(canonicalMeasurement)
			.sort((a, b) => compareText(a.measurement.id, b.measurement.id)),
		...(privateNote !== undefined && { privateNote })
	};
}

function withEditsInOrder<Kind extends { edits?: Edits }>(record: Kind): Kind {
	return record.edits ? { ...record, edits: inKeyOrder(record.edits) } : record;
}

function canonicalMeasurement(bundle: MeasurementBundle): ExchangeFile['partnerships'][number]['measurements'][number] {
	const { letterbox, ...rest } = bundle;
	const { measurement, reportChoice, showing } = bundle;
	return {
		...rest,
		measurement: { ...measurement, date: nearestUsableDate(measurement.date) },
		responses: bundle.responses.map(canonicalResponse).sort((a, b) => compareText(a.id, b.id)),
		jointAnswers: [...bundle.jointAnswers].sort(
			(a, b) => compareText(a.groupId, b.groupId) || compareText(a.itemId, b.itemId)
		),
		notes: [...bundle.notes].sort((a, b) => compareText(a.itemId, b.itemId)),
		agreedScores: bundle.agreedScores.map(withEditsInOrder).sort((a, b) => compareText(a.dimensionId, b.dimensionId)),
		commitments: bundle.commitments
			.map(withUsableDay)
			.map(withEditsInOrder)
			.sort((a, b) => compareText(a.id, b.id)),
		...(showing && { showing: { ...showing, device: showing.device === '' ? UNKNOWN_DEVICE : showing.device } }),
		// One that can be opened no more is only there to be emptied here.
		...(letterbox && letterbox.privateKey !== '' && { letterbox }),
		reportChoice: reportChoice && { ...reportChoice, adviceIds: reportChoice.adviceIds && [...reportChoice.adviceIds] }
	};
}
