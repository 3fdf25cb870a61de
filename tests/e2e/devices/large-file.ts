import type { PartnershipBundle } from '../../../src/lib/domain/intake/bundle';
import type { Score } from '../../../src/lib/domain/measurement/measurement';
import { aBundle, aMeasurement, anItem, aPartnership, aResponse, exchangeFileText } from '../../builders/records';

/**
 * The text of a file with partnerships «Verband 1», «Verband 2» …, each with one measurement of two
 * responses, as this app writes it.
 */
export function largeFile(partnerships: number): string {
	return exchangeFileText(Array.from({ length: partnerships }, (_, index) => partnershipOf(index + 1)));
}

function partnershipOf(number: number): PartnershipBundle {
	const id = number.toString(16).padStart(32, '0');
	const responses = ([1, 2] satisfies Score[]).map((person) =>
		aResponse({
			id: (number * 16 + person).toString(16).padStart(10, '0'),
			measurementId: id,
			answers: { [anItem]: person }
		})
	);
	return {
		partnership: aPartnership({ id, name: `Verband ${number}` }),
		measurements: [aBundle(aMeasurement({ id, partnershipId: id, ways: ['phone'] }), { responses })]
	};
}
