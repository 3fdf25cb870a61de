import { compareText } from '$lib/domain/text/compare-text';
import { isUsableDate, USABLE_YEARS } from '$lib/domain/dates';
import type { Edits } from './edits';
import { isBlank, tidyText } from '$lib/domain/text/misleading-characters';

/** What people agreed to do (afspraak): what, who, by when; reviewed at the next measurement. */
export interface Commitment {
	id: string;
	partnershipId: string;
	/** The measurement it was made at. */
	measurementId: string;
	/** The tip or prompt it came from; null when it was free. */
	adviceId: string | null;
	/** The dimension it is about; null when it is about none. */
	dimensionId: string | null;
	what: string;
	/** Free text; may be empty while still open. */
	who: string;
	/** ISO date, yyyy-mm-dd; empty while still open. */
	by: string;
	status: CommitmentStatus;
	note: string;
	/** ISO date and time. */
	createdAt: string;
	/** How often it was changed, and where: see `edits.ts`. */
	edits?: Edits;
}

export type CommitmentStatus = 'open' | 'busy' | 'done' | 'dropped';

/** What the facilitator chose for the report of a measurement. */
export interface ReportChoice {
	measurementId: string;
	/** Ids of the tips and prompts to print; null prints the first five. */
	adviceIds: readonly string[] | null;
	/** Own words of the facilitator; may be empty. */
	ownWords: string;
}

/**
 * The tips and prompts in a report after one of them was ticked or not; all others stay.
 * @param first what is in the report as long as nobody chose
 */
export function tickAdvice(
	adviceIds: ReportChoice['adviceIds'],
	adviceId: string,
	isChosen: boolean,
	first: readonly string[]
): readonly string[] {
	const others = (adviceIds ?? first).filter((id) => id !== adviceId);
	return isChosen ? [...others, adviceId] : others;
}

/** What people write and change themselves. */
export type CommitmentFields = Pick<Commitment, 'what' | 'who' | 'by' | 'status' | 'note'>;

export const emptyCommitment: CommitmentFields = { what: '', who: '', by: '', status: 'open', note: '' };

/** What the fields are called on the screen. */
export const COMMITMENT_LABELS: Record<keyof CommitmentFields, string> = {
	what: 'Wat',
	who: 'Wie',
	by: 'Tegen',
	status: 'Hoe ver',
	note: 'Notitie'
};

/** Lengths are in UTF-16 units, as a text field counts them. */
export const MAX_WHAT = 500;
export const MAX_WHO = 200;
export const MAX_COMMITMENT_NOTE = 5000;

export const COMMITMENT_STATUSES: readonly CommitmentStatus[] = ['open', 'busy', 'done', 'dropped'];

const statusWords: Record<CommitmentStatus, string> = {
	open: 'nog te doen',
	busy: 'bezig',
	done: 'gedaan',
	dropped: 'vervallen'
};

export function statusWord(status: CommitmentStatus): string {
	return statusWords[status];
}

/** What people wrote without the space around it. */
export function tidyCommitment(fields: CommitmentFields): CommitmentFields {
	const { what, who, note } = fields;
	return { ...fields, what: tidyText(what), who: tidyText(who), note: tidyText(note) };
}

/** A day that nobody can choose, such as one in the year 26 or 9999, goes to the note: it is no date to remind of. */
export function withUsableDay<C extends Pick<Commitment, 'by' | 'note'>>(commitment: C): C {
	const { by, note } = commitment;
	if (by === '' || isUsableDate(by)) return commitment;
	const kept = [note, `Tegen ${by}.`].filter((part) => part !== '').join('\n');
	return { ...commitment, by: '', note: kept.slice(-MAX_COMMITMENT_NOTE) };
}

/** What is wrong with a commitment being written, in Dutch; empty when nothing is. Who and when may be open. */
export function commitmentProblems({ what, who, by, note }: CommitmentFields): string[] {
	const problems: string[] = [];
	if (isBlank(what)) problems.push('Schrijf wat jullie afspreken.');
	problems.push(
		...tooLong('De afspraak', what, MAX_WHAT),
		...tooLong('Bij wie', who, MAX_WHO),
		...tooLong('De notitie', note, MAX_COMMITMENT_NOTE)
	);
	if (by !== '' && !isUsableDate(by)) {
		problems.push(`Deze datum bestaat niet of valt niet ${USABLE_YEARS}. Kies een andere, of laat ze leeg.`);
	}
	return problems;
}

function tooLong(field: string, text: string, limit: number): string[] {
	const { length } = text.trim();
	if (length <= limit) return [];
	return [`${field}: hoogstens ${limit} tekens. Nu zijn het er ${length}.`];
}

/** Whether something still has to happen. */
export function isPending({ status }: Pick<Commitment, 'status'>): boolean {
	return status === 'open' || status === 'busy';
}

/**
 * Whether the day has passed while something still has to happen; on the day itself it has not.
 * @param today ISO date, yyyy-mm-dd
 */
export function isOverdue(commitment: Pick<Commitment, 'status' | 'by'>, today: string): boolean {
	return isPending(commitment) && commitment.by !== '' && commitment.by < today;
}

/** What still has to happen first, then the rest; each by date, without a date last, then as they were made. */
export function sortCommitments(commitments: readonly Commitment[]): Commitment[] {
	return [...commitments].sort(
		(a, b) =>
			Number(isPending(b)) - Number(isPending(a)) ||
			Number(a.by === '') - Number(b.by === '') ||
			compareText(a.by, b.by) ||
			compareText(a.createdAt, b.createdAt) ||
			compareText(a.id, b.id)
	);
}
