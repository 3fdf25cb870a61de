import { vi } from 'vitest';

/**
 * A tab of its own: each has its own modules, and so its own connection, its own ear for changes and its own queues.
 */
export async function openTab() {
	vi.resetModules();
	const [database, changes, queue, answers, agreedScores, measurements, responses, sheets, sheetAnswers] =
		await Promise.all([
			import('$lib/storage/connection/database'),
			import('$lib/storage/changes'),
			import('$lib/state/saving/save-queue'),
			import('$lib/storage/records/answers'),
			import('$lib/storage/records/agreed-scores'),
			import('$lib/storage/records/measurements'),
			import('$lib/storage/records/responses'),
			import('$lib/storage/records/sheets'),
			import('$lib/storage/records/sheet-answers')
		]);
	const [filling, agreed, report, review, commitments, desk, partnershipDesk, form, sheet, shelf, address, result] =
		await Promise.all([
			import('$lib/state/answering/filling.svelte'),
			import('$lib/state/results/agreed-scores.svelte'),
			import('$lib/state/results/report-choices.svelte'),
			import('$lib/state/results/commitments-to-review.svelte'),
			import('$lib/state/results/commitments.svelte'),
			import('$lib/state/desk/measurement-desk.svelte'),
			import('$lib/state/desk/partnership-desk.svelte'),
			import('$lib/state/saving/form-fields.svelte'),
			import('$lib/state/answering/sheet.svelte'),
			import('$lib/state/questionnaires/questionnaire-shelf.svelte'),
			import('$lib/state/desk/app-address'),
			import('$lib/state/results/result')
		]);
	const [questionnaires, partnerships, removal, storedCommitments, opened, comparison, peers, putBack, chosen, notes] =
		await Promise.all([
			import('$lib/state/questionnaires/questionnaires'),
			import('$lib/storage/records/partnerships'),
			import('$lib/storage/bundles/removal'),
			import('$lib/storage/records/commitments'),
			import('$lib/state/tab/opened.svelte'),
			import('$lib/state/results/comparison'),
			import('$lib/state/lists/peers'),
			import('$lib/state/saving/put-back'),
			import('$lib/state/results/chosen-topics.svelte'),
			import('$lib/state/desk/private-notes.svelte')
		]);
	return {
		...{ ...database, ...changes, ...queue, ...answers, ...agreedScores, ...measurements, ...responses },
		...{ ...sheets, ...sheetAnswers, ...filling, ...agreed, ...report },
		...{ ...review, ...commitments, ...desk, ...partnershipDesk, ...form, ...sheet, ...shelf, ...address, ...result },
		...{
			...questionnaires,
			...partnerships,
			...removal,
			...storedCommitments,
			...opened,
			...comparison,
			...peers,
			...putBack,
			...chosen,
			...notes
		}
	};
}

export type Tab = Awaited<ReturnType<typeof openTab>>;
