import { expect, test } from 'vitest';
import { themeLine, themeRows } from '$lib/domain/words/score-rows';
import { workshop } from '../../../builders/workshop';

/** Houding: Gemeente 4 and 3, Verenigingen 2 and 3. Regie: only Gemeente answered draagvlak; nobody answered geld. */
const room = () =>
	workshop({ houding: { openheid: 1, eigenheid: 1 }, regie: { draagvlak: 1 }, middelen: { geld: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4], eigenheid: [3], draagvlak: [5] })
		.answers('Verenigingen', { openheid: [2], eigenheid: [3] });

test('a theme has the mean of its dimensions, for each group and together, only if all are there', () => {
	const { questionnaire } = room();

	expect(themeRows({ questionnaire, figures: room().figures() })).toEqual([
		{ id: 'houding', name: 'Thema houding', themeIndex: 0, sides: ['3,5', '2,5'], together: '3,0' },
		{ id: 'regie', name: 'Thema regie', themeIndex: 1, sides: ['5,0', null], together: null },
		{ id: 'middelen', name: 'Thema middelen', themeIndex: 2, sides: [null, null], together: null }
	]);
});

test('and in words', () => {
	const { questionnaire, groups } = room();
	const names = groups.map(({ name }) => name);
	const lines = themeRows({ questionnaire, figures: room().figures() }).map((row) => themeLine(row, names));

	expect(lines).toEqual([
		'Thema houding: samen 3,0 (Gemeente 3,5; Verenigingen 2,5)',
		'Thema regie: geen score samen; Gemeente 5,0',
		'Thema middelen: geen score, want niet elk onderdeel heeft een score'
	]);
});
