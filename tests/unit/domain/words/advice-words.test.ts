import { expect, test } from 'vitest';
import {
	adviceAction,
	adviceAudience,
	adviceKind,
	appliedWords,
	audienceWords,
	proposedWho,
	tipParts
} from '$lib/domain/words/advice-words';
import type { Advice } from '$lib/domain/advice/advice';
import type { Tip } from '$lib/domain/questionnaire/questionnaire';
import { workshop } from '../../../builders/workshop';

const low = workshop()
	.group('gemeente', 'Gemeente')
	.group('vereniging', 'Harmonie')
	.group('vereniging', 'Sportraad')
	.group('vereniging', 'Toneel')
	.answersTogether('Gemeente', { openheid: [2, 2, 2] })
	.answersTogether('Harmonie', { openheid: [2, 2, 2] })
	.answersTogether('Sportraad', { openheid: [2, 2, 2] })
	.answersTogether('Toneel', { openheid: [2, 2, 2] });

test('a tip says what to do, and for the groups of its role', () => {
	const [forGemeente, forVerenigingen] = low.advice();
	if (forGemeente?.kind !== 'tip' || !forVerenigingen) throw new Error('a low score has two tips');
	expect(adviceKind(forGemeente)).toBe('Tip');
	expect(adviceAction(forGemeente)).toBe(forGemeente.tip.action);
	expect(adviceAudience(forGemeente, low.groups)).toBe('voor Gemeente');
	expect(adviceAudience(forVerenigingen, low.groups)).toBe('voor Harmonie, Sportraad en Toneel');
});

test('a prompt is a question, for everybody where it names no role', () => {
	const prompt = low.questionnaire.generalPrompts.find(({ when }) => when === 'many-unknown');
	const [other] = low.advice();
	if (!prompt || !other) throw new Error('the questionnaire has this prompt');
	const advice: Advice = { kind: 'prompt', prompt, dimension: other.dimension, reason: other.reason };
	expect([adviceKind(advice), adviceAction(advice)]).toEqual(['Gespreksvraag', prompt.question]);
	expect(prompt.for).toBe('all');
	expect(adviceAudience(advice, low.groups)).toBe('voor iedereen');
	expect(audienceWords([])).toBe('voor iedereen');
});

test('a tip that goes further than its source says whom that is about', () => {
	const tip = low.advice().flatMap((advice) => (advice.kind === 'tip' ? [advice.tip] : []))[0] as Tip;
	expect(appliedWords({ ...tip, basis: 'toegepast', appliedFrom: 'bedrijven' })).toBe(
		'Toegepast: de bron spreekt over bedrijven.'
	);
	expect(appliedWords({ ...tip, basis: 'direct' } as Tip)).toBeNull();
});

const firstTip = () => {
	const [advice] = low.advice();
	if (advice?.kind !== 'tip') throw new Error('a low score has a tip');
	return advice;
};

test('a tip that says who begins and what changes has its detail as first step before them', () => {
	const { tip } = firstTip();
	expect(tipParts({ ...tip, detail: 'Bel haar op.', whoStarts: 'De schepen.', whatChanges: 'Ze weet het.' })).toEqual([
		{ label: 'Eerste stap', text: 'Bel haar op.' },
		{ label: 'Wie begint', text: 'De schepen.' },
		{ label: 'Wat er daarna anders is', text: 'Ze weet het.' }
	]);
	expect(tipParts({ ...tip, whoStarts: 'De schepen.' }).map(({ label }) => label)).toEqual([
		'Eerste stap',
		'Wie begint'
	]);
});

test('a tip that says neither has no parts', () => {
	expect(tipParts(firstTip().tip)).toEqual([]);
});

test('who begins is proposed for a commitment without its full stop; a prompt and a tip without it propose nobody', () => {
	const advice = firstTip();
	const proposed = (whoStarts: string) => proposedWho({ ...advice, tip: { ...advice.tip, whoStarts } });
	expect(proposed('De secretaris van de vereniging.')).toBe('De secretaris van de vereniging');
	expect(proposed('Wie heeft tijd?')).toBe('Wie heeft tijd?');
	expect(proposedWho(advice)).toBe('');
	const prompt = low.questionnaire.generalPrompts[0];
	if (!prompt) throw new Error('the questionnaire has prompts');
	expect(proposedWho({ kind: 'prompt', prompt, dimension: advice.dimension, reason: advice.reason })).toBe('');
});
