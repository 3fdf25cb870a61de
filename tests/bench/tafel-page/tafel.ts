import { mount } from 'svelte';
import tafel from 'virtual:tafel';

/** The least that shows this picture: the component that draws it, the data, and one press of a button. */
document.querySelector('button')?.addEventListener('click', async () => {
	const { default: TafelPicture } = await import('../../../src/lib/charts/tafel/TafelPicture.svelte');
	const target = document.querySelector('div');
	if (target) mount(TafelPicture, { target, props: { tafel, description: 'Alle onderdelen op één lijn.' } });
});
