import { t } from '$lib/domain/language/say';
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

const roomGone = () => t`De meting is afgesloten of de brievenbus is er niet meer.`;
const stillByQr = () => t`Laat je QR scannen als de begeleider nog verzamelt.`;

export function wordsOf(progress: Progress): Told {
	const { kind } = progress;
	if (kind === 'acknowledged')
		return sent(
			'in',
			t`Binnen bij de begeleider`,
			t`Je mag deze pagina sluiten. De code hieronder heb je niet meer nodig.`,
			progress.notesLeftOut
		);
	if (kind === 'sent')
		return sent(
			'sent',
			t`Verzonden`,
			t`De laptop van de begeleider heeft ze nog niet opgehaald. Dat kan ook later: je mag deze pagina sluiten. Vraagt de begeleider erom? Toon dan deze code.`,
			progress.notesLeftOut
		);
	if (kind === 'refused' && progress.delivered)
		return sent('sent', t`Verzonden`, `${t`Of ze binnen zijn, weten we niet.`} ${roomGone()} ${stillByQr()}`, false);
	return {
		mark: 'here',
		heading: t`Nog niet verzonden`,
		text: whyNot(progress),
		wiping: t`Je antwoorden zijn nog niet verzonden. Wis je ze nu, dan krijgt de begeleider ze niet. Toch wissen?`,
		notesLeftOut: false
	};
}

function sent(mark: Told['mark'], heading: string, text: string, notesLeftOut: boolean): Told {
	const notes = notesLeftOut ? ` ${t`Je notities zijn te lang voor de brievenbus. Geef ze mee met het bestand.`}` : '';
	return {
		mark,
		heading,
		text: text + notes,
		wiping: t`Zeker? Wat al verzonden is, neem je daarmee niet terug.`,
		notesLeftOut
	};
}

function whyNot(progress: Exclude<Progress, { kind: 'sent' | 'acknowledged' }>): string {
	if (progress.kind === 'sending')
		return progress.resumed
			? t`Dat lukte vorige keer niet. We versturen je antwoorden nu.`
			: t`We versturen je antwoorden nu.`;
	if (progress.kind === 'waiting') return t`${waitingFor(progress.why)}${untilThen(progress)} Laten scannen kan ook.`;
	if (progress.kind === 'refused')
		return progress.why === 'full' ? `${t`De brievenbus zit vol.`} ${stillByQr()}` : `${roomGone()} ${stillByQr()}`;
	return progress.why === 'too-large'
		? t`Je antwoorden passen niet in de brievenbus. Geef ze hieronder terug.`
		: t`Deze browser kan je antwoorden niet versleutelen. Geef ze hieronder terug.`;
}

function waitingFor(why: 'unreachable' | 'busy'): string {
	return why === 'busy'
		? t`De brievenbus heeft het druk. We proberen het zo opnieuw`
		: t`We versturen je antwoorden zodra er internet is`;
}

function untilThen({ byItself, stored }: { byItself: boolean; stored: boolean }): string {
	if (byItself) return t`, ook als je deze pagina sluit.`;
	if (!stored) return t`. Hou deze pagina open: deze browser kan ze niet bewaren.`;
	return t`. Sluit je deze pagina, dan pas bij je volgende bezoek.`;
}
