import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import { ExchangeWriter } from '$lib/exchange/files/exchange-file';
import type { BundleReader, OwnQuestionnaires } from '$lib/storage/bundles/read-everything';

/** What a file is for. */
export interface FilePurpose {
	/** Whether it gets a lock. */
	isLocked: boolean;
	/** Whether another device may come in the place of this one with it. */
	isBackup: boolean;
	/** Whether it holds everything on the device: then what is private goes along. */
	isEverything: boolean;
}

/** What is made is larger than it may be. */
export class FileTooLarge extends Error {}

/**
 * An exchange file in the making. Each partnership becomes a part that the browser keeps, so
 * that memory holds one at a time.
 */
export class FileInParts implements BundleReader {
	/** Of the first measurement; undefined when there is none yet. */
	date: string | undefined;
	#writer: ExchangeWriter;
	#parts: Blob[] = [];
	/** In bytes. */
	#size = 0;
	#used = new Set<string>();

	/** @param maxSize in bytes */
	constructor(
		private readonly maxSize: number,
		private readonly purpose: FilePurpose
	) {
		this.#writer = new ExchangeWriter(purpose.isLocked);
	}

	onstart(): void {
		this.date = undefined;
		this.#writer = new ExchangeWriter(this.purpose.isLocked);
		this.#parts = [];
		this.#size = 0;
		this.#used.clear();
	}

	/** @throws FileTooLarge, and as `ExchangeWriter` does */
	onbundle(bundle: PartnershipBundle): void {
		const { isBackup, isEverything } = this.purpose;
		const written = isEverything ? bundle : withoutPrivateNote(bundle);
		this.#add(this.#writer.add(isBackup ? written : asCopy(written)));
		for (const { measurement } of bundle.measurements) {
			this.date ??= measurement.date;
			this.#used.add(questionnaireKey(measurement.questionnaire));
		}
	}

	/**
	 * The whole file. Of the questionnaires that people made themselves those come along that a measurement in it uses;
	 * with everything all of them, also what is not ready yet.
	 * @returns undefined when nothing is in it
	 * @throws as `onbundle` does
	 */
	finish(own: OwnQuestionnaires): Blob | undefined {
		const { isEverything } = this.purpose;
		const drafts = isEverything ? own.drafts : [];
		const questionnaires = own.questionnaires.filter((one) => isEverything || this.#used.has(questionnaireKey(one)));
		if (this.#parts.length + questionnaires.length + drafts.length === 0) return undefined;
		const contents = questionnaires.map(({ content }) => content);
		this.#add(this.#writer.end(contents, drafts));
		return new Blob([this.#writer.start, ...this.#parts], { type: 'application/json' });
	}

	#add(text: string): void {
		const part = new Blob([text]);
		this.#size += part.size;
		if (this.#size + this.#writer.start.length > this.maxSize)
			throw new FileTooLarge(`More than ${this.maxSize} bytes`);
		this.#parts.push(part);
	}
}

/** For collecting with: who opens it does not come in the place of this device. */
function asCopy({ measurements, ...bundle }: PartnershipBundle): PartnershipBundle {
	return {
		...bundle,
		measurements: measurements.map((one) => ({
			...one,
			...(one.showing && { showing: { ...one.showing, backup: false } })
		}))
	};
}

/** For a file that people may pass on. */
function withoutPrivateNote({ partnership, measurements }: PartnershipBundle): PartnershipBundle {
	return { partnership, measurements };
}
