import { Cell } from './cell.svelte';

/**
 * Values by id, each of its own: what shows one of them is not looked at again when another one changes, as happens
 * with a SvelteMap for what is not in it yet.
 */
export class Cells<Value> {
	readonly #cells: ReadonlyMap<string, Cell<Value>>;

	/** @param ids all that can have a value; what is set for another one is left out */
	constructor(ids: readonly string[]) {
		this.#cells = new Map(ids.map((id) => [id, new Cell<Value>()]));
	}

	get(id: string): Value | undefined {
		return this.#cells.get(id)?.value;
	}

	set(id: string, value: Value): void {
		const cell = this.#cells.get(id);
		if (cell) cell.value = value;
	}

	has(id: string): boolean {
		return this.get(id) !== undefined;
	}

	clear(): void {
		for (const cell of this.#cells.values()) cell.value = undefined;
	}

	get isEmpty(): boolean {
		for (const { value } of this.#cells.values()) if (value !== undefined) return false;
		return true;
	}

	/** Those that have a value, in the order of the ids. */
	get entries(): [string, Value][] {
		return [...this.#cells].flatMap(([id, { value }]): [string, Value][] => (value === undefined ? [] : [[id, value]]));
	}
}
