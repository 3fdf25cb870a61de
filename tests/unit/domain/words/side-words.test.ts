import { describe, expect, test } from 'vitest';
import { distributionWords, HIDDEN_WORDS, sideBasis, sideBasisInFull, whyNoScore } from '$lib/domain/words/side-words';
import { workshop } from '../../../builders/workshop';

const workshopOfTwo = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Fanfare');

describe("what a side's figure rests on", () => {
	test('of several individuals: how many, and from the lowest to the highest', () => {
		const side = workshopOfTwo()
			.answers('Gemeente', { openheid: [2, 2, 2] }, { openheid: [5, 5, 4] }, { openheid: [3, 3, 3] })
			.side('Gemeente');

		expect(sideBasis(side)).toBe('3 mensen, van 2,0 tot 4,7');
	});

	test('of two who agree: the range stays, for it says something', () => {
		const side = workshopOfTwo()
			.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [4, 4, 4] })
			.side('Gemeente');

		expect(sideBasis(side)).toBe('2 mensen, van 4,0 tot 4,0');
	});

	test('of one individual: no range, which would say the score twice more', () => {
		const side = workshopOfTwo()
			.answers('Gemeente', { openheid: [4, 4, 5] })
			.side('Gemeente');

		expect(sideBasis(side)).toBe('1 mens');
	});

	test('of one individual with a score: the others without one are no range either', () => {
		const side = workshopOfTwo()
			.answers('Gemeente', { openheid: [4, 4, 5] }, { openheid: ['?', '?', '?'] })
			.side('Gemeente');

		expect(sideBasis(side)).toBe('1 mens');
	});

	test('of one individual beside a joint answer: both, without a range', () => {
		const side = workshopOfTwo()
			.answers('Gemeente', { openheid: [4, 4, 4] })
			.answersTogether('Gemeente', { openheid: [3, 3, 3] })
			.side('Gemeente');

		expect(sideBasis(side)).toBe('1 mens; gezamenlijk antwoord 3,0');
	});

	test('of joint answers alone: nothing more to say', () => {
		const side = workshopOfTwo()
			.answersTogether('Gemeente', { openheid: [3, 3, 3] })
			.side('Gemeente');

		expect(sideBasis(side)).toBe('');
	});

	test('without answers or hidden: why there is no score', () => {
		const few = workshopOfTwo().anonymous(3);
		few.answers('Gemeente', { openheid: [4, 4, 4] });

		expect(sideBasis(workshopOfTwo().side('Gemeente'))).toBe('te weinig antwoorden');
		expect(sideBasis(few.side('Gemeente'))).toBe(HIDDEN_WORDS);
	});
});

test('why there is no samenwerkingsscore names what is hidden, what is too few, or both', () => {
	const few = workshopOfTwo()
		.anonymous(3)
		.answers('Gemeente', { openheid: [4, 4, 4] });
	expect(whyNoScore(few.dimension().groups)).toBe(HIDDEN_WORDS);
	const none = workshopOfTwo().answers('Gemeente', { openheid: [4, 4, 4] });
	expect(whyNoScore(none.dimension().groups)).toBe('te weinig antwoorden');
	expect(whyNoScore([...few.dimension().groups, ...none.dimension().groups])).toBe(
		`te weinig antwoorden, of ${HIDDEN_WORDS}`
	);
	expect(whyNoScore(none.dimension().groups.filter(({ score }) => score))).toBe('');
});

test('a room that looks at one dimension hears people, and whether they agree', () => {
	const held = workshopOfTwo()
		.answers('Gemeente', { openheid: [1, 1, 1] }, { openheid: [5, 5, 5] }, { openheid: [1, 1, 1] })
		.answersTogether('Fanfare', { openheid: [3, 3, 3] });
	expect(sideBasisInFull(held.side('Gemeente'))).toBe('3 mensen, van 1,0 tot 5,0, verdeeld');
	expect(sideBasisInFull(held.side('Fanfare'))).toBe('gezamenlijk antwoord');
	expect(sideBasisInFull(workshopOfTwo().side('Gemeente'))).toBe('te weinig antwoorden');
});

test('a report tells how many people have each score, and the joint answer beside them', () => {
	const held = workshopOfTwo()
		.answers('Gemeente', { openheid: [2, 2, 2] }, { openheid: [4, 4, 4] }, { openheid: [4, 4, 4] })
		.answersTogether('Gemeente', { openheid: [3, 3, 3] });
	expect(distributionWords(held.side('Gemeente'))).toBe('2,0 tot 4,0: 2,0 (1), 4,0 (2); gezamenlijk antwoord 3,0');
});
