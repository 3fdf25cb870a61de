import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { bundlesProblem } from '$lib/exchange/files/exchange-check';
import { ExchangeWriter, writeExchangeFile, type ExchangeContent } from '$lib/exchange/files/exchange-file';
import { JsonSplitter } from '$lib/exchange/json/json-splitter';
import { openFile, readBundles } from '$lib/exchange/files/opened-file';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { hostileFile } from '../../../builders/hostile';
import { fileTextOf, newest, one } from '../../../builders/bundles';
import { runs } from '../../../property-runs';
import { goodOf, reasonOf } from '../../../builders/outcomes';

const folder = 'tests/fixtures/exchange';
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const goldens = readdirSync(folder).filter((name) => name.endsWith('.json'));
const newestText = textOf('v3-everything.json');

/** A file read part by part, with everything in it at once. */
async function readInParts(text: string): Promise<Outcome<ExchangeContent>> {
	const opened = await openFile(new Blob([text]));
	if (opened.kind === 'locked') throw new Error('It is locked');
	if (opened.kind === 'refused') return opened;
	const { file } = opened;
	const bundles: PartnershipBundle[] = [];
	for (let index = 0; index < file.count; index += 1) {
		const read = await file.partnership(index);
		if (read.kind === 'refused') return read;
		bundles.push(read.bundle);
	}
	const problem = bundlesProblem(bundles);
	const { questionnaires, drafts } = file;
	return problem === undefined ? good({ bundles, questionnaires, drafts }) : refused(problem);
}

const byId = (bundles: readonly PartnershipBundle[]) =>
	[...bundles].sort((a, b) => (a.partnership.id < b.partnership.id ? -1 : 1));

/**
 * JSON with the same content, laid out as nobody does it: its fields in any order, white space
 * anywhere, names with escapes.
 */
function laidOut(value: unknown, chance: () => number): string {
	const space = () => ['', ' ', '\n', '\r\n\t', '\n\n'][chance() % 5] ?? '';
	const around = (text: string) => space() + text + space();
	const name = (text: string) =>
		chance() % 4 === 0
			? `"${[...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
			: JSON.stringify(text);
	if (Array.isArray(value)) return around(`[${value.map((part) => laidOut(part, chance)).join(',') || space()}]`);
	if (typeof value !== 'object' || value === null) return around(JSON.stringify(value));
	const fields = Object.entries(value).map(([key, part]) => `${around(name(key))}:${laidOut(part, chance)}`);
	const turned = chance() % 2 === 0 ? fields : fields.reverse();
	return around(`{${turned.join(',') || space()}}`);
}

const chances = fc.infiniteStream(fc.nat()).map((stream) => () => stream.next().value ?? 0);

describe('a file that is read part by part', () => {
	test.each(goldens)('holds the same as when it is read whole: %s', async (name) => {
		expect(await readInParts(textOf(name))).toEqual(readBundles(textOf(name)));
	});

	test('in any layout', async () => {
		const content: unknown = JSON.parse(newestText);
		await fc.assert(
			fc.asyncProperty(chances, async (chance) => {
				const text = laidOut(content, chance);
				expect(await readInParts(text)).toEqual(readBundles(text));
			}),
			{ numRuns: runs(12) }
		);
	});

	test('is refused exactly when it would be when read whole', async () => {
		await fc.assert(
			fc.asyncProperty(hostileFile(goldens.map(textOf)), async (text) => {
				// A browser leaves out the mark that a text in UTF-8 may begin with.
				const [parts, whole] = [await readInParts(text), readBundles(text.replace(/^\uFEFF/, ''))];
				expect(parts.kind).toBe(whole.kind);
				if (parts.kind === 'good' && whole.kind === 'good')
					expect({ ...parts, bundles: byId(parts.bundles) }).toEqual(whole);
			}),
			{ numRuns: runs(400) }
		);
	});

	test.each([
		['in a partnership', '"sealed": false', '"sealed": false, "sealed": true'],
		['in the shape of a partnership', '"date": "2027-03-18"', '"date": "2027-02-30"'],
		['in the shape of a questionnaire', '"roles":', '"rollen":'],
		['between two partnerships', '\t\t},\n\t\t{', '\t\t}\n\t\t{'],
		['behind the partnerships', '"questionnaires":', '"questionnaires"'],
		['in a field that is none', '"questionnaires":', '"more": 1, "questionnaires":'],
		['at the end', /\n\}\n$/, '\n'],
		['halfway', /"ownWords"[^]*/, '']
	])('says the same line when something is wrong %s', async (_, part, changed) => {
		const text = newestText.replace(part, changed);
		expect(text).not.toBe(newestText);
		expect(reasonOf(readBundles(text))).toMatch(/Op regel \d/);
		expect(reasonOf(await readInParts(text))).toBe(reasonOf(readBundles(text)));
	});
});

/** What a splitter finds in a text that comes in chunks of these sizes, over and over. */
function split(text: string, sizes: readonly number[]) {
	const bytes = new TextEncoder().encode(text);
	const splitter = new JsonSplitter(['partnerships', 'questionnaires'], 1_000_000);
	for (let [start, turn] = [0, 0]; start < bytes.length; turn += 1) {
		const end = start + (sizes[turn % sizes.length] ?? 1);
		splitter.add(bytes.subarray(start, end));
		start = end;
	}
	const { frame, parts, lineOf } = splitter.finish();
	const texts = [...parts].map(([name, own]) => [
		name,
		own.map((part) => [part.line, new TextDecoder().decode(bytes.subarray(part.start, part.end))])
	]);
	return { frame, texts, last: lineOf({ line: frame.split('\n').length, column: 1_000_000 }) };
}

test('the parts are the same wherever a chunk ends', () => {
	const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
	fc.assert(
		fc.property(fc.oneof(fc.constant(newestText), hostileFile([fileTextOf(one)])), sizes, (text, chunks) => {
			expect(split(text, chunks)).toEqual(split(text, [text.length * 3 + 1]));
		}),
		{ numRuns: runs(150) }
	);
});

test('what stands around the parts is the file without them', () => {
	expect(split('{"partnerships" : [ {"a": "]},"} , 2,\n"x" ],\n"format":["]"]}', [7])).toEqual({
		frame: '{"partnerships" : [ null , null,\nnull],\n"format":["]"]}',
		texts: [
			[
				'partnerships',
				[
					[1, '{"a": "]},"}'],
					[1, '2'],
					[2, '"x" ']
				]
			],
			['questionnaires', []]
		],
		last: 3
	});
});

test('a file is written in parts that are its text behind each other', () => {
	const writer = new ExchangeWriter();
	const sorted = byId(newest.bundles);
	const parts = [...sorted.map((bundle) => writer.add(bundle)), writer.end(newest.questionnaires)];
	expect(writer.start + parts.join('')).toBe(newestText);
	expect(parts).toHaveLength(sorted.length + 1);
	expect(goodOf(readBundles(writeExchangeFile({ bundles: [], questionnaires: [] })))).toMatchObject({ bundles: [] });
});

test('nothing that is opened in parts breaks the reader', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 3 })), async (text) => {
			expect((await readInParts(text)).kind).toBe('refused');
		}),
		{ numRuns: runs(60) }
	);
});
