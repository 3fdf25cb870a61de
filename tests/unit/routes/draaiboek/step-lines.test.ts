import { describe, expect, test } from 'vitest';
import { planSession } from '../../../../src/routes/draaiboek/session-steps';
import { stepLines } from '../../../../src/routes/draaiboek/step-lines';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { aMeasurement } from '../../../builders/records';

const questionnaire = publishedQuestionnaire('samenwerking', '2.0.0');
const plan = planSession(aMeasurement(), questionnaire, ['phone']);

describe('the line of the draaiboek for a step of the path', () => {
	test('is said in the draaiboek too, in a part that falls in that step', () => {
		const lines = stepLines(aMeasurement(), questionnaire, ['phone']);

		for (const [step, { say }] of Object.entries(lines)) {
			const said = plan.steps.filter(({ path }) => path === step).flatMap((part) => part.say);
			expect(said).toContain(say);
		}
	});

	test('tells what to do for the way that comes first', () => {
		expect(stepLines(aMeasurement(), questionnaire, ['phone']).answer.todo).toContain('scantafel');
		expect(stepLines(aMeasurement(), questionnaire, ['phone'], true).answer.todo).toContain('komen vanzelf binnen');
		expect(stepLines(aMeasurement(), questionnaire, ['device'], true).answer.todo).not.toContain('vanzelf');
		expect(stepLines(aMeasurement(), questionnaire, ['device']).answer.todo).toContain('Geef het toestel door.');
	});
});

test('the parts of the session go through the path in its order', () => {
	const steps = plan.steps.map(({ path }) => path);

	expect([...new Set(steps)]).toEqual(['prepare', 'answer', 'talk', 'agree']);
	expect(steps).toEqual([...steps].sort((a, b) => [...new Set(steps)].indexOf(a) - [...new Set(steps)].indexOf(b)));
});
