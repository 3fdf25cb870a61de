import {
	dimensionsOf,
	itemsOf,
	questionnaireSchema,
	type Dimension,
	type Item,
	type Questionnaire
} from './questionnaire';
import { describeShapeIssue } from './shape-issues';

/** An item may have this many words at most (the aim is about 20). */
export const MAX_ITEM_WORDS = 25;

export type ProblemCode =
	| 'not-json'
	| 'shape'
	| 'duplicate-id'
	| 'unknown-source'
	| 'unknown-role'
	| 'missing-advice'
	| 'item-too-long'
	| 'joined-claim'
	| 'useless-exception'
	| 'missing-change';

export interface Problem {
	code: ProblemCode;
	/** The id it concerns, or the place in the file when there is no id. */
	where: string;
	message: string;
}

/** Good, good with warnings, or refused with every problem at once. */
export type CheckOutcome =
	| { kind: 'good'; questionnaire: Questionnaire }
	| { kind: 'warned'; questionnaire: Questionnaire; warnings: Problem[] }
	| { kind: 'refused'; problems: Problem[] };

export function checkQuestionnaireText(json: string): CheckOutcome {
	let input: unknown;
	try {
		input = JSON.parse(json);
	} catch (cause) {
		const detail = cause instanceof Error ? cause.message : String(cause);
		return refused([{ code: 'not-json', where: 'bestand', message: `Dit is geen geldige JSON (${detail}).` }]);
	}
	return checkQuestionnaire(input);
}

/** Checks the shape first; the rules between parts are checked only on a file whose shape holds. */
export function checkQuestionnaire(input: unknown): CheckOutcome {
	const parsed = questionnaireSchema.safeParse(input);
	if (!parsed.success) {
		return refused(
			parsed.error.issues.map((issue) => ({ code: 'shape', ...describeShapeIssue(issue, input) }) satisfies Problem)
		);
	}
	const questionnaire = parsed.data;
	const problems = [
		...duplicateIds(questionnaire),
		...unknownSources(questionnaire),
		...unknownRoles(questionnaire),
		...missingAdvice(questionnaire),
		...longItems(questionnaire),
		...uselessExceptions(questionnaire),
		...missingChange(questionnaire)
	];
	if (problems.length > 0) return refused(problems);
	const warnings = joinedClaims(questionnaire);
	return warnings.length > 0 ? { kind: 'warned', questionnaire, warnings } : { kind: 'good', questionnaire };
}

/** One line for a log or a list: file, id and message. */
export function describeProblem(problem: Problem, file: string): string {
	return `${file}: ${problem.where}: ${problem.message}`;
}

function refused(problems: Problem[]): CheckOutcome {
	return { kind: 'refused', problems };
}

function duplicateIds(questionnaire: Questionnaire): Problem[] {
	const dimensions = dimensionsOf(questionnaire).map(({ dimension }) => dimension);
	const kinds: Record<string, { id: string }[]> = {
		rol: questionnaire.roles,
		thema: questionnaire.themes,
		onderdeel: dimensions,
		stelling: itemsOf(questionnaire),
		'tip of gespreksvraag': [...dimensions.flatMap((d) => [...d.tips, ...d.prompts]), ...questionnaire.generalPrompts],
		bron: questionnaire.sources
	};
	return Object.entries(kinds).flatMap(([kind, entries]) =>
		repeated(entries.map((entry) => entry.id)).map((id): Problem => ({
			code: 'duplicate-id',
			where: id,
			message: `Dit id staat meer dan één keer bij ${kind}.`
		}))
	);
}

function repeated(ids: string[]): string[] {
	return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function unknownSources(questionnaire: Questionnaire): Problem[] {
	const known = new Set(questionnaire.sources.map((source) => source.id));
	const problem = (where: string, source: string): Problem => ({
		code: 'unknown-source',
		where,
		message: `Verwijst naar de bron "${source}", die niet in de lijst van bronnen staat.`
	});
	return dimensionsOf(questionnaire).flatMap(({ dimension }) => [
		...dimension.restsOn.filter((c) => !known.has(c.source)).map((c) => problem(dimension.id, c.source)),
		...dimension.tips.flatMap((tip) =>
			tip.citations.filter((c) => !known.has(c.source)).map((c) => problem(tip.id, c.source))
		)
	]);
}

function unknownRoles(questionnaire: Questionnaire): Problem[] {
	const known = new Set(['all', ...questionnaire.roles.map((role) => role.id)]);
	const advice = [
		...dimensionsOf(questionnaire).flatMap(({ dimension }) => [...dimension.tips, ...dimension.prompts]),
		...questionnaire.generalPrompts
	];
	return advice.flatMap((entry) => {
		const named: string[] =
			'higher' in entry && typeof entry.higher === 'string' ? [entry.for, entry.higher] : [entry.for];
		return named
			.filter((role) => !known.has(role))
			.map((role): Problem => ({
				code: 'unknown-role',
				where: entry.id,
				message: `Verwijst naar de rol "${role}", die niet in de lijst van rollen staat.`
			}));
	});
}

/** What every dimension owes (content blueprint, «Tips and prompts»), and the general prompts. */
function missingAdvice(questionnaire: Questionnaire): Problem[] {
	const roles = questionnaire.roles.map((role) => role.id);
	const problem = (where: string, what: string): Problem => ({
		code: 'missing-advice',
		where,
		message: `Er ontbreekt ${what}.`
	});
	const perDimension = dimensionsOf(questionnaire).flatMap(({ dimension }) =>
		missingInDimension(dimension, roles).map((what) => problem(dimension.id, what))
	);
	const general = (['gap', 'many-unknown', 'fall', 'stayed-low'] as const)
		.filter((when) => !questionnaire.generalPrompts.some((prompt) => prompt.when === when))
		.map((when) => problem('generalPrompts', `een algemene gespreksvraag voor "${when}"`));
	return [...perDimension, ...general];
}

function missingInDimension(dimension: Dimension, roles: string[]): string[] {
	const advice = [...dimension.tips, ...dimension.prompts];
	const reaches = (when: string, role: string) =>
		advice.some((entry) => entry.when === when && (entry.for === role || entry.for === 'all'));
	const missing: string[] = [];
	for (const role of roles) {
		if (!reaches('low', role)) missing.push(`een tip of gespreksvraag bij een lage score voor rol "${role}"`);
	}
	if (!dimension.tips.some((tip) => tip.when === 'low')) missing.push('minstens één tip bij een lage score');
	for (const when of ['middling', 'high']) {
		if (!advice.some((entry) => entry.when === when)) missing.push(`een tip of gespreksvraag bij "${when}"`);
	}
	if (roles.length > 1) {
		for (const role of roles) {
			const found = dimension.prompts.some((prompt) => prompt.when === 'gap' && prompt.higher === role);
			if (!found) missing.push(`een gespreksvraag bij een verschil waarin "${role}" hoger scoort`);
		}
	}
	if (!dimension.prompts.some((prompt) => prompt.when === 'divided')) {
		missing.push('een gespreksvraag bij een verdeelde groep');
	}
	return missing;
}

function longItems(questionnaire: Questionnaire): Problem[] {
	return itemsOf(questionnaire)
		.filter((item) => words(item).length > MAX_ITEM_WORDS)
		.map((item) => ({
			code: 'item-too-long',
			where: item.id,
			message: `De stelling telt ${words(item).length} woorden; hoogstens ${MAX_ITEM_WORDS}.`
		}));
}

function words(item: Item): string[] {
	return item.statement.split(/\s+/);
}

const hasJoiningWord = (item: Item) => words(item).some((word) => /^(en|of|en\/of)[,;:]?$/i.test(word));

/** «En» and «of» often join two claims; the writer decides, and says why in an exception. */
function joinedClaims(questionnaire: Questionnaire): Problem[] {
	const excepted = new Set(questionnaire.exceptions.map((exception) => exception.id));
	return itemsOf(questionnaire)
		.filter((item) => hasJoiningWord(item) && !excepted.has(item.id))
		.map((item) => ({
			code: 'joined-claim',
			where: item.id,
			message:
				'De stelling bevat "en" of "of". Zegt ze twee dingen tegelijk? Splits ze, of geef een uitzondering met reden.'
		}));
}

function uselessExceptions(questionnaire: Questionnaire): Problem[] {
	const needed = new Set(
		itemsOf(questionnaire)
			.filter(hasJoiningWord)
			.map((item) => item.id)
	);
	return questionnaire.exceptions
		.filter((exception) => !needed.has(exception.id))
		.map((exception) => ({
			code: 'useless-exception',
			where: exception.id,
			message: 'Deze uitzondering hoort bij geen enkele stelling die ze nodig heeft.'
		}));
}

/**
 * A reader who compares two versions is told what changed. The ids in a change are not looked up: an item that was replaced
 * is gone from this version, and rightly so.
 */
function missingChange({ version, changes }: Questionnaire): Problem[] {
	if (changes.some((change) => change.version === version)) return [];
	return [
		{
			code: 'missing-change',
			where: 'changes',
			message: `Er staat geen wijziging bij voor versie ${version}. Schrijf in "changes" wat er in deze versie nieuw is.`
		}
	];
}
