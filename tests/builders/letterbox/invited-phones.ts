import { termsOf } from '$lib/domain/measurement/terms';
import { askedIn } from '$lib/domain/measurement/asked';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import type { IndividualResponse, Score } from '$lib/domain/measurement/measurement';
import { readInvitation } from '$lib/exchange/link/invitation';
import { goodOf } from '../outcomes';
import { publishedQuestionnaire } from '../published-questionnaire';
import { aResponse } from '../records';
import { DroppingPhone } from './dropping-phone';

/** Phones that opened the link of a measurement. */
export class InvitedPhones {
	readonly #invitation;
	readonly #questionnaire;

	/**
	 * @param site where the letterbox is, ending with a slash
	 * @param link of the participants
	 */
	constructor(
		private readonly site: string,
		link: string
	) {
		this.#invitation = goodOf(readInvitation(new URL(link).hash)).invitation;
		const { id, version } = this.#invitation.questionnaire;
		this.#questionnaire = publishedQuestionnaire(id, version);
	}

	get roomId(): string {
		return this.#invitation.letterbox?.roomId ?? '';
	}

	phone(): DroppingPhone {
		const terms = termsOf(this.#invitation, this.#questionnaire);
		const asked = { terms, ...askedIn(this.#questionnaire) };
		return new DroppingPhone(this.site, { asked, letterboxAddress: this.#invitation.letterbox });
	}

	/** Someone of this group, by its place, who gives every statement the same score. */
	response(number: number, group: number, score: Score, revision = 1): IndividualResponse {
		return aResponse({
			id: number.toString(16).padStart(10, '0'),
			measurementId: this.#invitation.measurementId,
			groupId: this.#invitation.groups[group]?.id ?? '',
			revision,
			answers: Object.fromEntries(itemsOf(this.#questionnaire).map(({ id }) => [id, score]))
		});
	}
}
