import { misleadingCharacter } from '$lib/domain/text/misleading-characters';
import { readJson, type Path, type TextPlace } from '$lib/domain/text/json-places';
import type { Problem, ProblemCode, QuestionnaireKind } from './problem';
import type { Questionnaire } from './questionnaire';
import { questionnaireSchema } from './schema';
import { ruleProblems } from './rules';
import { describeShapeIssue } from './shape-issues';
import { parseOutside } from '$lib/domain/zod';

/** A problem with the line where it stands. */
export type PlacedProblem = Problem & TextPlace;

/** Good, good with warnings, or refused with every problem at once. */
export type CheckOutcome<Found extends Problem = Problem> =
	| { kind: 'good'; questionnaire: Questionnaire }
	| { kind: 'warned'; questionnaire: Questionnaire; warnings: Found[] }
	| { kind: 'refused'; problems: Found[] };

/** What is a warning and no refusal: of an own questionnaire everything that the app can do without. */
const warnings: Record<QuestionnaireKind, ReadonlySet<ProblemCode>> = {
	published: new Set<ProblemCode>(['joined-claim']),
	own: new Set<ProblemCode>([
		'joined-claim',
		'missing-advice',
		'item-too-long',
		'useless-exception',
		'missing-change',
		'missing-frame'
	])
};

/** Checks a questionnaire as people write it: each problem comes with its line. */
export function checkQuestionnaireText(
	json: string,
	kind: QuestionnaireKind = 'published'
): CheckOutcome<PlacedProblem> {
	const reading = readJson(json);
	if (reading.kind === 'refused') {
		const { place, message } = reading;
		return { kind: 'refused', problems: [{ code: 'not-json', where: 'bestand', path: [], message, ...place }] };
	}
	const placed = (problem: Problem): PlacedProblem => ({ ...problem, ...reading.placeOf(problem.path) });
	const outcome = checkQuestionnaire(reading.value, kind);
	const misleading = misleadingCharacters(reading.value, []);
	if (misleading.length > 0) {
		const others = outcome.kind === 'refused' ? outcome.problems : [];
		return { kind: 'refused', problems: [...misleading, ...others].map(placed) };
	}
	switch (outcome.kind) {
		case 'good':
			return outcome;
		case 'warned':
			return { ...outcome, warnings: outcome.warnings.map(placed) };
		case 'refused':
			return { ...outcome, problems: outcome.problems.map(placed) };
	}
}

/** Every text with a character that nobody sees and that misleads: it came along with a copy, or worse. */
function misleadingCharacters(value: unknown, path: Path): Problem[] {
	if (typeof value === 'string') {
		const character = misleadingCharacter(value);
		if (character === undefined) return [];
		const message = `In deze tekst zit een onzichtbaar teken dat niet mag (${character}). Typ de tekst opnieuw, zonder te plakken.`;
		return [{ code: 'misleading-character', where: path.join('.') || 'bestand', path, message }];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) =>
		misleadingCharacters(part, [...path, Array.isArray(value) ? Number(key) : key])
	);
}

/** Checks the shape first; the rules between parts are checked only on a file whose shape holds. */
export function checkQuestionnaire(input: unknown, kind: QuestionnaireKind = 'published'): CheckOutcome {
	const parsed = parseOutside(questionnaireSchema, input);
	if (!parsed) {
		const message = 'Hier klopt bijna niets van. Dit kan geen vragenlijst zijn.';
		return { kind: 'refused', problems: [{ code: 'shape', where: 'bestand', path: [], message }] };
	}
	if (!parsed.success) {
		const problems = parsed.error.issues.map((issue): Problem => ({
			code: 'shape',
			...describeShapeIssue(issue, input)
		}));
		return { kind: 'refused', problems };
	}
	const questionnaire = parsed.data;
	const found = ruleProblems(questionnaire, kind);
	const isWarning = ({ code }: Problem) => warnings[kind].has(code);
	const problems = found.filter((problem) => !isWarning(problem));
	if (problems.length > 0) return { kind: 'refused', problems };
	return found.length > 0 ? { kind: 'warned', questionnaire, warnings: found } : { kind: 'good', questionnaire };
}

/** One line for a log or a list: file, line if it is known, id and message. */
export function describeProblem(problem: Problem | PlacedProblem, file: string): string {
	const line = 'line' in problem ? `:${problem.line}` : '';
	return `${file}${line}: ${problem.where}: ${problem.message}`;
}
