/** What became of data from outside: good with what it holds by name, or refused with the reason in Dutch. */
export type Outcome<T extends object> = Good<T> | Refused;

export type Good<T extends object> = { kind: 'good' } & T;

export interface Refused {
	kind: 'refused';
	/** What happened and what to do, to show to people as it is. */
	reason: string;
}

export function good<T extends object>(found: T): Good<T> {
	return { kind: 'good', ...found };
}

export function refused(reason: string): Refused {
	return { kind: 'refused', reason };
}
