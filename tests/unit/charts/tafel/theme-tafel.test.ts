import { expect, test } from 'vitest';
import { sheetGeometry } from '$lib/charts/tafel/sheet-geometry';
import { rowWords } from '$lib/charts/tafel/tafel-words';
import { themeTafelOf } from '$lib/charts/tafel/theme-tafel';
import { PAPER_SIZES } from '$lib/charts/tafel-marks/tafel-sizes';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';
import { workshop } from '../../../builders/workshop';

/** Houding: Gemeente 4 and 3, Verenigingen 2 and 3. Regie: only Gemeente answered. */
const held = workshop({ houding: { openheid: 1, eigenheid: 1 }, regie: { draagvlak: 1 } })
	.group('gemeente', 'Gemeente')
	.group('vereniging', 'Verenigingen')
	.answers('Gemeente', { openheid: [4], eigenheid: [3], draagvlak: [5] })
	.answers('Verenigingen', { openheid: [2], eigenheid: [3] });

test('each theme has a line with the mean of each side, and says why one is missing', () => {
	const { questionnaire, groups } = held;
	const { rows } = themeTafelOf({ questionnaire, groups, figures: held.figures() });

	expect(rows.map((row) => [row.name, row.themeIndex, row.sides.map(({ mean }) => mean)])).toEqual([
		['Thema houding', 0, [3.5, 2.5]],
		['Thema regie', 1, [5, null]]
	]);
	expect(rows.map((row) => rowWords(row))).toEqual([
		'Gemeente 3,5; Verenigingen 2,5',
		'Gemeente 5,0; Verenigingen niet elk onderdeel heeft een score'
	]);
});

test('on paper no column is named that has no figures', () => {
	const { questionnaire, groups } = held;
	const tafel = themeTafelOf({ questionnaire, groups, figures: held.figures() });
	const { marks } = sheetGeometry(tafel, { width: 516, sizes: PAPER_SIZES, widthOf: aboutWidth });
	expect(marks.flatMap((mark) => (mark.kind === 'text' && mark.part === 'axis' ? [mark.text] : []))).not.toContain(
		'verschil'
	);
});
