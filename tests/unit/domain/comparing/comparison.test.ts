import { describe, expect, test } from 'vitest';
import { computeComparison, type Comparison, type Occasion } from '$lib/domain/comparing/comparison';
import { itemShiftsBetween, shiftsBetween, type DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import type { Shift } from '$lib/domain/comparing/shift';
import { nextVersion } from './versions';
import { compared, exact, Workshop, workshop, type Mark, type Sheet } from '../../../builders/workshop';

const said = ({ before, after, difference, words, why }: Shift) =>
	`${exact(before)} → ${exact(after)}: ${exact(difference)} ${words ?? why}`;
const groupsIn = ({ groups }: DimensionShift) => groups.map(({ groupId, shift }) => `${groupId} ${said(shift)}`);
const found = <T>(values: readonly T[], isIt: (value: T) => boolean): T => {
	const value = values.find(isIt);
	if (value === undefined) throw new Error('not found');
	return value;
};
const scoresOf = (comparison: Comparison, dimensionId: string) =>
	found(comparison.dimensions, (dimension) => dimension.dimensionId === dimensionId).values.map(({ score, groups }) =>
		[score, ...groups.map((side) => side.score)].map(exact).join(' ')
	);

const version1 = workshop({ basishouding: { openheid: 3, vertrouwen: 3 }, regierol: { draagvlak: 2 } }).questionnaire;
/** One item replaced, one reworded, one added: as samenwerking 1.1.0. */
const version2 = nextVersion(version1, '1.1.0', {
	replace: { 'openheid-3': 'openheid-nieuw' },
	reword: { 'vertrouwen-2': 'Duidelijker.' },
	add: { draagvlak: 'draagvlak-3' }
});

const twoSides = (questionnaire = version1) =>
	new Workshop(questionnaire).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const openheid = (...marks: readonly Mark[]): Sheet => ({ openheid: marks });

describe('a workshop, a year later another, and a third with a new version', () => {
	// 2024: a joint answer of each side. The third item has another score than the first two, and will not count.
	const in2024 = twoSides()
		.answersTogether('Gemeente', { ...openheid(4, 4, 1), vertrouwen: [3, 3, 3], draagvlak: [2, 2] })
		.answersTogether('Verenigingen', { ...openheid(2, 3, 5), vertrouwen: [2, 2, 2], draagvlak: [2, 2] })
		.occasion('2024-03-12');
	// 2025: individuals. Someone of the gemeente skips the third item.
	const in2025 = twoSides()
		.answers('Gemeente', openheid(3, 3, '?'), openheid(3, 4, 1))
		.answers('Verenigingen', openheid(2, 2, 5), openheid(2, 3, 5), openheid(3, 3, 5), openheid(3, 2, 5))
		.occasion('2025-03-19');
	// 2026: individuals, with the version in which openheid-3 was replaced.
	const in2026 = twoSides(version2)
		.answers('Gemeente', openheid(4, 4, 1), openheid(4, 5, 1), openheid(5, 4, 1))
		.answers('Verenigingen', openheid(4, 4, 2), openheid(4, 4, 2), openheid(4, 4, 2), openheid(4, 4, 2))
		.occasion('2026-03-18');
	const comparison = compared(in2026, in2024, in2025);

	test('stand oldest first, whatever order they come in', () => {
		expect(comparison.occasions.map(({ measurement }) => measurement.date)).toEqual([
			'2024-03-12',
			'2025-03-19',
			'2026-03-18'
		]);
		expect(comparison.questionnaire.version).toBe('1.1.0');
		expect(comparison.occasions.map(({ questionnaire }) => questionnaire.version)).toEqual(['1.0.0', '1.0.0', '1.1.0']);
	});

	test('compare partly: each dimension over the items that all three have', () => {
		expect(comparison.comparability.kind).toBe('partly');
		expect(
			comparison.dimensions.map(({ dimensionId, themeId, name, items, leftOut }) => [
				dimensionId,
				themeId,
				name,
				items.length,
				leftOut
			])
		).toEqual([
			['openheid', 'basishouding', 'Onderdeel openheid', 2, 2],
			['vertrouwen', 'basishouding', 'Onderdeel vertrouwen', 3, 0],
			['draagvlak', 'regierol', 'Onderdeel draagvlak', 2, 1]
		]);
		expect(found(comparison.dimensions, ({ dimensionId }) => dimensionId === 'vertrouwen').items[1]?.statement).toBe(
			'Duidelijker.'
		);
	});

	test('have the scores over the two shared items of openheid', () => {
		// 2024: (4+4)/2, (2+3)/2. 2025: persons 3, 7/2; 2, 5/2, 3, 5/2. 2026: persons 4, 9/2, 9/2; all 4.
		expect(scoresOf(comparison, 'openheid')).toEqual(['13/4 4 5/2', '23/8 13/4 5/2', '25/6 13/3 4']);
	});

	test('count the people who answered', () => {
		expect(comparison.occasions.map(({ counts }) => counts.map(({ responses }) => responses))).toEqual([
			[0, 0],
			[2, 4],
			[3, 4]
		]);
		expect(comparison.dimensions[0]?.values[1]?.groups.map(({ n }) => n)).toEqual([2, 4]);
	});

	test('from the joint answers to 2025: figures and no verdict, and the sides came 3/4 closer', () => {
		const shift = found(shiftsBetween(comparison, 0, 1), ({ dimensionId }) => dimensionId === 'openheid');
		expect(said(shift.score)).toBe('13/4 → 23/8: -3/8 joint');
		expect(groupsIn(shift)).toEqual(['gemeente 4 → 13/4: -3/4 joint', 'verenigingen 5/2 → 5/2: 0 joint']);
		expect([shift.gap.before?.size, shift.gap.after?.size, shift.gap.difference].map(exact)).toEqual([
			'3/2',
			'3/4',
			'-3/4'
		]);
	});

	test('from 2025 to 2026: better, for each and for both', () => {
		const shift = found(shiftsBetween(comparison, 1, 2), ({ dimensionId }) => dimensionId === 'openheid');
		// Gemeente: s² = 1/8 and 1/12, both taken as 1/4. 4 × (1/4/2 + 1/4/3) = 5/6, and (13/12)² = 169/144.
		// Verenigingen: s² = 1/6 and 0: 4 × (1/4/4 + 1/4/4) = 1/2, and (3/2)² = 9/4.
		expect(groupsIn(shift)).toEqual(['gemeente 13/4 → 13/3: 13/12 better', 'verenigingen 5/2 → 4: 3/2 better']);
		// 4 × ((1/8 + 1/16) + (1/12 + 1/16)) / 4 = 1/3, and (31/24)² = 961/576.
		expect(said(shift.score)).toBe('23/8 → 25/6: 31/24 better');
		expect(exact(shift.gap.difference)).toBe('-5/12'); // 1/3 − 3/4
	});

	test('where nobody answered, nothing is said', () => {
		const shift = found(shiftsBetween(comparison, 0, 2), ({ dimensionId }) => dimensionId === 'draagvlak');
		expect(said(shift.score)).toBe('2 → none: none missing');
		expect(shift.gap).toMatchObject({ after: null, difference: null });
	});

	test('show each item on demand, in the newest words', () => {
		const items = itemShiftsBetween(comparison, 1, 2, 'openheid');
		expect(items.map(({ itemId, statement }) => [itemId, statement])).toEqual([
			['openheid-1', 'Stelling 1.'],
			['openheid-2', 'Stelling 2.']
		]);
		expect(
			items.map(({ groups }) =>
				groups.map(({ before, after, difference }) =>
					[exact(before?.score), before?.n, exact(after?.score), after?.n, exact(difference)].join(' ')
				)
			)
		).toEqual([
			['3 2 13/3 3 4/3', '5/2 4 4 4 3/2'],
			['7/2 2 13/3 3 5/6', '5/2 4 4 4 3/2']
		]);
		const [joint] = itemShiftsBetween(comparison, 0, 1, 'openheid')[0]?.groups ?? [];
		expect(joint).toMatchObject({
			groupId: 'gemeente',
			before: { basis: 'joint', n: 0 },
			after: { basis: 'individual' }
		});
		expect([joint?.before?.score, joint?.difference].map(exact)).toEqual(['4', '-1']);
	});

	test('two of the same version compare fully, over all three items', () => {
		const two = compared(in2024, in2025);
		expect(two.comparability.kind).toBe('full');
		// 2024: 9/3 and 10/3. 2025: persons 3 (of two answers) and 8/3; 3, 10/3, 11/3, 10/3.
		expect(scoresOf(two, 'openheid')).toEqual(['19/6 3 10/3', '37/12 17/6 10/3']);
	});

	test('a person needs more than half of the shared items: one of two is not enough', () => {
		const skipping = twoSides()
			.answers('Gemeente', openheid(5, '?', 5), openheid(3, 3, 3))
			.occasion('2025-06-01');
		expect(exact(compared(skipping, in2025).dimensions[0]?.values[1]?.groups[0]?.score)).toBe('4'); // 5 and 3
		expect(exact(compared(skipping, in2026).dimensions[0]?.values[0]?.groups[0]?.score)).toBe('3');
	});

	test('there is no other occasion or dimension', () => {
		expect(() => shiftsBetween(comparison, 0, 3)).toThrow(RangeError);
		expect(() => shiftsBetween(comparison, -1, 1)).toThrow(RangeError);
		expect(() => itemShiftsBetween(comparison, 0, 1, 'waardering')).toThrow(RangeError);
	});
});

describe('what cannot be compared', () => {
	const occasion = twoSides()
		.answersTogether('Gemeente', openheid(3, 3, 3))
		.occasion('2025-01-01');

	test('another questionnaire: the occasions come back, oldest first', () => {
		const other = twoSides({ ...version1, id: 'kapstokken' }).occasion('2024-01-01');
		expect(computeComparison([occasion, other])).toMatchObject({
			kind: 'none',
			reason: 'other-questionnaire',
			occasions: [{ measurement: { date: '2024-01-01' } }, { measurement: { date: '2025-01-01' } }]
		});
	});

	test('one measurement, or six', () => {
		const years = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => twoSides().occasion(`${year}-01-01`));
		expect(() => computeComparison(years.slice(0, 1))).toThrow(RangeError);
		expect(() => computeComparison(years)).toThrow(RangeError);
		expect(compared(...years.slice(0, 5)).occasions).toHaveLength(5);
	});

	test('an anonymous measurement whose own figures were never shown', () => {
		const anonymous = (changes: Partial<Occasion['measurement']>) =>
			twoSides().anonymous(3).occasion('2024-01-01', changes);
		expect(() => computeComparison([occasion, anonymous({ status: 'open', sealed: false })])).toThrow(RangeError);
		expect(() => computeComparison([occasion, anonymous({ sealed: false })])).toThrow(RangeError);
		expect(computeComparison([occasion, anonymous({})]).kind).toBe('compared');
	});
});

describe('measurements of one day', () => {
	test('stand in the order in which they were made', () => {
		const at = (createdAt: string, id: string) => twoSides().occasion('2025-05-05', { createdAt, id });
		const { occasions } = compared(
			at('2025-05-05T12:00:00.000Z', 'c'),
			at('2025-05-05T10:00:00.000Z', 'z'),
			at('2025-05-05T12:00:00.000Z', 'b')
		);
		expect(occasions.map(({ measurement }) => measurement.id)).toEqual(['z', 'b', 'c']);
	});
});

describe('groups over the years', () => {
	const withGroups = (date: string, ...groups: readonly (readonly [id: string, role: string, name: string])[]) => {
		const measured = new Workshop(version1);
		measured.groups.push(...groups.map(([id, role, name]) => ({ id, role, name })));
		const responses = groups.map(([groupId], index) => ({
			id: `${date}-${index}`,
			groupId,
			kind: 'joint' as const,
			answers: { 'openheid-1': 3, 'openheid-2': 3, 'openheid-3': 3 } as const
		}));
		return { ...measured.occasion(date), responses };
	};
	const rows = (...occasions: readonly Occasion[]) =>
		compared(...occasions).groups.map(({ id, name, own }) =>
			[id, name, ...own.map((group) => group?.id ?? '-')].join(' ')
		);

	test('are the same by id, under the newest name', () => {
		expect(
			rows(
				withGroups('2024-01-01', ['a', 'gemeente', 'Gemeente'], ['b', 'vereniging', 'Harmonie']),
				withGroups('2025-01-01', ['b', 'vereniging', 'Fanfare'], ['a', 'gemeente', 'Gemeente'])
			)
		).toEqual(['b Fanfare b b', 'a Gemeente a a']);
	});

	test('else by role and name, whatever capitals and spaces', () => {
		expect(
			rows(
				withGroups('2024-01-01', ['a', 'gemeente', 'Gemeente '], ['b', 'vereniging', 'SPORTRAAD']),
				withGroups('2025-01-01', ['x', 'gemeente', 'gemeente'], ['y', 'vereniging', 'Sportraad'])
			)
		).toEqual(['x gemeente a x', 'y Sportraad b y']);
	});

	test('not by a name in another role, nor by an id in another role', () => {
		expect(
			rows(
				withGroups('2024-01-01', ['a', 'gemeente', 'Cultuurdienst'], ['b', 'vereniging', 'Harmonie']),
				withGroups('2025-01-01', ['a', 'vereniging', 'Sportraad'], ['c', 'vereniging', 'Cultuurdienst'])
			)
		).toEqual(['a Sportraad - a', 'c Cultuurdienst - c', 'a_meting-2024-01-01 Cultuurdienst a -', 'b Harmonie b -']);
	});

	test('a name never takes a group away from its id', () => {
		expect(
			rows(
				withGroups('2024-01-01', ['a', 'vereniging', 'Noord'], ['b', 'vereniging', 'Zuid']),
				withGroups('2025-01-01', ['a', 'vereniging', 'Zuid'], ['c', 'vereniging', 'Noord'])
			)
		).toEqual(['a Zuid a a', 'c Noord - c', 'b Zuid b -']);
	});

	test('a group that stayed away for a year is still the same', () => {
		const comparison = compared(
			withGroups('2023-01-01', ['a', 'gemeente', 'Gemeente'], ['b', 'vereniging', 'Harmonie']),
			withGroups('2024-01-01', ['a', 'gemeente', 'Gemeente'], ['s', 'vereniging', 'Sportraad']),
			withGroups('2025-01-01', ['a', 'gemeente', 'Gemeente'], ['h', 'vereniging', 'Harmonie'])
		);
		expect(comparison.groups.map(({ id, own }) => [id, ...own.map((group) => group?.id ?? '-')].join(' '))).toEqual([
			'a a a a',
			'h b - h',
			's - s -'
		]);
		expect(comparison.occasions.map(({ groups }) => groups.map(({ id }) => id))).toEqual([
			['a', 'h'],
			['a', 's'],
			['a', 'h']
		]);
		const [shift] = shiftsBetween(comparison, 0, 1);
		expect(shift && said(shift.score)).toBe('none → none: none other-groups');
		expect(shift && groupsIn(shift)).toEqual([
			'a 3 → 3: 0 joint',
			'h 3 → none: none missing',
			's none → 3: none missing'
		]);
		expect(shift?.gap.difference).toBeNull();
	});

	test('four groups keep their own figures under one id', () => {
		const four = ['gemeente', 'vereniging', 'vereniging', 'vereniging'] as const;
		const names = ['Gemeente', 'Harmonie', 'Sportraad', 'Cultuurraad'];
		const measured = (date: string, ids: readonly string[], ...scores: readonly (1 | 2 | 3 | 4 | 5)[]) => {
			const found = new Workshop(version1);
			found.groups.push(...four.map((role, index) => ({ id: ids[index] ?? '', role, name: names[index] ?? '' })));
			const responses = scores.flatMap((score, index) =>
				[1, 2].map((person) => ({
					id: `${date}-${index}-${person}`,
					groupId: ids[index] ?? '',
					kind: 'individual' as const,
					answers: { 'openheid-1': score, 'openheid-2': score, 'openheid-3': score }
				}))
			);
			return { ...found.occasion(date), responses };
		};
		const comparison = compared(
			measured('2024-01-01', ['a', 'b', 'c', 'd'], 2, 3, 4, 5),
			measured('2025-01-01', ['h', 'g', 'f', 'e'], 3, 3, 3, 5)
		);
		expect(comparison.groups.map(({ id }) => id)).toEqual(['h', 'g', 'f', 'e']);
		const [shift] = shiftsBetween(comparison, 0, 1);
		expect(shift && groupsIn(shift)).toEqual([
			'h 2 → 3: 1 better',
			'g 3 → 3: 0 indistinct',
			'f 4 → 3: -1 worse',
			'e 5 → 5: 0 indistinct'
		]);
		expect(shift && said(shift.score)).toBe('7/2 → 7/2: 0 indistinct');
		expect(exact(shift?.gap.difference)).toBe('-1'); // from 5 − 2 to 5 − 3
	});
});

describe('the smallest and the longest', () => {
	const small = workshop({ basis: { openheid: 1 } }).questionnaire;
	const yearly = (year: number, mark: 1 | 2 | 3 | 4 | 5) =>
		twoSides(small)
			.answers('Gemeente', ...Array.from({ length: 4 }, () => openheid(mark)))
			.answers('Verenigingen', ...Array.from({ length: 4 }, () => openheid(3)))
			.occasion(`${year}-09-01`);

	test('one theme, one dimension, one item', () => {
		const comparison = compared(yearly(2024, 3), yearly(2025, 5));
		expect(comparison.dimensions).toHaveLength(1);
		const [shift] = shiftsBetween(comparison, 0, 1);
		// The samenwerkingsscore: 4 × 4 × 1/4/4 / 4 = 1/4, and 1 squared.
		expect(shift && said(shift.score)).toBe('3 → 4: 1 better');
		expect(shift && groupsIn(shift)).toEqual(['gemeente 3 → 5: 2 better', 'verenigingen 3 → 3: 0 indistinct']);
		expect(comparison.occasions.map(({ figures }) => exact(figures.themes[0]?.score))).toEqual(['3', '4']);
	});

	test('five occasions: any two can be set beside each other, also backwards', () => {
		const comparison = compared(yearly(2025, 5), yearly(2021, 1), yearly(2023, 3), yearly(2022, 2), yearly(2024, 4));
		expect(scoresOf(comparison, 'openheid')).toEqual(['2 1 3', '5/2 2 3', '3 3 3', '7/2 4 3', '4 5 3']);
		const [there] = shiftsBetween(comparison, 0, 4);
		const [back] = shiftsBetween(comparison, 4, 0);
		expect(there && said(there.score)).toBe('2 → 4: 2 better');
		expect(back && said(back.score)).toBe('4 → 2: -2 worse');
	});
});

describe('an anonymous measurement across versions', () => {
	const people = (count: number, ...marks: readonly Mark[]) => Array.from({ length: count }, () => openheid(...marks));
	const after = twoSides(version2)
		.answers('Gemeente', ...people(4, 5, 5, 1))
		.occasion('2026-01-01');
	const sideIn = (before: Occasion) => compared(before, after).dimensions[0]?.values[0]?.groups[0];
	const anonymous = (...sheets: readonly Sheet[]) =>
		twoSides()
			.anonymous(3)
			.answers('Gemeente', ...sheets)
			.occasion('2025-01-01');

	test('shows its figures over the shared items when everyone answered all items', () => {
		const side = sideIn(anonymous(...people(3, 4, 4, 1), openheid(2, 3, 5)));
		expect(side).toMatchObject({ hidden: false, n: 4, distribution: [] });
		expect(exact(side?.score)).toBe('29/8'); // (3 × 4 + 5/2) / 4
		expect(side?.items.map((item) => [item.itemId, exact(item.mean)])).toEqual([
			['openheid-1', '7/2'],
			['openheid-2', '15/4']
		]);
		const [shift] = shiftsBetween(compared(anonymous(...people(4, 4, 4, 1)), after), 0, 1);
		expect(shift && groupsIn(shift)[0]).toBe('gemeente 4 → 5: 1 indistinct');
	});

	test('shows nothing when someone left out the item that is gone, though all answered the shared ones', () => {
		const side = sideIn(anonymous(...people(5, 4, 4, 4), openheid(1, 2, '?')));
		expect(side).toMatchObject({ hidden: true, score: null, n: 0, distribution: [], given: 0 });
		expect(side?.items.every((item) => item.hidden)).toBe(true);
	});

	test('shows its ordinary figures where all items of the dimension are shared', () => {
		const skipping = anonymous(
			...Array.from({ length: 6 }, (_, index): Sheet => ({ vertrouwen: [4, 4, index === 0 ? '?' : 4] }))
		);
		const ordinary = twoSides()
			.anonymous(3)
			.answers(
				'Gemeente',
				...Array.from({ length: 6 }, (_, index): Sheet => ({ vertrouwen: [4, 4, index === 0 ? '?' : 4] }))
			)
			.side('Gemeente', 'vertrouwen');
		expect(compared(skipping, after).dimensions[1]?.values[0]?.groups[0]).toEqual(ordinary);
		expect(ordinary).toMatchObject({ hidden: false, n: 6, distribution: [] });
	});
});
