// @vitest-environment jsdom
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MAX_WORKBOOK_BYTES, openWorkbook } from '$lib/exchange/questionnaire-sheet/open-workbook';
import { questionnaireTemplate, STATEMENTS_SHEET } from '$lib/exchange/questionnaire-sheet/questionnaire-template';
import { writeWorkbook } from '$lib/exchange/spreadsheet/workbook';
import { goodOf, reasonOf } from '../../../builders/outcomes';

const template = new Uint8Array(await (await writeWorkbook(questionnaireTemplate())).arrayBuffer());
const parts = unzipSync(template);
const FIRST = 'xl/worksheets/sheet1.xml';
const sheet = new TextDecoder().decode(parts[FIRST]);

const open = (bytes: Uint8Array) => openWorkbook(new Blob([bytes as Uint8Array<ArrayBuffer>]), STATEMENTS_SHEET);
const zipped = (more: Zippable) => zipSync({ ...parts, ...more });
const withSheet = (xml: string) => open(zipped({ [FIRST]: strToU8(xml) }));

test('the template that people download is read as it was written', async () => {
	const { rows } = goodOf(await open(template));

	expect(rows[0]).toEqual(questionnaireTemplate()[0]?.columns.map(({ name }) => name));
	expect(rows[1]?.slice(0, 3)).toEqual([
		'Samen een feest maken',
		'Vooraf afspreken',
		'Iedereen weet een maand voor het feest wie wat doet.'
	]);
	expect(rows).toHaveLength(4);
});

describe('refused, and nothing else is read', () => {
	test('no workbook: text, an empty file, a zip of something else, half of one', async () => {
		const NO_WORKBOOK = /^Dit is geen werkmap die we kunnen lezen/;
		expect(reasonOf(await open(strToU8('Thema;Onderdeel')))).toMatch(NO_WORKBOOK);
		expect(reasonOf(await open(new Uint8Array()))).toMatch(NO_WORKBOOK);
		expect(reasonOf(await open(zipSync({ 'brief.txt': strToU8('Dag') })))).toMatch(NO_WORKBOOK);
		expect((await open(template.slice(0, template.length / 2))).kind).toBe('refused');
	});

	test('too large before it is unpacked, and too large after', async () => {
		expect(reasonOf(await open(new Uint8Array(MAX_WORKBOOK_BYTES + 1)))).toMatch(/^Dit bestand is te groot/);
		const bomb = zipped({ 'xl/media/bom.bin': new Uint8Array(60_000_000) });
		expect(bomb.length).toBeLessThan(MAX_WORKBOOK_BYTES);
		expect(reasonOf(await open(bomb))).toMatch(/^In deze werkmap zit veel te veel/);
	});

	test('a hundred thousand rows, and a thousand parts', async () => {
		const row = '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>';
		const many = sheet.replace('</sheetData>', `${row.repeat(100_000)}</sheetData>`);
		expect(reasonOf(await withSheet(many))).toMatch(/^In deze werkmap zit veel te veel/);
		const pages = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`xl/x${at}.xml`, new Uint8Array()]));
		expect(reasonOf(await open(zipped(pages)))).toMatch(/^In deze werkmap zit veel te veel/);
	});

	test('macros, and another workbook behind it', async () => {
		expect(reasonOf(await open(zipped({ 'xl/vbaProject.bin': strToU8('x') })))).toMatch(/zitten macro/);
		expect(reasonOf(await open(zipped({ 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') })))).toMatch(
			/haalt gegevens uit een andere/
		);
	});

	test('formulas and merged cells, each named, at once', async () => {
		const cell = '<row r="9"><c r="C9"><f>HYPERLINK("https://elders.example")</f><v>1</v></c></row></sheetData>';
		const merged = '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>';
		const reason = reasonOf(await withSheet(sheet.replace('</sheetData>', cell + merged)));

		expect(reason).toBe(
			'Vervang de formules door gewone tekst, in C9. Splits de samengevoegde cellen A2:A4, en vul elke rij in.'
		);
	});

	test('another sheet', async () => {
		const workbook = new TextDecoder().decode(parts['xl/workbook.xml']).replace(`"${STATEMENTS_SHEET}"`, '"Blad1"');
		expect(reasonOf(await open(zipped({ 'xl/workbook.xml': strToU8(workbook) })))).toMatch(
			/^In deze werkmap is er geen blad met de naam «Stellingen»/
		);
	});
});
