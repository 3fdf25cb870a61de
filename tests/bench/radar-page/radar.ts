import data from 'virtual:radar';

/** The least that shows this radar: Chart.js and its parts, the data, and one press of a button. */
document.querySelector('button')?.addEventListener('click', async () => {
	const { drawRadar } = await import('../../../src/lib/charts/overview/radar-chart');
	const canvas = document.querySelector('canvas');
	if (!canvas) return;
	drawRadar(canvas, data);
	canvas.dataset['drawn'] = 'true';
});
