import { readBytes, writeBytes, type ByteFile } from './byte-file';
import { decodeLines, encodeLine } from './lines';

/**
 * Which transactions the piles hold, in a file of two small slots that take turns: it does
 * not grow, and tells no order.
 */
export interface Register {
	/** Of the database. */
	epoch: string;
	/** All transactions up to this one. */
	upTo: number;
	/** Later ones that another tab handed in first, in order. */
	also: readonly number[];
	/** How many piles there are. */
	piles: number;
}

/** More than this are not remembered: then the piles are compared with the database. */
const MOST_LATER = 8;
const SLOT_BYTES = 256;

type Slot = Register & { turn: number };

/** @returns null when nothing was ever noted, or it was damaged */
export function readRegister(file: ByteFile): Register | null {
	return newestSlot(file);
}

/** Waits until it is on the disk. @throws when it could not be written */
export function writeRegister(file: ByteFile, { epoch, upTo, also, piles }: Register): void {
	const turn = (newestSlot(file)?.turn ?? 0) + 1;
	const bytes = new Uint8Array(SLOT_BYTES).fill(0x20);
	bytes.set(encodeLine({ epoch, upTo, also: also.slice(0, MOST_LATER), piles, turn } satisfies Slot));
	writeBytes(file, bytes, (turn % 2) * SLOT_BYTES);
	file.flush();
	// What it said before tells what happened last.
	writeBytes(file, new Uint8Array(SLOT_BYTES).fill(0x20), ((turn + 1) % 2) * SLOT_BYTES);
	file.flush();
}

/** The last transaction in the piles. */
export function lastIn({ upTo, also }: Register): number {
	return also.at(-1) ?? upTo;
}

/** @param added how many piles came, less those that went */
export function withTransaction({ epoch, upTo, also, piles }: Register, number: number, added: number): Register {
	const later = [...new Set([...also, number])].filter((one) => one > upTo).sort((a, b) => a - b);
	let reached = upTo;
	while (later[0] === reached + 1) reached = later.shift() ?? reached;
	return { epoch, upTo: reached, also: later, piles: piles + added };
}

function newestSlot(file: ByteFile): Slot | null {
	const slots = [0, 1].flatMap((place) => {
		const [slot] = decodeLines(readBytes(file, place * SLOT_BYTES, SLOT_BYTES)) as (Slot | undefined)[];
		return slot ? [slot] : [];
	});
	return slots.sort((a, b) => b.turn - a.turn)[0] ?? null;
}
