import { CHARACTERS_PER_GROUP as ROOM, codeCharacters } from '$lib/exchange/encoding/crockford';

/** What stands in the boxes of a typed code, four characters in each; pure. */
export type Boxes = readonly string[];

/** Where the next character comes: the box from 0, and behind how many of its characters. */
export interface Caret {
	box: number;
	place: number;
}

export interface TypedInBoxes {
	boxes: Boxes;
	caret: Caret;
	/** The first character that cannot be in a code, and is not in the boxes. */
	impossible: string | undefined;
	/** Whether there were more characters than there are places. */
	tooMany: boolean;
}

/** @param length of the code, in characters */
export function emptyBoxes(length: number): Boxes {
	return Array.from({ length: Math.ceil(length / ROOM) }, () => '');
}

/** A code in its boxes. */
export function boxesOf(code: string): Boxes {
	return emptyBoxes(code.length).map((_, box) => code.slice(box * ROOM, (box + 1) * ROOM));
}

/**
 * After a box was typed in, by a keyboard of any kind. A box holds four: a character more takes the place of the one
 * behind it, and what comes behind the last goes on in the next box. So a wrong character is typed over, and nothing
 * behind it moves.
 * @param value what the field of the box holds now @param place of the caret in it
 */
export function typedInBox(boxes: Boxes, box: number, value: string, place: number): TypedInBoxes {
	const before = codeCharacters(value.slice(0, place));
	const after = codeCharacters(value.slice(place));
	const head = before.characters.slice(0, ROOM);
	const pushedOut = Math.max(0, head.length + after.characters.length - ROOM);
	const changed = boxes.with(box, head + after.characters.slice(pushedOut));
	const written = writtenFrom(changed, { box, place: head.length }, before.characters.slice(ROOM));
	return { ...written, impossible: before.impossible ?? after.impossible };
}

/** What was inserted in the field of a box, and behind how many of its characters. */
export function insertedIn(old: string, value: string, place: number): { text: string; at: number } {
	const head = value.slice(0, place);
	let at = 0;
	while (at < head.length && at < old.length && head[at] === old[at]) at += 1;
	return { text: head.slice(at), at };
}

/** Writes characters one by one from the caret on, over what stands there. */
export function writtenFrom(boxes: Boxes, caret: Caret, characters: string): Omit<TypedInBoxes, 'impossible'> {
	const written = [...boxes];
	let { box, place } = onward(boxes, caret);
	let count = 0;
	for (const character of characters) {
		const content = written[box] ?? '';
		if (place >= ROOM) break;
		written[box] = content.slice(0, place) + character + content.slice(place + 1);
		// A box with a hole before the caret has none: what is written comes right behind what is there.
		({ box, place } = onward(boxes, { box, place: Math.min(place + 1, written[box]?.length ?? 0) }));
		count += 1;
	}
	return { boxes: written, caret: { box, place }, tooMany: count < characters.length };
}

/** At the end of a full box, the next one; at the end of the last one, there. */
function onward(boxes: Boxes, { box, place }: Caret): Caret {
	return place >= ROOM && box < boxes.length - 1 ? { box: box + 1, place: 0 } : { box, place };
}

/** Takes the character before the caret away; at the beginning of a box that is the last one of the box before it. */
export function erasedBefore(boxes: Boxes, { box, place }: Caret): { boxes: Boxes; caret: Caret } {
	const at = place > 0 ? { box, place } : { box: box - 1, place: boxes[box - 1]?.length ?? 0 };
	const content = boxes[at.box];
	if (content === undefined) return { boxes, caret: { box, place } };
	const left = content.slice(0, Math.max(0, at.place - 1));
	return { boxes: boxes.with(at.box, left + content.slice(at.place)), caret: { box: at.box, place: left.length } };
}

/** Whether every box is full. */
export function areFull(boxes: Boxes): boolean {
	return boxes.every(({ length }) => length === ROOM);
}
