import type {
	Dimension,
	DimensionPrompt,
	Item,
	Questionnaire,
	Source,
	Theme,
	Tip
} from '$lib/domain/questionnaire/questionnaire';
import { BEGIN_WORDS } from './begin-words';
import { provisionalId } from './draft-ids';

/** What a draft, or a new part of one, begins with. */

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

export function emptyPrompt(chance: Chance): DimensionPrompt {
	return { id: newId(chance), for: 'all', question: '', when: 'low' };
}

export function emptySource(chance: Chance): Source {
	return { id: newId(chance), title: '', shortTitle: '', kind: '', publisher: null, author: null, date: null };
}

export function emptyQuestionnaire(chance: Chance): Questionnaire {
	const { groupNames, scale, frame, closing } = BEGIN_WORDS.nl;
	const [municipality, associations] = groupNames;
	return {
		format: 1,
		id: newId(chance),
		version: '1.0.0',
		title: '',
		summary: '',
		minutes: { from: 0, to: 0 },
		roles: [
			{ id: 'gemeente', groupName: municipality },
			{ id: 'vereniging', groupName: associations }
		],
		scale: { points: [...scale.points], unknown: scale.unknown },
		frame: {
			...frame,
			terms: [
				{ for: 'gemeente', text: '' },
				{ for: 'vereniging', text: '' }
			]
		},
		closing: { id: newId(chance), kind: 'choose-dimensions', max: 2, ...closing },
		themes: [emptyTheme(chance)],
		generalPrompts: [],
		sources: [],
		exceptions: [],
		changes: []
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
