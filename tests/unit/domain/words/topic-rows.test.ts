import { describe, expect, test } from 'vitest';
import {
	mostChosenInShort,
	mostChosenLines,
	silentLines,
	topicCellWords,
	topicView,
	topicWordsAt
} from '$lib/domain/words/topic-rows';
import { uniformLines } from '$lib/domain/words/uniform-words';
import type { Topics } from '$lib/domain/measurement/measurement';
import { workshop, workshopWithClosing, type Workshop } from '../../../builders/workshop';

const plan = { basishouding: { openheid: 1, eigenheid: 1, vertrouwen: 1 }, regierol: { regie: 1, draagkracht: 1 } };
const room = () => workshopWithClosing(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');

/** So many people of a group, each with a choice. */
const choose = (held: Workshop, groupName: string, ...choices: (Topics | undefined)[]) =>
	held.answers(groupName, ...choices.map(() => ({ openheid: [3 as const] }))).want(groupName, ...choices);

function viewOf(held: Workshop) {
	const view = topicView({ questionnaire: held.questionnaire, measurement: held, topics: held.topics() });
	if (!view) throw new Error('nobody was asked');
	return view;
}

const said = ({ cells }: { cells: readonly Parameters<typeof topicCellWords>[0][] }) => cells.map(topicCellWords);

describe('the view of the closing question', () => {
	test('has every dimension and no preference, each group with its own people, and no total', () => {
		const held = room();
		choose(held, 'Gemeente', ['openheid', 'regie'], ['regie'], []);
		choose(held, 'Verenigingen', ['openheid'], undefined);
		const view = viewOf(held);

		expect(view.question).toBe('Waarover wil je het vandaag zeker hebben?');
		expect(view.rows.map((row) => [row.dimensionId, ...said(row)])).toEqual([
			['openheid', '1 van 3', '1 van 1'],
			['eigenheid', '0 van 3', '0 van 1'],
			['vertrouwen', '0 van 3', '0 van 1'],
			['regie', '2 van 3', '0 van 1'],
			['draagkracht', '0 van 3', '0 van 1']
		]);
		expect(said(view.noPreference)).toEqual(['1 van 3', '0 van 1']);
		expect(topicWordsAt(view, 'regie')).toBe(
			'Wil het hier zeker over hebben: 2 van 3 (Gemeente); 0 van 1 (Verenigingen)'
		);
	});

	test('says of a joint answer that the group chose it together, beside its people when there are', () => {
		const held = room();
		choose(held, 'Gemeente', ['regie']);
		held.answersTogether('Gemeente', { openheid: [4] }).wantTogether('Gemeente', ['openheid']);
		held.answersTogether('Verenigingen', { openheid: [4] }).wantTogether('Verenigingen', []);
		const view = viewOf(held);

		expect(said(view.rows[0] ?? { cells: [] })).toEqual(['0 van 1, samen gekozen', 'niet samen gekozen']);
		expect(said(view.noPreference)).toEqual(['0 van 1, niet samen gekozen', 'samen gekozen']);
		expect(mostChosenLines(view)).toEqual([
			'Gemeente: Onderdeel regie (1 van 1); samen Onderdeel openheid.',
			'Verenigingen: samen geen voorkeur.'
		]);
	});

	test('says it once of a group that is kept back, and of one that did not answer', () => {
		const held = room();
		choose(held, 'Gemeente', ['regie'], ['regie']);
		choose(held, 'Verenigingen', ['openheid'], [], []);

		expect(silentLines(viewOf(held.anonymous(3)))).toEqual(['Gemeente: niet getoond, om niemand herkenbaar te maken.']);
		expect(topicWordsAt(viewOf(held), 'openheid')).toBe('Wil het hier zeker over hebben: 1 van 3 (Verenigingen)');
		expect(viewOf(held.anonymous(5))).toMatchObject({ sides: [], rows: [] });
		expect(topicWordsAt(viewOf(held), 'openheid')).toBe('');
		const alone = choose(room(), 'Gemeente', ['regie']);
		expect(silentLines(viewOf(alone))).toEqual(['Verenigingen: geen antwoord.']);
	});

	test('is not there where nobody was asked, or nobody answered', () => {
		const silent = choose(room(), 'Gemeente', undefined);
		const viewed = { questionnaire: silent.questionnaire, measurement: silent, topics: silent.topics() };
		expect(topicView(viewed)).toBeNull();
		const held = workshop(plan).group('gemeente', 'Gemeente');
		expect(topicView({ questionnaire: held.questionnaire, measurement: held, topics: held.topics() })).toBeNull();
	});
});

describe('what a group chose most', () => {
	const linesFor = (...choices: Topics[]) => {
		const held = workshopWithClosing(plan).group('gemeente', 'Gemeente');
		choose(held, 'Gemeente', ...choices);
		return mostChosenLines(viewOf(held));
	};

	test('is said in short names where there is little room', () => {
		const held = room();
		choose(held, 'Gemeente', ['regie'], ['regie', 'openheid'], []);
		held.answersTogether('Verenigingen', { openheid: [4] }).wantTogether('Verenigingen', ['regie']);

		expect(mostChosenInShort(viewOf(held))).toEqual([
			'Gemeente, van 3: regie 2 en openheid 1.',
			'Verenigingen: samen regie.'
		]);
	});

	test('comes first, at most three', () => {
		expect(
			linesFor(['openheid', 'regie'], ['regie', 'vertrouwen'], ['regie', 'openheid'], ['vertrouwen'], ['eigenheid'])
		).toEqual(['Gemeente: Onderdeel regie (3 van 5), Onderdeel openheid (2 van 5) en Onderdeel vertrouwen (2 van 5).']);
	});

	test('leaves out equally many when not all of them have room, so that none is named by chance', () => {
		expect(linesFor(['openheid', 'regie'], ['regie', 'vertrouwen'], ['eigenheid', 'draagkracht'])).toEqual([
			'Gemeente: Onderdeel regie (2 van 3).'
		]);
		expect(linesFor(['openheid', 'regie'], ['eigenheid', 'draagkracht'])).toEqual([
			'Gemeente: niet één onderdeel springt eruit.'
		]);
	});
});

test('the same answer everywhere is counted, stays in every figure, and is not named', () => {
	const name = (id: string) => (id === 'gemeente' ? 'Gemeente' : 'Verenigingen');
	const uniform = [
		{ groupId: 'gemeente', count: 1 },
		{ groupId: 'verenigingen', count: 3 }
	];
	expect(uniformLines(uniform, name)).toEqual([
		'Gemeente: 1 blad gaf overal hetzelfde antwoord. Het telt gewoon mee.',
		'Verenigingen: 3 bladen gaven overal hetzelfde antwoord. Ze tellen gewoon mee.'
	]);
});
