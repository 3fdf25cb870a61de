import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { COUNT } from './counts';

/** Prints what all runs counted as one table, and keeps it as test-results/faults-counts.md. */
export default class CountsReporter implements Reporter {
	readonly #rows: string[] = [];

	onTestEnd(test: TestCase, result: TestResult): void {
		const counts = result.annotations.filter(({ type }) => type === COUNT).map(({ description }) => description ?? '');
		const skipped = result.annotations.find(({ type }) => type === 'skip')?.description;
		const outcome = { passed: 'passed', failed: 'FAILED', timedOut: 'TOO LONG', interrupted: 'STOPPED' };
		const verdict = result.status === 'skipped' ? `skipped: ${skipped ?? ''}` : outcome[result.status];
		this.#rows.push(`| ${test.title} | ${counts.join('; ')} | ${verdict} | ${Math.round(result.duration / 1000)} s |`);
	}

	onEnd(): void {
		const table = ['| run | counts | outcome | time |', '| --- | --- | --- | --- |', ...this.#rows, ''].join('\n');
		mkdirSync('test-results', { recursive: true });
		writeFileSync('test-results/faults-counts.md', table);
		console.log(`\n${table}`);
	}
}
