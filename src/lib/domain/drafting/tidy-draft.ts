import { tidyText } from '$lib/domain/text/misleading-characters';
import { dimensionsOf, itemsOf, type Questionnaire, type Tip } from '$lib/domain/questionnaire/questionnaire';

/** What a draft holds as a questionnaire: without the space around texts, and without what nothing stands in. */

/** Of the app's own questionnaires: 36 statements take 10 to 15 minutes. */
const MINUTES_PER_ITEM = { from: 10 / 36, to: 15 / 36 };

export function tidyDraft(draft: Questionnaire): Questionnaire {
	const content = tidied(draft);
	const { frame, closing } = content;
	return {
		...content,
		minutes: content.minutes.from > 0 ? content.minutes : minutesFor(itemsOf(content).length),
		frame: frame && isWritten(frame) ? { ...frame, partly: frame.partly ?? undefined } : undefined,
		closing:
			closing && closing.question !== ''
				? { ...closing, max: Math.min(closing.max, Math.max(1, dimensionsOf(content).length)) }
				: undefined,
		themes: content.themes.map((theme) => ({
			...theme,
			dimensions: theme.dimensions.map((dimension) => ({ ...dimension, tips: dimension.tips.map(tidyTip) }))
		}))
	};
}

function minutesFor(items: number): Questionnaire['minutes'] {
	const from = Math.max(1, Math.round(items * MINUTES_PER_ITEM.from));
	return { from, to: Math.max(from + 1, Math.round(items * MINUTES_PER_ITEM.to)) };
}

function isWritten({ question, period, unknown, terms }: NonNullable<Questionnaire['frame']>): boolean {
	return [question, period, unknown, ...terms.map(({ text }) => text)].some((text) => text !== '');
}

function tidyTip(tip: Tip): Tip {
	if (tip.basis === 'toegepast') return tip;
	const { id, when, kind, action, detail, whoStarts, whatChanges, basis, citations } = tip;
	return { id, when, for: tip.for, kind, action, detail, whoStarts, whatChanges, basis, citations };
}

/** Fields that may be left out; in any other an empty text is a mistake. */
const OPTIONAL = ['resultName', 'whoStarts', 'whatChanges', 'partly', 'none'];

function tidied<Value>(value: Value, key = ''): Value {
	if (typeof value === 'string') {
		const text = tidyText(value);
		return (text === '' && OPTIONAL.includes(key) ? undefined : text) as Value;
	}
	if (Array.isArray(value)) return value.map((part: unknown) => tidied(part)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value).map(([name, part]) => [name, tidied<unknown>(part, name)] as const);
	return Object.fromEntries(fields.filter(([, part]) => part !== undefined)) as Value;
}
