/** One value that may not be there. */
class Slot<Value> {
	value = $state.raw<Value>();

	constructor(readonly id: string) {}
}

/**
 * Values by id, each of its own: what shows one of them is not looked at again when another one changes, as happens
 * with a SvelteMap for what is not in it yet.
 */
export class ReactiveSlots<Value> {
	/** As many as a questionnaire has items at most: looking one up goes fast enough. */
	readonly #slots: readonly Slot<Value>[];

	/** @param ids all that can have a value; what is set for another one is left out */
	constructor(ids: readonly string[]) {
		this.#slots = ids.map((id) => new Slot<Value>(id));
	}

	get(id: string): Value | undefined {
		return this.#slotOf(id)?.value;
	}

	set(id: string, value: Value | undefined): void {
		const slot = this.#slotOf(id);
		if (slot) slot.value = value;
	}

	has(id: string): boolean {
		return this.get(id) !== undefined;
	}

	clear(): void {
		for (const slot of this.#slots) slot.value = undefined;
	}

	get isEmpty(): boolean {
		return this.#slots.every(({ value }) => value === undefined);
	}

	/** Those that have a value, in the order of the ids. */
	get entries(): [string, Value][] {
		return this.#slots.flatMap(({ id, value }): [string, Value][] => (value === undefined ? [] : [[id, value]]));
	}

	#slotOf(id: string): Slot<Value> | undefined {
		return this.#slots.find((slot) => slot.id === id);
	}
}
