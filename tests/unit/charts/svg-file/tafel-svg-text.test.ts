// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { tafelSvgText } from '$lib/charts/svg-file/tafel-svg-text';
import { sideStyle } from '$lib/design/tokens';
import { tafelFor } from '../../../builders/tafel';
import { workshop } from '../../../builders/workshop';
import { parseXml } from '../../exchange/spreadsheet/xlsx-reader';

test('the tafel is a document of its own: title, rows, legend, and every mark in the colour of its side', () => {
	const held = workshop()
		.group('gemeente', 'Gemeente <b>')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente <b>', { openheid: [4, 4, 4] })
		.answers('Verenigingen', { openheid: [2, 2, 2] });
	const agreed = [{ measurementId: 'm', dimensionId: 'openheid', score: 3 as const, note: '' }];
	const xml = parseXml(tafelSvgText(tafelFor(held, { agreed }), 'Kermis', '19 maart 2026'));
	const texts = [...xml.querySelectorAll('text')].map((text) => text.textContent);
	const fills = [...xml.querySelectorAll('path')].map((path) => path.getAttribute('fill'));

	for (const text of ['Kermis', 'Gemeente <b>', 'Onderdeel openheid', '2,0', 'afgesproken 3', 'klein: één mens', '5'])
		expect(texts).toContain(text);
	for (const side of [0, 1]) {
		expect(fills).toContain(sideStyle(side).colour);
		expect(fills).toContain(sideStyle(side).person);
	}
	expect(xml.querySelector('desc')?.textContent).toContain('Gemeente <b> gemiddeld 4,0');
});
