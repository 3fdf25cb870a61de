import type { IndividualResponse, Measurement } from '$lib/domain/measurement';

/** Why a response from outside cannot be of this measurement, in Dutch; undefined when it can. */
export function strangeToMeasurement(
	response: IndividualResponse,
	measurement: Pick<Measurement, 'id' | 'groups' | 'privacy' | 'asksTrend'>
): string | undefined {
	if (response.measurementId !== measurement.id) {
		return 'Deze invulling hoort bij een andere meting. Open die meting om ze toe te voegen.';
	}
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
