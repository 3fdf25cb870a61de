import { repeated } from './id-rules';
import type { Problem } from './problem';
import { itemsOf, type Item, type Questionnaire } from './questionnaire';
import { itemPlaces, within } from './places';

/**
 * The rules on statements: short, and one claim each. Who writes one that needs «en» or «of» says why, in an exception.
 */

/** An item may have this many words at most (the aim is about 20). */
const MAX_ITEM_WORDS = 25;

const words = (item: Item) => item.statement.split(/\s+/);

export function longItems(questionnaire: Questionnaire): Problem[] {
	return itemPlaces(questionnaire)
		.filter(({ value }) => words(value).length > MAX_ITEM_WORDS)
		.map(({ value, path }) => ({
			code: 'item-too-long',
			where: value.id,
			path: [...path, 'statement'],
			message: `De stelling telt ${words(value).length} woorden; hoogstens ${MAX_ITEM_WORDS}.`
		}));
}

export function duplicateExceptions({ exceptions }: Questionnaire): Problem[] {
	return repeated(
		within([], 'exceptions', exceptions),
		'duplicate-exception',
		'Deze uitzondering staat er meer dan één keer.'
	);
}

const hasJoiningWord = (item: Item) => words(item).some((word) => /^(en|of|en\/of)[,;:]?$/i.test(word));

export function uselessExceptions(questionnaire: Questionnaire): Problem[] {
	const needed = new Set(
		itemsOf(questionnaire)
			.filter(hasJoiningWord)
			.map((item) => item.id)
	);
	return within([], 'exceptions', questionnaire.exceptions)
		.filter(({ value }) => !needed.has(value.id))
		.map(({ value, path }) => ({
			code: 'useless-exception',
			where: value.id,
			path: [...path, 'id'],
			message: 'Deze uitzondering hoort bij geen enkele stelling die ze nodig heeft.'
		}));
}

/** «En» and «of» often join two claims; the writer decides, and says why in an exception. */
export function joinedClaims(questionnaire: Questionnaire): Problem[] {
	const excepted = new Set(questionnaire.exceptions.map((exception) => exception.id));
	return itemPlaces(questionnaire)
		.filter(({ value }) => hasJoiningWord(value) && !excepted.has(value.id))
		.map(({ value, path }) => ({
			code: 'joined-claim',
			where: value.id,
			path: [...path, 'statement'],
			message:
				'De stelling bevat "en" of "of". Zegt ze twee dingen tegelijk? Splits ze, of geef een uitzondering met reden.'
		}));
}
