import {
	DEFAULT_THRESHOLD,
	type Group,
	type Measurement,
	type Partnership,
	type Privacy,
	type Threshold
} from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { today } from '$lib/state/clock-and-ids';
import { messageOf } from '$lib/state/error-message';
import { defaultGroups, formProblems, methodOf, type FillingMethod, type FormProblem } from './measurement-form';
import { createMeasurement, createPartnership, type MeasurementSetup } from './create-measurement';
import { loadLastTime } from './last-time';
import { NotFoundError } from '$lib/state/not-found-error';
import { groupsWithPeople, peopleFields, type PeopleFields } from './people-fields';
import { loadNewestQuestionnaires, type Questionnaires } from '$lib/state/questionnaires/questionnaires';

/** What the address of the form asks for; '' is nothing. */
export interface Asked {
	/** Of a next measurement: whose it is. */
	partnershipId: string;
	questionnaireId: string;
}

export interface Created {
	measurementId: string;
	/** Whether people begin at once: who measures again looks back at the agreements first. */
	straightOn: boolean;
}

/**
 * The form of a new measurement, the first of a partnership or a next one: what stands in it, what is wrong with it,
 * and storing it.
 */
export class NewMeasurement {
	/** The questionnaires to choose from. */
	known = $state.raw<Questionnaires>({ published: [], own: [] });
	/** Set for a next measurement of a partnership that is here. */
	partnership = $state.raw<Partnership>();
	name = $state('');
	/** yyyy-mm-dd; '' until the form is opened. */
	date = $state('');
	groups = $state<Group[]>([]);
	people = $state<PeopleFields>({});
	/** That nobody knows yet of each side how many people there are. */
	unsure = $state(false);
	method = $state<FillingMethod>('phone');
	/** That everybody agrees that answers are seen; who answers on one screen, agrees by that. */
	openly = $state(false);
	threshold = $state<Threshold>(DEFAULT_THRESHOLD);
	trendWanted = $state(false);
	problems = $state.raw<readonly FormProblem[]>([]);
	/** Why there is nothing to measure again; then there is no form. */
	notOpened = $state.raw<{ problem: string; missing: boolean }>();
	ready = $state(false);
	busy = $state(false);
	#questionnaireId = $state('');
	/** Of that partnership, newest first. */
	#earlier = $state.raw<readonly Measurement[]>([]);

	/** Reads what there is to begin from. Nothing is thrown: what goes wrong is on the screen. */
	async open({ partnershipId, questionnaireId }: Asked): Promise<void> {
		this.date = today();
		if (partnershipId !== '' && !(await this.#readLastTime(partnershipId))) return;
		try {
			this.known = await loadNewestQuestionnaires();
			const wanted = [questionnaireId, this.last?.questionnaire.id, this.#questionnaires[0]?.id];
			this.choose(wanted.find((id) => this.#find(id)) ?? '');
			if (this.last) this.#beginLike(this.last);
			this.ready = true;
		} catch (cause) {
			this.problems = [{ text: messageOf(cause) }];
		}
	}

	get questionnaireId(): string {
		return this.#questionnaireId;
	}

	/** Undefined while they load. */
	get questionnaire(): Questionnaire | undefined {
		return this.#find(this.#questionnaireId);
	}

	/** The last measurement of the partnership. */
	get last(): Measurement | undefined {
		return this.#earlier[0];
	}

	/** The last one with the same questionnaire: what this one will be compared with. */
	get comparable(): Measurement | undefined {
		return this.#earlier.find(({ questionnaire }) => questionnaire.id === this.#questionnaireId);
	}

	/** There must be a last time to set this one beside, and only who answers apart is asked. */
	get mayAskTrend(): boolean {
		return this.last !== undefined && this.method !== 'together';
	}

	get privacy(): Privacy {
		const isOpen = this.openly || this.method === 'together';
		return isOpen ? { mode: 'open' } : { mode: 'anoniem', threshold: this.threshold };
	}

	/** Chooses a questionnaire, with the sides of the last time that it was used. */
	choose(questionnaireId: string): void {
		this.#questionnaireId = questionnaireId;
		const { comparable, questionnaire } = this;
		if (comparable) this.groups = structuredClone(comparable.groups);
		else this.groups = questionnaire ? defaultGroups(questionnaire) : [];
		this.people = peopleFields(this.groups);
	}

	/**
	 * Stores the measurement, unless something is wrong with the form. A second press while it is stored, or while
	 * people are on their way to it, does nothing.
	 * @param onward brings people to it
	 */
	async create(onward: (created: Created) => Promise<void>): Promise<void> {
		const { questionnaire, partnership } = this;
		if (!questionnaire || this.busy) return;
		this.problems = formProblems({ ...this.#written(), name: partnership ? null : this.name }, questionnaire);
		if (this.problems.length > 0) return;
		this.busy = true;
		try {
			const setup = this.#setup(questionnaire);
			const measurementId = await (partnership
				? createMeasurement(partnership.id, setup)
				: createPartnership({ name: this.name, ...setup }));
			await onward({ measurementId, straightOn: this.method === 'together' && !partnership });
		} catch (cause) {
			this.problems = [{ text: messageOf(cause) }];
		} finally {
			this.busy = false;
		}
	}

	get #questionnaires(): readonly Questionnaire[] {
		return [...this.known.published, ...this.known.own];
	}

	#find(questionnaireId: string | undefined): Questionnaire | undefined {
		return this.#questionnaires.find(({ id }) => id === questionnaireId);
	}

	/** @returns whether it is here */
	async #readLastTime(partnershipId: string): Promise<boolean> {
		try {
			({ partnership: this.partnership, measurements: this.#earlier } = await loadLastTime(partnershipId));
			return true;
		} catch (cause) {
			this.notOpened = { problem: messageOf(cause), missing: cause instanceof NotFoundError };
			return false;
		}
	}

	#beginLike(last: Measurement): void {
		this.method = methodOf(last);
		this.openly = last.privacy.mode === 'open' && this.method !== 'together';
		this.trendWanted = last.asksTrend;
		if (last.privacy.mode === 'anoniem') this.threshold = last.privacy.threshold;
	}

	#written() {
		const { date, groups, people, method, unsure, openly } = this;
		return { date, groups, people, method, mayBeEmpty: openly || unsure };
	}

	#setup({ id, version }: Questionnaire): MeasurementSetup {
		// Who answers together gives one answer a side: there is nobody to count.
		const counted = this.method === 'together' ? {} : $state.snapshot(this.people);
		const sides = this.groups.map(({ id: groupId, role, name }) => ({ id: groupId, role, name }));
		return {
			date: this.date,
			groups: groupsWithPeople(sides, counted),
			questionnaire: { id, version },
			privacy: this.privacy,
			way: this.method,
			asksTrend: this.mayAskTrend && this.trendWanted
		};
	}
}
