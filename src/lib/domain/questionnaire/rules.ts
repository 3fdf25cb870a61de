import { missingAdvice } from './advice-rules';
import { missingFrame, tooManyToChoose, unknownDimensions, wrongTerms } from './frame-rules';
import { duplicateIds, reservedIds, unknownRoles, unknownSources } from './id-rules';
import { duplicateExceptions, longItems } from './item-rules';
import type { Problem, QuestionnaireKind } from './problem';
import { dimensionsOf, itemsOf, type Questionnaire } from './questionnaire';

/** The rules between the parts of a questionnaire whose shape holds. */

/** More than anyone can answer in one sitting, and what every screen still draws at once. */
const MAX_ITEMS = 500;
const MAX_DIMENSIONS = 100;
const MAX_ROLES = 10;

/** Everything that any rule finds, in the order of the rules. */
export function ruleProblems(questionnaire: Questionnaire, kind: QuestionnaireKind): Problem[] {
	// First of all: the other rules would take minutes over what is far too large.
	const tooMany = tooManyParts(questionnaire);
	if (tooMany.length > 0) return tooMany;
	return [
		...duplicateIds(questionnaire),
		...reservedIds(questionnaire),
		...unknownSources(questionnaire),
		...unknownRoles(questionnaire),
		...unknownDimensions(questionnaire),
		...wrongTerms(questionnaire),
		...tooManyToChoose(questionnaire),
		...missingFrame(questionnaire, kind),
		...wrongMinutes(questionnaire),
		...missingAdvice(questionnaire),
		...longItems(questionnaire),
		...duplicateExceptions(questionnaire),
		...missingChange(questionnaire)
	];
}

function tooManyParts(questionnaire: Questionnaire): Problem[] {
	const problem = (what: string, count: number, limit: number): Problem[] =>
		count <= limit
			? []
			: [
					{
						code: 'too-large',
						where: 'themes',
						path: ['themes'],
						message: `Dit zijn ${count} ${what}; hoogstens ${limit}.`
					}
				];
	return [
		...problem('rollen', questionnaire.roles.length, MAX_ROLES),
		...problem('onderdelen', dimensionsOf(questionnaire).length, MAX_DIMENSIONS),
		...problem('stellingen', itemsOf(questionnaire).length, MAX_ITEMS)
	];
}

function wrongMinutes({ minutes }: Questionnaire): Problem[] {
	if (minutes.from <= minutes.to) return [];
	const message = `Dit duurt van ${minutes.from} tot ${minutes.to} minuten: het eerste getal moet het kleinste zijn.`;
	return [{ code: 'wrong-minutes', where: 'minutes', path: ['minutes'], message }];
}

/**
 * A reader who compares two versions is told what changed. The ids in a change are not looked up: an item that was
 * replaced is gone from this version, and rightly so.
 */
function missingChange({ version, changes }: Questionnaire): Problem[] {
	if (changes.some((change) => change.version === version)) return [];
	const message = `Er staat geen wijziging bij voor versie ${version}. Schrijf in "changes" wat er in deze versie nieuw is.`;
	return [{ code: 'missing-change', where: 'changes', path: ['changes'], message }];
}
