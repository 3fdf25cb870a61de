import { tidyText } from '$lib/domain/text/misleading-characters';
import { canReopen } from '$lib/domain/intake/intake';
import { WorkEnded } from '$lib/domain/long-work';
import type {
	IndividualResponse,
	Invitation,
	LetterboxAddress,
	Measurement,
	Partnership,
	Way
} from '$lib/domain/measurement/measurement';
import type { Judgement } from '$lib/domain/intake/intake';
import { measurementsBefore } from '$lib/domain/measurement/order';
import { askedIn } from '$lib/domain/measurement/asked';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { termsOf, type Terms } from '$lib/domain/measurement/terms';
import type { CodeContext } from '$lib/exchange/response/response-code';
import { turnoutOf, type Turnout } from '$lib/domain/scoring/turnout';
import { loadJointResponses } from '$lib/storage/records/answers';
import { onChange } from '$lib/storage/changes';
import { loadShowing, type ShowingNow } from '$lib/storage/records/for-figures';
import { loadLetterboxes } from '$lib/storage/records/letterboxes';
import { changeMeasurement, loadMeasurement, loadMeasurements } from '$lib/storage/records/measurements';
import { takeBackResponse, takeInResponses, type TakenBack } from '$lib/storage/records/responses';
import { deleteMeasurement, type RemovedRecords } from '$lib/storage/bundles/removal';
import { loadPartnership } from '$lib/storage/records/partnerships';
import { loadFirstWay } from '$lib/storage/records/settings';
import type { StoredLetterbox } from '$lib/storage/schema';
import type { FormFields } from '$lib/state/saving/form-fields.svelte';
import { guarded, whyNot } from '$lib/state/guarded';
import { NotFoundError } from '$lib/state/not-found-error';
import { removeMeasurements, undoMeasurements } from '$lib/state/saving/put-back';
import { WayBack } from '$lib/state/saving/way-back';
import { groupsWithPeople, peopleFields, tidyPeople, type PeopleFields } from './people-fields';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { ResponseGroups } from '$lib/state/response-groups';

export type NameAndDate = Pick<Measurement, 'name' | 'date'>;

const PEOPLE_ARE_FIXED = 'De resultaten zijn al getoond. Het aantal mensen blijft zoals het was.';

export interface GroupCount {
	groupId: string;
	/** Individual responses. */
	responses: number;
	/** Whether the group gave joint answers. */
	joint: boolean;
}

/** The facilitator's view of one measurement: counts, taking in, closing, deleting. No answer is shown here. */
export class MeasurementDesk {
	measurement = $state.raw() as Measurement;
	partnership = $state.raw() as Partnership;
	/** The way that it was made for; undefined when that was on another device. */
	madeFor = $state.raw<Way | undefined>();
	counts = $state.raw<GroupCount[]>([]);
	/** Ids of the measurements of the partnership before this one, newest first. */
	earlier = $state.raw<readonly string[]>([]);
	/** Who shows an anonymous measurement, and whether figures show now; undefined for an open one. */
	showing = $state.raw<ShowingNow | undefined>();
	/** Of this device: of other measurements too. */
	letterboxes = $state.raw<readonly StoredLetterbox[]>([]);
	/** What this device has of the letterbox of this measurement. */
	readonly letterbox = $derived(this.letterboxes.find(({ measurementId }) => measurementId === this.measurement.id));
	problem = $state<string | undefined>();
	/** Dutch: what undoing met that came back meanwhile. */
	notice = $state<string | undefined>();
	removed = $state.raw<RemovedRecords | undefined>();
	readonly wayBack = new WayBack();
	readonly #groups: ResponseGroups;

	private constructor(
		measurement: Measurement,
		partnership: Partnership,
		readonly questionnaire: Questionnaire
	) {
		this.measurement = measurement;
		this.partnership = partnership;
		this.#groups = new ResponseGroups(measurement.id);
	}

	/** @throws NotFoundError, UnknownQuestionnaireError, StorageError */
	static async open(measurementId: string): Promise<MeasurementDesk> {
		const measurement = await loadMeasurement(measurementId);
		const partnership = measurement && (await loadPartnership(measurement.partnershipId));
		if (!partnership) throw new NotFoundError();
		const desk = new MeasurementDesk(measurement, partnership, await loadQuestionnaire(measurement.questionnaire));
		await desk.#read();
		return desk;
	}

	/** Follows changes, also of other tabs; the returned function stops. */
	follow(): () => void {
		const stop = onChange((change, from) => {
			const ofThis = 'measurementId' in change && change.measurementId === this.measurement.id;
			// By a file, or in another tab, a response may have moved to another group.
			if (from === 'elsewhere' || change.kind !== 'response') this.#groups.forget();
			if (ofThis || change.kind === 'partnership') void guarded(this, () => this.#read());
		});
		return () => {
			stop();
			this.wayBack.end();
		};
	}

	/** What a response that comes in is read against. */
	get asked(): CodeContext {
		return { terms: this.terms, ...askedIn(this.questionnaire) };
	}

	/** Under which people answer this measurement. */
	get terms(): Terms {
		return termsOf(this.invitation, this.questionnaire);
	}

	get invitation(): Invitation {
		const { id, questionnaire, privacy, date, asksTrend } = this.measurement;
		const groups = this.measurement.groups.map(({ id: groupId, role, name }) => ({ id: groupId, role, name }));
		const partnershipName = this.partnership.name;
		return { measurementId: id, questionnaire, groups, privacy, partnershipName, date, asksTrend };
	}

	/** Where phones drop answers now; for the link, and no part of what people answer under. */
	get letterboxAddress(): LetterboxAddress | undefined {
		if (this.letterbox?.status !== 'open' || this.measurement.status === 'closed') return undefined;
		const { roomId, publicKey } = this.letterbox;
		return { roomId, publicKey };
	}

	/**
	 * Whether this device closes it and shows the result: any device of an open one, one device of an anonymous one.
	 */
	get showsHere(): boolean {
		return this.showing?.isHere ?? true;
	}

	/** Why this measurement cannot be reopened, or null. */
	get reopenProblem(): string | null {
		return canReopen(this.measurement);
	}

	/** Of each side, in the order of the measurement. */
	get turnouts(): Turnout[] {
		return this.measurement.groups.map((group) =>
			turnoutOf(group, this.counts.find(({ groupId }) => groupId === group.id)?.responses ?? 0)
		);
	}

	get responseCount(): number {
		return this.counts.reduce((total, count) => total + count.responses, 0);
	}

	/**
	 * Takes in responses from another place.
	 * @throws StorageError when nothing was stored
	 */
	async takeIn(responses: readonly IndividualResponse[], way: Way, insists = false): Promise<Judgement[]> {
		const judgements = await takeInResponses(this.measurement.id, responses, way, insists);
		// A newer version may be of another group.
		if (judgements.some(({ kind }) => kind === 'replaced')) {
			this.#groups.forget();
			await guarded(this, () => this.#read());
		}
		return judgements;
	}

	/**
	 * Takes back a response that was just typed in, and nothing that came in its place since.
	 * @throws StorageError when nothing was taken back
	 */
	takeBack(typed: IndividualResponse): Promise<TakenBack> {
		return takeBackResponse(typed);
	}

	/** Nothing happens where answers are only collected. */
	async close(): Promise<void> {
		if (this.showsHere) await this.#change((measurement) => ({ ...measurement, status: 'closed' }));
	}

	async reopen(): Promise<void> {
		await this.#change((measurement) =>
			canReopen(measurement) === null ? { ...measurement, status: 'open' } : measurement
		);
	}

	/** @returns why it is not stored, in Dutch; nothing when it is */
	async rename(form: FormFields<NameAndDate>): Promise<string | undefined> {
		return whyNot(async () => {
			const tidy = ({ name, date }: NameAndDate) => ({ name: tidyText(name), date });
			this.measurement = await changeMeasurement(this.measurement.id, (measurement) => ({
				...measurement,
				...form.changesOver(measurement, tidy)
			}));
			form.settle(this.measurement);
		});
	}

	/**
	 * Stores how many people each side has; nothing once figures were shown.
	 * @param form by group id, each a number that `readPeople` takes, or '' while nobody knows
	 * @returns why it is not stored, in Dutch; nothing when it is
	 */
	async setPeople(form: FormFields<PeopleFields>): Promise<string | undefined> {
		return whyNot(async () => {
			this.measurement = await changeMeasurement(this.measurement.id, (measurement) => {
				if (measurement.sealed) throw new WorkEnded(PEOPLE_ARE_FIXED);
				const changes = form.changesOver(peopleFields(measurement.groups), tidyPeople);
				return { ...measurement, groups: groupsWithPeople(measurement.groups, changes) };
			});
			form.settle(peopleFields(this.measurement.groups));
		});
	}

	async remove(): Promise<void> {
		await removeMeasurements(this, () => deleteMeasurement(this.measurement.id));
	}

	async undoRemove(): Promise<void> {
		await undoMeasurements(this);
	}

	async #change(change: (measurement: Measurement) => Measurement): Promise<void> {
		await guarded(this, async () => {
			this.measurement = await changeMeasurement(this.measurement.id, change);
		});
	}

	async #read(): Promise<void> {
		const { id, groups } = this.measurement;
		const [measurement, partnership, groupIds, joint, all, showing, madeFor, letterboxes] = await Promise.all([
			loadMeasurement(id),
			loadPartnership(this.partnership.id),
			this.#groups.read(),
			loadJointResponses(id),
			loadMeasurements(this.partnership.id),
			loadShowing(id),
			loadFirstWay(id),
			loadLetterboxes()
		]);
		if (!measurement || !partnership) return;
		this.partnership = partnership;
		this.earlier = measurementsBefore(all, measurement).map((before) => before.id);
		this.measurement = measurement;
		this.showing = showing;
		this.madeFor = madeFor;
		this.letterboxes = letterboxes;
		this.counts = groups.map(({ id: groupId }) => ({
			groupId,
			responses: groupIds.filter((each) => each === groupId).length,
			joint: joint.some((response) => response.groupId === groupId)
		}));
	}
}
