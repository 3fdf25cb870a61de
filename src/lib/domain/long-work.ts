/** Work that may take so long that people want to see how far it is, and may stop it. */

/**
 * Tells how far a phase is.
 * @param done of `total`, in whatever the phase counts; never less than before
 * @throws WorkEnded when people stopped the work: then nothing of it may stay behind
 */
export type TellProgress = (done: number, total: number) => void;

/** Begins a phase; nothing is known yet of how much there is to do. @throws WorkEnded as `TellProgress` does */
export type BeginPhase = (phase: WorkPhase) => TellProgress;

export type WorkPhase =
	/** A file in the making: counts partnerships. */
	| 'making'
	/** The same from the beginning, since something changed meanwhile. */
	| 'making-again'
	/** What is made goes into a file that people chose: counts bytes. */
	| 'saving'
	/** A table of figures in the making: counts measurements. */
	| 'tabulating'
	/** A file is looked through: counts bytes. */
	| 'reading'
	/** Its partnerships are checked, and laid beside what is here. */
	| 'comparing'
	/** They come on this device. */
	| 'writing'
	/** Whether something changed since they came. */
	| 'looking-back'
	/** What was here before comes back. */
	| 'putting-back'
	/** The disk gets what was written. Can not be counted or stopped. */
	| 'settling';

/** For work that nobody watches. */
export const unwatched: BeginPhase = () => () => undefined;

/** Work that ends on purpose and leaves nothing behind, with the reason for people in Dutch. */
export class WorkEnded extends Error {
	override name = 'WorkEnded';
}
