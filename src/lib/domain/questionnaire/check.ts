import type { Problem, ProblemCode, QuestionnaireKind } from './problem';
import type { Questionnaire } from './questionnaire';
import { liftable, questionnaireSchema } from './schema';
import { ruleProblems } from './rules';
import { describeShapeIssue } from './shape-issues';
import { parseOutside } from '$lib/domain/zod';

/** Good, good with warnings, or refused with every problem at once. */
export type CheckOutcome<Found extends Problem = Problem> =
	| { kind: 'good'; questionnaire: Questionnaire }
	| { kind: 'warned'; questionnaire: Questionnaire; warnings: Found[] }
	| { kind: 'refused'; problems: Found[] };

/** What is a warning and no refusal: of an own questionnaire everything that the app can do without. */
const warnings: Record<QuestionnaireKind, ReadonlySet<ProblemCode>> = {
	published: new Set<ProblemCode>(liftable.options),
	own: new Set<ProblemCode>([
		...liftable.options,
		'missing-advice',
		'item-too-long',
		'useless-exception',
		'missing-change',
		'missing-frame'
	])
};

/** Whether the app can use it. How it is written is for who writes it. */
export function checkQuestionnaire(input: unknown, kind: QuestionnaireKind = 'published'): CheckOutcome {
	return checkParsed(input, kind, ruleProblems);
}

/** Checks the shape first; the rules between parts are checked only on a file whose shape holds. */
export function checkParsed(
	input: unknown,
	kind: QuestionnaireKind,
	rules: (questionnaire: Questionnaire, kind: QuestionnaireKind) => Problem[]
): CheckOutcome {
	const parsed = parseOutside(questionnaireSchema, input);
	if (!parsed) {
		const message = 'Hier klopt bijna niets van. Dit kan geen vragenlijst zijn.';
		return { kind: 'refused', problems: [{ code: 'shape', where: 'bestand', path: [], message }] };
	}
	if (!parsed.success) return { kind: 'refused', problems: asProblems(parsed.error.issues, input) };
	const questionnaire = parsed.data;
	const found = rules(questionnaire, kind);
	const problems = found.filter(({ code }) => !isOnlyAdvice(code, kind));
	if (problems.length > 0) return { kind: 'refused', problems };
	return found.length > 0 ? { kind: 'warned', questionnaire, warnings: found } : { kind: 'good', questionnaire };
}

/** Whether the app works without it. */
export function isOnlyAdvice(code: ProblemCode, kind: QuestionnaireKind): boolean {
	return warnings[kind].has(code);
}

/** What is wrong with the shape alone, for whoever is still writing. */
export function shapeProblems(input: unknown): Problem[] {
	const parsed = questionnaireSchema.safeParse(input);
	return parsed.success ? [] : asProblems(parsed.error.issues, input);
}

function asProblems(issues: readonly Parameters<typeof describeShapeIssue>[0][], input: unknown): Problem[] {
	return issues.map((issue): Problem => ({ code: 'shape', ...describeShapeIssue(issue, input) }));
}
