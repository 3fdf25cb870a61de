import type { Row, Target } from './setting/scenario';
import { median, quantile, ratios } from './statistics';

/** How a row did, for the table and the file. */
export interface Judged extends Row {
	median: number;
	/** Four fifths of the samples lie between these. */
	spread: [number, number];
	/** The median of the ratios in each round, by the contender beside it. */
	beside: Record<string, { ratio: number; spread: [number, number] }>;
	verdicts: { target: Target; value: number; met: boolean }[];
}

export function judge(rows: readonly Row[]): Judged[] {
	return rows.map((row) => {
		const others = rows.filter(({ measure, contender }) => measure === row.measure && contender !== row.contender);
		const beside = Object.fromEntries(
			others.map(({ contender, samples }) => {
				const each = ratios(row.samples, samples);
				return [contender, { ratio: median(each), spread: spreadOf(each) }];
			})
		);
		const verdicts = (row.targets ?? []).map((target) => {
			const value = target.beside === undefined ? median(row.samples) : (beside[target.beside]?.ratio ?? NaN);
			return { target, value, met: value <= target.atMost };
		});
		return { ...row, median: median(row.samples), spread: spreadOf(row.samples), beside, verdicts };
	});
}

function spreadOf(numbers: readonly number[]): [number, number] {
	return [quantile(numbers, 0.1), quantile(numbers, 0.9)];
}

const heads = ['measure', 'contender', 'median', '10–90 %', '× floor', '× surveyjs', 'target'];

/** As Markdown, so that the same text fits a terminal and the docs. */
export function tableOf(rows: readonly Judged[]): string {
	const lines = rows.map((row, index) => [
		row.measure === rows[index - 1]?.measure ? '' : row.measure,
		row.contender,
		amount(row.median, row.unit),
		row.spread.map((value) => amount(value, row.unit).replace(/ .*/, '')).join('–'),
		besideText(row, 'floor'),
		besideText(row, 'surveyjs'),
		row.verdicts.map(verdictText).join(', ')
	]);
	const widths = heads.map((head, column) =>
		Math.max(head.length, ...lines.map((line) => (line[column] ?? '').length))
	);
	const asLine = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
	return [asLine(heads), asLine(widths.map((width) => '-'.repeat(width))), ...lines.map(asLine)].join('\n');
}

function besideText({ beside }: Judged, contender: string): string {
	const found = beside[contender];
	return found && Number.isFinite(found.ratio)
		? `${found.ratio.toFixed(2)} (${found.spread.map((ratio) => ratio.toFixed(2)).join('–')})`
		: '';
}

function verdictText({ target, met }: Judged['verdicts'][number]): string {
	const limit = target.beside === undefined ? `≤ ${target.atMost}` : `≤ ${target.atMost} × ${target.beside}`;
	return `${limit}: ${met ? 'met' : 'NOT MET'}`;
}

function amount(value: number, unit: Row['unit']): string {
	const digits = Number.isInteger(value) ? 0 : value < 10 && unit === '' ? 2 : value < 10 ? 1 : 0;
	return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}
