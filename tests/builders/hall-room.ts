import { readFileSync } from 'node:fs';
import type { MeasurementBundle } from '$lib/domain/intake/bundle';
import type { Group, IndividualResponse, Privacy, Score } from '$lib/domain/measurement/measurement';
import type { Dimension, Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { aBundle, aMeasurement, aPartnership, aResponse, exchangeFileText } from './records';

/** What a room may have that a big screen has to show whole. */
export interface HallRoom {
	/** From 1; the same one makes the same people. */
	seed: number;
	/** 2 to 4. */
	sides: number;
	dimensions: number;
	/** Of all sides together; the first ones have most. */
	people: number;
	/** Letters in the name of a side and of a dimension. */
	nameLength: number;
	/** Fewer people than this on a side keep it hidden; undefined: everybody sees everything. */
	threshold?: 3 | 5;
	/** How many people the last side has instead; undefined: its share. */
	lastSide?: number;
	/** Whether both ends of the scale are chosen within a side. */
	dispute?: boolean;
	/** Whether everybody gives about the same. */
	alike?: boolean;
	agreements?: number;
	/** Whether each dimension has an agreed score. */
	agreed?: boolean;
}

const WORDS =
	'intergemeentelijke samenwerking over diensten heen en gedeelde zeggenschap in de Noorderkempen met verenigingen en raden samen'.split(
		' '
	);
const ID = '0123456789abcdef0123456789abcdef';

/** Any room, the same one for the same seed: from one person to three hundred, from one dimension to twenty. */
export function anyHallRoom(seed: number): HallRoom {
	const chance = chanceFrom(seed + 100);
	const oneOf = <One>(first: One, ...others: One[]) => [first, ...others][chance(others.length + 1)] ?? first;
	const threshold = oneOf<3 | 5 | undefined>(undefined, 3, 5);
	const lastSide = oneOf<number | undefined>(undefined, undefined, 0, 2);
	return {
		...{ seed, sides: 2 + chance(3), dimensions: oneOf(1, 2, 7, 12, 13, 20), people: 1 + chance(300) },
		...{ nameLength: oneOf(8, 20, 40, 60), dispute: chance(4) === 0, alike: chance(4) === 0 },
		...{ agreements: oneOf(0, 1, 6), agreed: chance(2) === 0 },
		...(threshold !== undefined && { threshold }),
		...(lastSide !== undefined && { lastSide })
	};
}

/** The id of its measurement, and the text of a file that holds it with its own questionnaire. */
export function hallRoom(room: HallRoom): { id: string; text: string } {
	const chance = chanceFrom(room.seed);
	const questionnaire = questionnaireOf(room);
	const groups = Array.from({ length: room.sides }, (_, index): Group => {
		const role = index % 2 === 0 ? 'gemeente' : 'vereniging';
		return { id: `kant-${index + 1}`, role, name: nameOf(index, room.nameLength) };
	});
	const privacy: Privacy =
		room.threshold === undefined ? { mode: 'open' } : { mode: 'anoniem', threshold: room.threshold };
	const measurement = aMeasurement({
		...{ id: ID, privacy, groups, status: 'closed', sealed: privacy.mode === 'anoniem', ways: ['phone'] },
		questionnaire: { id: questionnaire.id, version: questionnaire.version }
	});
	const bundle: MeasurementBundle = aBundle(measurement, {
		responses: responsesOf(room, groups, questionnaire, chance),
		agreedScores: room.agreed ? agreedOf(questionnaire, chance) : [],
		commitments: commitmentsOf(room)
	});
	const partnership = aPartnership({ name: nameOf(9, room.nameLength * 2) });
	return { id: ID, text: exchangeFileText([{ partnership, measurements: [bundle] }], [questionnaire]) };
}

/** Whole numbers below a limit: always the same ones in the same order. */
function chanceFrom(seed: number): (limit: number) => number {
	let state = (seed * 69_621) % 2_147_483_647;
	return (limit) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
}

/** So many letters of words, each time others. */
function nameOf(index: number, length: number): string {
	let name = `${index + 1}`;
	for (let place = index * 3; name.length < length; place += 1) name += ` ${WORDS[place % WORDS.length] ?? ''}`;
	return name.slice(0, length).trimEnd();
}

function questionnaireOf({ dimensions, nameLength }: HallRoom): Questionnaire {
	const text = readFileSync('tests/fixtures/questionnaires/own/eigen-lijst.json', 'utf8');
	const own = JSON.parse(text) as Questionnaire;
	const [theme] = own.themes;
	const [dimension] = theme?.dimensions ?? [];
	if (!theme || !dimension) throw new Error('a questionnaire without a dimension');
	return {
		...own,
		closing: {
			...{ id: 'slotvraag', kind: 'choose-dimensions', question: 'Waarover wil je het zeker hebben?' },
			max: Math.min(3, dimensions)
		},
		themes: [{ ...theme, dimensions: Array.from({ length: dimensions }, (_, at) => copyOf(dimension, at, nameLength)) }]
	};
}

/** The dimension with a name and ids of its own, and two statements, so that people have halves too. */
function copyOf(dimension: Dimension, at: number, nameLength: number): Dimension {
	const name = nameOf(at, nameLength);
	const [item] = dimension.items;
	return {
		...dimension,
		...{ id: `onderdeel-${at + 1}`, name, shortName: name.slice(0, 16).trim() },
		radarLabel: [name.slice(0, 18), name.slice(18, 36), name.slice(36, 54)].map((line) => line.trim()).filter(Boolean),
		items: item ? ['a', 'b'].map((half) => ({ ...item, id: `stelling-${at + 1}-${half}` })) : [],
		tips: dimension.tips.map((tip) => ({ ...tip, id: `${tip.id}-${at + 1}` })),
		prompts: dimension.prompts.map((prompt) => ({ ...prompt, id: `${prompt.id}-${at + 1}` }))
	};
}

function responsesOf(
	{ people, sides, lastSide, dispute, alike }: HallRoom,
	groups: readonly Group[],
	questionnaire: Questionnaire,
	chance: (limit: number) => number
): IndividualResponse[] {
	const dimensions = questionnaire.themes.flatMap((theme) => theme.dimensions);
	const countOf = (index: number) =>
		index === sides - 1 && lastSide !== undefined
			? lastSide
			: Math.floor(people / sides) + (index < people % sides ? 1 : 0);
	return groups.flatMap((group, index) => {
		const about = dimensions.map(() => 1 + chance(4));
		return Array.from({ length: countOf(index) }, (_, person) => {
			const scoreAt = (place: number) => {
				if (dispute) return (person % 2 === 0 ? 1 : 5) as Score;
				return (alike ? 3 : Math.min(5, (about[place] ?? 1) + chance(2) + chance(2))) as Score;
			};
			const answers = dimensions.flatMap(({ items }, place) => items.map(({ id }) => [id, scoreAt(place)] as const));
			const topics = dimensions.filter((_, place) => place < 3 && chance(3) > 0).map(({ id }) => id);
			return aResponse({
				id: (index * 4096 + person + 1).toString(16).padStart(10, '0'),
				...{ measurementId: ID, groupId: group.id, answers: Object.fromEntries(answers), topics }
			});
		});
	});
}

function agreedOf(questionnaire: Questionnaire, chance: (limit: number) => number): MeasurementBundle['agreedScores'] {
	return questionnaire.themes
		.flatMap((theme) => theme.dimensions)
		.map(({ id }) => ({ dimensionId: id, score: (1 + chance(5)) as Score, note: '' }));
}

function commitmentsOf({ agreements = 0, nameLength }: HallRoom): MeasurementBundle['commitments'] {
	return Array.from({ length: agreements }, (_, index) => ({
		...{ id: (index + 1).toString(16).padStart(32, '0'), adviceId: null, dimensionId: null },
		...{ what: nameOf(index, nameLength * 2), who: nameOf(index + 2, nameLength), by: '2027-01-15' },
		...{ status: 'open', note: '', createdAt: `2026-03-19T20:3${index % 10}:00.000Z` }
	}));
}
