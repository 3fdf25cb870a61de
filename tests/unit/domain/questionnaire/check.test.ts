import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkQuestionnaire, type CheckOutcome } from '$lib/domain/questionnaire/check';
import { checkQuestionnaireText, describeProblem, type PlacedProblem } from '$lib/domain/questionnaire/check-text';
import type { Problem, ProblemCode } from '$lib/domain/questionnaire/problem';
import { liftable, questionnaireSchema, type LiftableCode } from '$lib/domain/questionnaire/schema';
import { z } from '$lib/domain/zod';

/** Each folder of fixtures says in its own expected.json what the check finds in each file. */
const root = fileURLToPath(new URL('../../../fixtures/questionnaires/', import.meta.url));
const expectedSchema = z.record(
	z.string(),
	z.array(z.strictObject({ code: z.string(), where: z.string(), line: z.int() }))
);

const filesIn = (folder: string) =>
	readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter(
		(name) => name.endsWith('.json') && name !== 'expected.json'
	);
const read = (folder: string, name: string) => readFileSync(`${root}${folder}/${name}`, 'utf8');
const expectedIn = (folder: string) => expectedSchema.parse(JSON.parse(read(folder, 'expected.json')));

function foundIn<Found extends Problem>(outcome: CheckOutcome<Found>): Found[] {
	if (outcome.kind === 'refused') return outcome.problems;
	return outcome.kind === 'warned' ? outcome.warnings : [];
}

const placed = (problems: readonly PlacedProblem[]) => problems.map(({ code, where, line }) => ({ code, where, line }));
const messagesFor = (folder: string, name: string) =>
	foundIn(checkQuestionnaireText(read(folder, name))).map(({ message }) => message);

describe('a valid questionnaire gives no problem and no warning', () => {
	test.each(filesIn('valid'))('%s', (name) => {
		const outcome = checkQuestionnaireText(read('valid', name));
		expect(foundIn(outcome)).toEqual([]);
		expect(outcome).toEqual({ kind: 'good', questionnaire: JSON.parse(read('valid', name)) });
	});
});

describe('an invalid questionnaire is refused with exactly its own problem', () => {
	const expected = expectedIn('invalid');

	test.each(filesIn('invalid'))('%s', (name) => {
		const outcome = checkQuestionnaireText(read('invalid', name));
		expect(outcome.kind).toBe('refused');
		expect(expected[name]).toHaveLength(1);
		expect(placed(foundIn(outcome))).toEqual(expected[name]);
	});

	test.each(filesIn('invalid').filter((name) => expected[name]?.[0]?.code !== 'not-json'))(
		'%s differs from a valid one in one thing only',
		(name) => {
			const input: unknown = JSON.parse(read('invalid', name));
			const distances = filesIn('valid').map((valid) => differences(JSON.parse(read('valid', valid)), input));
			expect(Math.min(...distances)).toBe(1);
		}
	);

	test('every problem the check can give has a questionnaire of its own', () => {
		const codes: Record<Exclude<ProblemCode, LiftableCode | 'too-large'>, true> = {
			'not-json': true,
			shape: true,
			'misleading-character': true,
			'duplicate-id': true,
			'reserved-id': true,
			'unknown-source': true,
			'unknown-role': true,
			'wrong-minutes': true,
			'missing-advice': true,
			'item-too-long': true,
			'duplicate-exception': true,
			'useless-exception': true,
			'missing-change': true,
			'missing-frame': true,
			'wrong-terms': true,
			'too-many-to-choose': true,
			'unknown-dimension': true
		};
		const covered = new Set(Object.values(expected).flatMap((problems) => problems.map(({ code }) => code)));
		expect([...covered].sort()).toEqual(Object.keys(codes).sort());
	});
});

describe('a questionnaire of which something may be worded better is let through with a warning', () => {
	const expected = expectedIn('warned');

	test.each(filesIn('warned'))('%s', (name) => {
		const outcome = checkQuestionnaireText(read('warned', name));
		expect(outcome).toMatchObject({ kind: 'warned', questionnaire: JSON.parse(read('warned', name)) });
		expect(expected[name]).toHaveLength(1);
		expect(placed(foundIn(outcome))).toEqual(expected[name]);
	});

	test.each(filesIn('warned'))('and without one when an exception says why: %s', (name) => {
		const [remark] = expected[name] ?? [];
		const questionnaire = questionnaireSchema.parse(JSON.parse(read('warned', name)));
		const exception = { id: remark?.where, rule: remark?.code, reason: 'Zo zeggen we het hier.' };
		expect(foundIn(checkQuestionnaireText(JSON.stringify({ ...questionnaire, exceptions: [exception] })))).toEqual([]);
	});

	test('every remark has a questionnaire of its own', () => {
		const covered = new Set(Object.values(expected).flatMap((remarks) => remarks.map(({ code }) => code)));
		expect([...covered].sort()).toEqual([...liftable.options].sort());
	});

	test('the app uses it without a word', () => {
		for (const name of filesIn('warned'))
			expect(checkQuestionnaire(JSON.parse(read('warned', name)))).toMatchObject({ kind: 'good' });
	});
});

describe('of an own questionnaire', () => {
	const canDoWithout = ['missing-advice', 'item-too-long', 'useless-exception', 'missing-change', 'missing-frame'];
	const expected = expectedIn('invalid');
	const [spared, refusedToo] = [true, false].map((without) =>
		filesIn('invalid').filter((name) => canDoWithout.includes(expected[name]?.[0]?.code ?? '') === without)
	);

	test.each(spared ?? [])('what the app can do without is a warning: %s', (name) => {
		const outcome = checkQuestionnaireText(read('invalid', name), 'own');
		expect(outcome.kind).toBe('warned');
		// Most of these are of before there was a frame, and are told that as well.
		const told = placed(foundIn(outcome)).filter(({ code }) => code !== 'missing-frame' || name.includes('no-frame'));
		expect(told).toEqual(expected[name]);
	});

	test('a missing frame is a warning in every version; of a published one it is refused from 2.0.0 on', () => {
		const text = read('valid', 'minimal.json');
		expect(checkQuestionnaireText(text).kind).toBe('good');
		expect(foundIn(checkQuestionnaireText(text, 'own')).map(({ code }) => code)).toEqual(['missing-frame']);
		expect(foundIn(checkQuestionnaireText(text.replaceAll('1.0.0', '10.0.0'))).map(({ code }) => code)).toEqual([
			'missing-frame'
		]);
	});

	test.each(refusedToo ?? [])('everything else is refused as well: %s', (name) => {
		const outcome = checkQuestionnaireText(read('invalid', name), 'own');
		expect(outcome.kind).toBe('refused');
		expect(placed(foundIn(outcome))).toEqual(expected[name]);
	});

	test('a refusal tells no warnings: first what must, then what may', () => {
		const outcome = checkQuestionnaireText(read('several', 'every-rule.json'), 'own');
		expect(outcome.kind).toBe('refused');
		expect(foundIn(outcome).map(({ code }) => code)).toEqual(['duplicate-id', 'unknown-source', 'unknown-role']);
	});
});

describe('a questionnaire beyond what the app can show', () => {
	const minimal = questionnaireSchema.parse(JSON.parse(read('valid', 'minimal.json')));
	const [theme] = minimal.themes;
	const [dimension] = theme?.dimensions ?? [];
	const [item] = dimension?.items ?? [];
	/** So many dimensions of so many items. */
	const large = (dimensions: number, items: number) => ({
		...minimal,
		themes: [
			{
				...theme,
				dimensions: Array.from({ length: dimensions }, (_, d) => ({
					...dimension,
					id: `onderdeel-${d}`,
					tips: [],
					prompts: [],
					items: Array.from({ length: items }, (_unused, i) => ({ ...item, id: `stelling-${d}-${i}` }))
				}))
			}
		]
	});

	test('goes to 100 dimensions and 500 items', () => {
		expect(checkQuestionnaire(large(100, 5), 'own').kind).toBe('warned');
		expect(foundIn(checkQuestionnaire(large(101, 1), 'own')).map(({ message }) => message)).toEqual([
			'Dit zijn 101 onderdelen; hoogstens 100.'
		]);
		expect(foundIn(checkQuestionnaire(large(1, 501), 'own')).map(({ message }) => message)).toEqual([
			'Dit zijn 501 stellingen; hoogstens 500.'
		]);
	});
});

describe('a questionnaire with several problems is told all of them at once', () => {
	const expected = expectedIn('several');

	test.each(filesIn('several'))('%s', (name) => {
		const outcome = checkQuestionnaireText(read('several', name));
		expect(outcome.kind).toBe('refused');
		expect(placed(foundIn(outcome))).toEqual(expected[name]);
	});
});

test.each(['invalid', 'warned', 'several'])('expected.json of %s names its files, no more and no fewer', (folder) => {
	expect(Object.keys(expectedIn(folder)).sort()).toEqual(filesIn(folder).sort());
});

describe('what a writer of questionnaires reads', () => {
	test.each([
		['invalid', 'shape-missing/missing-title.json', ['"title" ontbreekt. Hier hoort een tekst.']],
		['invalid', 'shape-text/number-for-a-text.json', ['Hier hoort een tekst.']],
		[
			'invalid',
			'shape-missing/missing-when.json',
			['"when" ontbreekt. Kies één van: "low", "middling", "high", "divided", "gap".']
		],
		[
			'invalid',
			'shape-text/version-of-two-numbers.json',
			['Een versie is drie getallen met punten ertussen, zoals 1.0.0.']
		],
		[
			'invalid',
			'shape-text/text-with-space-around.json',
			['Deze tekst begint of eindigt met een spatie. Haal die weg.']
		],
		['invalid', 'ids/role-all.json', ['Het id "all" gebruikt de app zelf. Kies een ander.']],
		['invalid', 'shape-unknown/unknown-key.json', ['Dit veld bestaat niet: "weight".']],
		['invalid', 'shape-text/text-too-long.json', ['Deze tekst is te lang: hoogstens 120 tekens.']],
		['invalid', 'shape-number/four-points.json', ['Dit is te weinig: precies 5.']],
		['invalid', 'shape-unknown/unknown-level.json', ['Kies één van: "low", "middling", "high".']],
		['invalid', 'ids/duplicate-item.json', ['Dit id staat meer dan één keer bij stelling.']],
		[
			'invalid',
			'rules/unknown-source-of-a-tip.json',
			['Verwijst naar de bron "andere-bron", die niet in de lijst van bronnen staat.']
		],
		['invalid', 'advice/no-low-tip.json', ['Er ontbreekt minstens één tip bij een lage score.']],
		[
			'invalid',
			'advice/no-low-advice-for-a-role.json',
			['Er ontbreekt een tip of gespreksvraag bij een lage score voor rol "vereniging".']
		],
		[
			'invalid',
			'advice/no-gap-prompt-for-the-second-role.json',
			['Er ontbreekt een gespreksvraag bij een verschil waarin "vereniging" hoger scoort.']
		],
		['invalid', 'advice/no-general-fall-prompt.json', ['Er ontbreekt een algemene gespreksvraag voor "fall".']],
		['invalid', 'rules/item-of-26-words.json', ['De stelling telt 26 woorden; hoogstens 25.']],
		[
			'invalid',
			'rules/no-change-for-this-version.json',
			['Er staat geen wijziging bij voor versie 1.0.0. Schrijf in "changes" wat er in deze versie nieuw is.']
		]
	])('%s/%s', (folder, name, messages) => {
		expect(messagesFor(folder, name)).toEqual(messages);
	});

	test('an empty text is told once', () => {
		const text = read('valid', 'minimal.json').replace('"De kleinste vragenlijst."', '""');
		expect(foundIn(checkQuestionnaireText(text)).map(({ message }) => message)).toEqual([
			'Deze tekst mag niet leeg zijn.'
		]);
	});

	test('0 minutes are too few: at least 1', () => {
		expect(messagesFor('invalid', 'shape-number/zero-minutes.json')).toEqual(['Dit is te weinig: minstens 1.']);
	});

	test('text that is no JSON says why', () => {
		expect(messagesFor('invalid', 'not-json/not-json.json')[0]).toMatch(/^Hier ontbreekt een komma\./);
	});

	test('one line names the file, the line, the id and what is wrong', () => {
		const [problem] = foundIn(checkQuestionnaireText(read('invalid', 'rules/unknown-source-of-a-tip.json')));
		expect(problem && describeProblem(problem, 'klein/1.0.0.json')).toBe(
			'klein/1.0.0.json:43: tip-laag: Verwijst naar de bron "andere-bron", die niet in de lijst van bronnen staat.'
		);
	});
});

/** In how many places two JSON values differ; something added, left out or put in another's place is one. */
function differences(one: unknown, other: unknown): number {
	if (Array.isArray(one) && Array.isArray(other)) {
		const [long, short]: unknown[][] = one.length < other.length ? [other, one] : [one, other];
		if (!long || !short) return 0;
		if (long.length === short.length) return sum(long.map((value, index) => differences(value, short[index])));
		if (short.length === 0) return 1;
		const withoutOne = long.map((_, left) => long.filter((_value, index) => index !== left));
		return 1 + Math.min(...withoutOne.map((rest) => differences(rest, short)));
	}
	if (isBlock(one) && isBlock(other)) {
		const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
		return sum(keys.map((key) => differences(one[key], other[key])));
	}
	return one === other ? 0 : 1;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function isBlock(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
