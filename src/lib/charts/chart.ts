import type { TimelinePlot } from '$lib/charts/over-time/over-time-data';
import type { OverviewData, OverviewKind } from '$lib/charts/overview/overview-data';
import type { ShiftTafel } from '$lib/charts/tafel-shift/shift-data';
import type { Tafel } from '$lib/charts/tafel/tafel-data';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';

/**
 * Every kind of chart, and what it shows. A new kind begins with a line here, or with a name in OverviewKind when it
 * too shows dimensions beside each other; then every place that draws a chart or names one fails to compile until it
 * has the new kind.
 */
export interface ChartData extends Record<OverviewKind, OverviewData> {
	/** A row a dimension on one axis, the sides above and below it; sizes in points. */
	tafel: { tafel: Tafel; sizes: TafelSizes; others?: TafelSizes };
	/** One row of it, under a heading that names it. */
	'tafel-row': Tafel;
	/** A row a dimension on one axis, each side from its old score to its new one. */
	shift: ShiftTafel;
	/** Small plots over time side by side, all with the same sides, under one legend. */
	timelines: readonly TimelinePlot[];
}

export type ChartKind = keyof ChartData;

/** A chart of one of these kinds. */
export type Chart<Kind extends ChartKind = ChartKind> = { [K in Kind]: { kind: K; data: ChartData[K] } }[Kind];
