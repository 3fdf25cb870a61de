import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
	checkQuestionnaireText,
	describeProblem,
	type CheckOutcome,
	type Problem,
	type ProblemCode
} from '$lib/domain/questionnaire-check';
import { z } from '$lib/domain/zod';

/** Each folder of fixtures says in its own expected.json what the check finds in each file. */
const root = fileURLToPath(new URL('../../fixtures/questionnaires/', import.meta.url));
const expectedSchema = z.record(z.string(), z.array(z.strictObject({ code: z.string(), where: z.string() })));

const filesIn = (folder: string) => readdirSync(root + folder).filter((name) => name !== 'expected.json');
const read = (folder: string, name: string) => readFileSync(`${root}${folder}/${name}`, 'utf8');
const expectedIn = (folder: string) => expectedSchema.parse(JSON.parse(read(folder, 'expected.json')));

function foundIn(outcome: CheckOutcome): Problem[] {
	if (outcome.kind === 'refused') return outcome.problems;
	return outcome.kind === 'warned' ? outcome.warnings : [];
}

const placed = (problems: readonly Problem[]) => problems.map(({ code, where }) => ({ code, where }));
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

	test.each(filesIn('invalid').filter((name) => name !== 'not-json.json'))(
		'%s differs from a valid one in one thing only',
		(name) => {
			const input: unknown = JSON.parse(read('invalid', name));
			const distances = filesIn('valid').map((valid) => differences(JSON.parse(read('valid', valid)), input));
			expect(Math.min(...distances)).toBe(1);
		}
	);

	test('every problem the check can give has a questionnaire of its own', () => {
		const codes: Record<Exclude<ProblemCode, 'joined-claim'>, true> = {
			'not-json': true,
			shape: true,
			'duplicate-id': true,
			'unknown-source': true,
			'unknown-role': true,
			'missing-advice': true,
			'item-too-long': true,
			'useless-exception': true,
			'missing-change': true
		};
		const covered = new Set(Object.values(expected).flatMap((problems) => problems.map(({ code }) => code)));
		expect([...covered].sort()).toEqual(Object.keys(codes).sort());
	});
});

describe('a questionnaire with a doubtful item is let through with a warning', () => {
	const expected = expectedIn('warned');

	test.each(filesIn('warned'))('%s', (name) => {
		const outcome = checkQuestionnaireText(read('warned', name));
		expect(outcome).toMatchObject({ kind: 'warned', questionnaire: JSON.parse(read('warned', name)) });
		expect(placed(foundIn(outcome))).toEqual(expected[name]);
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
		['invalid', 'missing-title.json', ['Dit ontbreekt of heeft de verkeerde vorm: hier hoort een tekst.']],
		['invalid', 'unknown-key.json', ['Onbekend: "weight".']],
		['invalid', 'text-too-long.json', ['Deze tekst is te lang: hoogstens 120 tekens.']],
		['invalid', 'four-points.json', ['Dit is te weinig: minstens 5.']],
		['invalid', 'unknown-level.json', ['Kies één van: "low", "middling", "high".']],
		['invalid', 'duplicate-item.json', ['Dit id staat meer dan één keer bij stelling.']],
		[
			'invalid',
			'unknown-source-of-a-tip.json',
			['Verwijst naar de bron "andere-bron", die niet in de lijst van bronnen staat.']
		],
		['invalid', 'no-low-tip.json', ['Er ontbreekt minstens één tip bij een lage score.']],
		[
			'invalid',
			'no-low-advice-for-a-role.json',
			['Er ontbreekt een tip of gespreksvraag bij een lage score voor rol "vereniging".']
		],
		[
			'invalid',
			'no-gap-prompt-for-the-second-role.json',
			['Er ontbreekt een gespreksvraag bij een verschil waarin "vereniging" hoger scoort.']
		],
		['invalid', 'no-general-fall-prompt.json', ['Er ontbreekt een algemene gespreksvraag voor "fall".']],
		['invalid', 'item-of-26-words.json', ['De stelling telt 26 woorden; hoogstens 25.']],
		[
			'invalid',
			'no-change-for-this-version.json',
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
		expect(messagesFor('invalid', 'zero-minutes.json')).toEqual(['Dit is te weinig: minstens 1.']);
	});

	test('text that is no JSON says why', () => {
		expect(messagesFor('invalid', 'not-json.json')[0]).toMatch(/^Dit is geen geldige JSON \(.+\)\.$/);
	});

	test('one line names the file, the id and what is wrong', () => {
		const [problem] = foundIn(checkQuestionnaireText(read('invalid', 'unknown-source-of-a-tip.json')));
		expect(problem && describeProblem(problem, 'klein/1.0.0.json')).toBe(
			'klein/1.0.0.json: tip-laag: Verwijst naar de bron "andere-bron", die niet in de lijst van bronnen staat.'
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
