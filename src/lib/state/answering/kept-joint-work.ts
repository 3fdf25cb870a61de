import { named } from '$lib/storage/place';
import type { Answer, Topics } from '$lib/domain/measurement/measurement';
import { parseClean } from '$lib/exchange/json/read-clean';
import { isKeptAnswer } from './kept-answer';
import { forget, recall, remember } from '$lib/state/tab-memory';

/** What groups answered and wrote together in one measurement and is not stored, as this tab keeps it until it is. */
export interface KeptJointWork {
	answers: readonly { groupId: string; itemId: string; answer: Answer | Topics | null }[];
	/** With what was stored when it was typed. */
	notes: readonly { itemId: string; text: string; base: string }[];
}

/** @returns whether it is there again after a reload */
export function keepJointWork(measurementId: string, work: KeptJointWork): boolean {
	return remember(keyOf(measurementId), JSON.stringify(work));
}

export function keptJointWork(measurementId: string): KeptJointWork | undefined {
	const text = recall(keyOf(measurementId));
	const value = text === null ? undefined : parseClean(text);
	return isKeptJointWork(value) ? value : undefined;
}

export function forgetJointWork(measurementId: string): void {
	forget(keyOf(measurementId));
}

const keyOf = (measurementId: string) => named(`samen ${measurementId}`);

/** An older version of the app may have kept it, or someone else at this address. */
function isKeptJointWork(value: unknown): value is KeptJointWork {
	if (!isRecord(value) || !Array.isArray(value['answers']) || !Array.isArray(value['notes'])) return false;
	const texts = (part: unknown, ...names: string[]) =>
		isRecord(part) && names.every((name) => typeof part[name] === 'string');
	return (
		value['answers'].every(
			(one) => texts(one, 'groupId', 'itemId') && isKeptAnswer((one as { answer: unknown }).answer)
		) && value['notes'].every((one) => texts(one, 'itemId', 'text', 'base'))
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
