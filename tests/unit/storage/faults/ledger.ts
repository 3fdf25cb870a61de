import { expect, vi } from 'vitest';
import { sortedOut, type Answer } from '$lib/domain/measurement/measurement';
import { foldContent } from '$lib/storage/journal/fold';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { StoredAnswer } from '$lib/storage/schema';
import { MEASUREMENT } from './beginning';
import type { Tab } from './device';

/**
 * What people may count on: of each statement the answer that was acknowledged, or one that was chosen over it since.
 */
export class Ledger {
	readonly #possible = new Map<string, Answer[]>();

	attempt(item: string, answer: Answer): void {
		const before = this.#possible.get(item);
		if (before) before.push(answer);
	}

	acknowledge(item: string, answer: Answer): void {
		this.#possible.set(item, [answer]);
	}

	lost(there: Readonly<Record<string, Answer | undefined>>): string[] {
		return [...this.#possible]
			.filter(([item, answers]) => !answers.some((answer) => answer === there[item]))
			.map(([item, answers]) => `${item}: ${answers.join(' or ')} became ${there[item] ?? 'nothing'}`);
	}
}

export async function answersIn(tab: Tab): Promise<Record<string, Answer | undefined>> {
	return (await tab.loadJointResponses(MEASUREMENT))[0]?.answers ?? {};
}

export function inJournal(content: JournalContent | null): Record<string, Answer | undefined> {
	if (!content) return {};
	const keyPathOf = (store: string) => (store === 'answers' ? ['responseId', 'itemId'] : undefined);
	const records = [...(foldContent(content, keyPathOf).get('answers')?.values() ?? [])] as StoredAnswer[];
	return sortedOut(records).answers;
}

/** In two places, as it says. */
export function settled(tab: Tab): Promise<void> {
	return vi.waitFor(() => expect(tab.journalHealth()).not.toBe('troubled'));
}
