/**
 * What opening a file would do with one measurement: what comes in, what stays as it is, who shows it, or why nothing
 * comes in.
 */

/** How many things of each kind come in. */
export interface Arrivals {
	/** Responses that were not here. */
	added: number;
	/** Responses of which a newer revision comes in. */
	replaced: number;
	jointAnswers: number;
	notes: number;
	agreedScores: number;
	commitments: number;
	/** The choices for the report. */
	reportChoice: boolean;
	/** What the room chose to talk about. */
	agenda: boolean;
	/** The letterbox: this device opens what phones drop there, too. */
	letterbox?: true;
}

/**
 * What becomes of who closes and shows an anonymous measurement of which no figure was shown; null: nothing changes.
 */
export type RightToShow =
	/** This device, from now on. */
	| 'here'
	/** Another one: here answers are only collected. */
	| 'elsewhere'
	/** None: figures were shown already, over other people than will be here. */
	| 'over-others'
	| null;

/** `refused`, where something else may come in: responses in the file that do not, such as one without answers. */
export type Verdict =
	| { kind: 'new'; arrivals: Arrivals; refused: number; right: RightToShow }
	/** It was here, and something comes in. `kept`: things that differ, and stay as here unless people choose. */
	| { kind: 'newer'; arrivals: Arrivals; kept: number; refused: number; right: RightToShow }
	| { kind: 'same'; kept: number; refused: number }
	/** Dutch; nothing of this measurement comes in. */
	| { kind: 'refused'; reason: string };

/** Whether anything changes on this device. */
export function bringsChange({ kind }: Verdict): boolean {
	return kind === 'new' || kind === 'newer';
}
