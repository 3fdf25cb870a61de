import { t } from '$lib/domain/language/say';

/**
 * What a browser may do with what it keeps for this app, and what helps against it. Only what is known of the browser
 * at hand; what is known of each is in docs/decisions/0017-what-browsers-wipe.md.
 */

export interface BrowserFacts {
	/** What it answers when asked whether it keeps everything (`persisted`); null: it does not say. */
	promised: boolean | null;
	/** `apple` is WebKit as Apple makes it: every browser on an iPhone or iPad, and Safari. */
	engine: 'apple' | 'gecko' | 'other';
	/** Whether it is touched: of Apple's, a telephone or tablet and not a Mac. */
	touch: boolean;
	/** Whether the app runs in a window of its own, from the home screen or installed. */
	installed: boolean;
	/** Whether the browser offers to install it. */
	installable: boolean;
}

export type Risk =
	/** It promises not to wipe by itself. */
	| 'none'
	/** It may wipe what was not visited for seven days. */
	| 'seven-days'
	/** It may wipe when the device gets full. */
	| 'when-full'
	/** It says nothing. */
	| 'unknown';

/** A promise goes before all: Apple's browsers give one only where their seven days do not count. */
export function riskOf({ promised, engine, installed }: BrowserFacts): Risk {
	if (promised) return 'none';
	if (engine === 'apple' && !installed) return 'seven-days';
	return promised === null ? 'unknown' : 'when-full';
}

/**
 * What may happen, in Dutch.
 * @returns `says`: what it comes down to; `more`: what goes on after that, with its own space or comma
 */
export function riskWords(risk: Risk): { says: string; more: string } {
	if (risk === 'none')
		return {
			says: 'De browser belooft om deze gegevens niet zelf te wissen',
			more: ', ook niet als het toestel vol raakt.'
		};
	if (risk === 'seven-days')
		return {
			says: 'Deze browser kan alles van deze app wissen als je ze zeven dagen niet gebruikt.',
			more: ' Ook als het toestel vol raakt, kan dat.'
		};
	if (risk === 'when-full')
		return {
			says: 'De browser belooft niet om deze gegevens te houden.',
			more: ' Raakt het toestel vol, of gebruik je de app lang niet, dan kan hij ze wissen.'
		};
	return { says: 'Deze browser zegt niet of hij deze gegevens houdt.', more: '' };
}

const EMPTY_AT_FIRST = 'Ze begint daar leeg: bewaar hier eerst een back-up, en open die daar.';
const HOME_SCREEN = `Zet de app op je beginscherm: tik op de knop om te delen, en dan op «Zet op beginscherm». Voor een app op het beginscherm tellen de zeven dagen niet. ${EMPTY_AT_FIRST}`;
const DOCK = `Zet de app in het Dock (vanaf macOS 14): kies in Safari «Archief», en dan «Voeg toe aan Dock». Voor een app in het Dock tellen de zeven dagen niet. ${EMPTY_AT_FIRST}`;
const INSTALL = 'Installeer de app, met het menu van de browser. Meestal belooft hij daarna om niets te wissen.';
const ALLOW = 'Vraag de browser om niets te wissen, bij Gegevens, en laat het toe als hij erom vraagt.';
const FILE = 'Bewaar na elke bijeenkomst een back-up in een bestand. Dat blijft, wat de browser ook doet.';
const PRIVATE = 'Werk niet in een privévenster: daar verdwijnt alles zodra je dat venster sluit.';
const BY_HAND = 'Wie de gegevens van de browser wist, of dat door een opruimprogramma laat doen, wist ook deze app.';

/** What a facilitator can do about it, in Dutch, the most useful first. */
export function remediesOf(facts: BrowserFacts): string[] {
	return [...against(facts), FILE, PRIVATE, BY_HAND];
}

function against(facts: BrowserFacts): string[] {
	const risk = riskOf(facts);
	if (risk === 'seven-days') return [facts.touch ? HOME_SCREEN : DOCK];
	if (risk !== 'when-full') return [];
	if (facts.engine === 'other' && facts.installable && !facts.installed) return [INSTALL];
	return facts.engine === 'gecko' ? [ALLOW] : [];
}

/** Why something that was here may be gone, in Dutch: the browser at hand first. */
export function reasonsForLoss(facts: BrowserFacts): string[] {
	const byItself: Record<Risk, string[]> = {
		none: [],
		'seven-days': ['Deze browser kan wissen wat je zeven dagen niet gebruikte.'],
		'when-full': ['Raakte het toestel vol, dan kan de browser alles van deze app gewist hebben.'],
		unknown: ['De browser kan alles van deze app gewist hebben, bijvoorbeeld omdat het toestel vol raakte.']
	};
	const fromBrowser =
		facts.engine === 'apple' && facts.installed
			? ['Wat je in de browser invulde, staat niet in de app op het beginscherm of in het Dock, en omgekeerd.']
			: [];
	return [
		...fromBrowser,
		...byItself[riskOf(facts)],
		'Het stond in een privévenster: daar verdwijnt alles zodra je dat venster sluit.',
		'Iemand wiste de gegevens van de browser, of een opruimprogramma deed dat.'
	];
}

/** What somebody with an own phone should know, in Dutch; empty where there is nothing to say. */
export interface ParticipantWords {
	/** One sentence, for who must act soon. */
	now: string;
	/** One sentence, for who leaves the answers here. */
	later: string;
	/** Paragraphs for who wants to stop and go on later, or comes back and finds nothing. */
	stopping: string[];
}

export function participantWords(facts: BrowserFacts): ParticipantWords {
	const risk = riskOf(facts);
	const later = risk === 'none' ? '' : t`Raakt je telefoon vol, dan kan de browser ze wissen.`;
	return {
		now:
			risk === 'seven-days' ? t`Geef je antwoorden binnen zeven dagen terug: daarna kan deze browser ze wissen.` : '',
		later,
		stopping: [
			t`Dat kan: je antwoorden blijven op deze telefoon. Open dezelfde link opnieuw, in deze browser. ${later} In een privévenster zijn ze weg zodra je het sluit: geef ze voor die tijd terug.`,
			t`Was je al begonnen, en zie je je antwoorden hier niet? Dan heeft de browser ze gewist, of open je de link in een andere browser. Gaf je ze al terug? Dan zijn ze binnen. Vul dan niet opnieuw in: je telt anders twee keer mee.`
		]
	};
}
