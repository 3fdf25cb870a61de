import { describe, expect, test } from 'vitest';
import { reportText } from '$lib/report/report-text';
import { commitment, commitments, reportSource } from '../../builders/report-source';
import { workshop, type Workshop } from '../../builders/workshop';

/** Openheid: 4,5 beside 1,5; eigenheid: 3,0 on both sides. */
const twoSides = () =>
	workshop({ basishouding: { openheid: 2, eigenheid: 2 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4, 4], eigenheid: [3, 3] }, { openheid: [5, 5], eigenheid: [3, 3] })
		.answers('Verenigingen', { openheid: [2, 2], eigenheid: [3, 3] }, { openheid: [1, 1], eigenheid: [3, 3] });

const textOf = (held: Workshop, extras: Parameters<typeof reportSource>[1] = {}) =>
	reportText(reportSource(held, extras));

describe('a report as text for a mail', () => {
	test('says who and when, what was found, the topics with the score of each side, and the agreements', () => {
		const text = textOf(twoSides(), { commitments: [commitment()], chosen: ['openheid'] });

		expect(text.split('\n')).toEqual([
			'Samenwerkingsmeter · 19 maart 2026',
			'',
			'Overleg aan de beek',
			'',
			'Onderdeel openheid: gemeente 4,5, verenigingen 1,5.',
			'',
			'Daar zit het grootste verschil. Bij «Onderdeel eigenheid» geven jullie allebei 3,0.',
			'',
			'Dit bespreken we',
			'',
			'1. Onderdeel openheid: Gemeente 4,5; Verenigingen 1,5; verschil 3,0.',
			'',
			'Afgesproken',
			'',
			'1. De kermis samen voorbereiden. Zoë, tegen 1 september 2026',
			'',
			'Gemeente: 2 bladen; Verenigingen: 2 bladen.'
		]);
	});

	test('has every agreement, also those that page one has no room for', () => {
		const text = textOf(twoSides(), { commitments: commitments(30) });

		expect(text.match(/^\d+\. Afspraak nummer/gm)).toHaveLength(30);
		expect(text).not.toContain('zie verder');
	});

	test('calls the topics a proposal until the room chose', () => {
		expect(textOf(twoSides())).toContain('Voorstel om te bespreken');
		expect(textOf(twoSides())).toContain('Er is nog niets afgesproken.');
	});

	test('keeps back what anonymity keeps back', () => {
		const few = workshop({ basishouding: { openheid: 1 } })
			.anonymous(5)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', ...Array.from({ length: 9 }, () => ({ openheid: [4 as const] })))
			.answers('Verenigingen', { openheid: [1] }, { openheid: [1] }, { openheid: [1] });

		const text = textOf(few);

		expect(text).toContain('Anoniem: geen cijfers over minder dan 5 mensen.');
		expect(text).not.toMatch(/Verenigingen (gemiddeld )?1/);
		expect(text).not.toContain('1,0');
	});
});
