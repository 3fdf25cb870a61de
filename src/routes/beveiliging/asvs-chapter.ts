/** How the app stands towards requirements of OWASP ASVS 5.0.0; the words are this project's own. */
export type Finding = 'met' | 'host' | 'deviates' | 'none';

export interface AsvsRow {
	/** Of requirements of level 1 or 2, such as «14.3.3». */
	numbers: readonly string[];
	subject: string;
	finding: Finding;
	words: string;
	/** Where it is proven, in the repository. */
	tests?: readonly string[];
}

export interface AsvsChapter {
	/** Such as «V14». */
	id: string;
	title: string;
	rows: readonly AsvsRow[];
}
