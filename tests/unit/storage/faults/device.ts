import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { answerCall } from '$lib/storage/journal/answer-call';
import { dropBeside } from '$lib/storage/beside';
import type { JournalFolder } from '$lib/storage/journal/byte-file';
import { JournalKeeper } from '$lib/storage/journal/keeper';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { JournalCall, JournalMessage } from '$lib/storage/journal/protocol';
import { readDatabaseOf } from '$lib/storage/journal/read-database';
import { Disk } from '../journal/memory-file';
import { Waits } from './waits';

export const NAME = 'samenwerkingsmeter';

/** How the worker that keeps the journal does. */
export type WorkerMood =
	| 'alive'
	/** It answers, but later than people wait. */
	| 'slow'
	/** It never answers. */
	| 'hangs'
	/** An error ends it at the next question. */
	| 'dies'
	/** Its script does not come. */
	| 'missing'
	/** The browser refuses to start one. */
	| 'refused';

const RealChannel = globalThis.BroadcastChannel;
let devices = 0;
/** Closes the tabs of the one that everything runs in. */
let closeAll = () => {};

/** In milliseconds. */
const SLOW = 5000;

type Listener = (event: { data?: JournalMessage; type: string }) => void;

/** What stays of a browser that ends. */
export interface Left {
	disk: Disk;
	memory: Map<string, string>;
}

/** A browser with its database, its private files and its small memory. What is in it stays when tabs go. */
export class Device {
	readonly disk: Disk;
	mood: WorkerMood = 'alive';
	/** Whether another one goes on from what this one left: its workers are silent. */
	isLeft = false;
	/** Whether private files can be reached at all. */
	hasPrivateFiles = true;
	readonly #memory: Map<string, string>;
	readonly #database = readDatabaseOf(NAME);
	#isBegun = false;
	#lock: Promise<unknown> = Promise.resolve();
	readonly #keeper: JournalKeeper;
	readonly #waits = new Waits();

	/**
	 * From here on everything in this process runs in this browser; until `mendAll`, or the next one. What tabs of the
	 * one before still had to do is not done any more.
	 * @param left what another one left, besides its database
	 */
	constructor(left: Left = { disk: new Disk(), memory: new Map() }) {
		closeAll();
		closeAll = () => this.#closeTabs();
		this.disk = left.disk;
		this.#memory = left.memory;
		this.#keeper = new JournalKeeper(this.#folder(), this.#database);
		vi.stubGlobal('indexedDB', new IDBFactory());
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => this.#memory.get(key) ?? null,
			setItem: (key: string, value: string) => void this.#memory.set(key, value),
			removeItem: (key: string) => void this.#memory.delete(key)
		});
		vi.stubGlobal('navigator', {
			locks: {},
			storage: { getDirectory: () => this.#directory(), estimate: () => Promise.resolve({}) }
		});
		vi.stubGlobal('Worker', workerOf(this));
		vi.stubGlobal('BroadcastChannel', channelOf((devices += 1)));
		this.#waits.begin();
	}

	/** Its workers are silent, and nothing that a tab waits for comes. */
	#closeTabs(): void {
		this.isLeft = true;
		this.#waits.end();
	}

	/** What would be there if this browser ended now. */
	get left(): Left {
		return { disk: this.disk.copy(), memory: new Map(this.#memory) };
	}

	/** The small memory is the first thing that a browser forgets. */
	forgetMemory(): void {
		this.#memory.clear();
	}

	/** What is in the small memory. */
	get memory(): string {
		return [...this.#memory].sort().join('\n');
	}

	async answer(call: JournalCall): Promise<JournalMessage> {
		const work = () =>
			answerCall(call, {
				keeper: this.#keeper,
				database: this.#database,
				probe: () => Promise.resolve('takes'),
				dropBeside
			});
		const answered = this.#lock.then(work);
		this.#lock = answered;
		return answered;
	}

	/** What is in the journal, whatever the worker does. */
	journal(): Promise<JournalContent | null> {
		return this.#keeper.read();
	}

	#folder(): JournalFolder {
		const whenGiven = <Result>(work: () => Promise<Result>): Promise<Result> => {
			if (!this.hasPrivateFiles) return Promise.reject(new DOMException('', 'SecurityError'));
			this.#isBegun = true;
			return work();
		};
		return {
			open: (name) => whenGiven(() => this.disk.open(name)),
			names: () => whenGiven(() => this.disk.names()),
			remove: (name) => whenGiven(() => this.disk.remove(name))
		};
	}

	#directory(): Promise<object> {
		if (!this.hasPrivateFiles) return Promise.reject(new DOMException('', 'SecurityError'));
		const getDirectoryHandle = () =>
			this.#isBegun || this.disk.all.size > 0
				? Promise.resolve({})
				: Promise.reject(new DOMException('', 'NotFoundError'));
		return Promise.resolve({ getDirectoryHandle });
	}

	get slowness(): number {
		return this.mood === 'slow' ? SLOW : 0;
	}
}

/** Tabs hear only those of their own browser. */
function channelOf(device: number): typeof BroadcastChannel {
	return class extends RealChannel {
		constructor(name: string) {
			super(`${device} ${name}`);
		}
	};
}

function workerOf(device: Device): new () => object {
	return class {
		readonly #listeners: [string, Listener][] = [];
		#ended = false;

		constructor() {
			if (device.mood === 'refused') throw new DOMException('no workers', 'SecurityError');
			if (device.mood === 'missing') setTimeout(() => this.#say({ type: 'error' }), 0);
		}

		addEventListener(type: string, listener: Listener): void {
			this.#listeners.push([type, listener]);
		}

		postMessage(call: JournalCall): void {
			if (device.mood === 'hangs' || device.mood === 'missing') return;
			if (device.mood === 'dies') setTimeout(() => this.#say({ type: 'error' }), 0);
			else setTimeout(() => void this.#answer(structuredClone(call)), device.slowness);
		}

		terminate(): void {
			this.#ended = true;
		}

		async #answer(call: JournalCall): Promise<void> {
			if (this.#ended || device.isLeft) return;
			const data = structuredClone(await device.answer(call));
			this.#say({ type: 'message', data });
		}

		#say(event: { type: string; data?: JournalMessage }): void {
			if (this.#ended) return;
			for (const [type, listener] of [...this.#listeners]) if (type === event.type) listener(event);
		}
	};
}

/** The browser and its clock as they are. */
export function mendAll(): void {
	closeAll();
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
}

/** A tab of its own: each has its own modules, and so its own connection and its own worker. */
export async function openTab() {
	vi.resetModules();
	const [
		database,
		answers,
		partnerships,
		removal,
		agreed,
		measurements,
		responses,
		sheets,
		sheetAnswers,
		handIn,
		letterboxes,
		figures,
		imports,
		plans,
		undo,
		trouble,
		journal,
		changes
	] = await Promise.all([
		import('$lib/storage/connection/database'),
		import('$lib/storage/records/answers'),
		import('$lib/storage/records/partnerships'),
		import('$lib/storage/bundles/removal'),
		import('$lib/storage/records/agreed-scores'),
		import('$lib/storage/records/measurements'),
		import('$lib/storage/records/responses'),
		import('$lib/storage/records/sheets'),
		import('$lib/storage/records/sheet-answers'),
		import('$lib/storage/records/hand-in'),
		import('$lib/storage/records/letterboxes'),
		import('$lib/storage/records/for-figures'),
		import('$lib/storage/bundles/import'),
		import('$lib/storage/bundles/plan-import'),
		import('$lib/storage/bundles/put-back'),
		import('$lib/storage/trouble'),
		import('$lib/storage/journal/journal'),
		import('$lib/storage/changes')
	]);
	return {
		...database,
		...answers,
		...partnerships,
		...removal,
		...agreed,
		...measurements,
		...responses,
		...sheets,
		...sheetAnswers,
		...handIn,
		...letterboxes,
		...figures,
		...imports,
		...plans,
		...undo,
		...trouble,
		...journal,
		...changes
	};
}
export type Tab = Awaited<ReturnType<typeof openTab>>;
