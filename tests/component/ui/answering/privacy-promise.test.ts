import { render } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { t } from '$lib/domain/language/say';
import type { Privacy, Threshold } from '$lib/domain/measurement/measurement';
import PrivacyPromise from '$lib/ui/answering/PrivacyPromise.svelte';
import PaperPromise from '../../../../src/routes/formulier/PaperPromise.svelte';
import PrivacyPage from '../../../../src/routes/privacy/+page.svelte';
import ExplanationPage from '../../../../src/routes/uitleg/+page.svelte';
import { runs } from '../../../property-runs';

/** Who promises anonymity says as well what it does not do, wherever it is promised. */

const wordsOf = ({ container }: { container: HTMLElement }) => container.textContent.replaceAll(/\s+/g, ' ');

test('a group that answers (nearly) the same is named in the promise on a phone and on paper, whatever was chosen', () => {
	const anonymous = fc.record({
		mode: fc.constant('anoniem' as const),
		threshold: fc.constantFrom<Threshold[]>(3, 4, 5)
	});
	fc.assert(
		fc.property(anonymous, fc.boolean(), (privacy: Privacy, asksTrend) => {
			for (const shown of [
				render(PrivacyPromise, { privacy, asksTrend }),
				render(PaperPromise, { privacy, asksTrend, t })
			]) {
				expect(wordsOf(shown)).toContain(
					'Antwoordt (bijna) heel je groep hetzelfde, dan is dat te zien, en weet iedereen ook wat jij antwoordde.'
				);
				shown.unmount();
			}
		}),
		{ numRuns: runs(12) }
	);
});

test('it is named on the pages about privacy and about how figures are made', () => {
	expect(wordsOf(render(PrivacyPage))).toContain(
		'Antwoordt (bijna) een hele groep hetzelfde, dan is dat te zien, en weet iedereen wat elk van hen antwoordde.'
	);
	expect(wordsOf(render(ExplanationPage, { data: { questionnaires: [] } }))).toContain(
		'Antwoordt (bijna) heel een groep hetzelfde, dan is dat te zien, en weet iedereen ook wat elk van hen antwoordde.'
	);
});

test.each<Privacy>([{ mode: 'open' }, { mode: 'anoniem', threshold: 5 }])(
	'of a letterbox the promise says who can open what is in it, and without one no word ($mode)',
	(privacy) => {
		const shown = render(PrivacyPromise, { privacy, asksTrend: false, byLetterbox: true });
		expect(wordsOf(shown)).toContain(
			'Je antwoorden gaan versleuteld langs de brievenbus van de website. Alleen de laptop van de begeleider kan ze openen.'
		);
		expect(wordsOf(shown)).toContain('Samen met de begeleider kan die een internetadres aan antwoorden koppelen.');
		shown.unmount();
		expect(wordsOf(render(PrivacyPromise, { privacy, asksTrend: false }))).not.toMatch(/brievenbus|website/);
	}
);
