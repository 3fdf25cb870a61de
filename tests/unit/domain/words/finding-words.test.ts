import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelOf } from '$lib/domain/scoring/scoring-limits';
import { findingOf, findingSentence, nameInSentence, topicsHeading } from '$lib/domain/words/finding-words';
import { workshop, type Plan, type Workshop } from '../../../builders/workshop';

const plan: Plan = { basishouding: { openheid: 1, vertrouwen: 1, geld: 1 } };
const twoSides = () => workshop(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const threeSides = () => twoSides().group('vereniging', 'Sportraad');
const namesOf = (measured: Workshop) => ({
	dimension: (id: string) => id[0]?.toUpperCase() + id.slice(1),
	group: measured.nameOf
});
const found = (measured: Workshop) => findingOf(measured.figures(), namesOf(measured));

describe('a dispute', () => {
	test('is the heading with both scores; what both score high is a strength', () => {
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [4], vertrouwen: [4], geld: [5] })
			.answersTogether('Verenigingen', { openheid: [2], vertrouwen: [4], geld: [4] });
		expect(found(measured)).toEqual({
			about: 'Openheid',
			said: 'gemeente 4,0, verenigingen 2,0',
			more: 'Daar zit het grootste verschil. Jullie staan sterk in «Vertrouwen»: allebei 4,0.'
		});
		expect(findingSentence(measured.figures(), namesOf(measured))).toBe(
			'Openheid: gemeente 4,0, verenigingen 2,0. Daar zit het grootste verschil. Jullie staan sterk in «Vertrouwen»: allebei 4,0.'
		);
	});

	test('the highest mean of all is no strength when the sides do not see it alike', () => {
		// Openheid 5 and 4: mean 4,5, a large gap; geld 3 and 3: mean 3.
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [5], geld: [3] })
			.answersTogether('Verenigingen', { openheid: [4], geld: [3] });
		expect(found(measured)).toEqual({
			about: 'Openheid',
			said: 'gemeente 5,0, verenigingen 4,0',
			more: 'Daar zit het grootste verschil waar we kunnen vergelijken. Bij «Geld» geven jullie allebei 3,0.'
		});
	});

	test('nowhere the same score: what lies closest; two gaps as wide: neither is the largest', () => {
		// Vertrouwen 10/3 and 9/3: a gap of 1/3.
		const thirds = workshop({ basishouding: { openheid: 3, vertrouwen: 3, geld: 3 } })
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answersTogether('Gemeente', { openheid: [4, 4, 4], vertrouwen: [4, 3, 3], geld: [3, 3, 3] })
			.answersTogether('Verenigingen', { openheid: [3, 3, 3], vertrouwen: [3, 3, 3], geld: [2, 2, 2] });
		expect(found(thirds).more).toBe(
			'Nergens is het verschil groter. Bij «Vertrouwen» liggen jullie het dichtst bij elkaar: gemeente 3,3, verenigingen 3,0.'
		);
	});

	test('of three sides the highest and the lowest are named', () => {
		const measured = threeSides()
			.answersTogether('Gemeente', { openheid: [4], vertrouwen: [3], geld: [2] })
			.answersTogether('Verenigingen', { openheid: [3], vertrouwen: [3], geld: [2] })
			.answersTogether('Sportraad', { openheid: [1], vertrouwen: [3], geld: [2] });
		expect(found(measured)).toEqual({
			about: 'Openheid',
			said: 'gemeente 4,0, Sportraad 1,0',
			more: 'Daar zit het grootste verschil, tussen de hoogste en de laagste groep. Bij «Vertrouwen» geven alle groepen 3,0.'
		});
	});
});

describe('nothing that the sides see differently', () => {
	test('the lowest score is the heading, and a strength is named', () => {
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [2], vertrouwen: [4], geld: [3] })
			.answersTogether('Verenigingen', { openheid: [2], vertrouwen: [4], geld: [3] });
		expect(found(measured)).toEqual({
			about: 'Openheid',
			said: 'gemeente 2,0, verenigingen 2,0',
			more: 'Lager scoren jullie nergens. Jullie zien het overal bijna hetzelfde: nergens is het verschil 0,5 of meer. Jullie staan sterk in «Vertrouwen»: allebei 4,0.'
		});
	});

	test('all high: the highest is the heading', () => {
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [4], vertrouwen: [5], geld: [4] })
			.answersTogether('Verenigingen', { openheid: [4], vertrouwen: [5], geld: [4] });
		expect(found(measured)).toEqual({
			about: 'Vertrouwen',
			said: 'gemeente 5,0, verenigingen 5,0',
			more: 'Hoger scoren jullie nergens. Jullie zien het overal bijna hetzelfde: nergens is het verschil 0,5 of meer.'
		});
	});

	test('only where they can be compared, where not all can be', () => {
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [4], vertrouwen: [3], geld: [2] })
			.answersTogether('Verenigingen', { openheid: [4], vertrouwen: [3], geld: ['?'] });
		expect(found(measured)).toEqual({
			about: 'Vertrouwen',
			said: 'gemeente 3,0, verenigingen 3,0',
			more: 'Lager scoren jullie nergens waar we kunnen vergelijken. Waar we kunnen vergelijken, is het verschil nergens 0,5 of meer. Jullie staan sterk in «Openheid»: allebei 4,0.'
		});
	});
});

describe('one side only', () => {
	test('its lowest score, and that nothing can be compared', () => {
		const measured = twoSides().answersTogether('Gemeente', { openheid: [4], vertrouwen: [3] });
		expect(found(measured)).toEqual({
			about: 'Vertrouwen',
			said: 'gemeente 3,0',
			more: 'Dat is het laagste cijfer dat te zien is. We kunnen niet vergelijken: daarvoor moeten minstens twee groepen genoeg antwoorden hebben.'
		});
	});

	test('the other kept back for anonymity: says so', () => {
		const sheet = { openheid: [4], vertrouwen: [3], geld: [4] } as const;
		const measured = twoSides()
			.anonymous(3)
			.answers('Gemeente', sheet, sheet, sheet)
			.answers('Verenigingen', sheet, sheet);
		expect(found(measured)).toEqual({
			about: 'Vertrouwen',
			said: 'gemeente 3,0',
			more: 'Dat is het laagste cijfer dat te zien is. Van verenigingen tonen we geen cijfers, om niemand herkenbaar te maken.'
		});
	});
});

describe('no score at all', () => {
	test('too few answers', () => {
		expect(found(twoSides())).toEqual({
			about: null,
			said: 'Er zijn nog te weinig antwoorden voor een beeld van jullie samenwerking.',
			more: ''
		});
	});

	test('all kept back', () => {
		const measured = twoSides()
			.anonymous(5)
			.answers('Gemeente', { openheid: [4] });
		expect(found(measured).said).toBe(
			'Er is geen beeld van jullie samenwerking te tonen zonder iemand herkenbaar te maken.'
		);
	});
});

test('whatever people answer: what is praised is high for each side, and is not what the heading is about', () => {
	const mark = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, '?' as const);
	const sheet = fc.record({ openheid: fc.tuple(mark), vertrouwen: fc.tuple(mark), geld: fc.tuple(mark) });
	fc.assert(
		fc.property(sheet, sheet, sheet, (first, second, third) => {
			const measured = threeSides()
				.answersTogether('Gemeente', first)
				.answersTogether('Verenigingen', second)
				.answersTogether('Sportraad', third);
			const { about, more } = found(measured);
			const praised = /sterk in «(\w+)»/.exec(more)?.[1];
			if (praised === undefined) return;
			expect(praised).not.toBe(about);
			const { groups } = measured.dimension(praised.toLowerCase());
			for (const { score } of groups) expect(score && levelOf(score)).toBe('high');
		}),
		{ numRuns: 60 }
	);
});

test('an ordinary word for a group begins small inside a sentence, a name of its own does not', () => {
	expect(['Gemeente', 'Verenigingen', 'KSA De Beek', 'Sportraad'].map(nameInSentence)).toEqual([
		'gemeente',
		'verenigingen',
		'KSA De Beek',
		'Sportraad'
	]);
});

test('the heading over the topics counts them', () => {
	expect([1, 3, 8].map(topicsHeading)).toEqual([
		'Eén vraag om te bespreken',
		'Drie vragen om te bespreken',
		'8 vragen om te bespreken'
	]);
});
