import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HALL_LINE, hallRadar, type HallLabel } from '$lib/charts/overview/hall-radar';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import { runs } from '../../../property-runs';

const WORDS = ['over', 'diensten', 'gedeelde', 'zeggenschap', 'intergemeentelijke', 'samen'];

const dataArbitrary: fc.Arbitrary<OverviewData> = fc
	.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }), { minLength: 3, maxLength: 20 })
	.map((names) => ({
		kind: 'radar',
		title: '',
		axes: names.map((words, index) => ({
			...{ dimensionId: String(index), name: words.join(' ').slice(0, 80), label: [], themeIndex: 0 },
			shortLabel: (words[0] ?? '').slice(0, 16)
		})),
		series: [{ name: 'Gemeente', sideIndex: 0, values: names.map(() => 3) }]
	}));

const topOf = ({ baseline }: HallLabel) => baseline - HALL_LINE * 0.8;
const bottomOf = (label: HallLabel) => topOf(label) + label.lines.length * HALL_LINE;

test('around a radar for a room every axis has its name, whole on the screen and apart from the next', () => {
	fc.assert(
		fc.property(dataArbitrary, (data) => {
			const { labels } = hallRadar(data, 1184, 440);
			expect(labels).toHaveLength(data.axes.length);
			for (const anchor of ['start', 'end']) {
				const column = labels.filter((label) => label.anchor === anchor).sort((a, b) => topOf(a) - topOf(b));
				for (const [index, label] of column.entries()) {
					expect(topOf(label)).toBeGreaterThanOrEqual(-220.01);
					expect(bottomOf(label)).toBeLessThanOrEqual(220.01);
					const next = column[index + 1];
					if (next) expect(topOf(next)).toBeGreaterThanOrEqual(bottomOf(label));
				}
			}
		}),
		{ numRuns: runs(10) }
	);
});

test('names that have no room in full are short ones', () => {
	const long = (index: number) => `Onderdeel nummer ${index} ${'heel lang uitgeschreven '.repeat(2)}`.trim();
	const data = (count: number): OverviewData => ({
		...{ kind: 'radar', title: '', series: [] },
		axes: Array.from({ length: count }, (_, index) => ({
			...{ dimensionId: String(index), name: long(index), label: [], shortLabel: `Kort ${index}`, themeIndex: 0 }
		}))
	});

	const words = (count: number) => hallRadar(data(count), 1184, 440).labels.map(({ lines }) => lines.join(' '));

	expect(words(3)).toContain(long(0));
	expect(words(20)).toContain('Kort 0');
});
