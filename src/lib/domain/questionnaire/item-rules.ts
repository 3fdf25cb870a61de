import { repeated } from './id-rules';
import type { Problem } from './problem';
import type { Questionnaire } from './questionnaire';
import { itemPlaces, within } from './places';

/** The rules on statements that hold whatever the writer finds, and on exceptions to those that do not. */

/** An item may have this many words at most; the aim is lower (wording.ts). */
export const MAX_ITEM_WORDS = 25;

/** As people count them: what stands between spaces. */
export const wordCount = (text: string) => text.split(/\s+/).length;

export function longItems(questionnaire: Questionnaire): Problem[] {
	return itemPlaces(questionnaire)
		.filter(({ value }) => wordCount(value.statement) > MAX_ITEM_WORDS)
		.map(({ value, path }) => ({
			code: 'item-too-long',
			where: value.id,
			path: [...path, 'statement'],
			message: `De stelling telt ${wordCount(value.statement)} woorden; hoogstens ${MAX_ITEM_WORDS}.`
		}));
}

export function duplicateExceptions({ exceptions }: Questionnaire): Problem[] {
	return repeated(
		within([], 'exceptions', exceptions),
		'duplicate-exception',
		'Deze uitzondering staat er meer dan één keer.',
		({ rule, id }) => `${rule} ${id}`
	);
}
