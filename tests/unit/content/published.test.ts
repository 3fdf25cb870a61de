import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire';
import { z } from '$lib/domain/zod';
import { checkFolder, describeProblem, questionnaireJsonSchema } from '../../../.tools/questionnaire-files';
import frozen from '../../fixtures/published-versions.json';
import { publishedQuestionnaire, questionsFolder } from './published-questionnaire';

const reports = checkFolder(questionsFolder);
const files = reports.map(({ file }) => file);
const read = (file: string) => readFileSync(`${questionsFolder}/${file}`, 'utf8');

describe('every file in questions/', () => {
	test('is found, and nothing else lies there but the schema', () => {
		const all = readdirSync(questionsFolder, { recursive: true, encoding: 'utf8' });
		const expected = new Set([
			...files,
			...files.map((file) => file.replace(/\/.*$/, '')),
			'questionnaire.schema.json'
		]);
		expect(files).not.toEqual([]);
		expect(all.filter((entry) => !expected.has(entry))).toEqual([]);
	});

	test.each(reports)('$file passes the content check without a warning', ({ file, outcome }) => {
		const found = outcome.kind === 'refused' ? outcome.problems : outcome.kind === 'warned' ? outcome.warnings : [];
		expect(found.map((problem) => describeProblem(problem, file))).toEqual([]);
	});

	test.each(reports)('$file lies where its id and version say, and lists its version', ({ file, outcome }) => {
		if (outcome.kind === 'refused') throw new Error(`${file} is refused`);
		const { id, version, changes } = outcome.questionnaire;
		expect(file).toBe(`${id}/${version}.json`);
		expect(changes.map((change) => change.version)).toContain(version);
	});
});

describe('samenwerking 1.0.0', () => {
	const questionnaire = publishedQuestionnaire('samenwerking', '1.0.0');
	const dimensions = dimensionsOf(questionnaire).map(({ dimension }) => dimension);

	test('has the three themes and twelve dimensions of the blueprint, three items each', () => {
		const plan = Object.fromEntries(
			questionnaire.themes.map((theme) => [theme.id, theme.dimensions.map((dimension) => dimension.id)])
		);
		expect(plan).toEqual({
			basishouding: ['openheid', 'eigenheid', 'gedeeld-belang', 'vertrouwen'],
			gelijkwaardigheid: ['partnerschap', 'zeggenschap', 'afspraken', 'waardering'],
			regierol: ['ontkokeren', 'verbinden', 'faciliteren', 'draagvlak']
		});
		expect(dimensions.map(({ items }) => items.length)).toEqual(Array.from({ length: 12 }, () => 3));
		expect(itemsOf(questionnaire)).toHaveLength(36);
	});

	test('has the roles gemeente and vereniging', () => {
		expect(questionnaire.roles.map(({ id }) => id)).toEqual(['gemeente', 'vereniging']);
	});

	describe.each(dimensions)('$id', ({ restsOn, tips, prompts }) => {
		const advice = [...tips, ...prompts];

		test('rests on a source', () => {
			expect(restsOn).not.toEqual([]);
		});

		test('has a tip or prompt for each role when low, at least one of them a tip', () => {
			const low = advice.filter(({ when }) => when === 'low');
			for (const role of ['gemeente', 'vereniging']) {
				expect(low.some((entry) => entry.for === role || entry.for === 'all')).toBe(true);
			}
			expect(tips.some(({ when }) => when === 'low')).toBe(true);
		});

		test('has exactly one tip or prompt when middling and when high', () => {
			for (const level of ['middling', 'high']) {
				expect(advice.filter(({ when }) => when === level)).toHaveLength(1);
			}
		});

		test('has one prompt for a gap in each direction and one for a divided group, for all', () => {
			const rest = prompts.filter(({ when }) => when === 'gap' || when === 'divided');
			expect(rest.map((prompt) => (prompt.when === 'gap' ? `${prompt.higher} higher` : prompt.when)).sort()).toEqual([
				'divided',
				'gemeente higher',
				'vereniging higher'
			]);
			expect(rest.map((prompt) => prompt.for)).toEqual(['all', 'all', 'all']);
		});
	});

	test('has the general prompts', () => {
		expect(questionnaire.generalPrompts.map(({ when }) => when).sort()).toEqual([
			'fall',
			'gap',
			'many-unknown',
			'stayed-low'
		]);
	});

	test('has no item over 20 words', () => {
		const long = itemsOf(questionnaire)
			.map(({ id, statement }) => ({ id, words: statement.split(/\s+/).length }))
			.filter(({ words }) => words > 20);
		expect(long).toEqual([]);
	});

	test('cites every one of its sources', () => {
		const cited = dimensions.flatMap(({ restsOn, tips }) =>
			[...restsOn, ...tips.flatMap(({ citations }) => citations)].map(({ source }) => source)
		);
		expect([...new Set(cited)].sort()).toEqual(questionnaire.sources.map(({ id }) => id).sort());
	});
});

test('questions/questionnaire.schema.json is what the schema generates (npm run schema)', () => {
	expect(JSON.parse(read('questionnaire.schema.json'))).toEqual(JSON.parse(JSON.stringify(questionnaireJsonSchema())));
});

/**
 * People's answers hang on the wording of the version they answered, so a published version never changes: a change is a
 * new file with a new version, and a new line in tests/fixtures/published-versions.json. Layout is free: the hash is of
 * the parsed content. Only while a version has never been released may its own line be replaced, by hand, with the
 * hash that the failing test shows.
 */
describe('a published version is frozen', () => {
	const hashes = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).parse(frozen);
	const hashOf = (file: string) =>
		createHash('sha256')
			.update(JSON.stringify(JSON.parse(read(file))))
			.digest('hex');

	test('every version in questions/ is in published-versions.json, and the other way round', () => {
		expect(
			Object.keys(hashes).sort(),
			'tests/fixtures/published-versions.json must name every version in questions/: add a new version there, never take one away'
		).toEqual(files.map((file) => file.replace(/\.json$/, '')).sort());
	});

	test.each(files)('%s is as it was published', (file) => {
		const version = file.replace(/\.json$/, '');
		expect(
			hashOf(file),
			`${version} is published and may not change. Put questions/${file} back and make a new version beside it`
		).toBe(hashes[version]);
	});
});
