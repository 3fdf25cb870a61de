import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/bundle';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { bundlesProblem, questionnairesProblem } from './exchange-check';
import { exchangeFileFromV1, exchangeFileSchema, type ExchangeFile } from './exchange-schemas';
import { compareText, inKeyOrder, readJsonFile, writeJsonFile, type FileKind } from './json-file';
import { good, refused, type Outcome } from './outcome';

/** In UTF-16 units: 20 MB. */
export const MAX_EXCHANGE_FILE = 20_000_000;

export const EXCHANGE_FORMAT = 'samenwerkingsmeter-uitwisseling';

const kind: FileKind<ExchangeFile> = {
	holds: 'metingen',
	format: EXCHANGE_FORMAT,
	version: 2,
	maxLength: MAX_EXCHANGE_FILE,
	schema: exchangeFileSchema,
	earlier: new Map([[1, exchangeFileFromV1]])
};

/** What an exchange file holds. */
export interface ExchangeContent {
	bundles: readonly PartnershipBundle[];
	/** Those that people made themselves and that measurements in the file use. */
	questionnaires: readonly Questionnaire[];
}

/**
 * The text of a file with one measurement, one partnership or everything. Sorted by id: the order tells nothing of who
 * answered first, and the same content gives the same text.
 * @throws ZodError or RangeError when it could not be read again
 */
export function writeExchangeFile({ bundles, questionnaires }: ExchangeContent): string {
	const problem = bundlesProblem(bundles) ?? questionnairesProblem(questionnaires);
	if (problem !== undefined) throw new RangeError(problem);
	const partnerships = canonical(bundles);
	return writeJsonFile(
		{ format: EXCHANGE_FORMAT, version: kind.version, partnerships, questionnaires: inIdOrder(questionnaires) },
		kind
	);
}

/**
 * Reads such a file, sorted as it is written. That the items are in the questionnaire is for whoever has the questionnaire
 * to check; so is what may come in. Of the questionnaires only the shape was checked.
 */
export function readExchangeFile(
	text: string
): Outcome<{ bundles: PartnershipBundle[]; questionnaires: Questionnaire[] }> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	const { partnerships, questionnaires } = read.content;
	const problem = bundlesProblem(partnerships) ?? questionnairesProblem(questionnaires);
	if (problem !== undefined) return refused(problem);
	return good({ bundles: canonical(partnerships), questionnaires: inIdOrder(questionnaires) });
}

function inIdOrder(questionnaires: readonly Questionnaire[]): Questionnaire[] {
	return [...questionnaires].sort((a, b) => compareText(a.id, b.id) || compareText(a.version, b.version));
}

function canonical(bundles: readonly PartnershipBundle[]): ExchangeFile['partnerships'] {
	return bundles
		.map(({ partnership, measurements }) => ({
			partnership,
			measurements: measurements
				.map(canonicalMeasurement)
				.sort((a, b) => compareText(a.measurement.id, b.measurement.id))
		}))
		.sort((a, b) => compareText(a.partnership.id, b.partnership.id));
}

function canonicalMeasurement(bundle: MeasurementBundle): ExchangeFile['partnerships'][number]['measurements'][number] {
	const { reportChoice } = bundle;
	return {
		...bundle,
		responses: bundle.responses
			.map((response) => ({
				...response,
				answers: inKeyOrder(response.answers),
				notes: inKeyOrder(response.notes),
				trends: inKeyOrder(response.trends)
			}))
			.sort((a, b) => compareText(a.id, b.id)),
		jointAnswers: [...bundle.jointAnswers].sort(
			(a, b) => compareText(a.groupId, b.groupId) || compareText(a.itemId, b.itemId)
		),
		notes: [...bundle.notes].sort((a, b) => compareText(a.itemId, b.itemId)),
		agreedScores: [...bundle.agreedScores].sort((a, b) => compareText(a.dimensionId, b.dimensionId)),
		commitments: [...bundle.commitments].sort((a, b) => compareText(a.id, b.id)),
		reportChoice: reportChoice && { ...reportChoice, adviceIds: reportChoice.adviceIds && [...reportChoice.adviceIds] }
	};
}
