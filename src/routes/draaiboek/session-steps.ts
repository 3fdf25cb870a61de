import { counted, joinDutch } from '$lib/domain/words/counting-words';
import type { Measurement, Way } from '$lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { PathStep } from './path-steps';
import { askedBy } from './ways';

/** One part of the session, in Dutch for the facilitator. */
interface SessionStep {
	/** «Vooraf», or from which to which minute. */
	when: string;
	/** In which step of the path of a measurement it falls. */
	path: PathStep;
	title: string;
	todo: readonly string[];
	/** What one says or shows. */
	say: readonly string[];
}

export const talkAloud = '«Wat heb je zien gebeuren? Geef een voorbeeld.»';
export const commitAloud = '«Waarmee kunnen we deze maand beginnen?»';

type Part = Omit<SessionStep, 'when'> & { minutes: number };

export interface SessionPlan {
	steps: readonly SessionStep[];
	/** Of the whole session, without the preparation. */
	minutes: number;
}

/**
 * The whole session for this measurement, with these ways to fill in.
 * @param letterbox whether phones drop their answers in one
 */
export function planSession(
	measurement: Pick<Measurement, 'groups' | 'privacy'>,
	questionnaire: Questionnaire,
	ways: readonly Way[],
	letterbox = false
): SessionPlan {
	const parts = [
		welcome(measurement),
		explanation(measurement),
		filling(questionnaire, ways, letterbox),
		pause(measurement, ways),
		table(),
		conversation(measurement, questionnaire),
		commitments(),
		closing(ways)
	];
	const steps = [preparation(ways, letterbox)];
	let from = 0;
	for (const { minutes, ...part } of parts) {
		steps.push({ when: `${from} – ${from + minutes}`, ...part });
		from += minutes;
	}
	return { steps, minutes: from };
}

function preparation(ways: readonly Way[], letterbox: boolean): SessionStep {
	return {
		when: 'Vooraf',
		path: 'prepare',
		title: 'Klaarzetten',
		todo: [
			'Kom een half uur vroeger. Zet de laptop aan het grote scherm en open de meting.',
			...askedBy(ways, 'prepare', letterbox)
		],
		say: ['Toon de naam en de datum van de meting.']
	};
}

function welcome({ groups }: Pick<Measurement, 'groups'>): Part {
	return {
		minutes: 5,
		path: 'prepare',
		title: 'Ontvangst',
		todo: [
			'Laat mensen van verschillende groepen naast elkaar zitten.',
			'Zeg wat er na vandaag met het resultaat gebeurt.'
		],
		say: [welcomeAloud({ groups })]
	};
}

export function welcomeAloud({ groups }: Pick<Measurement, 'groups'>): string {
	return `«Vandaag kijken we hoe het loopt tussen ${joinDutch(groups.map(({ name }) => name))}. Anders denken mag.»`;
}

function explanation({ privacy }: Pick<Measurement, 'privacy'>): Part {
	return {
		minutes: 5,
		path: 'prepare',
		title: 'Uitleg, en wie ziet wat',
		todo: [
			'Overloop de vijf antwoorden en «weet niet».',
			'Lees «Wie ziet wat?» voor. Vraag of dat voor iedereen goed is.'
		],
		say: [
			privacy.mode === 'anoniem'
				? `«Deze meting is anoniem. Cijfers zien we pas na het sluiten, en alleen waar minstens ${privacy.threshold} mensen van een groep antwoordden.»`
				: '«Deze meting is open: het resultaat toont de antwoorden van elke groep.»'
		]
	};
}

function filling(questionnaire: Questionnaire, ways: readonly Way[], letterbox: boolean): Part {
	return {
		path: 'answer',
		minutes: questionnaire.minutes.to,
		title: 'Antwoorden',
		todo: askedBy(ways, 'fill', letterbox),
		say: [answerAloud(questionnaire, ways)]
	};
}

export function answerAloud(questionnaire: Questionnaire, ways: readonly Way[]): string {
	const { from, to } = questionnaire.minutes;
	const apart = ways.includes('together')
		? 'Vul je apart in? Antwoord dan voor jezelf.'
		: 'Antwoord voor jezelf, zonder overleg.';
	return `«${counted(itemsOf(questionnaire).length, 'stelling', 'stellingen')}, ongeveer ${from} tot ${to} minuten. ${apart} ${whenUnknown(questionnaire)}»`;
}

/** A questionnaire with a frame has room for what did not occur, beside what somebody does not know. */
function whenUnknown({ frame, scale }: Questionnaire): string {
	return frame
		? `Weet je het niet, of kwam het niet voor? Kies ${scale.unknown.toLowerCase()}.`
		: 'Geen zicht op iets? Kies weet niet.';
}

function pause({ privacy }: Pick<Measurement, 'privacy'>, ways: readonly Way[]): Part {
	return {
		minutes: 10,
		path: 'answer',
		title: 'Pauze, en de meting sluiten',
		todo: [
			...askedBy(ways, 'pause'),
			'Vergelijk de aantallen met het aantal mensen in de zaal. Sluit dan de meting.',
			...(privacy.mode === 'anoniem' ? ['Let op: zodra de cijfers getoond zijn, komt er niets meer bij.'] : [])
		],
		say: ['«Is iedereen klaar? Dan sluit ik de meting.»']
	};
}

function table(): Part {
	return {
		minutes: 10,
		path: 'talk',
		title: 'De tafel bekijken',
		todo: ['Kies «Toon op groot scherm». Laat iedereen eerst een minuut stil kijken.', 'Vraag nog niet waarom.'],
		say: ['Toon de tafel: bovenaan staat elke groep op dezelfde lijn.', '«Waar staan we sterk? Wat verrast je?»']
	};
}

function conversation({ privacy }: Pick<Measurement, 'privacy'>, { closing: wanted }: Questionnaire): Part {
	return {
		minutes: 30,
		path: 'talk',
		title: 'Gesprek over 3 onderdelen',
		todo: [
			wanted
				? 'Kies samen drie onderdelen. Leg de eerste die de app toont naast wat de groepen zelf kozen bij de slotvraag.'
				: 'Neem de eerste drie onderdelen die de app toont.',
			'Per onderdeel 10 minuten: 2 om te kijken, 6 om te praten, 2 om een score af te spreken.',
			...(privacy.mode === 'anoniem' ? ['Vraag nooit wie wat antwoordde.'] : []),
			'Schrijf de afgesproken score en een notitie op het scherm.'
		],
		say: [talkAloud, '«Welke score geven we hier samen?»']
	};
}

function commitments(): Part {
	return {
		minutes: 10,
		path: 'agree',
		title: 'Afspraken',
		todo: ['Kies per onderdeel hoogstens één actie. Noteer wie, wat en tegen wanneer.'],
		say: ['Toon de tips bij die onderdelen.', commitAloud]
	};
}

function closing(ways: readonly Way[]): Part {
	return {
		minutes: 5,
		path: 'agree',
		title: 'Afsluiten',
		todo: ['Lees de afspraken voor. Kies een datum om opnieuw te meten.', ...askedBy(ways, 'close')],
		say: ['«Wat neem je mee? Eén woord volstaat.»', '«Dank je.»']
	};
}
