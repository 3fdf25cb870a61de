import { describe, expect, test } from 'vitest';
import {
	participantWords,
	reasonsForLoss,
	remediesOf,
	riskOf,
	riskWords,
	type BrowserFacts
} from '$lib/domain/measurement/browser-keeping';

/** Every browser that there can be. */
const everyBrowser: BrowserFacts[] = [true, false, null].flatMap((promised) =>
	(['apple', 'gecko', 'other'] as const).flatMap((engine) =>
		[true, false].flatMap((touch) =>
			[true, false].flatMap((installed) =>
				[true, false].map((installable) => ({ promised, engine, touch, installed, installable }))
			)
		)
	)
);

const all = (facts: BrowserFacts) => [
	riskWords(riskOf(facts)).says,
	riskWords(riskOf(facts)).more,
	...remediesOf(facts),
	...reasonsForLoss(facts),
	...Object.values(participantWords(facts)).flat()
];

describe('what a browser may do with what it keeps', () => {
	test.each(everyBrowser)('%o', (facts) => {
		const risk = riskOf(facts);
		// A promise is the end of it.
		expect(risk === 'none').toBe(facts.promised === true);
		expect(risk === 'seven-days').toBe(!facts.promised && facts.engine === 'apple' && !facts.installed);
		if (risk === 'unknown') expect(facts.promised).toBeNull();

		const said = all(facts).join(' ');
		// Seven days are spoken of only where they count.
		expect(/zeven dagen/.test(said)).toBe(risk === 'seven-days');
		const { now, later } = participantWords(facts);
		expect(now !== '').toBe(risk === 'seven-days');
		expect(later === '').toBe(risk === 'none');

		// Each way to prevent it where it exists, and nowhere else.
		const advice = remediesOf(facts).join(' ');
		expect(advice.includes('beginscherm')).toBe(risk === 'seven-days' && facts.touch);
		expect(advice.includes('Dock')).toBe(risk === 'seven-days' && !facts.touch);
		const mayInstall = risk === 'when-full' && facts.engine === 'other' && facts.installable && !facts.installed;
		expect(advice.includes('Installeer')).toBe(mayInstall);
		expect(advice.includes('laat het toe')).toBe(risk === 'when-full' && facts.engine === 'gecko');
		// An app on the home screen has a storage of its own: who is sent there must take a file along.
		if (risk === 'seven-days') expect(advice).toContain('begint daar leeg');

		// True of every browser.
		expect(advice).toContain('back-up in een bestand');
		expect(advice).toContain('privévenster');
		expect(reasonsForLoss(facts).join(' ')).toContain('privévenster');
		expect(participantWords(facts).stopping.join(' ')).toContain('privévenster');
	});

	test('is said in whole sentences, none of them twice', () => {
		for (const facts of everyBrowser) {
			for (const list of [remediesOf(facts), reasonsForLoss(facts)]) {
				expect(new Set(list).size).toBe(list.length);
				for (const sentence of list) expect(sentence).toMatch(/^[A-Z].*\.$/);
			}
			const { says, more } = riskWords(riskOf(facts));
			expect(says + more).toMatch(/^[A-Z].*\.$/);
			expect(all(facts).join()).not.toMatch(/undefined|null/);
		}
	});

	test('names the seven days first to who lost something by them', () => {
		const safari: BrowserFacts = {
			promised: false,
			engine: 'apple',
			touch: true,
			installed: false,
			installable: false
		};
		expect(reasonsForLoss(safari)[0]).toBe('Deze browser kan wissen wat je zeven dagen niet gebruikte.');
		expect(reasonsForLoss({ ...safari, installed: true })[0]).toMatch(/^Wat je in de browser invulde/);
	});
});
