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
