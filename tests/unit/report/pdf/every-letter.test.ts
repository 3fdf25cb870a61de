import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { noLetterhead } from '$lib/domain/measurement/letterhead';
import { adviceKey } from '$lib/domain/advice/chosen-advice';
import { heading, paragraph, strong, type Block, type Report } from '$lib/report/model/report-model';
import { drawReportPdf, makeReportPdf } from '$lib/report/pdf/report-pdf';
import type { ReportFonts } from '$lib/report/pdf/setting/report-fonts';
import { loadReportedCommitments } from '$lib/state/results/report-choices.svelte';
import { openExample } from '$lib/state/desk/example';
import { loadResult } from '$lib/state/results/result';
import { unseenSigns } from '../../../pdf-glyphs';
import { readPdf } from '../../../pdf-reader';
import { runs } from '../../../property-runs';
import { questionsFolder } from '../../../builders/published-questionnaire';
import { workshop } from '../../../builders/workshop';
import { fonts } from './report-fonts';
import { commitments, reportSource } from '../../../builders/report-source';

const madeAt = new Date('2026-03-20T10:00:00Z');
/** The report's own typeface, with nothing to fall back on. */
const ownFonts: ReportFonts = { ...fonts, more: () => Promise.resolve({}) };
const NOTE = 'staan waar deze pdf het teken niet kan tekenen';

async function whatIsUnseen(bytes: Uint8Array) {
	const { pageTexts } = await readPdf(bytes);
	const placeholders = pageTexts.flatMap(
		(text) => text.replace(/\[\?\] en \[emoji\] staan/, '').match(/\[(\?|emoji)\]/g) ?? []
	);
	return { signs: await unseenSigns(bytes), placeholders };
}
const nothing = { signs: [], placeholders: [] };

const reportOf = (blocks: readonly Block[]): Report => ({
	title: 'Letters',
	header: { name: 'Letters', date: '' },
	footer: 'Letters',
	blocks
});

const everySignOf = (texts: readonly string[]): string => [...new Set(texts.join(' '))].sort().join(' ');

describe('words of the app itself', () => {
	test('are drawn in the own typeface of the report, to the last arrow', async () => {
		const rooms = ['report', 'domain', 'charts'].map((room) =>
			fileURLToPath(new URL(`../../../../src/lib/${room}`, import.meta.url))
		);
		// Markers on slides to edit further are in PowerPoint's own typeface; the tick is on the pages of phones alone.
		const notDrawn = /[\u2800\uFFFC\uFFFD●■▲◆✕✓]|\[\?\]|\[emoji\]/;
		const texts = rooms.flatMap(literalsIn).filter((text) => !notDrawn.test(text));
		expect(texts.length).toBeGreaterThan(500);
		const { bytes } = await drawReportPdf(reportOf([paragraph(everySignOf(texts))]), ownFonts, madeAt);
		expect(await whatIsUnseen(bytes)).toEqual(nothing);
	});

	test('so are those of every questionnaire', async () => {
		const texts = readdirSync(questionsFolder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\d\.json$/.test(name))
			.flatMap((name) => textsIn(JSON.parse(readFileSync(`${questionsFolder}/${name}`, 'utf8'))));
		const { bytes } = await drawReportPdf(reportOf([paragraph(everySignOf(texts))]), ownFonts, madeAt);
		expect(await whatIsUnseen(bytes)).toEqual(nothing);
	});

	test('and the whole report of the example, falls and all', async () => {
		const result = await loadResult(await openExample());
		if (result.kind !== 'shown') throw new Error('the example is not shown');
		const all = await loadReportedCommitments(result.partnership.id);
		const choice = { adviceIds: result.advice.map(adviceKey), ownWords: '' };
		const { bytes } = await makeReportPdf(
			{ result, commitments: all, choice, letterhead: noLetterhead, appVersion: '1' },
			'full',
			ownFonts,
			madeAt
		);
		expect(await whatIsUnseen(bytes)).toEqual(nothing);
		expect((await readPdf(bytes)).pageTexts.join(' ')).toMatch(/van \d,\d naar \d,\d sinds 20 maart 2025/);
	});
});

/** Every letter and sign that people type in these. */
const alphabets = {
	latin: [
		[0x21, 0x7e],
		[0xa1, 0x24f],
		[0x250, 0x2af],
		[0x1e00, 0x1eff]
	],
	greek: [
		[0x386, 0x3e1],
		[0x1f00, 0x1fff]
	],
	cyrillic: [[0x400, 0x52f]],
	arabic: [
		[0x61b, 0x64a],
		[0x660, 0x6d3],
		[0x750, 0x77f]
	],
	hebrew: [[0x5d0, 0x5ea]],
	symbols: [
		[0x2190, 0x22ff],
		[0x25a0, 0x26ff],
		[0x2701, 0x27bf],
		[0x20a0, 0x20bf]
	],
	emoji: [
		[0x1f600, 0x1f64f],
		[0x1f90d, 0x1f9ff],
		[0x1f680, 0x1f6c5]
	]
} satisfies Record<string, readonly (readonly [number, number])[]>;

const DRAWN = /^[\p{L}\p{N}\p{S}\p{P}]$/u;

/** A name of one to three words in one alphabet, or in that one and in Dutch. */
function names(alphabet: keyof typeof alphabets): fc.Arbitrary<string> {
	const letters = alphabets[alphabet]
		.flatMap(([first, last]) =>
			Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
		)
		.filter((letter) => DRAWN.test(letter) && letter === letter.normalize('NFC'));
	const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 10 });
	const dutch = fc.constantFrom('Gemeente', '(vzw)', '2026', '«De Wissel»', 'en', '-');
	return fc
		.array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: dutch }), { minLength: 1, maxLength: 3 })
		.map((words) => words.join(' '));
}

describe.each(Object.keys(alphabets) as (keyof typeof alphabets)[])('names in %s', (alphabet) => {
	test('have a shape for every sign', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(names(alphabet), { minLength: 40, maxLength: 60 }), async (all) => {
				const blocks = all.flatMap((name) => [heading(3, name), paragraph([{ text: name }, strong(` ${name}`)])]);
				const { bytes } = await drawReportPdf(reportOf(blocks), fonts, madeAt);
				expect(await whatIsUnseen(bytes)).toEqual(nothing);
			}),
			{ numRuns: runs(1), endOnFailure: true }
		);
	});

	test('stand everywhere in a report', async () => {
		const [partnership = '', first = '', second = ''] = fc.sample(names(alphabet), 3);
		const held = workshop({ thema: { een: 2, twee: 2, drie: 2 } })
			.group('gemeente', first)
			.group('vereniging', `${second}.`);
		for (const { id } of held.groups.slice())
			held.responses.push({
				id,
				groupId: id,
				kind: 'individual',
				answers: { 'een-1': 4, 'een-2': 3, 'twee-1': 1, 'twee-2': 2 }
			});
		const source = reportSource(held, { name: partnership, commitments: commitments(2), ownWords: first });
		const { bytes } = await makeReportPdf(source, 'full', fonts, madeAt);
		expect(await whatIsUnseen(bytes)).toEqual(nothing);
	});
});

describe('a sign that no font here has', () => {
	test('has a visible placeholder, and the foot of that page says so', async () => {
		const unit = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(fc.array(unit, { minLength: 30, maxLength: 40 }), async (texts) => {
				const { bytes } = await drawReportPdf(reportOf(texts.map((text) => paragraph(text))), fonts, madeAt);
				expect(await unseenSigns(bytes)).toEqual([]);
				for (const text of (await readPdf(bytes)).pageTexts)
					expect(/\[(\?|emoji)\]/.test(text.replace(/\[\?\] en \[emoji\] staan/, ''))).toBe(text.includes(NOTE));
			}),
			{ numRuns: runs(2), endOnFailure: true }
		);
	});

	test('is not the blank of Braille, which is blank by what it is', async () => {
		const { bytes } = await drawReportPdf(reportOf([paragraph('Huis\u2800tuin')]), fonts, madeAt);
		expect(await whatIsUnseen(bytes)).toEqual(nothing);
	});

	test('and it is kept for who listens or copies', async () => {
		const { bytes } = await drawReportPdf(reportOf([paragraph('Huis 中文 en ท')]), fonts, madeAt);
		const [text = ''] = (await readPdf(bytes)).pageTexts;
		expect(text).toContain('Huis [?][?] en [?]');
		expect(text).toContain(NOTE);
	});

	test('a font that can not be fetched leaves placeholders, and the foot says so', async () => {
		const { bytes } = await drawReportPdf(reportOf([paragraph('Ελλάδα 👍')]), ownFonts, madeAt);
		const [text = ''] = (await readPdf(bytes)).pageTexts;
		expect(text).toContain('[emoji]');
		expect(text).toContain(NOTE);
	});
});

function literalsIn(folder: string): string[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
	return files.flatMap((name) => {
		const found: string[] = [];
		const look = (node: ts.Node): void => {
			if (
				ts.isStringLiteralLike(node) ||
				ts.isTemplateHead(node) ||
				ts.isTemplateMiddle(node) ||
				ts.isTemplateTail(node)
			)
				found.push(node.text);
			ts.forEachChild(node, look);
		};
		look(ts.createSourceFile(name, readFileSync(`${folder}/${name}`, 'utf8'), ts.ScriptTarget.Latest));
		return found.filter((text) => text.trim() !== '');
	});
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
