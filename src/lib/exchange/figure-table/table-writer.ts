import type { LeftOut } from './codebook';
import type { TableInput } from './table-row';

/** A table in the making: it takes measurements one at a time and keeps none of them. */
export interface TableWriter {
	/** Figures so far. */
	readonly rows: number;
	/** @throws WorkbookError when memory is short */
	add(input: TableInput): Promise<void>;
	/** The whole file. Nothing may be added after it. @throws WorkbookError as `add` does */
	finish(leftOut: readonly LeftOut[]): Promise<Blob>;
}
