import type { LiftableCode } from './schema';
import type { Path } from '$lib/domain/text/json-places';

/** What can be wrong with a questionnaire. */
export type ProblemCode =
	| 'not-json'
	| 'shape'
	| 'misleading-character'
	| 'duplicate-id'
	| 'reserved-id'
	| 'unknown-source'
	| 'unknown-role'
	| 'wrong-minutes'
	| 'too-large'
	| 'missing-advice'
	| 'item-too-long'
	| 'duplicate-exception'
	| LiftableCode
	| 'useless-exception'
	| 'missing-change'
	| 'missing-frame'
	| 'wrong-terms'
	| 'too-many-to-choose'
	| 'unknown-dimension';

/** Made and published with this app, or made by people for themselves. */
export type QuestionnaireKind = 'published' | 'own';

export interface Problem {
	code: ProblemCode;
	/** The id it concerns, or the place in the file when there is no id. */
	where: string;
	/** The part that is wrong, or that misses something. */
	path: Path;
	message: string;
}

/** A remark on how something is written, that an exception with this rule and this id lifts. */
export interface Remark extends Problem {
	code: LiftableCode;
}
