import { misleadingCharacters } from '$lib/domain/questionnaire/check-text';
import type { Problem } from '$lib/domain/questionnaire/problem';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { ruleProblems } from '$lib/domain/questionnaire/rules';
import { isOnlyAdvice, shapeProblems } from '$lib/domain/questionnaire/check';
import { wordingProblems } from '$lib/domain/questionnaire/wording';

/** What is said of one field. */
export interface FieldRemark {
	/** Where it stands, as the screen names the field: «themes.0.name». */
	at: string;
	message: string;
}

export interface DraftCheck {
	/** What must be done first, in the order of the screen. */
	blocking: readonly FieldRemark[];
	/** What makes it better, and may be left. */
	advice: readonly FieldRemark[];
}

/** @param content tidy; its ids may be provisional */
export function checkDraft(content: Questionnaire): DraftCheck {
	const shape = withoutShortNames(shapeProblems(content));
	const empty = new Set(shape.map(placeOf));
	const rules = [...misleadingCharacters(content, []), ...ruleProblems(content, 'own')];
	const isTooLarge = rules.some(({ code }) => code === 'too-large');
	const wording = isTooLarge ? [] : wordingProblems(content);
	const remarks = [...rules, ...wording]
		// Of a field in which nothing stands, nothing else is said.
		.filter((problem) => !empty.has(placeOf(problem)))
		.filter(({ code }) => !UNSAID.has(code));
	const asRemark = (problem: Problem): FieldRemark => ({ at: placeOf(problem), message: said(problem) });
	return {
		blocking: [...shape, ...remarks.filter(({ code }) => !isOnlyAdvice(code, 'own'))].map(asRemark).sort(byPlace),
		advice: remarks.filter(({ code }) => isOnlyAdvice(code, 'own')).map(asRemark)
	};
}

/** Of a dimension without a name: its short names come with it. */
function withoutShortNames(problems: readonly Problem[]): Problem[] {
	const nameless = new Set(problems.map(placeOf).filter((at) => at.endsWith('.name')));
	return problems.filter(({ path }) => {
		const short = path.findIndex((step) => step === 'shortName' || step === 'radarLabel');
		return short === -1 || !nameless.has([...path.slice(0, short), 'name'].join('.'));
	});
}

/** The app says these itself when a version is made, or they are of a file. */
const UNSAID: ReadonlySet<Problem['code']> = new Set(['missing-change', 'useless-exception', 'missing-frame']);

/** A remark on a part as a whole stands at its first field. */
function placeOf({ path, code }: Problem): string {
	const place = path.join('.');
	if (code === 'unfinished-tip' || code === 'twin-tips') return place.replace(/id$/, 'action');
	if (code === 'missing-advice') return place.replace(/\.id$/, '.tips');
	return place;
}

/** In words of the screen, where those of the file would name what nobody sees. */
function said({ code, message, path }: Problem): string {
	if (code === 'shape' && message.startsWith('Deze tekst mag niet leeg zijn'))
		return path.at(-1) === 'source' ? 'Kies een bron.' : 'Vul dit in.';
	if (code === 'shape' && path.at(-1) === 'source') return 'Kies een bron.';
	if (code === 'unfinished-tip') return message.replaceAll(/ \("\w+"\)/g, '');
	return message;
}

const byPlace = (one: FieldRemark, other: FieldRemark) => one.at.localeCompare(other.at, 'en', { numeric: true });
