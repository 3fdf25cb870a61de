import { expect, test } from 'vitest';
import { highlightsOf } from '$lib/domain/advice/highlights';
import { workshop, type Plan, type Sheet } from '../../../builders/workshop';

const plan: Plan = { basishouding: { openheid: 1, eigenheid: 1, vertrouwen: 1 }, regierol: { draagvlak: 1 } };
const answered = (gemeente: Sheet, verenigingen: Sheet) => {
	const { strongest, weakest, gaps, compared } = highlightsOf(
		workshop(plan)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answersTogether('Gemeente', gemeente)
			.answersTogether('Verenigingen', verenigingen)
			.figures()
	);
	const ids = (list: readonly { dimensionId: string }[]) => list.map(({ dimensionId }) => dimensionId);
	return { strongest: ids(strongest), weakest: ids(weakest), gaps: ids(gaps), compared };
};

test('half of what has a score is strongest and the rest weakest, so that nothing is both', () => {
	const sheet: Sheet = { openheid: [5], eigenheid: [2], vertrouwen: [4], draagvlak: [1] };
	expect(answered(sheet, sheet)).toEqual({
		strongest: ['openheid', 'vertrouwen'],
		weakest: ['draagvlak', 'eigenheid'],
		gaps: [],
		compared: 4
	});
});

test('a single score is a strength unless it is low, and of what cannot be compared there is no gap', () => {
	expect(answered({ openheid: [4] }, {})).toEqual({ strongest: ['openheid'], weakest: [], gaps: [], compared: 0 });
	expect(answered({ openheid: [2] }, {})).toEqual({ strongest: [], weakest: ['openheid'], gaps: [], compared: 0 });
});

test('neither what the sides see differently nor what one of them finds bad is a strength, however high the mean', () => {
	// Openheid: mean 4, a gap of 2. Eigenheid: mean 3,5, a gap of 1.
	const found = answered(
		{ openheid: [5], eigenheid: [4], vertrouwen: [3], draagvlak: [2] },
		{ openheid: [3], eigenheid: [3], vertrouwen: [3], draagvlak: [2] }
	);
	expect(found).toMatchObject({ strongest: ['vertrouwen'], gaps: ['openheid', 'eigenheid'] });
});

test('gaps that have a word come largest first', () => {
	const found = answered(
		{ openheid: [5], eigenheid: [4], draagvlak: [3] },
		{ openheid: [4], eigenheid: [2], draagvlak: [3] }
	);
	expect(found).toMatchObject({ gaps: ['eigenheid', 'openheid'], compared: 3 });
});

test('nobody answered: nothing stands out', () => {
	expect(answered({}, {})).toEqual({ strongest: [], weakest: [], gaps: [], compared: 0 });
});
