import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { comparePeers, type Candidate } from '$lib/domain/comparing/peers';
import type { FractionText } from '$lib/domain/scoring/fraction';
import { summariseMeasurement, type MeasurementSummary } from '$lib/domain/scoring/summary';
import PeersScreen from '../../../../src/routes/naast-anderen/PeersScreen.svelte';
import { measurementOf, partnershipOf } from '../../../builders/records';
import { workshop } from '../../../builders/workshop';

const { questionnaire } = workshop({ basishouding: { openheid: 3, eigenheid: 1 } });
const blank = summariseMeasurement(questionnaire, [], { dimensions: [], themes: [] }, []);
const ref = { id: questionnaire.id, version: questionnaire.version };

/** The scores of «openheid» and «eigenheid». */
function summaryWith(...scores: (FractionText | null)[]): MeasurementSummary {
	return {
		...blank,
		dimensions: blank.dimensions.map((dimension, index) => ({ ...dimension, score: scores[index] ?? null }))
	};
}

const own = { ...measurementOf('eigen', 'eigen-meting'), questionnaire: ref };

function otherWith(id: string, summary: MeasurementSummary | undefined): Candidate {
	const measurement = { ...measurementOf(id, `meting-${id}`), questionnaire: ref };
	return { partnership: { id, example: false }, measurements: [{ measurement, summary }] };
}

function show(summary: MeasurementSummary, others: readonly Candidate[]): void {
	render(PeersScreen, {
		partnership: partnershipOf('eigen'),
		measurement: own,
		questionnaire,
		peers: comparePeers({ measurement: own, summary }, others),
		tagged: { chosen: [], known: [], shown: others.length, all: others.length },
		onchoose: () => undefined
	});
}

const dimension = (name: string) => {
	const item = screen.getByRole('heading', { name }).closest('li');
	if (!item) throw new Error(`"${name}" is in no list`);
	return within(item);
};

const scores: FractionText[] = ['2/1', '5/2', '3/1', '3/1', '7/2', '4/1'];

describe('beside the others', () => {
	test('each dimension has its place in words, and the same words with the picture', () => {
		show(
			summaryWith('11/3', '4/1'),
			scores.map((score, index) => otherWith(`p${index}`, summaryWith(score, score)))
		);

		const openheid = dimension('Onderdeel openheid');
		expect(openheid.getByText('Jullie score is 3,7, hoger dan 5 van de 6 anderen.')).toBeVisible();
		expect(openheid.getByRole('img')).toHaveAccessibleName(
			'Onderdeel openheid. Jullie score is 3,7, hoger dan 5 van de 6 anderen. Bij de 6 anderen: de middelste score is 3,0, de middelste helft ligt tussen 2,6 en 3,4.'
		);
		expect(openheid.getByText('Jullie 3,7')).toBeInTheDocument();
		expect(
			dimension('Onderdeel eigenheid').getByText(
				'Jullie score is 4,0, hoger dan 5 en even hoog als 1 van de 6 anderen.'
			)
		).toBeVisible();
	});

	test('a dimension without an own score still shows the others; one with too few others shows only how many', () => {
		show(
			summaryWith(null, '4/1'),
			scores.map((score, index) => otherWith(`p${index}`, summaryWith(score, index < 4 ? score : null)))
		);

		expect(dimension('Onderdeel openheid').getByRole('img')).toHaveAccessibleName(
			/Jullie hebben hier geen samenwerkingsscore/
		);
		const eigenheid = dimension('Onderdeel eigenheid');
		expect(eigenheid.getByText(/Alleen 4 van de anderen hebben hier een score/)).toHaveTextContent(
			'Niet meegeteld: 2 zonder score van al hun groepen.'
		);
		expect(eigenheid.queryByRole('img')).not.toBeInTheDocument();
	});
});

describe('too few others', () => {
	const missing = () =>
		screen
			.getByText(/^Op dit toestel/)
			.textContent?.replace(/\s+/g, ' ')
			.trim();

	test('says how many there are, why five, and who does not count', () => {
		show(summaryWith('3/1', '3/1'), [otherWith('a', summaryWith('3/1', '3/1')), otherWith('b', undefined)]);

		expect(screen.getByRole('heading', { name: 'Er zijn nog te weinig anderen' })).toBeVisible();
		expect(missing()).toBe(
			'Op dit toestel staat 1 ander overleg met cijfers van deze vragenlijst. We leggen een onderdeel er pas naast vanaf 5 anderen met een score. Bij minder zou je kunnen raden welke stip van wie is. Niet meegeteld: 1 zonder cijfers om te tonen (nog niet gesloten of getoond, of te weinig antwoorden).'
		);
		expect(screen.queryByRole('img')).not.toBeInTheDocument();
	});

	test('also when there are none, or enough but never on the same dimension', () => {
		show(summaryWith('3/1', '3/1'), []);
		expect(missing()).toMatch(/^Op dit toestel staat geen ander overleg met/);
		document.body.replaceChildren();

		show(
			summaryWith('3/1', '3/1'),
			scores.map((score, index) => otherWith(`p${index}`, index < 3 ? summaryWith(score) : summaryWith(null, score)))
		);
		expect(missing()).toContain('Hier heeft geen enkel onderdeel er zoveel');
	});
});
