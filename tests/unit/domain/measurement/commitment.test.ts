import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	COMMITMENT_STATUSES,
	commitmentProblems,
	emptyCommitment,
	isOverdue,
	isPending,
	sortCommitments,
	statusWord,
	tickAdvice,
	tidyCommitment,
	type Commitment,
	type CommitmentFields
} from '$lib/domain/measurement/commitment';
import { aCommitment } from '../../../builders/records';

const written: CommitmentFields = {
	what: 'We overleggen elk kwartaal.',
	who: 'Els en de jeugdraad',
	by: '2026-06-01',
	status: 'open',
	note: ''
};

function commitment(id: string, changes: Partial<Commitment> = {}): Commitment {
	return aCommitment({ id, ...written, ...changes });
}

describe('a commitment being written', () => {
	test('is good with all fields, and with who and when still open', () => {
		expect(commitmentProblems(written)).toEqual([]);
		expect(commitmentProblems({ ...emptyCommitment, what: 'Iets' })).toEqual([]);
	});

	test.each(['', ' ', '\n\t '])('needs something to do: "%s" is nothing', (what) => {
		expect(commitmentProblems({ ...written, what })).toEqual(['Schrijf wat jullie afspreken.']);
	});

	test.each([
		['what', 500, 'De afspraak: hoogstens 500 tekens. Nu zijn het er 501.'],
		['who', 200, 'Bij wie: hoogstens 200 tekens. Nu zijn het er 201.'],
		['note', 5000, 'De notitie: hoogstens 5000 tekens. Nu zijn het er 5001.']
	] as const)('%s has room for %i characters and not one more', (field, limit, problem) => {
		expect(commitmentProblems({ ...written, [field]: 'a'.repeat(limit) })).toEqual([]);
		expect(commitmentProblems({ ...written, [field]: ` ${'a'.repeat(limit)} ` })).toEqual([]);
		expect(commitmentProblems({ ...written, [field]: 'a'.repeat(limit + 1) })).toEqual([problem]);
	});

	test.each(['2026-02-28', '2028-02-29', '2026-12-31'])('the date %s is good', (by) => {
		expect(commitmentProblems({ ...written, by })).toEqual([]);
	});

	test.each(['2026-02-29', '2026-13-01', '2026-6-1', '01/06/2026', 'morgen', '2026-06-01T10:00', ' '])(
		'the date "%s" is not',
		(by) => {
			expect(commitmentProblems({ ...written, by })).toEqual([
				'Deze datum bestaat niet of valt niet tussen 2000 en 2100. Kies een andere, of laat ze leeg.'
			]);
		}
	);

	test('hears of every problem at once', () => {
		expect(commitmentProblems({ ...written, what: '', who: 'x'.repeat(201), by: 'ooit' })).toHaveLength(3);
	});

	test('loses the space around its texts, and nothing else', () => {
		const spaced = { ...written, what: '  Een  feest \n', who: ' Els ', note: '\n ja\nnee ' };

		expect(tidyCommitment(spaced)).toEqual({ ...written, what: 'Een  feest', who: 'Els', note: 'ja\nnee' });
	});
});

describe('a tip in the report', () => {
	test('is ticked or not, and all others stay', () => {
		expect(tickAdvice(['a', 'b'], 'c', true, [])).toEqual(['a', 'b', 'c']);
		expect(tickAdvice(['a', 'b'], 'a', false, [])).toEqual(['b']);
		expect(tickAdvice(['a', 'b'], 'a', true, [])).toEqual(['b', 'a']);
	});

	test('as long as nobody chose, changes the first ones', () => {
		expect(tickAdvice(null, 'a', false, ['a', 'b'])).toEqual(['b']);
		expect(tickAdvice([], 'a', true, ['a', 'b'])).toEqual(['a']);
	});
});

test('the status has Dutch words', () => {
	expect(COMMITMENT_STATUSES.map(statusWord)).toEqual(['nog te doen', 'bezig', 'gedaan', 'vervallen']);
	expect(COMMITMENT_STATUSES.filter((status) => isPending({ status }))).toEqual(['open', 'busy']);
});

describe('a commitment is overdue', () => {
	test.each([
		['the day before its date', '2026-05-31', false],
		['on the day itself', '2026-06-01', false],
		['the day after', '2026-06-02', true],
		['a year later', '2027-01-01', true]
	])('%s: %s', (_, today, overdue) => {
		expect(isOverdue(written, today)).toBe(overdue);
	});

	test('also while people are busy with it, not once it is done or dropped', () => {
		const late = COMMITMENT_STATUSES.filter((status) => isOverdue({ ...written, status }, '2026-07-01'));

		expect(late).toEqual(['open', 'busy']);
	});

	test('never without a date', () => {
		expect(isOverdue({ ...written, by: '' }, '9999-12-31')).toBe(false);
	});
});

describe('the order', () => {
	const idsOf = (commitments: readonly Commitment[]) => commitments.map(({ id }) => id);
	const mixed = [
		commitment('gedaan', { status: 'done', by: '2026-01-01' }),
		commitment('zonder datum', { by: '' }),
		commitment('juni'),
		commitment('vervallen', { status: 'dropped', by: '' }),
		commitment('mei, bezig', { status: 'busy', by: '2026-05-01' }),
		commitment('juni, eerder gemaakt', { createdAt: '2026-03-19T19:00:00.000Z' })
	];

	test('is: still to do by date, without a date, then what is over', () => {
		expect(idsOf(sortCommitments(mixed))).toEqual([
			'mei, bezig',
			'juni, eerder gemaakt',
			'juni',
			'zonder datum',
			'gedaan',
			'vervallen'
		]);
	});

	test('does not depend on how they came, and leaves the given list alone', () => {
		const sorted = sortCommitments(mixed);
		fc.assert(
			fc.property(fc.shuffledSubarray(mixed, { minLength: mixed.length }), (shuffled) => {
				const before = [...shuffled];
				expect(sortCommitments(shuffled)).toEqual(sorted);
				expect(shuffled).toEqual(before);
			})
		);
	});
});
