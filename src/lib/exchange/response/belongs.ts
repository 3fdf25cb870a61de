import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import type { Terms } from '$lib/domain/measurement/terms';
import { OTHER_MEASUREMENT } from '$lib/domain/measurement/terms-difference';

/** Why a response from outside cannot be of this measurement, in Dutch; undefined when it can. */
export function strangeToMeasurement(
	response: IndividualResponse,
	measurement: Pick<Measurement, 'id'> & Pick<Terms, 'groups' | 'privacy' | 'asksTrend'>
): string | undefined {
	if (response.measurementId !== measurement.id) return OTHER_MEASUREMENT;
	if (!measurement.groups.some((group) => group.id === response.groupId)) {
		return 'Deze invulling hoort bij een groep die niet in deze meting zit. Laat ze opnieuw invullen met de link van deze meting.';
	}
	if (measurement.privacy.mode === 'anoniem' && Object.keys(response.notes).length > 0) {
		return 'Deze invulling bevat notities, en die mogen niet in een anonieme meting. Laat ze opnieuw invullen zonder notities.';
	}
	if (!measurement.asksTrend && Object.keys(response.trends).length > 0) {
		return 'Deze invulling zegt of het beter gaat dan vorige keer, en deze meting vraagt dat niet. Laat ze opnieuw invullen met de link van deze meting.';
	}
	return undefined;
}
