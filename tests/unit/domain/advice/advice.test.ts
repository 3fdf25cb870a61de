import { describe, expect, test } from 'vitest';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { eachAnswers, exact, Workshop, workshop, type Mark, type Plan } from '../../../builders/workshop';

const twoSides = (plan?: Plan) => workshop(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const oneItem: Plan = { basishouding: { openheid: 1 } };

/** Both sides give their joint answer on a dimension with one item. */
const bothSay = (gemeente: Mark, verenigingen: Mark) =>
	twoSides(oneItem)
		.answersTogether('Gemeente', { openheid: [gemeente] })
		.answersTogether('Verenigingen', { openheid: [verenigingen] });

describe('what a dimension gets', () => {
	test('a low score: the tip of each role', () => {
		expect(bothSay(2, 2).adviceIds()).toEqual(['openheid-low-gemeente', 'openheid-low-vereniging']);
	});

	test('a middling score and a high one: what belongs to that level', () => {
		expect(bothSay(3, 3).adviceIds()).toEqual(['openheid-middling-all']);
		expect(bothSay(4, 4).adviceIds()).toEqual(['openheid-high']);
	});

	test('a gap of 1 gives its prompt before the tip of the level', () => {
		expect(bothSay(4, 3).adviceIds()).toEqual(['openheid-gap-gemeente', 'openheid-high']);
	});

	test('a gap of 0,5 gives its prompt after the tip of the level', () => {
		const advice = twoSides()
			.answers('Gemeente', { openheid: [4, 4, null] })
			.answers('Verenigingen', { openheid: [4, 3, null] })
			.adviceIds();
		expect(advice).toEqual(['openheid-high', 'openheid-gap-gemeente']);
	});

	test('a gap below 0,5 gives no prompt', () => {
		const advice = twoSides()
			.answers('Gemeente', { openheid: [4, 4, 4] })
			.answers('Verenigingen', { openheid: [4, 4, 3] })
			.adviceIds();
		expect(advice).toEqual(['openheid-high']);
	});

	test('the prompt for a gap follows its direction', () => {
		expect(bothSay(3, 5).adviceIds()).toEqual(['openheid-gap-vereniging', 'openheid-high']);
	});

	test('a divided group gives its prompt after those, and says which group', () => {
		const advice = twoSides(oneItem)
			.answers('Gemeente', ...eachAnswers('openheid', [1, 3, 5]))
			.answers('Verenigingen', ...eachAnswers('openheid', [3, 3, 3]))
			.advice();
		expect(advice.map(({ reason }) => reason.kind)).toEqual(['level', 'divided']);
		expect(advice[1]).toMatchObject({
			prompt: { id: 'openheid-divided' },
			reason: { kind: 'divided', sides: [{ groupId: 'gemeente' }] }
		});
	});

	test('many «weet niet» give the general prompt last, and say in which groups', () => {
		const advice = twoSides(oneItem)
			.answers('Gemeente', ...eachAnswers('openheid', [3, 3, '?']))
			.answers('Verenigingen', ...eachAnswers('openheid', [1, 4, 3, 2, '?', '?']))
			.advice();
		expect(advice.map(({ reason }) => reason.kind)).toEqual(['level', 'gap', 'divided', 'many-unknown']);
		expect(advice.at(-1)).toMatchObject({
			prompt: { id: 'general-many-unknown' },
			reason: {
				kind: 'many-unknown',
				sides: [
					{ groupId: 'gemeente', unknown: 1, given: 3 },
					{ groupId: 'verenigingen', unknown: 2, given: 6 }
				]
			}
		});
	});

	test('only «weet niet» still gives the prompt about it', () => {
		const advice = twoSides(oneItem).answers('Gemeente', ...eachAnswers('openheid', ['?', '?', '?']));
		expect(advice.adviceIds()).toEqual(['general-many-unknown']);
	});

	test('the only side with a score gets the tips of its level', () => {
		const advice = twoSides(oneItem).answersTogether('Gemeente', { openheid: [3] });
		expect(advice.adviceIds()).toEqual(['openheid-middling-all']);
	});

	test('nothing without answers', () => {
		expect(twoSides().adviceIds()).toEqual([]);
		expect(bothSay('?', '?').adviceIds()).toEqual([]);
	});

	test('every one carries the figures it is shown for', () => {
		const [gap, level] = bothSay(4, 3).advice();
		expect(gap?.reason).toMatchObject({ kind: 'gap', gap: { highestGroupId: 'gemeente', words: 'large' } });
		expect(level?.reason).toMatchObject({ kind: 'level', figures: { dimensionId: 'openheid', level: 'high' } });
	});
});

describe('roles', () => {
	test('a tip for a role that takes no part is not shown', () => {
		const advice = workshop(oneItem)
			.group('vereniging', 'Harmonie')
			.group('vereniging', 'Sportraad')
			.answersTogether('Harmonie', { openheid: [2] })
			.answersTogether('Sportraad', { openheid: [2] })
			.adviceIds();
		expect(advice).toEqual(['openheid-low-vereniging']);
	});

	test('tips of one level stand in the order of the file, and one for a role that takes part stands alone', () => {
		const { questionnaire } = workshop(oneItem);
		const dimensions = questionnaire.themes.flatMap((theme) => theme.dimensions);
		for (const dimension of dimensions) {
			const [first, , forAll] = dimension.tips;
			if (!first || !forAll) throw new Error('the dimension has three tips');
			const forRole = { ...first, id: 'openheid-middling-gemeente', when: 'middling' as const };
			dimension.tips = [forRole, forAll, { ...forRole, id: 'openheid-middling-second' }];
		}
		const held = (...roles: readonly string[]) => {
			const measured = new Workshop(questionnaire);
			for (const role of roles) measured.group(role, role).answersTogether(role, { openheid: [3] });
			return measured.adviceIds();
		};
		const all = ['openheid-middling-gemeente', 'openheid-middling-all', 'openheid-middling-second'];
		expect(held('gemeente', 'vereniging')).toEqual(all);
		expect(held('gemeente')).toEqual(all);
		expect(held('vereniging')).toEqual(['openheid-middling-all']);
	});

	test('a gap between two groups of the same role gets the neutral prompt, not a direction', () => {
		const advice = workshop(oneItem)
			.group('vereniging', 'Harmonie')
			.group('vereniging', 'Sportraad')
			.answersTogether('Harmonie', { openheid: [5] })
			.answersTogether('Sportraad', { openheid: [3] })
			.adviceIds();
		expect(advice).toEqual(['general-gap', 'openheid-high']);
	});

	test('a prompt for a role that takes no part is not shown either', () => {
		const { questionnaire } = workshop(oneItem);
		const generalPrompts = questionnaire.generalPrompts.map((prompt) => ({ ...prompt, for: 'gemeente' }));
		const advice = new Workshop({ ...questionnaire, generalPrompts })
			.group('vereniging', 'Harmonie')
			.group('vereniging', 'Sportraad')
			.answersTogether('Harmonie', { openheid: [5] })
			.answersTogether('Sportraad', { openheid: [3] })
			.adviceIds();
		expect(advice).toEqual(['openheid-high']);
	});

	test('with three groups the highest and the lowest decide between neutral and directed', () => {
		const three = () => twoSides(oneItem).group('vereniging', 'Sportraad');
		const neutral = three()
			.answersTogether('Gemeente', { openheid: [3] })
			.answersTogether('Verenigingen', { openheid: [5] })
			.answersTogether('Sportraad', { openheid: [1] });
		expect(neutral.adviceIds()).toEqual(['general-gap', 'openheid-middling-all']);
		const directed = three()
			.answersTogether('Gemeente', { openheid: [1] })
			.answersTogether('Verenigingen', { openheid: [5] })
			.answersTogether('Sportraad', { openheid: [3] });
		expect(directed.adviceIds()).toEqual(['openheid-gap-vereniging', 'openheid-middling-all']);
	});
});

describe('the order over dimensions', () => {
	const plan: Plan = { basishouding: { openheid: 1, eigenheid: 1 }, regierol: { draagvlak: 1, verbinden: 1 } };

	test('by rank, one for each in turn, then round again', () => {
		const measured = twoSides(plan)
			.answersTogether('Gemeente', { openheid: [4], eigenheid: [2], draagvlak: [5], verbinden: [1] })
			.answersTogether('Verenigingen', { openheid: [4], eigenheid: [2], draagvlak: [1], verbinden: [3] });
		// openheid 0; eigenheid 3/2; draagvlak (7/2 − 3) + 4 = 9/2; verbinden (7/2 − 2) + 2 = 7/2
		expect(measured.figures().dimensions.map(({ rank }) => exact(rank))).toEqual(['0', '3/2', '9/2', '7/2']);
		expect(measured.adviceIds()).toEqual([
			'draagvlak-gap-gemeente',
			'verbinden-gap-vereniging',
			'eigenheid-low-gemeente',
			'openheid-high',
			'draagvlak-middling-all',
			'verbinden-low-gemeente',
			'eigenheid-low-vereniging',
			'verbinden-low-vereniging'
		]);
	});

	test('ties in questionnaire order', () => {
		const same = { openheid: [3], eigenheid: [3], draagvlak: [3], verbinden: [3] } as const;
		const measured = twoSides(plan).answersTogether('Gemeente', same).answersTogether('Verenigingen', same);
		expect(measured.adviceIds()).toEqual([
			'openheid-middling-all',
			'eigenheid-middling-all',
			'draagvlak-middling-all',
			'verbinden-middling-all'
		]);
	});

	test('a dimension without a rank comes after those with one', () => {
		const measured = twoSides(plan)
			.answers(
				'Gemeente',
				{ openheid: ['?'], eigenheid: [4] },
				{ openheid: ['?'], eigenheid: [4] },
				{ openheid: ['?'], eigenheid: [4] }
			)
			.answersTogether('Verenigingen', { eigenheid: [4] });
		expect(measured.advice().map(({ dimension }) => dimension.id)).toEqual(['eigenheid', 'openheid']);
	});
});

describe('the published questionnaire samenwerking', () => {
	const questionnaire = publishedQuestionnaire('samenwerking', '1.0.0');
	const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);
	const everywhere = (mark: Mark) => Object.fromEntries(dimensionIds.map((id) => [id, [mark, mark, mark]]));
	const bothSides = (gemeente: Mark, verenigingen: Mark) =>
		new Workshop(questionnaire)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answersTogether('Gemeente', everywhere(gemeente))
			.answersTogether('Verenigingen', everywhere(verenigingen));

	test('gives every dimension its turn first, in questionnaire order when all are alike', () => {
		const advice = bothSides(2, 2).advice();
		expect(advice.slice(0, 12).map(({ dimension }) => dimension.id)).toEqual(dimensionIds);
		expect(advice.slice(12).map(({ dimension }) => dimension.id)).toEqual(dimensionIds);
	});

	test.each([
		['low', 2],
		['middling', 3],
		['high', 4]
	] as const)('has something to say on every dimension when it is %s', (level, mark) => {
		const advice = bothSides(mark, mark).advice();
		expect(new Set(advice.map(({ dimension }) => dimension.id)).size).toBe(12);
		for (const entry of advice) {
			expect(entry.reason).toMatchObject({ kind: 'level', figures: { level } });
		}
	});

	test.each(['gemeente', 'vereniging'])('speaks to the role %s on every low dimension', (role) => {
		const reached = bothSides(1, 1)
			.advice()
			.filter((entry) => [role, 'all'].includes(entry.kind === 'tip' ? entry.tip.for : entry.prompt.for));
		expect(new Set(reached.map(({ dimension }) => dimension.id)).size).toBe(12);
	});

	test.each([
		['gemeente', 5, 3],
		['vereniging', 3, 5]
	] as const)(
		'opens every dimension with its own prompt when the %s sees far more',
		(higher, gemeente, verenigingen) => {
			const first = bothSides(gemeente, verenigingen).advice().slice(0, 12);
			for (const [index, entry] of first.entries()) {
				expect(entry).toMatchObject({
					kind: 'prompt',
					dimension: { id: dimensionIds[index] },
					prompt: { when: 'gap', higher }
				});
			}
		}
	);

	test('begins with the one low dimension among high ones', () => {
		const sheet = { ...everywhere(4), waardering: [2, 2, 2] } as const;
		const advice = new Workshop(questionnaire)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answersTogether('Gemeente', sheet)
			.answersTogether('Verenigingen', sheet)
			.advice();
		expect(advice[0]).toMatchObject({ kind: 'tip', tip: { when: 'low', for: 'gemeente' } });
		expect(advice[0]?.dimension.id).toBe('waardering');
		expect(advice.filter(({ dimension }) => dimension.id === 'waardering')).toHaveLength(2);
		expect(advice.at(-1)?.dimension.id).toBe('waardering');
	});

	test('has nothing to say without answers', () => {
		expect(bothSides(null, null).advice()).toEqual([]);
	});
});
