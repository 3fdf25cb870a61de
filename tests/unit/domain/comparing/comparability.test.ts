import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeComparability, type Comparable } from '$lib/domain/comparing/comparability';
import { describeComparability, describeLeftOut } from '$lib/domain/year-words/comparison-words';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { nextVersion } from './versions';
import { workshop } from '../../../builders/workshop';

const first = workshop({ basishouding: { openheid: 3, vertrouwen: 3 }, regierol: { draagvlak: 2 } }).questionnaire;
/** As a real improvement: one item reworded, one replaced, one added. */
const second = nextVersion(first, '1.1.0', {
	reword: { 'vertrouwen-2': 'Duidelijker.' },
	replace: { 'openheid-3': 'openheid-nieuw' },
	add: { draagvlak: 'draagvlak-3' }
});
const third = nextVersion(second, '1.10.0', { drop: ['vertrouwen-1'], reword: { 'vertrouwen-2': 'Nog duidelijker.' } });

function comparable(...questionnaires: Questionnaire[]): Comparable {
	const found = computeComparability(questionnaires);
	if (found.kind === 'none') throw new Error(found.reason);
	return found;
}

describe('the same version', () => {
	test('compares fully, over all items', () => {
		const found = comparable(first, first);
		expect(found).toMatchObject({ kind: 'full', leftOut: [], reworded: [], scaleChanged: false });
		expect([...found.shared]).toEqual(itemsOf(first).map(({ id }) => id));
		expect(describeComparability(found)).toBe('Volledig te vergelijken: alle stellingen staan in elke meting.');
	});

	test('compares fully with one item as well', () => {
		const { questionnaire } = workshop({ basis: { openheid: 1 } });
		expect([...comparable(questionnaire, questionnaire).shared]).toEqual(['openheid-1']);
	});
});

describe('two versions', () => {
	const found = comparable(first, second);

	test('share the items that kept their id in their dimension', () => {
		expect(found.kind).toBe('partly');
		expect([...found.shared]).toEqual([
			'openheid-1',
			'openheid-2',
			'vertrouwen-1',
			'vertrouwen-2',
			'vertrouwen-3',
			'draagvlak-1',
			'draagvlak-2'
		]);
	});

	test('leave out what one of them lacks, and say what the change list says of it', () => {
		expect(found.leftOut).toEqual([
			{
				itemId: 'openheid-nieuw',
				statement: 'Stelling openheid-nieuw.',
				dimensionId: 'openheid',
				why: 'not-in-all',
				versions: ['1.1.0'],
				changes: ['Vervangen in 1.1.0.']
			},
			{
				itemId: 'draagvlak-3',
				statement: 'Stelling draagvlak-3.',
				dimensionId: 'draagvlak',
				why: 'not-in-all',
				versions: ['1.1.0'],
				changes: ['Nieuw in 1.1.0.']
			},
			{
				itemId: 'openheid-3',
				statement: 'Stelling 3.',
				dimensionId: 'openheid',
				why: 'not-in-all',
				versions: ['1.0.0'],
				changes: ['Vervangen in 1.1.0.']
			}
		]);
		expect(describeComparability(found)).toBe(
			'Gedeeltelijk te vergelijken: 3 stellingen tellen niet mee, omdat niet elke meting ze heeft.'
		);
		expect(found.leftOut.map(describeLeftOut)).toEqual([
			'alleen in versie 1.1.0',
			'alleen in versie 1.1.0',
			'alleen in versie 1.0.0'
		]);
	});

	test('tell which shared item has other words', () => {
		expect(found.reworded).toEqual([{ itemId: 'vertrouwen-2', oldest: 'Stelling 2.', newest: 'Duidelijker.' }]);
	});

	test('compare fully when only words changed', () => {
		const reworded = nextVersion(first, '1.0.1', { reword: { 'openheid-1': 'Anders gezegd.' } });
		expect(comparable(first, reworded)).toMatchObject({ kind: 'full', leftOut: [] });
		expect(comparable(first, reworded).reworded).toHaveLength(1);
	});

	test('tell that the words at the answers changed, also those of «weet niet»', () => {
		const points = { ...second, scale: { ...first.scale, points: ['Nee', 'Weinig', 'Deels', 'Veel', 'Ja'] } };
		const unknown = { ...second, scale: { ...first.scale, unknown: 'Geen idee' } };
		expect(comparable(first, points).scaleChanged).toBe(true);
		expect(comparable(first, unknown).scaleChanged).toBe(true);
		expect(found.scaleChanged).toBe(false);
	});

	test('do not share an item that moved to another dimension', () => {
		const [basishouding, regierol] = first.themes;
		const [openheid, vertrouwen] = basishouding?.dimensions ?? [];
		if (!basishouding || !regierol || !openheid || !vertrouwen) throw new Error('the first version lacks a part');
		const [moved, ...others] = openheid.items;
		const dimensions = [
			{ ...openheid, items: others },
			{ ...vertrouwen, items: [...vertrouwen.items, ...(moved ? [moved] : [])] }
		];
		const later = { ...first, version: '1.2.0', themes: [{ ...basishouding, dimensions }, regierol] };
		const { leftOut } = comparable(first, later);
		expect(leftOut).toMatchObject([
			{ itemId: 'openheid-1', dimensionId: 'vertrouwen', why: 'moved', versions: ['1.0.0', '1.2.0'] }
		]);
		expect(leftOut.map(describeLeftOut)).toEqual(['staat niet in elke versie bij hetzelfde onderdeel']);
		expect(describeComparability(comparable(first, later))).toBe(
			'Gedeeltelijk te vergelijken: 1 stelling telt niet mee, omdat niet elke meting ze bij hetzelfde onderdeel heeft.'
		);
	});
});

describe('three versions', () => {
	test('share what all three have', () => {
		const found = comparable(first, second, third);
		expect([...found.shared].filter((id) => id.startsWith('vertrouwen'))).toEqual(['vertrouwen-2', 'vertrouwen-3']);
		const dropped = found.leftOut.find(({ itemId }) => itemId === 'vertrouwen-1');
		expect(dropped).toMatchObject({ versions: ['1.0.0', '1.1.0'], changes: ['Weggelaten in 1.10.0.'] });
		expect(dropped && describeLeftOut(dropped)).toBe('alleen in versie 1.0.0 en 1.1.0');
		expect(found.reworded).toEqual([{ itemId: 'vertrouwen-2', oldest: 'Stelling 2.', newest: 'Nog duidelijker.' }]);
	});

	test('say nothing of what changed before the oldest of them', () => {
		const fourth = nextVersion(third, '2.0.0', { drop: ['openheid-nieuw'] });
		const { leftOut } = comparable(second, fourth);
		expect(leftOut.find(({ itemId }) => itemId === 'openheid-nieuw')?.changes).toEqual(['Weggelaten in 2.0.0.']);
		expect(leftOut.find(({ itemId }) => itemId === 'vertrouwen-1')?.changes).toEqual(['Weggelaten in 1.10.0.']);
	});
});

describe('what cannot be compared', () => {
	test('another questionnaire, even with the same items', () => {
		const found = computeComparability([first, { ...first, id: 'kapstokken' }]);
		expect(found).toEqual({ kind: 'none', reason: 'other-questionnaire' });
		expect(describeComparability(found)).toBe('Niet te vergelijken: de metingen hebben niet dezelfde vragenlijst.');
	});

	test('a version in which everything was replaced', () => {
		const small = workshop({ basis: { openheid: 1 } }).questionnaire;
		const found = computeComparability([
			small,
			nextVersion(small, '2.0.0', { replace: { 'openheid-1': 'openheid-2' } })
		]);
		expect(found).toEqual({ kind: 'none', reason: 'nothing-shared' });
		expect(describeComparability(found)).toBe(
			'Niet te vergelijken: de versies van de vragenlijst hebben geen enkele stelling gemeen.'
		);
	});
});

describe('it is symmetric', () => {
	const ids = itemsOf(first).map(({ id }) => id);
	/** A version in which some items were dropped and some replaced by items that other versions may have as well. */
	const version = fc
		.record({
			drop: fc.subarray(ids, { maxLength: ids.length - 2 }),
			replaced: fc.subarray(ids),
			reworded: fc.subarray(ids),
			number: fc.integer({ min: 1, max: 12 }),
			other: fc.integer({ min: 0, max: 19 })
		})
		.map(({ drop, replaced, reworded, number, other }) => {
			const replace = Object.fromEntries(replaced.slice(0, 2).map((id) => [id, `${id}-nieuw`]));
			const reword = Object.fromEntries(reworded.map((id) => [id, `Versie ${number}.`]));
			const next = nextVersion(first, `1.${number}.0`, { drop, replace, reword });
			return other === 0 ? { ...next, id: 'andere' } : next;
		});
	const inTwoOrders = fc
		.array(version, { minLength: 2, maxLength: 5 })
		.chain((found) =>
			fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length, maxLength: found.length }))
		);
	const saidOf = (questionnaires: readonly Questionnaire[]) => {
		const found = computeComparability(questionnaires);
		if (found.kind === 'none') return found;
		return {
			kind: found.kind,
			scaleChanged: found.scaleChanged,
			shared: [...found.shared].sort(),
			leftOut: found.leftOut.map(({ itemId, versions }) => [itemId, ...versions].join()).sort(),
			reworded: found.reworded.map(({ itemId }) => itemId).sort()
		};
	};

	test('the order of the questionnaires changes neither the verdict nor what is shared or left out', () => {
		fc.assert(
			fc.property(inTwoOrders, ([one, other]) => {
				expect(saidOf(other)).toEqual(saidOf(one));
			})
		);
	});

	test('every item is shared or left out, and never both', () => {
		fc.assert(
			fc.property(inTwoOrders, ([questionnaires]) => {
				const found = computeComparability(questionnaires);
				if (found.kind === 'none') return;
				const all = new Set(questionnaires.flatMap((questionnaire) => itemsOf(questionnaire).map(({ id }) => id)));
				const said = [...found.shared, ...found.leftOut.map(({ itemId }) => itemId)];
				expect([...said].sort()).toEqual([...all].sort());
				expect(found.kind === 'full').toBe(found.leftOut.length === 0);
			})
		);
	});
});
