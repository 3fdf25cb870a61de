import { answerSheet } from './spreadsheet-answers';
import type { Sheet } from './spreadsheet-cells';
import { commitmentSheet } from './spreadsheet-commitments';
import { dimensionSheet } from './spreadsheet-dimensions';
import { explanationSheet } from './spreadsheet-explanation';
import type { SpreadsheetInput } from './spreadsheet-input';
import { itemSheet } from './spreadsheet-items';
import { overviewSheet } from './spreadsheet-overview';

/**
 * The sheets of a measurement, in the order of the workbook. Every figure comes from `figures`; responses are
 * looked at in open mode only.
 */
export function spreadsheetOf(input: SpreadsheetInput): Sheet[] {
	return [
		overviewSheet(input),
		dimensionSheet(input),
		itemSheet(input),
		answerSheet(input),
		commitmentSheet(input),
		explanationSheet(input)
	];
}
