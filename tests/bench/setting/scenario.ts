/** What the rows of one measure, in one unit, are compared on: each sample belongs to the round of its place. */
export interface Row {
	/** Such as «ready, cold»; the same words for every contender. */
	measure: string;
	/** Such as «floor», «surveyjs» or «app». */
	contender: string;
	unit: 'ms' | 'kB' | 'MB' | '';
	/** One a round, in the order of the rounds: ratios are taken within a round. */
	samples: readonly number[];
	/** On the row that has to meet them. */
	targets?: readonly Target[];
}

export interface Target {
	/** The contender whose median is the measure; left out: an absolute number in the row's own unit. */
	beside?: string;
	atMost: number;
}

/** What a run gives every scenario. */
export interface Lab {
	/** How often each contender has its turn. */
	rounds: number;
	/** The folder of the built app, which the runner has just made. */
	appFolder: string;
	/** Where traces go, one more visit each that does not count; undefined: none are made. */
	traces?: string | undefined;
	/** A line on the progress. */
	log: (line: string) => void;
}

/** A part of the benchmark: it takes turns with its contenders and leaves nothing running. */
export interface Scenario {
	/** For `--only`. */
	name: string;
	run: (lab: Lab) => Promise<readonly Row[]>;
}

/**
 * The contenders in the order of this round: each begins in its turn, so that what comes
 * before is never always the same.
 * @param round from 0
 */
export function inTurn<T>(contenders: readonly T[], round: number): T[] {
	const start = round % contenders.length;
	return [...contenders.slice(start), ...contenders.slice(0, start)];
}
