// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import { overviewSvgText } from '$lib/charts/svg-file/overview-svg-text';
import { radarGeometry } from '$lib/charts/overview/radar-geometry';
import { wrapText } from '$lib/charts/marks/wrap-text';
import { parseXml } from '../../exchange/spreadsheet/xlsx-reader';

const radar = (change: Partial<OverviewData> = {}): OverviewData => ({
	kind: 'radar',
	title: 'Samenwerking',
	axes: ['Openheid', 'Eigenheid', 'Draagvlak', 'Regie'].map((name, index) => ({
		dimensionId: name.toLowerCase(),
		name: `${name} en meer`,
		label: [name, 'en meer'],
		shortLabel: name,
		themeIndex: index % 3
	})),
	series: [
		{ name: 'Gemeente', sideIndex: 0, values: [4, 3.5, 2, 5] },
		{ name: 'Verenigingen', sideIndex: 1, values: [2, null, 3, 1] }
	],
	...change
});
const textsOf = (xml: XMLDocument) => [...xml.querySelectorAll('text')].map((text) => text.textContent);

describe('the radar as a document of its own', () => {
	test('has the title, every label, the legend and the rings', () => {
		const texts = textsOf(parseXml(overviewSvgText(radar(), 'Kermis', '19 maart 2026')));

		for (const text of ['Kermis', '19 maart 2026', 'Openheid', 'en meer', 'Gemeente', 'Verenigingen', '5'])
			expect(texts).toContain(text);
	});

	test('draws the lines where the geometry of the screen has them', () => {
		const xml = parseXml(overviewSvgText(radar(), 'Titel', 'mei'));
		const drawn = [...xml.querySelectorAll('path')].map((path) => path.getAttribute('d'));

		for (const { path } of radarGeometry(radar(), 210).lines) expect(drawn).toContain(path);
	});

	test('says in words what it shows, and where answers are missing', () => {
		expect(parseXml(overviewSvgText(radar(), 'Titel', 'mei')).querySelector('desc')?.textContent).toContain(
			'Eigenheid en meer: Gemeente 3,5, Verenigingen geen score. Draagvlak en meer: Gemeente 2,0'
		);
	});

	test('explains a line that stops, only when one does', () => {
		const whole = radar({ series: [{ name: 'Gemeente', sideIndex: 0, values: [1, 2, 3, 4] }] });

		expect(overviewSvgText(radar(), 'Titel', 'mei')).toContain('Waar een lijn stopt');
		expect(overviewSvgText(whole, 'Titel', 'mei')).not.toContain('Waar een lijn stopt');
	});

	test('is 1920 wide and asks for nothing from elsewhere', () => {
		const text = overviewSvgText(radar(), 'Titel', 'mei');

		expect(parseXml(text).documentElement.getAttribute('width')).toBe('1920');
		expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\(|@import|<script|<style/);
	});

	test.each([
		'</text><script>alert(1)</script>',
		'"><image href="https://x"/>',
		'&lt;b&gt; & \u0000\u0008 \ud83d',
		"'"
	])('takes %j for text', (hostile) => {
		const series = [{ name: hostile, sideIndex: 0, values: [1, 2, 3, 4] }];
		const axes = radar().axes.map((axis) => ({ ...axis, name: hostile, label: [hostile] }));
		const xml = parseXml(overviewSvgText(radar({ axes, series }), hostile, hostile));

		expect(xml.querySelector('script, image, b')).toBeNull();
		const kept = hostile.replace(/[\p{Cc}\p{Cs}]/gu, '');
		expect(xml.querySelector('title')?.textContent).toBe(`${kept} · ${kept}`);
	});

	test('gives long names a line more, and four sides their own line', () => {
		const series = [0, 1, 2, 3].map((sideIndex) => ({
			name: `${sideIndex} ${'naam '.repeat(23)}`,
			sideIndex,
			values: []
		}));
		const xml = parseXml(overviewSvgText(radar({ series }), 'Titel '.repeat(33), 'mei'));
		const height = Number(xml.documentElement.getAttribute('viewBox')?.split(' ')[3]);

		for (const text of xml.querySelectorAll('svg > text')) expect(Number(text.getAttribute('y'))).toBeLessThan(height);
		expect(new Set([...xml.querySelectorAll('svg > text')].map((text) => text.getAttribute('y'))).size).toBe(
			xml.querySelectorAll('svg > text').length
		);
	});
});

describe('bars as a document of their own', () => {
	const bars = (change: Partial<OverviewData> = {}) => {
		const { axes, series } = radar();
		return {
			...radar(),
			kind: 'bars' as const,
			axes: axes.slice(0, 2),
			series: series.map((line) => ({ ...line, values: line.values.slice(0, 2) })),
			...change
		};
	};

	test('have the whole names, a figure with a comma for each bar, and words where there is no score', () => {
		const texts = textsOf(parseXml(overviewSvgText(bars(), 'Kermis', 'mei')));

		for (const text of ['Openheid en meer', '4,0', '3,5', '2,0', 'geen score', 'Gemeente'])
			expect(texts).toContain(text);
	});

	test('say in words what they show', () => {
		expect(parseXml(overviewSvgText(bars(), 'Titel', 'mei')).querySelector('desc')?.textContent).toBe(
			'Staven met scores van 1 tot 5. Openheid en meer: Gemeente 4,0, Verenigingen 2,0. Eigenheid en meer: Gemeente 3,5, Verenigingen geen score.'
		);
	});

	test('keep all text on the sheet with four sides and long names', () => {
		const series = [0, 1, 2, 3].map((sideIndex) => ({ name: 'naam '.repeat(23), sideIndex, values: [5, null] }));
		const axes = bars().axes.map((axis) => ({ ...axis, name: 'onderdeel '.repeat(8) }));
		const xml = parseXml(overviewSvgText(bars({ axes, series }), 'Titel', 'mei'));
		const [, , width = 0, height = 0] = (xml.documentElement.getAttribute('viewBox') ?? '').split(' ').map(Number);

		for (const text of xml.querySelectorAll('text')) {
			expect(Number(text.getAttribute('x'))).toBeLessThan(width - 40);
			expect(Number(text.getAttribute('y'))).toBeLessThan(height);
		}
	});
});

test.each([
	['een twee drie', 8, 3, ['een twee', 'drie']],
	['abcdefghij', 4, 3, ['abcd', 'efgh', 'ij']],
	['een twee drie vier', 4, 2, ['een', 'twee…']],
	['', 4, 2, []]
])('%j in lines of %i', (text, longest, most, lines) => {
	expect(wrapText(text, longest, most)).toEqual(lines);
});
