import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { z } from '$lib/domain/zod';
import { checkFolder, describeProblem, questionnaireJsonSchema } from '../../../.tools/build/questionnaire-files';
import frozen from '../../fixtures/published-versions.json';
import { publishedQuestionnaire, questionsFolder } from '../../builders/published-questionnaire';

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

	// What was published never changes, also when the check learns to see more.
	const wordedBefore = (file: string) => /\/1\.\d+\.\d+\.json$/.test(file);

	test.each(reports)('$file passes the content check without a warning', ({ file, outcome }) => {
		const warnings = outcome.kind === 'warned' && !wordedBefore(file) ? outcome.warnings : [];
		const found = outcome.kind === 'refused' ? outcome.problems : warnings;
		expect(found.map((problem) => describeProblem(problem, file))).toEqual([]);
	});

	test.each(reports)('$file lies where its id and version say, and lists its version', ({ file, outcome }) => {
		if (outcome.kind === 'refused') throw new Error(`${file} is refused`);
		const { id, version, changes } = outcome.questionnaire;
		expect(file).toBe(`${id}/${version}.json`);
		expect(changes.map((change) => change.version)).toContain(version);
	});
});

const threeEach = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 3]));

/** Theme by theme, how many items each dimension has. */
const plans = {
	'samenwerking 1.0.0': {
		basishouding: threeEach('openheid', 'eigenheid', 'gedeeld-belang', 'vertrouwen'),
		gelijkwaardigheid: threeEach('partnerschap', 'zeggenschap', 'afspraken', 'waardering'),
		regierol: threeEach('ontkokeren', 'verbinden', 'faciliteren', 'draagvlak')
	},
	'samenwerking 1.1.0': {
		basishouding: { ...threeEach('openheid', 'eigenheid', 'gedeeld-belang'), vertrouwen: 4 },
		gelijkwaardigheid: threeEach('partnerschap', 'zeggenschap', 'afspraken', 'waardering'),
		regierol: threeEach('ontkokeren', 'verbinden', 'faciliteren', 'draagvlak')
	},
	'kapstokken 1.0.0': {
		kapstokken: threeEach('verstandhouding', 'begeleiding', 'tussen-verenigingen', 'activiteiten', 'ondersteuning')
	},
	'bovenlokaal 1.0.0': {
		'waarom-en-met-wie': threeEach('meerwaarde', 'partners', 'doelgroep'),
		'schaal-geld-resultaat': threeEach('schaal', 'verdeling-en-impact')
	},
	'samenwerking 2.0.0': {
		basishouding: threeEach('openheid', 'eigenheid', 'gedeeld-belang', 'vertrouwen'),
		gelijkwaardigheid: threeEach('partnerschap', 'zeggenschap', 'afspraken', 'waardering'),
		regierol: threeEach('ontkokeren', 'verbinden', 'faciliteren', 'regie')
	},
	'kapstokken 2.0.0': {
		kapstokken: threeEach('verstandhouding', 'begeleiding', 'tussen-verenigingen', 'activiteiten', 'ondersteuning')
	},
	'bovenlokaal 2.0.0': {
		'waarom-en-met-wie': threeEach('meerwaarde', 'partners', 'doelgroep'),
		'sturen-schaal-geld': threeEach('samen-sturen', 'schaal', 'verdeling-en-impact')
	}
};

test('every published version has a plan here', () => {
	const published = files.map((file) => file.replace('/', ' ').replace('.json', ''));
	expect(published.sort()).toEqual(Object.keys(plans).sort());
});

describe.each(Object.entries(plans))('%s', (name, plan) => {
	const [id = '', version = ''] = name.split(' ');
	const questionnaire = publishedQuestionnaire(id, version);
	const dimensions = dimensionsOf(questionnaire).map(({ dimension }) => dimension);
	const roles = questionnaire.roles.map((role) => role.id);

	test('has the themes, dimensions and items of its plan', () => {
		const found = questionnaire.themes.map((theme) => [
			theme.id,
			Object.fromEntries(theme.dimensions.map((dimension) => [dimension.id, dimension.items.length]))
		]);
		expect(Object.fromEntries(found)).toEqual(plan);
	});

	test('has two roles', () => {
		expect(roles).toEqual(id === 'bovenlokaal' ? ['bestuur', 'partner'] : ['gemeente', 'vereniging']);
	});

	describe.each(dimensions)('$id', ({ restsOn, tips, prompts }) => {
		const advice = [...tips, ...prompts];
		const reaches = (level: string, role: string) =>
			advice.some((entry) => entry.when === level && (entry.for === role || entry.for === 'all'));

		test('rests on a source', () => {
			expect(restsOn).not.toEqual([]);
		});

		test('has a tip or prompt for each role when low, at least one of them a tip', () => {
			expect(roles.filter((role) => !reaches('low', role))).toEqual([]);
			expect(tips.some(({ when }) => when === 'low')).toBe(true);
		});

		test('has a tip or prompt when middling and when high, and in newer versions for each role', () => {
			for (const level of ['middling', 'high']) {
				expect(advice.some(({ when }) => when === level)).toBe(true);
				if (name !== 'samenwerking 1.0.0') expect(roles.filter((role) => !reaches(level, role))).toEqual([]);
			}
		});

		test('has one prompt for a gap in each direction and one for a divided group, for all', () => {
			const rest = prompts.filter(({ when }) => when === 'gap' || when === 'divided');
			expect(rest.map((prompt) => (prompt.when === 'gap' ? `${prompt.higher} higher` : prompt.when)).sort()).toEqual(
				['divided', ...roles.map((role) => `${role} higher`)].sort()
			);
			expect(rest.map((prompt) => prompt.for)).toEqual(['all', 'all', 'all']);
		});
	});

	test('has the general prompts', () => {
		const measured = questionnaire.generalPrompts.map(({ when }) => when).filter((when) => when !== 'topic');
		expect(measured.sort()).toEqual(['fall', 'gap', 'many-unknown', 'stayed-low']);
	});

	test('has no item over 20 words', () => {
		const long = itemsOf(questionnaire)
			.map((item) => ({ id: item.id, words: item.statement.split(/\s+/).length }))
			.filter(({ words }) => words > 20);
		expect(long).toEqual([]);
	});

	test('cites every one of its sources', () => {
		const cited = dimensions.flatMap(({ restsOn, tips }) =>
			[...restsOn, ...tips.flatMap(({ citations }) => citations)].map(({ source }) => source)
		);
		expect([...new Set(cited)].sort()).toEqual(questionnaire.sources.map((source) => source.id).sort());
	});
});

describe('samenwerking 1.1.0 beside 1.0.0', () => {
	const before = publishedQuestionnaire('samenwerking', '1.0.0');
	const after = publishedQuestionnaire('samenwerking', '1.1.0');
	const statements = (questionnaire: typeof before) =>
		new Map(itemsOf(questionnaire).map((item) => [item.id, item.statement]));
	const [old, renewed] = [statements(before), statements(after)];
	const named = after.changes.filter(({ version }) => version === '1.1.0').flatMap(({ items }) => items ?? []);

	test('replaces one item, adds one and words two anew', () => {
		expect([...old.keys()].filter((id) => !renewed.has(id))).toEqual(['partnerschap-gemeente-vraagt-eerst-meedenken']);
		expect([...renewed.keys()].filter((id) => !old.has(id))).toEqual([
			'vertrouwen-gemeente-zegt-problemen',
			'partnerschap-meedenken-voor-plan-vast'
		]);
		expect([...renewed].filter(([id, text]) => old.has(id) && old.get(id) !== text).map(([id]) => id)).toEqual([
			'eigenheid-verschil-als-sterkte',
			'ontkokeren-samen-aan-tafel'
		]);
	});

	test('names each of these in its list of changes', () => {
		expect([...named].sort()).toEqual([
			'eigenheid-verschil-als-sterkte',
			'ontkokeren-samen-aan-tafel',
			'partnerschap-gemeente-vraagt-eerst-meedenken',
			'partnerschap-meedenken-voor-plan-vast',
			'vertrouwen-gemeente-zegt-problemen'
		]);
	});
});

test('questions/questionnaire.schema.json is what the schema generates (npm run schema)', () => {
	expect(JSON.parse(read('questionnaire.schema.json'))).toEqual(JSON.parse(JSON.stringify(questionnaireJsonSchema())));
});

/**
 * People's answers hang on the wording of the version they answered, so a published version never changes: a change is
 * a new file with a new version, and a new line in tests/fixtures/published-versions.json. Layout is free: the hash is
 * of the parsed content. Only while a version has never been released may its own line be replaced, by hand, with the
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
