// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { RadarData } from '$lib/charts/radar-data';
import { radarGeometry } from '$lib/charts/radar-geometry';
import { radarSvgText } from '$lib/charts/radar-svg-text';
import { wrapText } from '$lib/charts/xml-text';
import { parseXml } from '../exchange/xlsx-reader';

const radar = (change: Partial<RadarData> = {}): RadarData => ({
	title: 'Samenwerking',
	axes: ['Openheid', 'Eigenheid', 'Draagvlak', 'Regie'].map((name, index) => ({
		dimensionId: name.toLowerCase(),
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
		const texts = textsOf(parseXml(radarSvgText(radar(), 'Kermis', '19 maart 2026')));

		for (const text of ['Kermis', '19 maart 2026', 'Openheid', 'en meer', 'Gemeente', 'Verenigingen', '5'])
			expect(texts).toContain(text);
	});

	test('draws the lines where the geometry of the screen has them', () => {
		const xml = parseXml(radarSvgText(radar(), 'Titel', 'mei'));
		const drawn = [...xml.querySelectorAll('path')].map((path) => path.getAttribute('d'));

		for (const { path } of radarGeometry(radar(), 210).series) expect(drawn).toContain(path);
	});

	test('says in words what it shows, and where answers are missing', () => {
		expect(parseXml(radarSvgText(radar(), 'Titel', 'mei')).querySelector('desc')?.textContent).toContain(
			'Verenigingen: Openheid en meer 2; Eigenheid en meer te weinig antwoorden; Draagvlak en meer 3'
		);
	});

	test('explains a line that stops, only when one does', () => {
		const whole = radar({ series: [{ name: 'Gemeente', sideIndex: 0, values: [1, 2, 3, 4] }] });

		expect(radarSvgText(radar(), 'Titel', 'mei')).toContain('Waar een lijn stopt');
		expect(radarSvgText(whole, 'Titel', 'mei')).not.toContain('Waar een lijn stopt');
	});

	test('is 1920 wide and asks for nothing from elsewhere', () => {
		const text = radarSvgText(radar(), 'Titel', 'mei');

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
		const axes = radar().axes.map((axis) => ({ ...axis, label: [hostile] }));
		const xml = parseXml(radarSvgText(radar({ axes, series }), hostile, hostile));

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
		const xml = parseXml(radarSvgText(radar({ series }), 'Titel '.repeat(33), 'mei'));
		const height = Number(xml.documentElement.getAttribute('viewBox')?.split(' ')[3]);

		for (const text of xml.querySelectorAll('svg > text')) expect(Number(text.getAttribute('y'))).toBeLessThan(height);
		expect(new Set([...xml.querySelectorAll('svg > text')].map((text) => text.getAttribute('y'))).size).toBe(
			xml.querySelectorAll('svg > text').length
		);
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
