import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { topicView } from '$lib/domain/words/topic-rows';
import TopicChoices from '../../../../src/routes/resultaat/TopicChoices.svelte';
import { workshopWithClosing, type Workshop } from '../../../builders/workshop';

function show(held: Workshop) {
	const view = topicView({ questionnaire: held.questionnaire, measurement: held, topics: held.topics() });
	if (!view) throw new Error('nobody was asked');
	render(TopicChoices, { view });
}

const room = () =>
	workshopWithClosing({ basishouding: { openheid: 1, eigenheid: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4] }, { openheid: [3] }, { openheid: [2] })
		.want('Gemeente', ['openheid'], ['openheid', 'eigenheid'], [])
		.answers('Verenigingen', { openheid: [2] })
		.want('Verenigingen', ['eigenheid']);

describe('what people surely want to talk about', () => {
	test('is a table under the question, a row for each dimension and one for no preference', () => {
		show(room());

		expect(screen.getByRole('heading', { name: 'Waarover wil je het vandaag zeker hebben?' })).toBeVisible();
		expect(screen.getByRole('row', { name: 'Onderdeel openheid 2 van 3 0 van 1' })).toBeVisible();
		expect(screen.getByRole('row', { name: 'Onderdeel eigenheid 1 van 3 1 van 1' })).toBeVisible();
		expect(screen.getByRole('row', { name: 'Geen voorkeur 1 van 3 0 van 1' })).toBeVisible();
	});

	test('says it once of a group that is kept back', () => {
		show(room().anonymous(3));

		expect(screen.queryByRole('columnheader', { name: 'Verenigingen' })).toBeNull();
		expect(screen.getByText('Verenigingen: niet getoond, om niemand herkenbaar te maken.')).toBeVisible();
	});

	test('is only that, and no table, when both are', () => {
		show(room().anonymous(5));

		expect(screen.queryByRole('table')).toBeNull();
		expect(screen.getAllByText(/niet getoond, om niemand herkenbaar te maken/)).toHaveLength(2);
	});
});
