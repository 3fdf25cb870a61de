import type { JournalCheck, JournalKeeper } from './keeper';
import type { DiskState, JournalCall, JournalReply, JournalRequest, JournalResults } from './protocol';
import type { ReadDatabase } from './read-database';

/** What the worker works with. */
export interface JournalDesk {
	keeper: JournalKeeper;
	database: ReadDatabase;
	/** Tries to put something on the disk. */
	probe(): Promise<DiskState>;
	/** Takes away what a restoration that was broken off left behind. */
	dropBeside(): Promise<void>;
}

/** Does what a page asks; whatever fails is an answer too. */
export async function answerCall(call: JournalCall, desk: JournalDesk): Promise<JournalReply> {
	try {
		return { id: call.id, ok: true, result: await carryOut(call.request, desk) };
	} catch (cause) {
		return failedReply(call, cause);
	}
}

export function failedReply({ id }: JournalCall, cause: unknown): JournalReply {
	const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
	return { id, ok: false, name, message };
}

function carryOut(
	request: JournalRequest,
	{ keeper, database, probe, dropBeside }: JournalDesk
): Promise<JournalResults[JournalRequest['kind']]> {
	switch (request.kind) {
		case 'append':
			return keeper.append(request.written);
		case 'rewrite':
			return keeper.rewrite();
		case 'check':
			return check(keeper, dropBeside);
		case 'read':
			return keeper.read();
		case 'read-complete':
			return keeper.readComplete();
		case 'try-database':
			return database.state().then(
				() => true,
				() => false
			);
		case 'probe':
			return probe();
	}
}

/** Once the database holds everything, nothing that was made in its place is needed any more. */
async function check(keeper: JournalKeeper, dropBeside: () => Promise<void>): Promise<JournalCheck> {
	const outcome = await keeper.check();
	if (outcome.kind === 'same') void dropBeside().catch(() => undefined);
	return outcome;
}
