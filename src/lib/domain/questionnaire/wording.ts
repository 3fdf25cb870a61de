import type { Path } from '$lib/domain/text/json-places';
import { itemPlaces, within, type Place } from './places';
import { MAX_ITEM_WORDS, wordCount } from './item-rules';
import type { Problem, ProblemCode, Remark } from './problem';
import { itemsOf, type Item, type Questionnaire } from './questionnaire';
import { readingLevel, wordsIn } from './reading-level';
import type { LiftableCode } from './schema';
import { remarksOnTips } from './tip-wording';

/**
 * What a machine can see of how statements and tips are written. Each remark is a warning: a writer who knows better
 * lifts it with an exception that says why.
 */

/** More words than this are read twice, by somebody who reads for an audience as well. */
const AIM_OF_WORDS = 17;
/** Fewer words than this say nothing of how a whole reads. */
const WORDS_FOR_A_LEVEL = 100;
/** The lowest reading level of statements with their examples, whose short sentences carry the long words. */
const LEVEL_OF_STATEMENTS = 45;
/** The lowest reading level of tips. */
const LEVEL_OF_TIPS = 60;

/** Words that everybody fills in as they like. */
const VAGUE_WORDS =
	/(?<!\p{L})(zaken|dingen|iets nieuws|houdt? rekening|rekening houden|vaak|regelmatig|voldoende|genoeg|goed|duidelijke?|merkbaar|open|openlijk|vlot|snel|tijdig|samen op zoek|kansen|zoveel mogelijk|echt|degelijk|gepast|optimaal|constructief|verschillende|meerdere)(?!\p{L})/iu;
const NEGATIONS = /(?<!\p{L})(niet|geen|nooit|niemand|nergens)(?!\p{L})/iu;
const RELATIVES = /(?<!\p{L})(die|dat)(?!\p{L})/giu;
const EXAMPLE = /(?<!\p{L})(bijvoorbeeld|zoals)(?!\p{L})/iu;
/** «Een fanfare die …»: what begins so ends without a verb of its own. */
const NO_SENTENCE = /bijvoorbeeld:?\s+(?:een|de|het)\s+\S+\s+(?:die|dat|waarop|waarbij|waarin)\s/iu;

/** What is looked for in Dutch words: in another language nothing is said of it, nor of an exception to it. */
const ONLY_IN_DUTCH: ReadonlySet<ProblemCode> = new Set([
	'joined-claim',
	'vague-word',
	'negation',
	'garden-path',
	'missing-example',
	'example-no-sentence',
	'often-one',
	'hard-to-read'
]);

const isDutch = ({ language = 'nl' }: Questionnaire) => language === 'nl';

/** Everything that may be worded better, whether or not an exception lifts it; in the order of the file. */
function allRemarks(questionnaire: Questionnaire): Remark[] {
	return [
		...itemPlaces(questionnaire).flatMap(remarksOnItem),
		...remarksOnTips(questionnaire),
		...levels(questionnaire)
	];
}

/** What no exception lifts, and every exception that lifts nothing. */
export function wordingProblems(questionnaire: Questionnaire): Problem[] {
	const applies = (code: ProblemCode) => isDutch(questionnaire) || !ONLY_IN_DUTCH.has(code);
	const remarks = allRemarks(questionnaire).filter(({ code }) => applies(code));
	const keyOf = (rule: string, id: string) => `${rule} ${id}`;
	const lifted = new Set(questionnaire.exceptions.map(({ rule, id }) => keyOf(rule, id)));
	const needed = new Set(remarks.map(({ code, where }) => keyOf(code, where)));
	const useless = within([], 'exceptions', questionnaire.exceptions)
		.filter(({ value }) => applies(value.rule) && !needed.has(keyOf(value.rule, value.id)))
		.map(({ value, path }): Problem => ({
			code: 'useless-exception',
			where: value.id,
			path: [...path, 'id'],
			message: `Deze uitzondering is niet nodig: bij "${value.id}" is er geen opmerking "${value.rule}".`
		}));
	return [...useless, ...remarks.filter(({ code, where }) => !lifted.has(keyOf(code, where)))];
}

function remarksOnItem({ value: item, path }: Place<Item>): Remark[] {
	const { statement, explanation } = item;
	const remarks: Remark[] = [];
	const add = (code: LiftableCode, part: 'statement' | 'explanation', message: string) =>
		remarks.push({ code, where: item.id, path: [...path, part], message });
	const vague = VAGUE_WORDS.exec(statement)?.[0];
	if (wordCount(statement) > AIM_OF_WORDS && wordCount(statement) <= MAX_ITEM_WORDS)
		add('long-statement', 'statement', `De stelling telt ${wordCount(statement)} woorden. Kan het in ${AIM_OF_WORDS}?`);
	if (/(?<!\p{L})(en|of)(?!\p{L})/iu.test(statement))
		add(
			'joined-claim',
			'statement',
			'De stelling bevat "en" of "of". Zegt ze twee dingen tegelijk? Splits ze, of geef een uitzondering met reden.'
		);
	if (vague !== undefined)
		add('vague-word', 'statement', `"${vague}" vult iedereen anders in. Zeg wat iemand kan zien of meemaken.`);
	if (NEGATIONS.test(statement))
		add(
			'negation',
			'statement',
			'In de stelling staat een ontkenning. Wie "klopt niet" kiest, moet dan twee keer nadenken.'
		);
	if ((statement.match(RELATIVES) ?? []).length > 1)
		add('garden-path', 'statement', 'Twee keer "die" of "dat" in één zin leest moeilijk. Maak er een gewone zin van.');
	if (!EXAMPLE.test(explanation))
		add(
			'missing-example',
			'explanation',
			'Er staat geen voorbeeld bij. Schrijf er een, dat begint met "Bijvoorbeeld:".'
		);
	else if (NO_SENTENCE.test(explanation) || !/[.!?]$/.test(explanation))
		add('example-no-sentence', 'explanation', 'Het voorbeeld is geen hele zin. Zeg wie wat doet.');
	return remarks;
}

function levels(questionnaire: Questionnaire): Remark[] {
	const items = itemsOf(questionnaire);
	const tips = questionnaire.themes.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.tips));
	return [
		...level(
			questionnaire,
			'De stellingen met hun voorbeelden',
			items.flatMap(({ statement, explanation }) => [statement, explanation]),
			LEVEL_OF_STATEMENTS
		),
		...level(
			questionnaire,
			'De tips',
			tips.flatMap(({ action, detail }) => [action, detail]),
			LEVEL_OF_TIPS
		)
	];
}

function level({ id }: Questionnaire, what: string, texts: readonly string[], lowest: number): Remark[] {
	if (texts.flatMap(wordsIn).length < WORDS_FOR_A_LEVEL) return [];
	const reached = readingLevel(texts);
	if (reached >= lowest) return [];
	const path: Path = ['themes'];
	const message = `${what} lezen moeilijk: leesniveau ${Math.floor(reached)} (Flesch-Douma), en ${lowest} is het minste. Kies kortere woorden en zinnen.`;
	return [{ code: 'hard-to-read', where: id, path, message }];
}
