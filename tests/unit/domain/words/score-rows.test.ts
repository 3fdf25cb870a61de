import { describe, expect, test } from 'vitest';
import type { AgreedScore } from '$lib/domain/measurement/measurement';
import { agreedOn, scoreCaption, scoreRows } from '$lib/domain/words/score-rows';
import { workshop, type Workshop } from '../../../builders/workshop';

const agreed = (score: AgreedScore['score'], note = ''): AgreedScore => ({
	measurementId: 'm',
	dimensionId: 'openheid',
	score,
	note
});
const rowsOf = (held: Workshop, room: readonly AgreedScore[] = []) =>
	scoreRows({ questionnaire: held.questionnaire, figures: held.figures(), agreed: room });
const twoSides = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');

describe('the rows of scores', () => {
	test('have each side with what its score rests on, in full and in short, and the gap in words', () => {
		const [row] = rowsOf(
			twoSides()
				.answers('Gemeente', { openheid: [5, 5, 5] }, { openheid: [3, 3, 3] })
				.answersTogether('Verenigingen', { openheid: [2, 2, 2] })
		);
		expect(row).toMatchObject({
			name: 'Onderdeel openheid',
			shortName: 'openheid',
			sides: [
				{ score: '4,0', basis: '2 mensen, van 3,0 tot 5,0', shortBasis: '2 mensen' },
				{ score: '2,0', basis: '', shortBasis: '' }
			],
			together: { score: '3,0', basis: '' },
			gap: { size: '2,0', word: 'groot verschil' },
			agreed: null
		});
	});

	test('say why a score is missing, of a side and of all together', () => {
		const [row] = rowsOf(twoSides().answers('Gemeente', { openheid: [4, 4, 4] }));
		expect(row?.sides[1]).toMatchObject({ score: null, basis: 'te weinig antwoorden' });
		expect(row?.together).toMatchObject({ score: null, basis: 'te weinig antwoorden' });
		expect(row?.gap).toBeNull();
	});

	test('have the agreed score', () => {
		expect(rowsOf(twoSides(), [agreed(4)])[0]?.agreed).toBe(4);
	});
});

test('a room agreed on something when it gave a score or wrote more than space', () => {
	expect(agreedOn([agreed(null, '  ')], 'openheid')).toBeUndefined();
	expect(agreedOn([agreed(null, 'We praten verder.')], 'openheid')?.note).toBe('We praten verder.');
	expect(agreedOn([agreed(2)], 'openheid')?.score).toBe(2);
	expect(agreedOn([agreed(2)], 'eigenheid')).toBeUndefined();
});

test('the caption has the words of the own scale', () => {
	const scale = { points: ['Nooit', 'Zelden', 'Soms', 'Vaak', 'Altijd'], unknown: 'Weet niet' };
	expect(scoreCaption({ scale })).toMatch(/^Scores van 1 \(nooit\) tot 5 \(altijd\)\. «Samen» is /);
});
