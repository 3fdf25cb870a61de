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

test('a single score is a strength, and of what cannot be compared there is no gap', () => {
	expect(answered({ openheid: [2] }, {})).toEqual({ strongest: ['openheid'], weakest: [], gaps: [], compared: 0 });
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
