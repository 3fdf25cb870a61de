import type { Commitment, ReportChoice } from '$lib/domain/measurement/commitment';
import type { JointAnswer } from './intake';
import type {
	AgreedScore,
	IndividualResponse,
	ItemNote,
	Measurement,
	Partnership
} from '$lib/domain/measurement/measurement';
import type { OwnLetterbox } from '$lib/domain/measurement/own-letterbox';
import type { BundledShowing } from '$lib/domain/measurement/showing';

/**
 * Everything of one measurement, as it travels and as it is put back. Half-filled sheets stay in the hands they are in.
 */
export interface MeasurementBundle {
	measurement: Measurement;
	responses: readonly IndividualResponse[];
	/** Only in an open measurement. */
	jointAnswers: readonly BundledJointAnswer[];
	/** Of the room; only in an open measurement. */
	notes: readonly ItemNote[];
	agreedScores: readonly BundledAgreedScore[];
	commitments: readonly BundledCommitment[];
	reportChoice: BundledReportChoice | null;
	/** The dimension where filling in together was left; null when it never began. */
	position: string | null;
	/** Only of an anonymous measurement; left out: an older version of the app wrote nothing of it (assumedShowing). */
	showing?: BundledShowing;
	/** Where phones drop answers; only in a file with a lock. */
	letterbox?: OwnLetterbox;
}

export type BundledJointAnswer = Omit<JointAnswer, 'measurementId'>;
export type BundledAgreedScore = Omit<AgreedScore, 'measurementId'>;
export type BundledCommitment = Omit<Commitment, 'partnershipId' | 'measurementId'>;
export type BundledReportChoice = Omit<ReportChoice, 'measurementId'>;

/** A partnership with some or all of its measurements. */
export interface PartnershipBundle {
	partnership: Partnership;
	measurements: readonly MeasurementBundle[];
	/** For who guides alone: only in a file with everything on a device. Not blank. */
	privateNote?: string;
}
