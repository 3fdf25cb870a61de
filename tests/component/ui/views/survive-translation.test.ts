import { render } from '@testing-library/svelte';
import fc from 'fast-check';
import { tick } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { surviveTranslation } from '$lib/ui/views/survive-translation';
import { runs } from '../../../property-runs';
import ChangingTexts from './ChangingTexts.svelte';
import { translate, untranslated, WAYS } from './translating';

const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	document.body.replaceChildren();
});

function place(): HTMLElement {
	const target = document.createElement('div');
	document.body.append(target);
	return target;
}

/** Observers have told each other everything. */
async function settled(): Promise<void> {
	for (let times = 0; times < 4; times += 1) await tick();
}

const changes = fc.record(
	{
		count: fc.integer({ min: 0, max: 8 }),
		words: fc.constantFrom('Openheid', 'Waardering', 'Regie', ''),
		shown: fc.boolean(),
		list: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
	},
	{ requiredKeys: [] }
);

describe.each(Object.keys(WAYS))('under a translator that %s', (way) => {
	test.each([true, false])('every text that changes is right (it goes on translating: %s)', async (follows) => {
		await fc.assert(
			fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 8 }), async (steps) => {
				const start = { count: 1, words: 'Vertrouwen', shown: true, list: ['a', 'b'] };
				const [plain, under] = [place(), place()];
				const stop = surviveTranslation(under);
				stops.push(stop);
				const twin = render(ChangingTexts, { target: plain, props: start });
				const one = render(ChangingTexts, { target: under, props: start });
				await settled();
				stops.push(translate(under, way, follows));
				await settled();
				for (const step of steps) {
					await Promise.all([twin.rerender(step), one.rerender(step)]);
					await settled();
					expect(untranslated(under.textContent)).toBe(plain.textContent);
				}
				one.unmount();
				twin.unmount();
				await settled();
				expect(under.textContent).toBe('');
				for (const end of stops.splice(0)) end();
			}),
			{ numRuns: runs(30) }
		);
	});
});
