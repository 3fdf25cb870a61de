import { describe, expect, it } from 'vitest';
import { shiftTafelOf, shiftTafelWords, type ShiftTafel } from '$lib/charts/tafel-shift/shift-data';
import { lastShifts } from '$lib/domain/year-words/shift-rows';
import type { OverTimeData, TimelinePlot } from '$lib/charts/over-time/over-time-data';
import { axesOf, measurementOverviews } from '$lib/charts/overview/overview-data';
import type { SidePlace } from '$lib/design/tokens';
import { drawReportPdf, makeReportPdf } from '$lib/report/pdf/report-pdf';
import { heading, paragraph, type Block, type ReportLength } from '$lib/report/model/report-model';
import { ofRole, readPdf, type Element, type ReadPdf } from '../../../pdf-reader';
import { compared, workshop, type Plan, type Sheet } from '../../../builders/workshop';
import { fonts } from './report-fonts';
import { reportSource } from '../../../builders/report-source';

const madeAt = new Date('2026-03-20T10:00:00Z');
const two = ['Gemeente', 'Verenigingen'];
const four = ['Gemeente', 'Jeugdbewegingen en speelpleinen van de hele fusiegemeente', 'Sportclubs', 'Łódź & Zoë'];
const alts = (elements: readonly Element[]) => ofRole(elements, 'Figure').map(({ alt }) => alt);

/** Everyone of the municipality gives 4, everyone else 2. */
async function reportOf(plan: Plan, names: readonly string[], length: ReportLength): Promise<ReadPdf> {
	const held = workshop(plan);
	const all = (mark: 2 | 4): Sheet =>
		Object.fromEntries(
			Object.values(plan).flatMap((theme) =>
				Object.entries(theme).map(([id, count]) => [id, Array.from({ length: count }, () => mark)])
			)
		);
	names.forEach((name, index) => {
		held.group(index === 0 ? 'gemeente' : 'vereniging', name);
		held.answers(name, ...Array.from({ length: 5 }, () => all(index === 0 ? 4 : 2)));
	});
	const { bytes } = await makeReportPdf(reportSource(held), length, fonts, madeAt);
	return readPdf(bytes);
}

const themes = Array.from({ length: 12 }, (_, theme) => `t${theme + 1}`);
const large: Plan = Object.fromEntries(
	themes.map((theme) => [theme, Object.fromEntries(['a', 'b', 'c', 'd'].map((letter) => [`${theme}${letter}`, 5]))])
);

describe.each([two, four].map((names) => ({ names, sides: names.length })))('with $sides sides', ({ names }) => {
	it('one statement gives a report with its row on page one, and bars on the second page of a summary', async () => {
		for (const length of ['full', 'summary'] as const) {
			const pdf = await reportOf({ thema: { openheid: 1 } }, names, length);
			expect(pdf.pageTexts[0]).toContain('Onderdeel openheid');
			expect(pdf.pageTexts[0]).toMatch(/4,0.*2,0/s);
			expect(pdf.pageTexts[0]).toContain('Afgesproken');
			expect(pdf.pageTexts[1]).toContain('Alle scores');
			expect(alts(pdf.elements)[0]).toContain('Onderdeel openheid: Gemeente gemiddeld 4,0');
			if (length === 'summary')
				expect(alts(pdf.elements)[1]).toContain('Staven van 1 tot 5 met een staaf voor Gemeente');
			expect(pdf.untagged).toBe(0);
		}
	}, 30_000);

	it('twelve themes of four dimensions give a page one that stands alone, then a picture for each', async () => {
		const pdf = await reportOf(large, names, 'full');
		expect(pdf.pageTexts[0]).toContain('Afgesproken');
		expect(pdf.pageTexts[1]).toContain('Het beeld per thema');
		const pictures = alts(pdf.elements).filter((alt) => alt.startsWith('Eén lijn per onderdeel'));
		expect(pictures).toHaveLength(themes.length);
		themes.forEach((theme, index) => expect(pictures[index]).toContain(`Onderdeel ${theme}a: Gemeente gemiddeld 4,0`));
		expect(pdf.untagged).toBe(0);
		expect(pdf.rasterImages).toBe(0);
	}, 60_000);
});

/** Five measurements of these sides; the second side has no score at the third. */
function overTime(names: readonly string[]): OverTimeData {
	const places: SidePlace[] = [...names.keys(), 'together'];
	return {
		dates: ['2022', '2023', '2024', '2025', '2026'],
		at: [0, 0.25, 0.5, 0.75, 1],
		series: places.map((sideIndex, row) => ({
			name: names[row] ?? 'Samenwerkingsscore',
			sideIndex,
			points: [1, 2, 3, 4, 5].map((value) => (row === 1 && value === 3 ? null : { value, joint: value === 4 }))
		}))
	};
}

async function drawn(blocks: readonly Block[]): Promise<ReadPdf> {
	const { bytes, pages } = await drawReportPdf(
		{ title: 'Vergelijking', header: { name: 'Overleg aan de beek', date: '2026' }, footer: 'Voet', blocks },
		fonts,
		madeAt
	);
	const pdf = await readPdf(bytes);
	expect(pdf.pages).toBe(pages);
	expect(pdf.untagged).toBe(0);
	expect(pdf.rasterImages).toBe(0);
	return pdf;
}

describe('pictures over time', () => {
	const plots = Array.from({ length: 48 }, (_, index): TimelinePlot => ({
		dimensionId: `d${index}`,
		title: `Onderdeel ${index + 1} van een lange vragenlijst met een lange naam`,
		themeIndex: Math.floor(index / 4),
		data: overTime(four)
	}));

	it('small plots lie in rows that are never split, each with its own words, under one legend', async () => {
		const pdf = await drawn([
			heading(2, 'Door de tijd'),
			{ kind: 'figure', chart: { kind: 'timelines', data: plots }, description: '' },
			paragraph('Daarna.')
		]);
		const found = alts(pdf.elements);
		expect(found).toHaveLength(48);
		expect(found[0]).toContain('Onderdeel 1 van een lange vragenlijst met een lange naam. Gemeente: 1,0 (2022)');
		expect(found[0]).toContain('geen score (2024), 4,0 (2025, gezamenlijk antwoord)');
		expect(ofRole(pdf.elements, 'P').map(({ text }) => text)[0]).toMatch(/^Gemeente.*Łódź & Zoë.*Samenwerkingsscore$/);
		expect(pdf.pageTexts[0]).toMatch(/Door de tijd.*Onderdeel 1 van/s);
		// Every page has whole rows: as many labels of 2022 as names.
		for (const text of pdf.pageTexts) expect(text.split('2022')).toHaveLength(text.split('Onderdeel ').length);
		expect(pdf.pageTexts.at(-1)).toContain('Daarna.');
	}, 30_000);

	/** From 2 to 4 for everyone, in each of these dimensions. */
	function shiftIn(dimensions: number, names: readonly string[]): ShiftTafel {
		const ids = Array.from({ length: dimensions }, (_, index) => `onderdeel ${index + 1} van een lange vragenlijst`);
		const year = (mark: 2 | 4) => {
			const held = workshop({ thema: Object.fromEntries(ids.map((id) => [id, 1])) });
			const sheet = Object.fromEntries(ids.map((id) => [id, [mark]]));
			for (const name of names) held.group('vereniging', name).answersTogether(name, sheet);
			return held;
		};
		const comparison = compared(year(2).occasion('2025-03-20'), year(4).occasion('2026-03-19'));
		return shiftTafelOf(comparison, lastShifts(comparison), 0, 1);
	}

	it('a comparison has each name, its figures and its words', async () => {
		const data = shiftIn(2, two);
		const pdf = await drawn([{ kind: 'figure', chart: { kind: 'shift', data }, description: shiftTafelWords(data) }]);
		expect(alts(pdf.elements)).toEqual([
			expect.stringMatching(/^Van 2025 naar 2026, één lijn per onderdeel.*Gemeente van 2,0 naar 4,0, samen geantwoord/)
		]);
		expect(pdf.pageTexts[0]).toContain('2,0 naar 4,0');
		expect(pdf.pageTexts[0]).toMatch(/open: 2025.*vol: 2026.*ring: samen geantwoord/s);
	});

	it('a comparison that is higher than a page goes on on the next, with its legend and only its own rows in words', async () => {
		const data = shiftIn(20, four);
		const pdf = await drawn([
			heading(2, 'Sinds de vorige meting'),
			{ kind: 'figure', chart: { kind: 'shift', data }, description: shiftTafelWords(data) }
		]);
		expect(pdf.pages).toBe(3);
		const found = alts(pdf.elements);
		expect(found.map((alt) => alt?.split('Onderdeel onderdeel').length)).toEqual([8, 8, 7]);
		for (const text of pdf.pageTexts) expect(text).toContain('open: 2025');
	});

	it('a radar of five measurements names each in its legend, and so do bars', async () => {
		const axes = axesOf(workshop({ a: { openheid: 1, eigenheid: 1, draagvlak: 1 } }).questionnaire);
		const lines = [0, 1, 2, 3, 4].map((age) => ({
			label: `Meting van ${2026 - age}`,
			age,
			values: [5 - age, null, 3]
		}));
		const pictures = [axes, axes.slice(0, 2)].flatMap((shown) => measurementOverviews('Gemeente', shown, 0, lines));
		const pdf = await drawn(
			pictures.map((data) => ({
				kind: 'figure',
				chart: { kind: data.kind, data },
				description: `${data.kind} van Gemeente`
			}))
		);
		expect(alts(pdf.elements)).toEqual(['radar van Gemeente', 'bars van Gemeente']);
		for (const year of [2022, 2023, 2024, 2025, 2026])
			expect(pdf.pageTexts.join(' ').split(`Meting van ${year}`)).toHaveLength(3);
	});
});
