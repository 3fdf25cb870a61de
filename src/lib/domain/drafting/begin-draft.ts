import type {
	ClosingQuestion,
	Dimension,
	Item,
	Questionnaire,
	Source,
	Theme,
	Tip
} from '$lib/domain/questionnaire/questionnaire';
import { provisionalId } from './draft-ids';

/** What a draft, or a new part of one, begins with. The words are those of the app's own questionnaires. */

/** Gives 10 random hexadecimal digits. */
export type Chance = () => string;

const newId = (chance: Chance) => provisionalId(chance());

export function emptyItem(chance: Chance): Item {
	return { id: newId(chance), statement: '', explanation: '' };
}

export function emptyDimension(chance: Chance): Dimension {
	return {
		id: newId(chance),
		name: '',
		shortName: '',
		radarLabel: [''],
		description: '',
		restsOn: [],
		items: [emptyItem(chance)],
		tips: [],
		prompts: []
	};
}

export function emptyTheme(chance: Chance): Theme {
	return { id: newId(chance), name: '', description: '', dimensions: [emptyDimension(chance)] };
}

/** @param source the document that it most likely rests on; '' when there is none yet */
export function emptyTip(chance: Chance, source: string): Tip {
	return {
		id: newId(chance),
		when: 'low',
		for: 'all',
		kind: 'do',
		action: '',
		detail: '',
		basis: 'direct',
		citations: [{ source, section: '', says: '' }]
	};
}

export function emptySource(chance: Chance): Source {
	return { id: newId(chance), title: '', shortTitle: '', kind: '', publisher: null, author: null, date: null };
}

export function emptyQuestionnaire(chance: Chance): Questionnaire {
	return {
		format: 1,
		id: newId(chance),
		version: '1.0.0',
		title: '',
		summary: '',
		minutes: { from: 0, to: 0 },
		roles: [
			{ id: 'gemeente', groupName: 'Gemeente' },
			{ id: 'vereniging', groupName: 'Verenigingen' }
		],
		scale: {
			points: ['Klopt helemaal niet', 'Klopt eerder niet', 'Klopt deels', 'Klopt grotendeels', 'Klopt helemaal'],
			unknown: 'Weet niet, of komt hier niet voor'
		},
		frame: {
			question: 'Klopt dit vandaag in jullie samenwerking?',
			period: 'Met «vandaag» bedoelen we het voorbije jaar. Denk aan wat je in dat jaar zelf zag of meemaakte.',
			terms: [
				{ for: 'gemeente', text: '' },
				{ for: 'vereniging', text: '' }
			],
			partly: '«Klopt deels» betekent: de ene keer wel en de andere keer niet.',
			unknown: 'Weet je het niet, of kwam het niet voor? Kies dan «weet niet, of komt hier niet voor».'
		},
		closing: closingQuestion(chance),
		themes: [emptyTheme(chance)],
		generalPrompts: [],
		sources: [],
		exceptions: [],
		changes: []
	};
}

function closingQuestion(chance: Chance): ClosingQuestion {
	return {
		id: newId(chance),
		kind: 'choose-dimensions',
		question: 'Waarover wil je het vandaag zeker hebben?',
		explanation: 'Kies hoogstens twee onderdelen. Het telt in geen score mee.',
		max: 2,
		none: 'Geen voorkeur'
	};
}

/** Its words are theirs from now on; what one answered to it stays with it. */
export function copyOf(questionnaire: Questionnaire, chance: Chance): Questionnaire {
	const { $schema, ...content } = structuredClone(questionnaire);
	void $schema;
	return { ...ready(content), id: newId(chance), version: '1.0.0', changes: [] };
}

/** What goes on from a version: the same ids, and a version number that is given once it is done. */
export function continued(questionnaire: Questionnaire): Questionnaire {
	return ready(structuredClone(questionnaire));
}

/** Every field that the screen shows is there, though empty. */
function ready(content: Questionnaire): Questionnaire {
	const told = content.frame?.terms ?? [];
	const frame = content.frame ?? { question: '', period: '', terms: [], unknown: '' };
	const terms = content.roles.map(({ id }) => told.find((term) => term.for === id) ?? { for: id, text: '' });
	return { ...content, frame: { ...frame, terms } };
}
