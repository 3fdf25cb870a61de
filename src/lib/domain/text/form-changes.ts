/** Forms with a button: what someone changed in one, over what another tab stored meanwhile. */

export interface FormChanges<Fields> {
	/** Only what was written differently here. */
	changes: Partial<Fields>;
	/** Of these, the fields that were written differently elsewhere too. */
	clashes: (keyof Fields & string)[];
}

/**
 * @param seen how the form was when it opened
 * @param written how it is now
 * @param stored what is stored at this moment; it may have more fields
 */
export function formChanges<Fields extends Record<string, string>>(
	seen: Fields,
	written: Fields,
	stored: Fields
): FormChanges<Fields> {
	const names = (Object.keys(written) as (keyof Fields & string)[]).filter((name) => written[name] !== seen[name]);
	const clashes = names.filter((name) => stored[name] !== seen[name] && stored[name] !== written[name]);
	const changes: Partial<Fields> = {};
	for (const name of names) changes[name] = written[name];
	return { changes, clashes };
}

/**
 * Why it is not stored, and what to do, in Dutch; what was written here stays in the form.
 * @param labels what the fields are called on the screen
 */
export function describeClashes<Fields extends Record<string, string>>(
	{ clashes }: FormChanges<Fields>,
	stored: Fields,
	labels: Record<keyof Fields & string, string>
): string {
	const there = clashes.map((name) => `${labels[name]}: ${stored[name] === '' ? '(leeg)' : `«${stored[name]}»`}`);
	return `In een ander tabblad is dit intussen veranderd. Daar staat nu: ${there.join('; ')}. Wat jij schreef, staat nog in het formulier. Druk opnieuw op bewaren om jouw tekst te houden, of pas hem eerst aan.`;
}
