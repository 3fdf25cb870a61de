import { describe, expect, test } from 'vitest';
import { groupProblems } from '$lib/domain/measurement/measurement';
import { workshop } from '../../../builders/workshop';

describe('the groups of a new measurement', () => {
	const table = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Harmonie');
	const problemsOf = ({ groups, questionnaire }: ReturnType<typeof table>) => groupProblems(groups, questionnaire);

	test('two to four groups, each with a role and a name of its own, are fine', () => {
		expect(problemsOf(table())).toEqual([]);
		expect(problemsOf(table().group('vereniging', 'Sportraad').group('gemeente', 'OCMW'))).toEqual([]);
	});

	test('one is too few, five are too many', () => {
		expect(problemsOf(workshop().group('gemeente', 'Gemeente'))).toEqual(['Er zijn minstens 2 groepen nodig.']);
		const five = table().group('vereniging', 'A').group('vereniging', 'B').group('vereniging', 'C');
		expect(problemsOf(five)).toEqual(['Er kunnen hoogstens 4 groepen zijn.']);
	});

	test('a name is there, and is not the same but for capitals and spaces', () => {
		expect(problemsOf(table().group('vereniging', '  '))).toEqual(['Geef elke groep een naam.']);
		expect(problemsOf(table().group('vereniging', ' harmonie '))).toEqual([
			'Geef elke groep een eigen naam: twee groepen heten nu hetzelfde.'
		]);
	});

	test('a role is one of the questionnaire', () => {
		expect(problemsOf(table().group('provincie', 'Provincie'))).toEqual(['Kies voor elke groep een rol.']);
	});

	test('all problems are told at once', () => {
		expect(problemsOf(workshop().group('provincie', ''))).toHaveLength(3);
	});
});
