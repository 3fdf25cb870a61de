import { canTakeIn } from '$lib/domain/intake/intake';
import { isLetterboxOver } from '$lib/domain/measurement/own-letterbox';
import { notOpenedWords } from '$lib/domain/words/letterbox-words';
import { eraseOldLetterboxes, loadLetterbox, noteLetterbox } from '$lib/storage/records/letterboxes';
import type { StoredLetterbox } from '$lib/storage/schema';
import { today } from '$lib/state/clock-and-ids';
import type { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { whyNot } from '$lib/state/guarded';
import type { Host } from './host';
import type { Told } from './one-line';

const parts = () => import('./letterbox-parts');

const NOTHING_YET: Told = { state: 'connecting', skipped: 0 };

/** The letterbox of one measurement, as the facilitator's screens see it: nothing of it where the host has none. */
export class Letterbox {
	/** What the host has; undefined: no letterbox, or nobody knows. */
	host = $state.raw<Host>();
	/** How it stands with the line to it, whichever tab has that. */
	told = $state.raw<Told>(NOTHING_YET);
	/** Why what people asked was not done, in Dutch. */
	problem = $state<string>();
	/** Whether something that people asked is under way. */
	busy = $state(false);

	/**
	 * @param open the desk of the measurement
	 * @param site where this app runs now, ending with a slash
	 */
	constructor(
		private readonly open: () => MeasurementDesk,
		private readonly site: () => string
	) {}

	get #desk(): MeasurementDesk {
		return this.open();
	}

	/** Whether phones can drop answers now. */
	get isOn(): boolean {
		return this.#desk.letterboxAddress !== undefined;
	}

	/** Whether it can be switched on. */
	get isOffered(): boolean {
		return !this.isOn && this.host !== undefined && canTakeIn(this.#desk.measurement) === null;
	}

	/**
	 * When a page of this measurement opens: what is over goes, what a host was not told yet is told, and the host is
	 * asked for a letterbox where one could be switched on. What goes wrong is not what people came for.
	 */
	async look(): Promise<void> {
		await whyNot(async () => {
			const { letterboxes, letterbox, measurement } = this.#desk;
			const isOver = (one: StoredLetterbox) => isLetterboxOver(one, today());
			const isOpen = canTakeIn(measurement) === null;
			// Storage is asked only where there is reason to: who leaves at once in WebKit may have to wait for it.
			if (letterboxes.some(isOver)) await eraseOldLetterboxes(today());
			const closes = letterbox?.status === 'open' && !isOpen && !isOver(letterbox);
			if (closes) await noteLetterbox(letterbox, 'emptying', true);
			if (closes || letterboxes.some(({ status }) => status === 'emptying'))
				await (await parts()).emptyRooms(this.site());
			if (isOpen) this.host = await (await parts()).findHost(this.site());
		}).catch(() => undefined);
	}

	/** Keeps the line, or hears of it from the tab that has it; the returned function stops. */
	listen(letterbox: StoredLetterbox): () => void {
		this.told = NOTHING_YET;
		const leaving = new AbortController();
		const { signal } = leaving;
		const begin = async () => {
			const { EnvelopeIntake, LetterboxLine, roomOf, shareLine, wireTo } = await parts();
			if (signal.aborted) return;
			const [room, wire] = [roomOf(letterbox), wireTo(this.site())];
			const intake = new EnvelopeIntake(room, this.#desk, wire);
			const line = new LetterboxLine(room, wire, intake, { network: window, page: document });
			const stop = shareLine(
				letterbox.roomId,
				async (until, tell) => {
					const end = await line.run(until, (state) => tell({ state, skipped: intake.skipped }));
					// Closed here it is no news, and the stream may hear of it first.
					if (end !== 'closed' || (await loadLetterbox(letterbox.measurementId))?.status !== 'open') return;
					tell({ state: 'closed', skipped: intake.skipped });
					await whyNot(() => noteLetterbox(letterbox, 'closed'));
				},
				(told) => (this.told = told)
			);
			signal.addEventListener('abort', stop);
		};
		// Without a network its script may not come: it is tried again as soon as there is one.
		const missed = () => {
			this.told = { ...NOTHING_YET, state: 'trying' };
			window.addEventListener('online', () => void begin().catch(missed), { once: true, signal });
		};
		void begin().catch(missed);
		return () => leaving.abort();
	}

	/** @param word of the host, where it asks one */
	async switchOn(word?: string): Promise<void> {
		await this.#doing(async () => {
			const { openLetterbox, wireTo } = await parts();
			const { letterbox, measurement } = this.#desk;
			const known = letterbox && !isLetterboxOver(letterbox, today()) ? letterbox : undefined;
			const outcome = await openLetterbox(wireTo(this.site()), measurement.id, known, word);
			return outcome.kind === 'open' ? undefined : notOpenedWords(outcome, word !== undefined);
		});
	}

	/** Takes in what lies there first; what does not answer stays on. */
	async switchOff(): Promise<void> {
		await this.#doing(async () => {
			const { letterbox } = this.#desk;
			if (!letterbox) return undefined;
			if (!(await this.fetch())) return STAYS_ON;
			await noteLetterbox(letterbox, 'emptying');
			await this.#empty(letterbox);
			return undefined;
		});
	}

	/** Before the measurement closes. @returns whether all that lies there is in; true where there is no letterbox */
	async fetch(): Promise<boolean> {
		const { letterbox } = this.#desk;
		if (!letterbox || !this.isOn) return true;
		try {
			const { EnvelopeIntake, fetchAll, roomOf, wireTo } = await parts();
			const [room, wire] = [roomOf(letterbox), wireTo(this.site())];
			return await fetchAll(room, wire, new EnvelopeIntake(room, this.#desk, wire));
		} catch {
			return false;
		}
	}

	/** Once the measurement is closed: nothing stays at the host. What cannot be told now is told at a next visit. */
	async afterClosing(): Promise<void> {
		const { letterbox, measurement } = this.#desk;
		if (letterbox?.status !== 'open' || canTakeIn(measurement) === null) return;
		await whyNot(async () => {
			await noteLetterbox(letterbox, 'emptying', true);
			await this.#empty(letterbox);
		}).catch(() => undefined);
	}

	/**
	 * Once the measurement is open again: the same letterbox, so that links that people have go on working. One that
	 * people had switched off themselves stays off.
	 */
	async afterReopening(): Promise<void> {
		const { letterbox, measurement } = this.#desk;
		if (letterbox?.reopens === true && canTakeIn(measurement) === null) await this.switchOn();
	}

	async #empty(letterbox: StoredLetterbox): Promise<void> {
		const { emptyRoom, wireTo } = await parts();
		await emptyRoom(wireTo(this.site()), letterbox);
	}

	/** @param work gives why it was not done, in Dutch */
	async #doing(work: () => Promise<string | undefined>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		let refusal: string | undefined;
		try {
			this.problem = (await whyNot(async () => void (refusal = await work()))) ?? refusal;
		} catch {
			this.problem = notOpenedWords({ kind: 'unreachable' }, false);
		} finally {
			this.busy = false;
		}
	}
}

const STAYS_ON = 'De brievenbus antwoordt niet, dus ze blijft aan. Probeer het straks opnieuw.';
