import { expect, test } from 'vitest';
import { talkOrder } from '$lib/domain/scoring/talk-order';
import { workshop } from '../../../builders/workshop';

/** By rank: eigenheid, regie, waardering, openheid; of «constructor» nothing can be computed. */
const figures = workshop({
	basishouding: { openheid: 1, waardering: 1, eigenheid: 1 },
	regierol: { regie: 1, constructor: 1 }
})
	.group('gemeente', 'Gemeente')
	.group('vereniging', 'Verenigingen')
	.answers('Gemeente', { openheid: [5], waardering: [4], eigenheid: [5], regie: [5] })
	.answers('Verenigingen', { openheid: [5], waardering: [3], eigenheid: [1], regie: [2] })
	.figures();

function orderOf(chosen: readonly string[]) {
	const { discussed, others, isProposal } = talkOrder(figures, chosen);
	return { discussed: ids(discussed), others: ids(others), isProposal };
}

const ids = (dimensions: readonly { dimensionId: string }[]) => dimensions.map(({ dimensionId }) => dimensionId);

test('three are proposed while nobody chose, and what has no rank stands last', () => {
	expect(orderOf([])).toEqual({
		discussed: ['eigenheid', 'regie', 'waardering'],
		others: ['openheid', 'constructor'],
		isProposal: true
	});
});

test('what the room chose comes first, as it chose, also what has no rank; the others stay in their order', () => {
	expect(orderOf(['constructor', 'openheid', 'constructor'])).toEqual({
		discussed: ['constructor', 'openheid'],
		others: ['eigenheid', 'regie', 'waardering'],
		isProposal: false
	});
});

test('what the questionnaire does not have is left out, and nothing but that is as if nobody chose', () => {
	expect(orderOf(['weg', 'openheid']).discussed).toEqual(['openheid']);
	expect(orderOf(['weg'])).toEqual(orderOf([]));
});
