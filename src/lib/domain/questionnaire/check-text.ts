import { misleadingCharacter } from '$lib/domain/text/misleading-characters';
import { readJson, type Path, type TextPlace } from '$lib/domain/text/json-places';
import { checkParsed, type CheckOutcome } from './check';
import type { Problem, QuestionnaireKind } from './problem';
import type { Questionnaire } from './questionnaire';
import { ruleProblems } from './rules';
import { wordingProblems } from './wording';

/** The check for who writes a questionnaire: what the app needs, how it is worded, and on which line each stands. */

/** A problem with the line where it stands. */
export type PlacedProblem = Problem & TextPlace;

/** Checks a questionnaire as people write it, its wording too: each problem comes with its line. */
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
	const outcome = checkParsed(reading.value, kind, allProblems);
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
export function misleadingCharacters(value: unknown, path: Path): Problem[] {
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

function allProblems(questionnaire: Questionnaire, kind: QuestionnaireKind): Problem[] {
	const problems = ruleProblems(questionnaire, kind);
	const isTooLarge = problems.some(({ code }) => code === 'too-large');
	return isTooLarge ? problems : [...problems, ...wordingProblems(questionnaire)];
}

/** One line for a log or a list: file, line if it is known, id and message. */
export function describeProblem(problem: Problem | PlacedProblem, file: string): string {
	const line = 'line' in problem ? `:${problem.line}` : '';
	return `${file}${line}: ${problem.where}: ${problem.message}`;
}
