import { dropOutbox } from '$lib/storage/outbox/drop-outbox';
import type { ToSend } from './seal';
import type * as Part from './start-sending';
import type { Told } from './words';

/** The answers of a participant on their way to a letterbox; what that takes comes later, and may not come. */
export class Sending {
	/** What to say of it, once that is known. */
	told = $state.raw<Told>();
	#part: Promise<typeof Part> | undefined;
	#toSend: ToSend | undefined;
	#stop: (() => void) | undefined;

	/** Fetches what sealing takes, while there is a connection. */
	async load(): Promise<void> {
		await (await this.#loaded())?.sendOthers();
	}

	/** @returns a function that stops */
	start(toSend: ToSend): () => void {
		const begin = () => void this.#begin();
		this.#toSend = toSend;
		begin();
		addEventListener('online', begin);
		return () => {
			removeEventListener('online', begin);
			this.#toSend = undefined;
			this.#halt();
		};
	}

	/**
	 * Wipes what is here of the envelope of these answers.
	 * @returns puts it back
	 * @throws Error when it may still be here
	 */
	async wipe(responseId: string): Promise<() => Promise<void>> {
		this.#halt();
		const part = await this.#loaded();
		try {
			// Without the part: those of other sheets are sealed anew.
			const putBack = part ? await part.wipeEnvelope(responseId) : await dropOutbox();
			return async () => {
				await putBack?.();
				await this.#begin();
			};
		} catch (cause) {
			void this.#begin();
			throw cause;
		}
	}

	async #begin(): Promise<void> {
		const part = await this.#loaded();
		if (this.#toSend) this.#stop ??= part?.startSending(this.#toSend, (told) => (this.told = told));
	}

	#halt(): void {
		this.#stop?.();
		this.#stop = undefined;
		this.told = undefined;
	}

	async #loaded(): Promise<typeof Part | undefined> {
		this.#part ??= import('./start-sending');
		return this.#part.catch(() => (this.#part = undefined));
	}
}
