/** Every id that is shown or stored, each once, with what is stored of it: undefined when it is not stored any more. */
export function shownAndStored<Value>(
	shown: Iterable<string>,
	stored: Iterable<readonly [string, Value]>
): [string, Value | undefined][] {
	const found = new Map(stored);
	return [...new Set([...shown, ...found.keys()])].map((id) => [id, found.get(id)]);
}
