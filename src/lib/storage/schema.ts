import type { DBSchema } from 'idb';
import type { QuestionnaireDraft } from '$lib/domain/drafting/draft';
import type { Commitment, ReportChoice } from '$lib/domain/measurement/commitment';
import type { Letterhead } from '$lib/domain/measurement/letterhead';
import type {
	AgreedScore,
	Answer,
	IndividualResponse,
	Invitation,
	Measurement,
	Partnership,
	Topics,
	Trend,
	Way
} from '$lib/domain/measurement/measurement';
import type { OwnLetterbox } from '$lib/domain/measurement/own-letterbox';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { Terms } from '$lib/domain/measurement/terms';
import type { Showing } from '$lib/domain/measurement/showing';
import type { MeasurementSummary } from '$lib/domain/scoring/summary';

/** One answer of one response; written on its own, never together with the other answers. */
export interface StoredAnswer {
	responseId: string;
	itemId: string;
	measurementId: string;
	groupId: string;
	/** Topics at the closing question; null: that was taken back. */
	answer: Answer | Topics | null;
	/** Counts up with every change of this answer. */
	revision: number;
}

export interface StoredNote {
	measurementId: string;
	itemId: string;
	text: string;
}

/** Where the people filling in were, to come back at the same place. */
export interface StoredPosition {
	measurementId: string;
	dimensionId: string;
}

/** One individual's response that is still in that person's hands: being filled in, or kept on the own phone. */
export interface StoredSheet {
	responseId: string;
	groupId: string;
	way: 'device' | 'phone';
	/** What the sheet belongs to; on a phone the measurement itself is elsewhere. */
	invitation: Invitation;
	measurementId: string;
	/** What it is answered under; not on a sheet that an older version of the app stored. */
	terms?: Terms;
	/** On a phone, what stood in the address from # on: to come back by from the start page. */
	link?: string;
	/** How often it was finished. */
	revision: number;
	finished: boolean;
}

/** One answer or note on a sheet; written on its own. */
export interface StoredSheetEntry {
	responseId: string;
	itemId: string;
	/** Topics at the closing question. */
	answer: Answer | Topics | null;
	note: string;
}

/** How a respondent finds that one dimension goes, on a sheet; written on its own. */
export interface StoredSheetTrend {
	responseId: string;
	dimensionId: string;
	/** Null: this respondent chose to leave it open. */
	trend: Trend | null;
}

/** A questionnaire that someone made and keeps on this device. The same id and version never hold anything else. */
export interface StoredQuestionnaire {
	id: string;
	version: string;
	content: Questionnaire;
	/** ISO date and time. */
	addedAt: string;
}

/** Only in a file with everything on the device. */
export type StoredQuestionnaireDraft = QuestionnaireDraft;

/**
 * Something about this device: the address where the app is hosted, its own name, what its reports carry, and how a
 * measurement was begun.
 */
type StoredSetting =
	{ key: 'appAddress'; value: string } | StoredDevice | StoredLetterhead | StoredFirstWay | StoredPrivateNote;

/**
 * The name of this device, made when the first anonymous measurement came here. A database that was lost and found
 * again may leave two: then both are of this device.
 */
export interface StoredDevice {
	key: `device ${string}`;
	/** 10 hexadecimal digits. */
	value: string;
}

/** What the reports of a partnership carry; it goes with the partnership, and never in a file. */
export interface StoredLetterhead {
	/** With the id of the partnership. */
	key: `letterhead ${string}`;
	value: Letterhead;
}

/**
 * What the one who guides notes of a partnership for themselves; it goes with the partnership, and only in a file with
 * everything on the device.
 */
export interface StoredPrivateNote {
	/** With the id of the partnership. */
	key: `note ${string}`;
	/** Not blank. */
	value: string;
}

/** The way that a measurement was made for, which its desk puts first; it goes with it, and never in a file. */
export interface StoredFirstWay {
	/** With the id of the measurement. */
	key: `way ${string}`;
	value: Way;
}

/** Never in a file without a lock, and gone once figures were shown: it opens what people answered. */
export interface StoredLetterbox extends OwnLetterbox {
	/** Of a measurement that was removed `removedLetterboxKey`, until the host has emptied it. */
	measurementId: string;
}

/** What this device knows of an anonymous measurement; it stays when the measurement is deleted. */
interface StoredShowing extends Showing {
	measurementId: string;
}

/** What lists need of a measurement, without its answers; never in a file, made again whenever it is missing. */
interface StoredSummary {
	measurementId: string;
	/** The number of the rules that it was made by. */
	rules: number;
	summary: MeasurementSummary;
}

/** What this database says about itself; never in a file or in the journal. */
export type StoredMeta =
	/**
	 * Tells whether the journal and this database hold the same: the epoch is of this database only, the rest
	 * counts its write transactions.
	 */
	| StoredCount
	/**
	 * The oldest number of upgrades with which an app may go on using this database, after its host
	 * went back to an older build.
	 */
	| { key: 'schema'; compatibleFrom: number }
	| StoredBackup;

export interface StoredCount {
	key: 'journal';
	epoch: string;
	/** Counts the transactions that go in the log of the journal. */
	sequence: number;
	/** Counts those that go in its piles; missing while an app wrote here last that knows of none. */
	piles?: number;
	/** The write that counted last: who does not know whether a try of it came through, sees it here. */
	by?: string;
	/** Set while something was written before the comparison with the journal could be made. */
	uncompared?: {
		/** The last transaction before that. */
		from: number;
		pilesFrom?: number;
		/**
		 * What was written since, each as a store and a key, in alphabetical order: newer than
		 * whatever the journal says of it.
		 */
		written: string[];
	};
}

/** When everything was last saved to a file, and the file that renews itself. */
export interface StoredBackup {
	key: 'backup';
	/** ISO date of the last file with everything; null: never. */
	savedAt: string | null;
	/** Whether anything changed since. */
	changed: boolean;
	/** The file that people chose to renew itself; null when there is none. */
	file: StoredBackupFile | null;
	/** Of a file that is being made; gone as soon as anything changes. */
	watch?: string;
}

interface StoredBackupFile {
	handle: FileSystemFileHandle;
	/** ISO date of the last time that it was written; null: never. No time: it is written when a response comes in. */
	renewedAt: string | null;
	/** Whether anything changed since. */
	changed: boolean;
}

export interface Schema extends DBSchema {
	partnerships: { key: string; value: Partnership };
	measurements: { key: string; value: Measurement; indexes: { byPartnership: string } };
	answers: { key: [string, string]; value: StoredAnswer; indexes: { byMeasurement: string } };
	notes: { key: [string, string]; value: StoredNote; indexes: { byMeasurement: string } };
	positions: { key: string; value: StoredPosition };
	responses: { key: string; value: IndividualResponse; indexes: { byMeasurement: string } };
	sheets: { key: string; value: StoredSheet; indexes: { byMeasurement: string } };
	sheetEntries: { key: [string, string]; value: StoredSheetEntry; indexes: { byResponse: string } };
	agreedScores: { key: [string, string]; value: AgreedScore; indexes: { byMeasurement: string } };
	settings: { key: string; value: StoredSetting };
	commitments: { key: string; value: Commitment; indexes: { byPartnership: string; byMeasurement: string } };
	reportChoices: { key: string; value: ReportChoice };
	sheetTrends: { key: [string, string]; value: StoredSheetTrend; indexes: { byResponse: string } };
	questionnaires: { key: [string, string]; value: StoredQuestionnaire };
	questionnaireDrafts: { key: string; value: StoredQuestionnaireDraft };
	summaries: { key: string; value: StoredSummary };
	showings: { key: string; value: StoredShowing };
	letterboxes: { key: string; value: StoredLetterbox };
	meta: { key: StoredMeta['key']; value: StoredMeta };
}
