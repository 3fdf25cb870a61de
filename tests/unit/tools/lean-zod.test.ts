import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { build, type Rollup } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { leanZod } from '../../../.tools/build/vite-plugins.mjs';

const questionnaire: unknown = JSON.parse(readFileSync('questions/samenwerking/1.1.0.json', 'utf8'));
let code: string;
let asBuilt: typeof questionnaireSchema;

/** As it is in the site: what the plugin takes out of zod must be missed by nobody. */
beforeAll(async () => {
	const built = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [leanZod()],
		build: {
			write: false,
			minify: false,
			lib: { entry: 'src/lib/domain/questionnaire/schema.ts', formats: ['es'] }
		}
	})) as Rollup.RollupOutput[];
	code = built[0]?.output[0].code ?? '';
	const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
	({ questionnaireSchema: asBuilt } = (await import(address)) as { questionnaireSchema: typeof questionnaireSchema });
});

test('the schemas of the site carry neither what writes JSON schemas nor messages in English', () => {
	expect(code).toContain('questionnaireSchema');
	expect(code).not.toMatch(/draft-2020-12|expected string to/);
});

test('they take a questionnaire as the schemas of the tools do, and refuse a damaged one at the same places', () => {
	const places = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });
	const damage = fc.oneof(fc.constantFrom(null, '', ' x ', [], {}, -1, 1.5), fc.string());
	expect(asBuilt.safeParse(questionnaire)).toEqual(questionnaireSchema.safeParse(questionnaire));
	fc.assert(
		fc.property(places, damage, (path, value) => {
			const damaged = damagedAt(questionnaire, path, value);
			expect(issuesOf(asBuilt, damaged)).toEqual(issuesOf(questionnaireSchema, damaged));
		})
	);
});

function issuesOf(schema: typeof questionnaireSchema, input: unknown): unknown {
	return schema.safeParse(input).error?.issues.map((issue) => ({ ...issue, message: '', errors: undefined }));
}

/** A copy with another value at some place: each step chooses one of the fields that are there. */
function damagedAt(whole: unknown, path: readonly number[], value: unknown): unknown {
	const [step, ...rest] = path;
	if (step === undefined || typeof whole !== 'object' || whole === null) return value;
	const names = Object.keys(whole);
	const name = names[step % Math.max(1, names.length)];
	if (name === undefined) return value;
	const entry = damagedAt((whole as Record<string, unknown>)[name], rest, value);
	return Array.isArray(whole)
		? Object.assign([...(whole as unknown[])], { [name]: entry })
		: { ...whole, [name]: entry };
}
