import { describe, expect, test } from 'vitest';
import { listCircumstances, type Circumstance } from '$lib/domain/comparing/circumstances';
import { describeCircumstance } from '$lib/domain/year-words/comparison-words';
import type { Occasion } from '$lib/domain/comparing/comparison';
import { nextVersion } from './versions';
import { compared, Workshop, workshop, type Mark, type Sheet } from '../../../builders/workshop';

const version1 = workshop({ basishouding: { openheid: 1, vertrouwen: 2 } }).questionnaire;
const twoSides = (questionnaire = version1) =>
	new Workshop(questionnaire).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const sheets = (...marks: readonly Mark[]): Sheet[] => marks.map((mark) => ({ openheid: [mark] }));
const threeEach = (questionnaire = version1) =>
	twoSides(questionnaire)
		.answers('Gemeente', ...sheets(3, 3, 3))
		.answers('Verenigingen', ...sheets(3, 3, 3));

const before = threeEach().occasion('2024-01-01');
const persons = 'We weten niet of dezelfde mensen meededen aan beide metingen.';

function explained(...occasions: readonly Occasion[]): string[] {
	const comparison = compared(...occasions);
	const name = (id: string) => comparison.groups.find((group) => group.id === id)?.name ?? id;
	return listCircumstances(comparison, 0, occasions.length - 1).map((found) => describeCircumstance(found, name));
}

describe('what else may explain a change', () => {
	test('alike in all that we know: other people, perhaps', () => {
		expect(explained(before, threeEach().occasion('2025-01-01'))).toEqual([persons]);
	});

	test('joint answers are of people around a table as well', () => {
		const together = (date: string) =>
			twoSides()
				.answersTogether('Gemeente', { openheid: [3] })
				.occasion(date);
		expect(explained(together('2024-01-01'), together('2025-01-01'))).toEqual([persons]);
	});

	test('nothing without answers on one side', () => {
		expect(explained(before, twoSides().occasion('2025-01-01'))).toEqual([]);
	});

	test('fewer or more people', () => {
		const after = twoSides()
			.answers('Gemeente', ...sheets(3, 3))
			.answers('Verenigingen', ...sheets(3, 3, 3, 3))
			.occasion('2025-01-01');
		expect(explained(before, after)).toEqual([
			persons,
			'Bij Gemeente zijn er minder bladen: eerst 3, daarna 2.',
			'Bij Verenigingen zijn er meer bladen: eerst 3, daarna 4.'
		]);
	});

	test('of an anonymous measurement the responses, which show everywhere, and not who has a score', () => {
		const anonymous = twoSides()
			.anonymous(3)
			.answers('Gemeente', ...sheets(3, '?'))
			.answers('Verenigingen', ...sheets(3, 3, 3))
			.occasion('2025-01-01');
		expect(explained(before, anonymous)).toEqual([
			persons,
			'Bij Gemeente zijn er minder bladen: eerst 3, daarna 2.',
			'De eerdere meting was open, de latere anoniem. Mensen antwoorden soms anders als hun antwoord anoniem is.'
		]);
	});

	test('many «weet niet», counted in dimensions', () => {
		const unsure = twoSides()
			.answers(
				'Gemeente',
				{ openheid: ['?'], vertrouwen: [3, '?'] },
				{ openheid: ['?'], vertrouwen: ['?', 3] },
				{ openheid: [3], vertrouwen: [3, 3] }
			)
			.answers('Verenigingen', ...sheets(3, 3, '?'))
			.occasion('2025-01-01');
		expect(explained(before, unsure)).toEqual([
			persons,
			'Bij Gemeente kwam "weet niet" eerst bij geen enkel onderdeel vaak voor, daarna bij 2 onderdelen.',
			'Bij Verenigingen kwam "weet niet" eerst bij geen enkel onderdeel vaak voor, daarna bij één onderdeel.'
		]);
	});

	test('joint answers then, individuals now, for each group by itself', () => {
		const joint = twoSides()
			.answersTogether('Gemeente', { openheid: [3] })
			.answers('Verenigingen', ...sheets(3, 3, 3))
			.occasion('2023-01-01');
		expect(explained(joint, before)).toEqual([
			persons,
			'Van Gemeente zijn er eerst gezamenlijke antwoorden, daarna antwoorden per persoon.'
		]);
		expect(explained(before, { ...joint, measurement: { ...joint.measurement, date: '2025-01-01' } })).toEqual([
			persons,
			'Van Gemeente zijn er eerst antwoorden per persoon, daarna gezamenlijke antwoorden.'
		]);
	});

	test('another way of filling in, whatever the order of the ways', () => {
		const onPaper = threeEach().occasion('2025-01-01', { ways: ['paper', 'phone'] });
		const onPhone = threeEach().occasion('2026-01-01', { ways: ['phone', 'paper'] });
		expect(explained(before, onPaper)).toEqual([
			persons,
			'De manier van invullen is anders: eerst samen op één scherm, daarna op papier en op de eigen telefoon.'
		]);
		expect(explained(onPaper, onPhone)).toEqual([persons]);
		expect(explained(before, threeEach().occasion('2025-01-01', { ways: [] }))).toEqual([persons]);
	});

	test('another version: what does not count, what has other words, and the words at the answers', () => {
		const next = nextVersion(version1, '1.1.0', {
			replace: { 'vertrouwen-1': 'vertrouwen-nieuw' },
			reword: { 'openheid-1': 'Duidelijker.' }
		});
		const withScale = { ...next, scale: { ...next.scale, unknown: 'Geen idee' } };
		expect(explained(before, threeEach(withScale).occasion('2025-01-01'))).toEqual([
			persons,
			'De vragenlijst ging van versie 1.0.0 naar versie 1.1.0. 2 stellingen tellen in deze vergelijking niet mee. 1 stelling kreeg andere woorden, met dezelfde betekenis. De woorden bij de antwoorden zijn veranderd, ook bij stellingen die gelijk bleven: wees voorzichtig met elk verschil.'
		]);
		const patched = nextVersion(version1, '1.0.1', {});
		expect(explained(before, threeEach(patched).occasion('2025-01-01'))).toEqual([
			persons,
			'De vragenlijst ging van versie 1.0.0 naar versie 1.0.1.'
		]);
	});

	test('between two of the same version nothing about a version, though a third has another', () => {
		const next = nextVersion(version1, '1.1.0', { drop: ['vertrouwen-1'], reword: { 'openheid-1': 'Duidelijker.' } });
		const comparison = compared(before, threeEach(next).occasion('2025-01-01'), threeEach(next).occasion('2026-01-01'));
		expect(listCircumstances(comparison, 1, 2)).toEqual([{ kind: 'persons' }]);
		expect(listCircumstances(comparison, 0, 2)).toEqual<Circumstance[]>([
			{ kind: 'persons' },
			{
				kind: 'version',
				before: '1.0.0',
				after: '1.1.0',
				leftOut: 1,
				reworded: 1,
				scaleChanged: false,
				frameChanged: false
			}
		]);
	});

	test('groups that went, came, or have another name', () => {
		const named = (date: string, ...groups: readonly (readonly [id: string, name: string])[]) => {
			const measured = new Workshop(version1);
			measured.groups.push(...groups.map(([id, name]) => ({ id, role: 'vereniging', name })));
			return measured.occasion(date);
		};
		expect(
			explained(
				named('2024-01-01', ['a', 'Harmonie'], ['b', 'Sportraad'], ['c', 'Kunstkring']),
				named('2025-01-01', ['a', 'Fanfare'], ['d', 'Jeugdraad'], ['e', 'Cultuurraad'])
			)
		).toEqual([
			'Deed eerst mee en later niet meer: Sportraad en Kunstkring. Kwam erbij: Jeugdraad en Cultuurraad. "Harmonie" heet nu "Fanfare".'
		]);
	});

	test('no other occasion', () => {
		expect(() => listCircumstances(compared(before, before), 0, 2)).toThrow(RangeError);
	});
});
