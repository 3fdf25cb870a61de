import { WAYS, type Way } from '$lib/domain/measurement/measurement';

/** What a way to fill in asks of a session, in Dutch for the facilitator; null where it asks nothing. */
interface WayInSession {
	label: string;
	/** What its screen says to set out, where this way comes first. */
	ready: string;
	/** What its screen says to do while people answer, where this way comes first. */
	first: string;
	/** Beforehand. */
	prepare: string | null;
	/** While people fill in. */
	fill: string;
	/** Before the measurement is closed. */
	pause: string | null;
	/** At the end. */
	close: string | null;
	/** What to bring along. */
	bring: string | null;
}

export const wayInSession: Record<Way, WayInSession> = {
	together: {
		label: 'Samen op één scherm',
		ready: 'Zet de laptop aan het grote scherm, zodat iedereen de stellingen kan lezen.',
		first: 'Elke groep overlegt kort en geeft per stelling één antwoord.',
		prepare: null,
		fill: 'Samen op één scherm: elke groep overlegt kort en geeft één antwoord.',
		pause: null,
		close: null,
		bring: null
	},
	phone: {
		label: 'Eigen telefoon',
		ready: 'Zet de QR-code op het grote scherm, of leg op elke tafel een kaartje.',
		first: 'Ga met de laptop aan de scantafel zitten. Wie klaar is, komt langs en toont de QR-code op de telefoon.',
		prepare: 'Scan de QR-code met je eigen telefoon, als proef.',
		fill: 'Toon de QR-code. Scan de antwoorden van wie klaar is.',
		pause: null,
		close: null,
		bring: 'De link van de meting, ook gemaild of op papier'
	},
	device: {
		label: 'Toestel doorgeven',
		ready: 'Laad het toestel op dat rondgaat, en kies wie begint.',
		first: 'Geef het toestel door. Wie klaar is, kiest «Klaar»: de volgende ziet daar niets meer van.',
		prepare: 'Laad het toestel op dat rondgaat.',
		fill: 'Geef het toestel door. Wie klaar is, kiest «Klaar».',
		pause: null,
		close: null,
		bring: 'Het toestel dat rondgaat, opgeladen'
	},
	paper: {
		label: 'Papier',
		ready: 'Druk voor iedereen een formulier af, en leg pennen klaar.',
		first: 'Haal de bladen op en typ ze over: reken één minuut per blad.',
		prepare: 'Leg formulieren en pennen klaar.',
		fill: 'Deel de formulieren uit. Laat een collega al beginnen met overtypen.',
		pause: 'Typ de laatste formulieren over: reken één minuut per blad.',
		close: 'Haal alle formulieren op en vernietig ze na het overtypen.',
		// Pens and forms come along in any case, some in reserve: the page itself says so.
		bring: null
	}
};

/** The same of phones that drop their answers in a letterbox. */
const withLetterbox: Partial<WayInSession> = {
	first:
		'Wie klaar is, drukt op de telefoon op «Klaar»: de antwoorden komen vanzelf binnen. Lukt dat niet, scan dan de QR-code op die telefoon.',
	prepare: 'Scan de QR-code met je eigen telefoon, als proef. Kijk op de laptop of de brievenbus aan staat.',
	fill: 'Toon de QR-code. Wie klaar is, drukt op «Klaar»: de antwoorden komen vanzelf binnen via de brievenbus. Scan alleen wie niet binnenkomt.'
};

/**
 * What these ways ask at one moment of the session, in the order of the ways.
 * @param letterbox whether phones drop their answers in one
 */
export function askedBy(
	ways: readonly Way[],
	moment: Exclude<keyof WayInSession, 'label'>,
	letterbox = false
): string[] {
	const asked = (way: Way) => ({ ...wayInSession[way], ...(letterbox && way === 'phone' && withLetterbox) })[moment];
	return WAYS.filter((way) => ways.includes(way)).flatMap((way) => asked(way) ?? []);
}
