import { expect, test } from 'vitest';
import { shiftTafelWords } from '$lib/charts/tafel-shift/shift-data';
import { shiftRowGeometry } from '$lib/charts/tafel-shift/shift-geometry';
import { shiftLegendOf } from '$lib/charts/tafel-shift/shift-legend';
import { themeShiftTafelOf } from '$lib/charts/tafel-shift/theme-shift-tafel';
import { compared, workshop, type Mark, type Plan } from '../../../builders/workshop';

const PLAN = { houding: { openheid: 1, eigenheid: 1 }, regie: { draagvlak: 1 } };

/** Each list a person: the marks for openheid, eigenheid and draagvlak. */
function year(above: readonly (readonly Mark[])[], below: readonly (readonly Mark[])[], plan: Plan = PLAN) {
	const ids = Object.values(plan).flatMap((own) => Object.keys(own));
	const sheets = (marks: readonly (readonly Mark[])[]) =>
		marks.map((own) => Object.fromEntries(ids.map((id, place) => [id, [own[place] ?? null]])));
	return workshop(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', ...sheets(above))
		.answers('Verenigingen', ...sheets(below));
}
const tafelOf = (before: ReturnType<typeof year>, after: ReturnType<typeof year>) =>
	themeShiftTafelOf(compared(before.occasion('2026-03-01'), after.occasion('2027-03-01')), 0, 1);

test('each theme has a line from then to now, read out without a verdict and with «samen»', () => {
	// Houding: Gemeente (4 + 3) / 2 and (5 + 4) / 2, Verenigingen (2 + 3) / 2 and (3 + 3) / 2; regie the same twice,
	// but for the associations, of whom nobody answered it in the end.
	const tafel = tafelOf(year([[4, 3, 3]], [[2, 3, 4]]), year([[5, 4, 3]], [[3, 3, null]]));

	expect(tafel && shiftTafelWords(tafel)).toBe(
		'Van 2026 naar 2027, één lijn per thema, van 1 (1) tot 5 (5). ' +
			'Thema houding: Gemeente van 3,5 naar 4,5; Verenigingen van 2,5 naar 3,0; samen van 3,0 naar 3,8. ' +
			'Thema regie: Gemeente twee keer 3,0; Verenigingen eerst 4,0; samen eerst 3,5.'
	);
});

test('the legend explains an arrow as one without a verdict', () => {
	const tafel = tafelOf(year([[1, 1, 3]], [[2, 3, 4]]), year([[5, 5, 3]], [[2, 3, 4]]));
	if (!tafel) throw new Error('there is no picture');
	const marks = tafel.rows.flatMap((row) => shiftRowGeometry(row, 400).marks);
	expect(marks.filter(({ part }) => part === 'change')).toEqual([]);
	expect(shiftLegendOf(tafel, marks).map((item) => ('text' in item ? item.text : item.name))).toEqual([
		'Gemeente',
		'Verenigingen',
		'open: 2026',
		'vol: 2027',
		'veranderd, zonder oordeel'
	]);
});

test('a group that is kept back stays hidden, and is an outline', () => {
	const few = [
		[4, 4, 4],
		[3, 3, 3]
	] satisfies Mark[][];
	const many = Array.from({ length: 12 }, (): Mark[] => [2, 2, 2]);
	const held = () => year(few, many).anonymous(5);
	const [row] = tafelOf(held(), held())?.rows ?? [];
	expect(row?.sides.map(({ before, after, hidden, text }) => [before, after, hidden, text])).toEqual([
		[null, null, true, 'verborgen'],
		[2, 2, false, '2,0']
	]);
	expect(row && shiftRowGeometry(row, 400).marks.map(({ part }) => part)).toContain('hidden-side');
});

test('what was answered together has a ring, also of a theme', () => {
	const together = () => {
		const held = year([], [[3, 3, 3]]);
		return held.answersTogether('Gemeente', { openheid: [4], eigenheid: [4], draagvlak: [4] });
	};
	const [row] = tafelOf(together(), together())?.rows ?? [];
	expect(row?.sides.map(({ joint }) => joint)).toEqual([
		{ before: true, after: true },
		{ before: false, after: false }
	]);
});

test('there is no picture of one theme, nor of themes without a score', () => {
	const one = { houding: { openheid: 1, eigenheid: 1 } };
	expect(tafelOf(year([[4, 3]], [[2, 3]], one), year([[4, 3]], [[2, 3]], one))).toBeNull();
	expect(tafelOf(year([[null, 3, null]], [[3, null, null]]), year([], []))).toBeNull();
});
