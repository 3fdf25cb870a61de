import { Chart, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
import { given } from '$lib/domain/given';
import { colours, lineStyle, type Marker } from '$lib/design/tokens';
import type { OverviewData } from './overview-data';
import { SCALE_MAX, SCALE_MIN } from '$lib/charts/marks/scale';

Chart.register(RadarController, RadialLinearScale, LineElement, PointElement);

const pointStyles: Record<Marker, string> = {
	circle: 'circle',
	square: 'rect',
	triangle: 'triangle',
	diamond: 'rectRot',
	cross: 'crossRot'
};
/** Narrower than so many letters each label is the short name on one line, so that the shape keeps room. */
const NARROW = 34;
/** So many letters fit beside the shape: where the text asks for larger ones, the shape would be gone. */
const LETTERS = 24;
const SMALLEST = 13;

/**
 * Draws the radar on a canvas, in the colours of a contrast theme where people have one; call destroy() on the
 * result when the canvas goes away.
 */
export function drawRadar(canvas: HTMLCanvasElement, data: OverviewData): Chart {
	const { fontFamily: family, fontSize } = getComputedStyle(canvas);
	// The canvas has its width only when it is laid out.
	const letter = () => Math.min(parseFloat(fontSize), Math.max(SMALLEST, canvas.clientWidth / LETTERS));
	const isNarrow = () => canvas.clientWidth < NARROW * letter();
	const isForced = given(() => matchMedia('(forced-colors: active)'))?.matches ?? false;
	// What a contrast theme of Windows leaves of the colours: that of the words on that of the page; lines differ by
	// dash and marker. On a canvas the names of system colours may mean those of another theme.
	const forced = getComputedStyle(canvas).color;
	const grid = isForced ? forced : colours.rule;
	return new Chart(canvas, {
		type: 'radar',
		data: {
			labels: data.axes.map((axis) => axis.label),
			datasets: data.series.map((series, index) => {
				const style = lineStyle(series);
				const colour = isForced ? forced : style.colour;
				return {
					// The last lies on top.
					order: -index,
					label: series.name,
					data: series.values,
					borderColor: colour,
					borderWidth: style.width,
					borderDash: [...style.dash],
					pointStyle: pointStyles[style.marker],
					pointBackgroundColor: colour,
					pointBorderColor: colour,
					pointBorderWidth: style.marker === 'cross' ? 2.5 : 1,
					pointRadius: 4.5,
					spanGaps: false
				};
			})
		},
		options: {
			animation: false,
			events: [],
			maintainAspectRatio: false,
			devicePixelRatio: Math.max(2, window.devicePixelRatio),
			scales: {
				r: {
					min: SCALE_MIN,
					max: SCALE_MAX,
					grid: { circular: true, color: grid, lineWidth: 0.6 },
					angleLines: { color: grid, lineWidth: 0.6 },
					ticks: {
						stepSize: 1,
						showLabelBackdrop: false,
						color: isForced ? forced : colours.muted,
						font: () => ({ family, size: letter() })
					},
					pointLabels: {
						padding: isNarrow() ? 2 : 6,
						callback(_label: string, index: number) {
							const axis = data.axes[index];
							return isNarrow() ? (axis?.shortLabel ?? '') : (axis?.label ?? '');
						},
						color: isForced ? forced : colours.ink,
						font: () => ({ family, weight: 700, size: letter() })
					}
				}
			}
		}
	});
}
