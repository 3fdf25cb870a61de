import type { Progress } from './sender';

/** What a screen says of answers that go by the letterbox, in Dutch. */
export interface Told {
	/** How far they are: on this phone, in the letterbox, with the facilitator. */
	mark: 'here' | 'sent' | 'in';
	heading: string;
	text: string;
	/** What to know before wiping them. */
	wiping: string;
	/** Whether they went without the notes that somebody wrote. */
	notesLeftOut: boolean;
}

const NOT_SENT = 'Nog niet verzonden';
const ROOM_GONE = 'De meting is afgesloten of de brievenbus is er niet meer.';
const STILL_BY_QR = 'Laat je QR scannen als de begeleider nog verzamelt.';
const WIPING_UNSENT =
	'Je antwoorden zijn nog niet verzonden. Wis je ze nu, dan krijgt de begeleider ze niet. Toch wissen?';
const WIPING_SENT = 'Zeker? Wat al verzonden is, neem je daarmee niet terug.';

export function wordsOf(progress: Progress): Told {
	const { kind } = progress;
	if (kind === 'acknowledged')
		return sent(
			'in',
			'Binnen bij de begeleider',
			'Je mag deze pagina sluiten. De code hieronder heb je niet meer nodig.',
			progress.notesLeftOut
		);
	if (kind === 'sent')
		return sent(
			'sent',
			'Verzonden',
			'De laptop van de begeleider heeft ze nog niet opgehaald. Dat kan ook later: je mag deze pagina sluiten. Vraagt de begeleider erom? Toon dan deze code.',
			progress.notesLeftOut
		);
	if (kind === 'refused' && progress.delivered)
		return sent('sent', 'Verzonden', `Of ze binnen zijn, weten we niet. ${ROOM_GONE} ${STILL_BY_QR}`, false);
	return { mark: 'here', heading: NOT_SENT, text: whyNot(progress), wiping: WIPING_UNSENT, notesLeftOut: false };
}

function sent(mark: Told['mark'], heading: string, text: string, notesLeftOut: boolean): Told {
	const notes = notesLeftOut ? ' Je notities zijn te lang voor de brievenbus. Geef ze mee met het bestand.' : '';
	return { mark, heading, text: text + notes, wiping: WIPING_SENT, notesLeftOut };
}

function whyNot(progress: Exclude<Progress, { kind: 'sent' | 'acknowledged' }>): string {
	if (progress.kind === 'sending')
		return progress.resumed
			? 'Dat lukte vorige keer niet. We versturen je antwoorden nu.'
			: 'We versturen je antwoorden nu.';
	if (progress.kind === 'waiting') return `${waitingFor(progress.why)}${untilThen(progress)} Laten scannen kan ook.`;
	if (progress.kind === 'refused')
		return progress.why === 'full' ? `De brievenbus zit vol. ${STILL_BY_QR}` : `${ROOM_GONE} ${STILL_BY_QR}`;
	return progress.why === 'too-large'
		? 'Je antwoorden passen niet in de brievenbus. Geef ze hieronder terug.'
		: 'Deze browser kan je antwoorden niet versleutelen. Geef ze hieronder terug.';
}

function waitingFor(why: 'unreachable' | 'busy'): string {
	return why === 'busy'
		? 'De brievenbus heeft het druk. We proberen het zo opnieuw'
		: 'We versturen je antwoorden zodra er internet is';
}

function untilThen({ byItself, stored }: { byItself: boolean; stored: boolean }): string {
	if (byItself) return ', ook als je deze pagina sluit.';
	if (!stored) return '. Hou deze pagina open: deze browser kan ze niet bewaren.';
	return '. Sluit je deze pagina, dan pas bij je volgende bezoek.';
}
