import { expect, test } from 'vitest';
import { answerAloud, planSession } from '../../../../src/routes/draaiboek/session-steps';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { aMeasurement } from '../../../builders/records';
import { workshop } from '../../../builders/workshop';

const wordsOf = (version: string) =>
	planSession(aMeasurement(), publishedQuestionnaire('samenwerking', version), ['phone'])
		.steps.flatMap(({ todo, say }) => [...todo, ...say])
		.join(' ');

test('the room chooses its topics beside what the groups chose, where that was asked', () => {
	expect(wordsOf('2.0.0')).toContain('Kies samen drie onderdelen.');
	expect(wordsOf('1.1.0')).toContain('Neem de eerste drie onderdelen die de app toont.');
});

test('says when to choose the answer beside the scale, in the words of the questionnaire', () => {
	expect(wordsOf('2.0.0')).toContain('Kies weet niet, of komt hier niet voor.');
	expect(wordsOf('1.1.0')).toContain('Geen zicht op iets? Kies weet niet.');
});

test('one statement is counted as one', () => {
	const { questionnaire } = workshop({ een: { openheid: 1 } });
	expect(answerAloud(questionnaire, ['phone'])).toMatch(/^«1 stelling, ongeveer /);
});
