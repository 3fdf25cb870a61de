import { expect, test } from 'vitest';
import { adviceAction, adviceAudience, adviceKind, appliedWords, audienceWords } from '$lib/domain/words/advice-words';
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
