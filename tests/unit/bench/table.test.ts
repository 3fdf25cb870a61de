import { describe, expect, it } from 'vitest';
import { inTurn, type Row } from '../../bench/setting/scenario';
import { judge, tableOf } from '../../bench/table';

const rows: Row[] = [
	{ measure: 'ready', contender: 'floor', unit: 'ms', samples: [100, 200, 100] },
	{
		measure: 'ready',
		contender: 'app',
		unit: 'ms',
		samples: [150, 320, 190],
		targets: [{ beside: 'floor', atMost: 1.6 }, { atMost: 180 }]
	}
];

describe('the table of the benchmark', () => {
	it('takes ratios within a round, and the median of those', () => {
		const [, app] = judge(rows);
		// 1.5, 1.6 and 1.9; not 190 / 100.
		expect(app?.beside['floor']?.ratio).toBeCloseTo(1.6, 10);
		expect(app?.beside['floor']?.spread[0]).toBeCloseTo(1.52, 10);
		expect(app?.beside['floor']?.spread[1]).toBeCloseTo(1.84, 10);
		expect(app?.median).toBe(190);
	});

	it('says which target is met and which is not', () => {
		const [, app] = judge(rows);
		expect(app?.verdicts.map(({ met }) => met)).toEqual([true, false]);
		expect(tableOf(judge(rows))).toContain('≤ 1.6 × floor: met, ≤ 180: NOT MET');
	});

	it('never meets a target that could not be measured', () => {
		const [app] = judge(rows.slice(1));
		expect(app?.verdicts[0]?.met).toBe(false);
	});
});

it('lets each contender begin in its turn', () => {
	expect([0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
});
