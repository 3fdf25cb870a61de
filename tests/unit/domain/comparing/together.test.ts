import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison, Occasion } from '$lib/domain/comparing/comparison';
import { shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import { mean } from '$lib/domain/scoring/fraction';
import { selectAdvice } from '$lib/domain/advice/advice';
import { sinceLastTime } from '$lib/domain/comparing/since';
import { describeReason } from '$lib/domain/words/score-words';
import { togetherInShort, togetherName, togetherSentence } from '$lib/domain/year-words/together-words';
import type { Response, Score } from '$lib/domain/measurement/measurement';
import { compared, exact, Workshop, workshop } from '../../../builders/workshop';

const { questionnaire } = workshop({ basishouding: { openheid: 1 } });

/** Group by group its role, name and what each of its people answers; the id is made of the name, or given. */
type Side = readonly [role: string, name: string, scores: readonly Score[], id?: string];

function year(date: string, ...sides: readonly Side[]): Occasion {
	const held = new Workshop(questionnaire);
	held.groups.push(...sides.map(([role, name, , id]) => ({ id: id ?? name.toLowerCase(), role, name })));
	const responses = sides.flatMap(([, name, scores, id]) =>
		scores.map((score, person): Response => ({
			...{ id: `${date}-${name}-${person}`, groupId: id ?? name.toLowerCase(), kind: 'individual' },
			answers: { 'openheid-1': score }
		}))
	);
	return { ...held.occasion(date), responses };
}

const four = (score: Score): Score[] => [score, score, score, score];

/** What is said of openheid between the last two. */
function samen(comparison: Comparison) {
	const last = comparison.occasions.length - 1;
	const [shift] = shiftsBetween(comparison, last - 1, last);
	const { before, after, difference, words, why } = shift?.score ?? {};
	return {
		kind: comparison.together.kind,
		score: [before, after, difference].map(exact).join(' '),
		verdict: words ?? why,
		gap: [shift?.gap.before?.size, shift?.gap.after?.size, shift?.gap.difference].map(exact).join(' ')
	};
}

/** The worked example of docs/scoring.md. */
const in2025 = year(
	'2025-03-01',
	['gemeente', 'Bestuur', four(3)],
	['vereniging', 'Verenigingen', four(2)],
	['vereniging', 'Scholen', four(5)]
);
const in2026 = year(
	'2026-03-01',
	['gemeente', 'Bestuur', four(4)],
	['vereniging', 'Verenigingen', four(3)],
	['vereniging', 'Jeugdhuis', four(1)]
);

describe('samen, when a group came or went', () => {
	test('is over the groups that both years have: score, verdict and gap', () => {
		const comparison = compared(in2025, in2026);
		// Each s² is taken as 1/4: 4 × (2 × 1/4/4 + 2 × 1/4/4) / 4 = 1/4, and 1 squared.
		expect(samen(comparison)).toEqual({ kind: 'shared', score: '5/2 7/2 1', verdict: 'better', gap: '1 1 0' });
		expect(comparison.dimensions[0]?.values.map(({ score }) => exact(score))).toEqual(['10/3', '8/3']);
	});

	test('does not depend on the order and the names of the groups', () => {
		const renamed = year(
			'2026-03-01',
			['vereniging', 'Jeugdhuis', four(1)],
			['vereniging', 'De clubs', four(3), 'verenigingen'],
			['gemeente', 'BESTUUR ', four(4), 'x']
		);
		expect(samen(compared(in2025, renamed))).toEqual(samen(compared(in2025, in2026)));
		expect(togetherSentence(compared(in2025, renamed))).toBe(
			'Samen is hier over de groepen die er beide keren bij waren: De clubs en BESTUUR .'
		);
	});

	test('is the samenwerkingsscore where every group took part each time', () => {
		const again = year(
			'2026-03-01',
			['vereniging', 'Scholen', four(4)],
			['vereniging', 'Verenigingen', four(3)],
			['gemeente', 'Bestuur', four(5)]
		);
		const comparison = compared(in2025, again);
		expect(samen(comparison)).toEqual({ kind: 'all', score: '10/3 4 2/3', verdict: 'better', gap: '3 2 -1' });
		expect(comparison.dimensions[0]?.together).toEqual(comparison.dimensions[0]?.values);
		expect([togetherSentence(comparison), togetherInShort(comparison), togetherName(comparison)]).toEqual([
			'',
			'Samen',
			'de samenwerkingsscore'
		]);
	});

	test('is not made of one group, nor of none', () => {
		const one = year('2026-03-01', ['gemeente', 'Bestuur', four(4)], ['vereniging', 'Jeugdhuis', four(1)]);
		const none = { score: 'none none none', verdict: 'other-groups', gap: 'none none none' };
		expect(samen(compared(in2025, one))).toEqual({ kind: 'none', ...none });
		expect(togetherSentence(compared(in2025, one))).toBe(
			'Er is geen samen, want maar één groep was er beide keren bij: Bestuur.'
		);
		const [own] = shiftsBetween(compared(in2025, one), 0, 1)[0]?.groups ?? [];
		expect([exact(own?.shift.before), exact(own?.shift.after), own?.shift.words]).toEqual(['3', '4', 'better']);
		const others = year('2026-03-01', ['gemeente', 'Raad', four(4)], ['vereniging', 'Jeugdhuis', four(1)]);
		expect(togetherSentence(compared(in2025, others))).toBe(
			'Er is geen samen, want geen enkele groep was er beide keren bij.'
		);
	});

	test('of three years is over the groups of all three', () => {
		const first = year('2024-03-01', ['gemeente', 'Bestuur', four(2)], ['vereniging', 'Verenigingen', four(2)]);
		const comparison = compared(first, in2025, in2026);
		expect(comparison.dimensions[0]?.together.map(({ score }) => exact(score))).toEqual(['2', '5/2', '7/2']);
		expect(togetherName(comparison)).toBe('samen, over de groepen die er elke keer bij waren: Bestuur en Verenigingen');
	});

	test('has no score where one of its groups has none', () => {
		const silent = year(
			'2026-03-01',
			['gemeente', 'Bestuur', four(4)],
			['vereniging', 'Verenigingen', []],
			['vereniging', 'Jeugdhuis', four(1)]
		);
		expect(samen(compared(in2025, silent))).toMatchObject({ score: '5/2 none none', verdict: 'missing' });
	});
});

test('a fall since last time is told of the groups that both have, by name', () => {
	const fallen = year(
		'2027-03-01',
		['gemeente', 'Bestuur', four(2)],
		['vereniging', 'Verenigingen', four(2)],
		['vereniging', 'Scholen', four(5)]
	);
	const comparison = compared(in2026, fallen);
	const held = new Workshop(questionnaire);
	held.groups.push(...fallen.measurement.groups);
	held.responses.push(...fallen.responses);
	const [first] = selectAdvice(questionnaire, held.groups, held.figures(), sinceLastTime(comparison, 0, 1));
	expect(first && describeReason(first.reason, held.nameOf)).toBe(
		'score samen, over de groepen die er beide keren bij waren (Bestuur en Verenigingen), van 3,5 naar 2,0 sinds 1 maart 2026'
	);
	expect(sinceLastTime(compared(in2026, year('2027-03-01', ['gemeente', 'Bestuur', four(1)])), 0, 1).size).toBe(0);
});

describe('whatever groups there were', () => {
	const names = ['Bestuur', 'Verenigingen', 'Scholen', 'Jeugdhuis'];
	const someGroups = fc.subarray(names, { minLength: 2 }).chain((own) =>
		fc.shuffledSubarray(own, { minLength: own.length }).chain((ordered) =>
			fc
				.array(fc.array(fc.constantFrom<Score>(1, 2, 3, 4, 5), { maxLength: 3 }), {
					minLength: own.length,
					maxLength: own.length
				})
				.map((scores) => ordered.map((name, index): Side => ['vereniging', name, scores[index] ?? []]))
		)
	);

	test('samen is the mean of the scores of those that each measurement has, and tells nothing that these do not', () => {
		fc.assert(
			fc.property(fc.array(someGroups, { minLength: 2, maxLength: 4 }), (years) => {
				const comparison = compared(...years.map((sides, index) => year(`202${index}-03-01`, ...sides)));
				const shared = names.filter((name) => years.every((sides) => sides.some(([, own]) => own === name)));
				const everyone = new Set(years.flatMap((sides) => sides.map(([, name]) => name)));
				const isAny = shared.length >= 2;
				expect(comparison.together.kind).toBe(shared.length === everyone.size ? 'all' : isAny ? 'shared' : 'none');
				for (const { values, together } of comparison.dimensions) {
					values.forEach((value, place) => {
						const scores = shared.map(
							(name) => value.groups.find(({ groupId }) => groupId === name.toLowerCase())?.score ?? null
						);
						const there = scores.flatMap((score) => score ?? []);
						const wanted = isAny && there.length === shared.length ? mean(there) : null;
						expect(exact(together[place]?.score)).toBe(exact(wanted));
						const [lowest, ...higher] = [...there].sort((a, b) => a.compare(b));
						const gap = isAny && lowest ? higher.at(-1)?.minus(lowest) : null;
						expect(exact(together[place]?.gap?.size)).toBe(exact(gap));
					});
				}
			})
		);
	});
});
