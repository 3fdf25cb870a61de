import { describe, expect, test } from 'vitest';
import { nextStep, type Progress } from '$lib/domain/words/next-words';

const groups = [
	{ id: 'g', role: 'gemeente', name: 'Gemeente', people: 6 },
	{ id: 'v', role: 'vereniging', name: 'Verenigingen', people: 24 }
];

function next({ status = 'open', ...changes }: Partial<Progress['measurement']> = {}) {
	return (counts: Partial<Progress> = {}) => {
		const { step, words, pending } = nextStep({
			measurement: { status, groups, ...changes },
			responses: 0,
			joint: false,
			commitments: 0,
			doneCommitments: 0,
			overdueCommitments: 0,
			...counts
		});
		return [step, words, pending];
	};
}

describe('what is next for a measurement', () => {
	test('that is open goes by who is in', () => {
		const open = next();
		expect(open()).toEqual(['prepare', 'staat klaar', true]);
		expect(open({ responses: 8 })).toEqual(['answer', '8 van 30 binnen', true]);
		expect(open({ responses: 31 })).toEqual(['answer', '31 binnen, 30 verwacht', true]);
		expect(open({ joint: true })).toEqual(['answer', 'samen begonnen', true]);
	});

	test('says no total while somebody does not know how many come', () => {
		const unsure = next({
			groups: groups.map(({ people, ...group }) => (people === 6 ? group : { ...group, people }))
		});
		expect(unsure({ responses: 1 })[1]).toBe('1 blad binnen');
		expect(unsure({ responses: 8 })[1]).toBe('8 bladen binnen');
	});

	test('that is closed is to be talked about: three topics, or what the room chose', () => {
		expect(next({ status: 'closed' })({ responses: 30 })).toEqual(['talk', '3 onderwerpen om te bespreken', true]);
		expect(next({ status: 'closed', agenda: ['openheid'] })()[1]).toBe('1 onderwerp om te bespreken');
	});

	test.each([
		[{ commitments: 3, overdueCommitments: 1 }, '3 afspraken, 1 te laat', true],
		[{ commitments: 3 }, '3 afspraken', true],
		[{ commitments: 3, doneCommitments: 2 }, '3 afspraken, 2 gedaan', true],
		[{ commitments: 5, doneCommitments: 5 }, '5 afspraken, alle 5 gedaan', false],
		[{ commitments: 1, doneCommitments: 1 }, '1 afspraak, gedaan', false]
	])('with agreements %o says how far they are', (counts, words, pending) => {
		expect(next({ status: 'closed' })(counts)).toEqual(['agree', words, pending]);
	});

	test('that people filled in together and never closed, is past that once something is agreed', () => {
		expect(next()({ joint: true, commitments: 2 })).toEqual(['agree', '2 afspraken', true]);
	});

	test('that is measured again goes by who is in, whatever was agreed before', () => {
		expect(next()({ responses: 4, commitments: 2 })).toEqual(['answer', '4 van 30 binnen', true]);
	});
});
