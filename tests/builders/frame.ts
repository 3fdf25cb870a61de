import type { Frame } from '$lib/domain/questionnaire/questionnaire';

/** For the roles «gemeente» and «vereniging», with everything that a frame can say. */
export function aFrame(): Frame {
	return {
		question: 'Klopt dit vandaag bij jullie?',
		period: 'Denk aan het voorbije jaar.',
		terms: [
			{ for: 'gemeente', text: '«De gemeente» is wie er werkt of beslist.' },
			{ for: 'vereniging', text: 'Denk bij «de verenigingen» aan je eigen vereniging.' }
		],
		partly: '«Deels» betekent: soms wel en soms niet.',
		unknown: 'Heb je er geen zicht op? Kies dan «weet niet».'
	};
}
