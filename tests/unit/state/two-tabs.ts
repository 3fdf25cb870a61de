import { vi } from 'vitest';

/**
 * A tab of its own: each has its own modules, and so its own connection, its own ear for changes and its own queues.
 */
export async function openTab() {
	vi.resetModules();
	const [database, changes, queue, answers, measurements, sheets] = await Promise.all([
		import('$lib/storage/database'),
		import('$lib/storage/changes'),
		import('$lib/state/save-queue'),
		import('$lib/storage/answers'),
		import('$lib/storage/measurements'),
		import('$lib/storage/sheets')
	]);
	const [filling, agreed, report, review, commitments, desk, partnershipDesk, form, sheet, shelf, address, result] =
		await Promise.all([
			import('$lib/state/filling.svelte'),
			import('$lib/state/agreed-scores.svelte'),
			import('$lib/state/report.svelte'),
			import('$lib/state/commitments-to-review.svelte'),
			import('$lib/state/commitments.svelte'),
			import('$lib/state/measurement-desk.svelte'),
			import('$lib/state/partnership-desk.svelte'),
			import('$lib/state/form-fields.svelte'),
			import('$lib/state/sheet.svelte'),
			import('$lib/state/questionnaire-shelf.svelte'),
			import('$lib/state/app-address'),
			import('$lib/state/result')
		]);
	const [questionnaires, partnerships, storedCommitments, opened, comparison, benchmark, putBack] = await Promise.all([
		import('$lib/state/questionnaires'),
		import('$lib/storage/partnerships'),
		import('$lib/storage/commitments'),
		import('$lib/state/opened.svelte'),
		import('$lib/state/comparison'),
		import('$lib/state/benchmark'),
		import('$lib/state/put-back')
	]);
	return {
		...{ ...database, ...changes, ...queue, ...answers, ...measurements, ...sheets, ...filling, ...agreed, ...report },
		...{ ...review, ...commitments, ...desk, ...partnershipDesk, ...form, ...sheet, ...shelf, ...address, ...result },
		...{ ...questionnaires, ...partnerships, ...storedCommitments, ...opened, ...comparison, ...benchmark, ...putBack }
	};
}

export type Tab = Awaited<ReturnType<typeof openTab>>;
