import { answerSheet } from './answers';
import type { WorkbookSheet } from './cells';
import { commitmentSheet } from './commitments';
import { dimensionSheet } from './dimensions';
import { explanationSheet } from './explanation';
import type { SpreadsheetInput } from './input';
import { itemSheet } from './items';
import { overviewSheet } from './overview';
import { topicSheets } from './topics';

/**
 * The sheets of a measurement, in the order of the workbook. Every figure comes from `figures`; responses are
 * looked at in open mode only.
 */
export function spreadsheetOf(input: SpreadsheetInput): WorkbookSheet[] {
	return [
		overviewSheet(input),
		dimensionSheet(input),
		itemSheet(input),
		...topicSheets(input),
		answerSheet(input),
		commitmentSheet(input),
		explanationSheet(input)
	];
}
