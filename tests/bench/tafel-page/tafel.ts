import { mount } from 'svelte';
import { kind, tafel } from 'virtual:tafel';

/** The components that draw it, on a page and for the room. */
const pictures = {
	page: async (target: Element) => {
		const { default: TafelPicture } = await import('../../../src/lib/charts/tafel/TafelPicture.svelte');
		mount(TafelPicture, { target, props: { tafel, description: 'Alle onderdelen op één lijn.' } });
	},
	hall: async (target: Element) => {
		const [{ default: TafelOverview }, { overviewPages }] = await Promise.all([
			import('../../../src/lib/charts/tafel/TafelOverview.svelte'),
			import('../../../src/lib/charts/tafel/overview-geometry')
		]);
		const unit = innerHeight / 720;
		const [page] = overviewPages(tafel, { width: target.clientWidth / unit, height: 548 });
		if (page) mount(TafelOverview, { target, props: { page, unit } });
	}
};

/** The least that shows this picture: the component that draws it, the data, and one press of a button. */
document.querySelector('button')?.addEventListener('click', () => {
	const target = document.querySelector('div');
	if (target) void pictures[kind](target);
});
