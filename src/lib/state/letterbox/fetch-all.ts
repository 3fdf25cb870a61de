import type { LetterboxWire } from '$lib/letterbox/wire';
import type { EnvelopeIntake } from './envelope-intake';
import type { Room } from './room';

/** How long people wait for all that lies in a letterbox, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Takes in everything that lies in a letterbox now, whichever tab has the line.
 * @returns whether all of it is here: not when the letterbox does not answer in time, or when it cannot be stored
 */
export async function fetchAll(
	{ roomId, secret }: Pick<Room, 'roomId' | 'secret'>,
	wire: Pick<LetterboxWire, 'envelopesAfter'>,
	intake: Pick<EnvelopeIntake, 'take'>
): Promise<boolean> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)));
	const all = async () => {
		for (let after = 0; ;) {
			const answer = await wire.envelopesAfter(roomId, secret, after);
			// What is closed at the host has nothing in it.
			if (answer.kind !== 'done') return answer.kind === 'no-room';
			if ((await intake.take(answer.envelopes)) !== 'taken') return false;
			const last = answer.envelopes.at(-1);
			if (!answer.more || !last) return true;
			after = last.number;
		}
	};
	return Promise.race([all(), late]).finally(() => clearTimeout(timer));
}
