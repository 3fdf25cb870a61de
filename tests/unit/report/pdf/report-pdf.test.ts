import { describe, expect, it } from 'vitest';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import type { Answer } from '$lib/domain/measurement/measurement';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import type { ReportLength } from '$lib/report/model/report-model';
import { makeReportPdf } from '$lib/report/pdf/report-pdf';
import type { ReportSource } from '$lib/report/model/report-source';
import { ofRole, readPdf, type ReadPdf } from '../../../pdf-reader';
import { Workshop } from '../../../builders/workshop';
import { fonts } from './report-fonts';
import { commitments, reportSource } from '../../../builders/report-source';

const questionnaire = await loadQuestionnaire({ id: 'samenwerking', version: '1.0.0' });
const items = itemsOf(questionnaire);

/** People of the municipality answer 4 throughout, of the others 2 and 3 in turn. */
function heldWith(groupNames: readonly string[], people: number): Workshop {
	const held = new Workshop(questionnaire);
	groupNames.forEach((name, index) => {
		held.groups.push({ id: `g${index}`, role: index === 0 ? 'gemeente' : 'vereniging', name });
		for (let person = 0; person < people; person += 1) {
			const answers = items.map(({ id }): [string, Answer] => [id, index === 0 ? 4 : person % 2 === 0 ? 2 : 3]);
			held.responses.push({
				id: `r${index}-${person}`,
				groupId: `g${index}`,
				kind: 'individual',
				answers: Object.fromEntries(answers)
			});
		}
	});
	return held;
}

const alts = ({ elements }: ReadPdf) => ofRole(elements, 'Figure').map(({ alt }) => alt);

async function made(source: ReportSource, length: ReportLength): Promise<ReadPdf> {
	const { bytes, pages } = await makeReportPdf(source, length, fonts, new Date('2026-03-20T10:00:00Z'));
	const pdf = await readPdf(bytes);
	expect(pdf.pages).toBe(pages);
	return pdf;
}

const two = ['Gemeente', 'Verenigingen'];
const four = ['Gemeente', 'Jeugdbewegingen en speelpleinen van de hele fusiegemeente', 'Sportclubs', 'Łódź & Zoë'];
const cases = [two, four].flatMap((names) => [0, 40].map((count) => ({ names, groups: names.length, count })));

describe.each(cases)('with $groups groups and $count commitments', ({ names, count }) => {
	const source = reportSource(heldWith(names, 12), { commitments: commitments(count), ownWords: 'Dank aan iedereen.' });

	it('a summary is two pages and page one stands alone', async () => {
		const pdf = await made(source, 'summary');
		expect(pdf.pages).toBe(2);
		expect(pdf.pageTexts[0]).toContain('Voorstel om te bespreken');
		expect(alts(pdf).at(-1)).toContain('Radar van 1 tot 5');
		expect(pdf.pageTexts[0]).not.toContain('Alle scores');
		expect(pdf.pageTexts[0]).toContain('Afgesproken');
		expect(pdf.pageTexts[1]).toContain('Alle scores');
	}, 30_000);

	it('a full report has everything, all of it tagged', async () => {
		const pdf = await made(source, 'full');
		expect(pdf.pageTexts[0]).toContain('Afgesproken');
		expect(pdf.pageTexts[1]).toContain('Alle scores');
		expect(pdf.untagged).toBe(0);
		expect(pdf.rasterImages).toBe(0);
		expect(ofRole(pdf.elements, 'Figure').every(({ alt }) => alt !== '')).toBe(true);
		const rows = ofRole(pdf.elements, 'TR').map(({ children }) => children.map(({ text }) => text.trim()));
		expect(rows.filter(([first]) => first?.startsWith('Afspraak nummer'))).toHaveLength(count);
		// 4 beside the mean of 2 and 3.
		expect(rows).toContainEqual(expect.arrayContaining(['Over de muur kijken', '4,0 12 mensen, van 4,0 tot 4,0']));
		// Every row has one header cell, and the header row has only those.
		const heads = ofRole(pdf.elements, 'Table').flatMap(({ children }) => children.filter(({ role }) => role === 'TR'));
		expect(heads.every(({ children }) => children[0]?.role === 'TH')).toBe(true);
	}, 30_000);
});

it('a note of 5,000 characters is there to its last word, and odd characters harm nothing', async () => {
	const note = `${'Dit is niet niks, zegt Zoë. '.repeat(177)}<script>alert(1)</script> 👩‍👩‍👧 中文 ÉÉN SLOTWOORD`;
	const itemId = items[0]?.id ?? '';
	const source = reportSource(heldWith(two, 3), { name: 'x'.repeat(120), notes: [{ itemId, text: note }] });
	const pdf = await made(source, 'full');
	const text = pdf.pageTexts.join(' ').replace(/\s+/g, ' ');
	expect(text).toContain('<script>alert(1)</script> 👩‍👩‍👧 [?][?] ÉÉN SLOTWOORD');
	expect(text.split('Dit is niet niks').length - 1).toBe(177);
	expect(pdf.untagged).toBe(0);
}, 30_000);

it('a measurement without any answers still gives a report', async () => {
	const pdf = await made(reportSource(heldWith(two, 0)), 'summary');
	expect(pdf.pages).toBe(2);
	expect(pdf.pageTexts[0]).toContain('te weinig antwoorden');
});
