import { reasonOf } from '$lib/storage/storage-error';

/** Shows on the screen, in Dutch, why what people asked was not done; undefined when it was. */
export interface ShowsProblem {
	problem: string | undefined;
}

/** Nothing is thrown: what goes wrong is the problem on the screen, and what goes well takes an earlier one away. */
export async function guarded(screen: ShowsProblem, work: () => Promise<void>): Promise<void> {
	screen.problem = await whyNot(work);
}

/** @returns why the work was not done, in Dutch; undefined when it was */
export async function whyNot(work: () => Promise<void>): Promise<string | undefined> {
	try {
		await work();
		return undefined;
	} catch (cause) {
		return reasonOf(cause);
	}
}
