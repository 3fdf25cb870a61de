/** Numbers that look like chance and are the same for the same seed. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
		for (let warming = 0; warming < 5; warming += 1) this.below(2);
	}

	/** A whole number from 0, below the limit. */
	below(limit: number): number {
		this.#state = (this.#state * 48_271) % 2_147_483_647;
		return this.#state % limit;
	}

	/** @throws when there is nothing to choose from */
	oneOf<Choice>(choices: readonly Choice[]): Choice {
		const choice = choices[this.below(choices.length)];
		if (choice === undefined) throw new Error('nothing to choose from');
		return choice;
	}
}

/** FAULT_SEED: any whole number; a run prints the one it had. */
export const seed = Number(process.env['FAULT_SEED'] ?? 20_261);
/** FAULT_KILLS: how often the browser is killed with each of the two seeds. */
export const kills = Number(process.env['FAULT_KILLS'] ?? 100);
