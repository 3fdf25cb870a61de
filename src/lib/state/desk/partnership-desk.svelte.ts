import { tidyText } from '$lib/domain/text/misleading-characters';
import { WorkEnded } from '$lib/domain/long-work';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { tagProblem, tagsOf, withoutTag, withTag } from '$lib/domain/measurement/tags';
import { dimensionNames, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { onChange } from '$lib/storage/changes';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { deletePartnership, type RemovedRecords } from '$lib/storage/bundles/removal';
import { changePartnership, loadPartnership, loadPartnerships } from '$lib/storage/records/partnerships';
import type { FormFields } from '$lib/state/saving/form-fields.svelte';
import { guarded, whyNot } from '$lib/state/guarded';
import { removeMeasurements, undoMeasurements, undoRemoval } from '$lib/state/saving/put-back';
import { WayBack } from '$lib/state/saving/way-back';
import { loadQuestionnaireIfKnown } from '$lib/state/questionnaires/questionnaires';

export interface MeasurementLine {
	measurement: Measurement;
	/** Undefined when this app lacks the questionnaire's version. */
	questionnaire: Questionnaire | undefined;
}

/** One partnership over the years. Kept fresh when another tab changes it. */
export class PartnershipDesk {
	partnership = $state.raw<Partnership | undefined>();
	/** Newest first. */
	lines = $state.raw<readonly MeasurementLine[]>([]);
	/** Those of all partnerships on this device, to choose from. */
	knownTags = $state.raw<readonly string[]>([]);
	/** After reading: whether the partnership is on this device. */
	missing = $state(false);
	problem = $state<string | undefined>();
	/** Dutch: what undoing met that came back meanwhile. */
	notice = $state<string | undefined>();
	removed = $state.raw<RemovedRecords | undefined>();
	readonly wayBack = new WayBack();
	/** While it is being removed here: that it is gone is said together with the way back, and not before. */
	#isLeaving = false;

	constructor(private readonly partnershipId: string) {}

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		void guarded(this, () => this.#read());
		const stop = onChange((change) => {
			if (['partnership', 'measurement', 'questionnaire'].includes(change.kind)) void guarded(this, () => this.#read());
		});
		return () => {
			stop();
			this.wayBack.end();
		};
	}

	/** By dimension id, in the words of the newest questionnaire that has it. */
	get dimensionNames(): ReadonlyMap<string, string> {
		return dimensionNames(this.lines.flatMap(({ questionnaire }) => questionnaire ?? []));
	}

	/** @returns why it is not stored, in Dutch; nothing when it is */
	async rename(form: FormFields<Pick<Partnership, 'name'>>): Promise<string | undefined> {
		return this.#store(form, ({ name }) => ({ name: tidyText(name) }));
	}

	/**
	 * @param form its date is an ISO date; '' lets the app count a year from the last measurement again
	 * @returns why it is not stored, in Dutch; nothing when it is
	 */
	async planNext(form: FormFields<Pick<Partnership, 'nextDate'>>): Promise<string | undefined> {
		return this.#store(form, (written) => written);
	}

	/** @returns why it is not stored, in Dutch; nothing when it is */
	async addTag(written: string): Promise<string | undefined> {
		return this.#change((partnership) => {
			const problem = tagProblem(written, partnership);
			if (problem !== undefined) throw new WorkEnded(problem);
			return withTag(partnership, written, this.knownTags);
		});
	}

	/** @returns why it is not stored, in Dutch; nothing when it is */
	async removeTag(tag: string): Promise<string | undefined> {
		return this.#change((partnership) => withoutTag(partnership, tag));
	}

	async remove(): Promise<void> {
		this.#isLeaving = true;
		await removeMeasurements(this, () => deletePartnership(this.partnershipId));
		this.#isLeaving = false;
		const wasGone = !this.removed && !this.problem;
		if (wasGone) await guarded(this, () => this.#read());
	}

	async undoRemove(): Promise<void> {
		await undoMeasurements(this, async (removed) => {
			const undone = await undoRemoval(removed);
			// Otherwise the screen says for a moment that it is not on this device.
			await this.#read();
			return undone;
		});
	}

	async #change(change: (partnership: Partnership) => Partnership): Promise<string | undefined> {
		return whyNot(async () => void (this.partnership = await changePartnership(this.partnershipId, change)));
	}

	async #store<Fields extends Record<string, string>>(
		form: FormFields<Fields>,
		tidy: (written: Fields) => Fields
	): Promise<string | undefined> {
		return whyNot(async () => {
			const stored = await changePartnership(this.partnershipId, (partnership) => ({
				...partnership,
				...form.changesOver(partnership as Partnership & Fields, tidy)
			}));
			this.partnership = stored;
			form.settle(stored as Partnership & Fields);
		});
	}

	async #read(): Promise<void> {
		const partnership = await loadPartnership(this.partnershipId);
		const [measurements, all] = await Promise.all([loadMeasurements(this.partnershipId), loadPartnerships()]);
		if (!partnership && this.#isLeaving) return;
		this.lines = await Promise.all(
			measurements.map(async (measurement) => ({
				measurement,
				questionnaire: await loadQuestionnaireIfKnown(measurement.questionnaire)
			}))
		);
		this.knownTags = tagsOf(all);
		this.partnership = partnership;
		this.missing = partnership === undefined;
	}
}
