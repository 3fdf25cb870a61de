import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	canAnswerTogether,
	canReopen,
	canTakeIn,
	compareRevisions,
	judgeIncoming,
	mergeJointAnswers,
	mergeResponses,
	type JointAnswer
} from '$lib/domain/intake/intake';
import type { Answer, IndividualResponse, Measurement, Trend } from '$lib/domain/measurement/measurement';
import { aMeasurement, aResponse } from '../../../builders/records';

const measurement = (changed: Partial<Measurement> = {}): Measurement =>
	aMeasurement({ id: 'meting', name: 'Meting', ways: [], ...changed });

const response = (changed: Partial<IndividualResponse> = {}): IndividualResponse =>
	aResponse({
		id: '00000000aa',
		measurementId: 'meting',
		answers: { 'openheid-1': 4, 'openheid-2': 'unknown' },
		...changed
	});

const SEALED = 'De resultaten zijn al getoond. Om ieders anonimiteit te bewaren komt er niets meer bij.';
const CLOSED = 'De meting is gesloten. Heropen ze eerst.';

describe('a response that comes in', () => {
	test('is added when it is new', () => {
		expect(judgeIncoming(measurement(), undefined, response())).toEqual({ kind: 'added' });
	});

	test('is the same when it comes again, in whatever order its answers are written', () => {
		const again = response({ answers: { 'openheid-2': 'unknown', 'openheid-1': 4 } });
		expect(judgeIncoming(measurement(), response(), again)).toEqual({ kind: 'same' });
	});

	test('replaces an older revision, also when the person changed groups', () => {
		const newer = response({ revision: 2, groupId: 'verenigingen', answers: { 'openheid-1': 2 } });
		expect(judgeIncoming(measurement(), response(), newer)).toEqual({ kind: 'replaced' });
	});

	test('does not replace a newer revision', () => {
		expect(judgeIncoming(measurement(), response({ revision: 3 }), response({ revision: 2 }))).toEqual({
			kind: 'older'
		});
	});

	test('with the same revision and another content: both laptops keep the same one', () => {
		const one = response({ answers: { 'openheid-1': 4 } });
		const other = response({ answers: { 'openheid-1': 5 } });
		expect(judgeIncoming(measurement(), one, other)).toEqual({ kind: 'replaced' });
		expect(judgeIncoming(measurement(), other, one)).toEqual({ kind: 'older' });
	});
});

describe('a response is refused', () => {
	const reasonOf = (here: Measurement, incoming: IndividualResponse, existing?: IndividualResponse) => {
		const judgement = judgeIncoming(here, existing, incoming);
		return judgement.kind === 'refused' ? judgement.reason : judgement.kind;
	};
	const anoniem = { privacy: { mode: 'anoniem', threshold: 5 } } as const;

	test('when it is of another measurement', () => {
		expect(reasonOf(measurement(), response({ measurementId: 'andere' }))).toBe(
			'Deze antwoorden horen bij een andere meting.'
		);
	});

	test('when its id is taken by a response of another measurement: that one is never overwritten', () => {
		expect(reasonOf(measurement(), response({ revision: 9 }), response({ measurementId: 'andere' }))).toBe(
			'Op dit toestel staan al antwoorden met hetzelfde nummer, van een andere meting.'
		);
	});

	test('when its group is not in the measurement', () => {
		expect(reasonOf(measurement(), response({ groupId: 'sportraad' }))).toBe(
			'Deze antwoorden horen bij een groep die deze meting niet heeft.'
		);
	});

	test('when figures were shown, also when it is the same or newer', () => {
		const sealed = measurement({ ...anoniem, status: 'closed', sealed: true });
		expect(reasonOf(sealed, response())).toBe(SEALED);
		expect(reasonOf(sealed, response({ revision: 2 }), response())).toBe(SEALED);
		expect(reasonOf(sealed, response(), response())).toBe(SEALED);
	});

	test('when the measurement is closed', () => {
		expect(reasonOf(measurement({ status: 'closed' }), response())).toBe(CLOSED);
	});

	test('when it has no answer at all, also when it is newer or has notes', () => {
		const EMPTY = 'Dit blad heeft nog geen enkel antwoord.';
		expect(reasonOf(measurement(), response({ answers: {} }))).toBe(EMPTY);
		expect(reasonOf(measurement(), response({ answers: {}, revision: 2 }), response())).toBe(EMPTY);
		expect(reasonOf(measurement(), response({ answers: {}, notes: { 'openheid-1': 'Vorige week.' } }))).toBe(EMPTY);
		expect(reasonOf(measurement(), response({ answers: { 'openheid-1': 'unknown' } }))).toBe('added');
	});

	test('when it has notes and the measurement is anonymous', () => {
		const withNote = response({ notes: { 'openheid-1': 'Vorige week nog.' } });
		expect(reasonOf(measurement(anoniem), withNote)).toBe(
			'Deze meting is anoniem: antwoorden met notities komen er niet in.'
		);
		expect(reasonOf(measurement(anoniem), response())).toBe('added');
		expect(reasonOf(measurement(), withNote)).toBe('added');
	});

	test('when it says how it goes beside last time and the measurement does not ask that', () => {
		const withTrend = response({ trends: { openheid: 'better' } });
		expect(reasonOf(measurement(), withTrend)).toBe(
			'Deze meting vraagt niet of het beter gaat dan vorige keer: antwoorden daarop komen er niet in.'
		);
		expect(reasonOf(measurement({ asksTrend: true }), withTrend)).toBe('added');
		expect(reasonOf(measurement({ asksTrend: true }), response())).toBe('added');
	});
});

describe('the state of a measurement', () => {
	test('open: answers come in, there is nothing to reopen', () => {
		expect(canTakeIn(measurement())).toBeNull();
		expect(canAnswerTogether(measurement())).toBeNull();
		expect(canReopen(measurement())).toBe('De meting is nog open.');
	});

	test('closed: nothing comes in, it can be reopened', () => {
		expect(canTakeIn(measurement({ status: 'closed' }))).toBe(CLOSED);
		expect(canAnswerTogether(measurement({ status: 'closed' }))).toBe(CLOSED);
		expect(canReopen(measurement({ status: 'closed' }))).toBeNull();
	});

	test('sealed: neither, ever', () => {
		const sealed = measurement({ status: 'closed', sealed: true });
		expect(canTakeIn(sealed)).toBe(SEALED);
		expect(canAnswerTogether(sealed)).toBe(SEALED);
		expect(canReopen(sealed)).toBe(
			'De resultaten zijn al getoond. Om ieders anonimiteit te bewaren gaat de meting niet meer open.'
		);
	});
});

describe('answering together', () => {
	const privacy = { mode: 'anoniem', threshold: 3 } as const;

	test.each<Partial<Measurement>>([
		{ privacy },
		{ privacy, status: 'closed' },
		{ privacy, status: 'closed', sealed: true }
	])('never in an anonymous measurement, and that is the reason given: %o', (state) => {
		expect(canAnswerTogether(measurement(state))).toBe('Deze meting is anoniem. Daarin antwoordt ieder apart.');
	});

	test('an anonymous measurement that is open does take in what each answered apart', () => {
		expect(canTakeIn(measurement({ privacy }))).toBeNull();
	});
});

/** Few ids, revisions and contents, so that they often meet. */
const few = {
	id: fc.constantFrom('00000000aa', '00000000bb', '00000000cc', '00000000dd'),
	itemId: fc.constantFrom('openheid-1', 'openheid-2', 'eigenheid-1'),
	revision: fc.integer({ min: 1, max: 3 }),
	answer: fc.constantFrom<Answer[]>(1, 4, 5, 'unknown'),
	trend: fc.constantFrom<Trend[]>('better', 'same', 'worse'),
	topics: fc.subarray(['openheid', 'eigenheid'])
};
const responses = fc.array(
	fc.record({
		id: few.id,
		measurementId: fc.constant('meting'),
		groupId: fc.constantFrom('gemeente', 'verenigingen'),
		revision: few.revision,
		answers: fc.dictionary(few.itemId, few.answer, { maxKeys: 3 }),
		notes: fc.dictionary(few.itemId, fc.constantFrom('a', 'b'), { maxKeys: 1 }),
		trends: fc.dictionary(fc.constantFrom('openheid', 'eigenheid'), few.trend, { maxKeys: 2 }),
		topics: fc.option(few.topics, { nil: undefined })
	}),
	{ maxLength: 8 }
);
const jointAnswers = fc.array(
	fc.record<JointAnswer>({
		measurementId: fc.constantFrom('meting', 'andere'),
		groupId: fc.constantFrom('gemeente', 'verenigingen'),
		itemId: few.itemId,
		answer: fc.oneof(few.answer, few.topics, fc.constant(null)),
		revision: few.revision
	}),
	{ maxLength: 12 }
);

/** Compared as text: also the order of the keys is the same on both laptops. */
function isMerge<T>(values: fc.Arbitrary<T[]>, merge: (a: readonly T[], b: readonly T[]) => T[]): void {
	const text = (merged: readonly T[]) => JSON.stringify(merged);
	fc.assert(
		fc.property(values, values, values, (a, b, c) => {
			expect(text(merge(a, b))).toBe(text(merge(b, a)));
			expect(text(merge(merge(a, b), c))).toBe(text(merge(a, merge(b, c))));
			const once = merge(a, b);
			expect(text(merge(once, once))).toBe(text(once));
			expect(text(merge(once, a))).toBe(text(once));
			expect(text(merge(once, []))).toBe(text(once));
		})
	);
}

describe('two collections of responses', () => {
	test('merge in either order, in any grouping and as often as one likes to the same', () => {
		isMerge(responses, mergeResponses);
	});

	test('lose no response and keep each one once', () => {
		fc.assert(
			fc.property(responses, responses, (a, b) => {
				const merged = mergeResponses(a, b).map(({ id }) => id);
				expect(merged).toEqual([...new Set([...a, ...b].map(({ id }) => id))].sort());
			})
		);
	});

	test('keep of each response the version that all others give way to', () => {
		fc.assert(
			fc.property(responses, responses, (a, b) => {
				for (const kept of mergeResponses(a, b)) {
					const versions = [...a, ...b].filter(({ id }) => id === kept.id);
					expect(versions.every((version) => compareRevisions(kept, version) >= 0)).toBe(true);
					expect(versions.some((version) => compareRevisions(kept, version) === 0)).toBe(true);
				}
			})
		);
	});

	test('give what taking in one by one gives, as long as each has an answer', () => {
		const answered = responses.map((all) => all.filter(({ answers }) => Object.keys(answers).length > 0));
		fc.assert(
			fc.property(answered, (incoming) => {
				const stored = new Map<string, IndividualResponse>();
				for (const one of incoming) {
					const { kind } = judgeIncoming(measurement({ asksTrend: true }), stored.get(one.id), one);
					if (kind === 'added' || kind === 'replaced') stored.set(one.id, one);
				}
				expect(mergeResponses([...stored.values()], [])).toEqual(mergeResponses(incoming, []));
			})
		);
	});

	test('a higher revision wins, whatever it says', () => {
		const older = response({ revision: 1, answers: { 'openheid-1': 5 } });
		const newer = response({ revision: 2, answers: { 'openheid-1': 1 } });
		expect(mergeResponses([older], [newer])).toEqual([newer]);
	});
});

describe('two collections of joint answers', () => {
	const place = { measurementId: 'meting', groupId: 'gemeente', itemId: 'openheid-1' };

	test('merge in either order, in any grouping and as often as one likes to the same', () => {
		isMerge(jointAnswers, mergeJointAnswers);
	});

	test('by place: the highest revision, then the last in order of 1 to 5 and «weet niet»', () => {
		const at = (revision: number, answer: Answer): JointAnswer => ({ ...place, revision, answer });
		expect(mergeJointAnswers([at(2, 1)], [at(1, 5)])).toEqual([at(2, 1)]);
		expect(mergeJointAnswers([at(2, 4)], [at(2, 5)])).toEqual([at(2, 5)]);
		expect(mergeJointAnswers([at(2, 'unknown')], [at(2, 5)])).toEqual([at(2, 'unknown')]);
	});

	test('keep what belongs to the record beside the place', () => {
		const stored = { ...place, answer: 3 as const, revision: 1, responseId: 'meting:gemeente' };
		expect(mergeJointAnswers([stored], [])).toEqual([stored]);
	});
});
