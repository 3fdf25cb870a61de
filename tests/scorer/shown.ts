import type { ShiftFacts } from './comparing';
import { toCell, type Rational } from './rational';

/** Figures as people read them on a screen or a page, beside what the scorer says. */

/** Whether a figure that is read («3,7», «−0,3») is this one: off by at most half of its last decimal. */
export function isShownAs(value: number, text: string): boolean {
	const decimals = text.split(',')[1]?.length ?? 0;
	const read = Number(text.replace(',', '.').replace('−', '-').replace('+', ''));
	return Math.abs(read - value) <= 0.5 / 10 ** Math.max(1, decimals) + 0.0001;
}

/** «3,7 6 mensen, van 2,3 tot 4,7» → «3,7»; undefined where it does not begin with a figure. */
export const firstFigure = (text: string): string | undefined => /^[−+]?\d+(?:,\d+)?/.exec(text)?.[0];

/** What is wrong with a text that has to begin with this figure, or with words where there is none; '' if nothing. */
export function wrongIn(text: string, value: Rational | null | undefined): string {
	const figure = firstFigure(text);
	const right = figure === undefined ? !value : value && isShownAs(toCell(value), figure);
	return right ? '' : `«${text}» for ${value ? toCell(value) : 'none'}`;
}

const SCORE = '\\d(?:,\\d+)?|geen score|geen samen';
const SHIFT = new RegExp(`^(${SCORE})(?: (?:→|naar) (${SCORE}))?(?: \\(([^)]*)\\))?(.*)$`);
const VERDICT = /(beter|minder goed|niet te onderscheiden)( \(gerekend met spreiding 1\))?/;

/** The same of «3,2 → 3,7 (+0,5) beter», on a screen or («naar») on paper. */
export function wrongInShift(
	text: string,
	{
		before,
		after,
		difference,
		verdict,
		assumed
	}: Pick<ShiftFacts, 'before' | 'after' | 'difference'> & Partial<ShiftFacts>
): string {
	const [, then = '', now = then, change = '', words = ''] = SHIFT.exec(text) ?? [];
	const [, said = null, spread] = VERDICT.exec(words) ?? [];
	const problems = [wrongIn(then, before), wrongIn(now, after), wrongIn(change, difference)];
	if (said !== (verdict ?? null)) problems.push(`${said} for ${verdict}`);
	if ((spread !== undefined) !== (assumed ?? false)) problems.push(`spread 1 for ${assumed}`);
	const found = problems.filter((problem) => problem !== '').join(', ');
	return found === '' ? '' : `${text}: ${found}`;
}
