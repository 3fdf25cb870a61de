export type Weight = 'regular' | 'bold';
/** A font as the document knows it: its weight, and behind a hyphen what it is for besides the plain letters. */
export type Face = Weight | `${Weight}-${string}`;

/** Neighbouring characters of one look. */
export interface Run {
	text: string;
	face: Face;
	muted: boolean;
	/** What really stands here, where no font has the character and `text` is a visible placeholder. */
	original: string | null;
}
