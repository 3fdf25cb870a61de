import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Answer, Trend } from '$lib/domain/measurement/measurement';
import AnswerScale from '$lib/ui/answering/AnswerScale.svelte';
import ChoiceQuestion from '$lib/ui/answering/ChoiceQuestion.svelte';
import { trendQuestion } from '$lib/ui/answering/questions';
import TrendWords from '$lib/ui/showing/TrendWords.svelte';

const choices: [string, Trend | null][] = [
	['Beter', 'better'],
	['Ongeveer gelijk', 'same'],
	['Minder goed', 'worse'],
	['Weet ik niet, of ik was er toen niet bij', null]
];

function ask(value?: Trend | null) {
	const onchoose = vi.fn<(trend: Trend | null) => void>();
	const questionWith = (given?: Trend | null) => trendQuestion('Over de muur kijken', given, onchoose);
	const { rerender } = render(ChoiceQuestion, { question: questionWith(value) });
	const answerWith = (given: Trend | null) => rerender({ question: questionWith(given) });
	return { user: userEvent.setup(), onchoose, answerWith };
}

const radio = (name: string) => screen.getByRole('radio', { name });
const checked = () => choices.map(([name]) => name).filter((name) => (radio(name) as HTMLInputElement).checked);

describe('the question', () => {
	test('names the dimension, and says that it is no statement and in no score', () => {
		ask();

		const group = screen.getByRole('group', {
			name: 'Vergeleken met de vorige keer: hoe gaat het nu met "Over de muur kijken"?'
		});
		expect(group).toHaveAccessibleDescription(
			'Dit is geen stelling: het telt in geen enkele score mee. Je mag het openlaten.'
		);
		expect(screen.getAllByRole('radio')).toHaveLength(4);
	});

	test('has nothing chosen before someone chooses, and shows what is chosen', async () => {
		const { answerWith } = ask();
		expect(checked()).toEqual([]);

		await answerWith('worse');
		expect(checked()).toEqual(['Minder goed']);
		await answerWith(null);
		expect(checked()).toEqual(['Weet ik niet, of ik was er toen niet bij']);
	});

	test.each(choices)('is answered with a click on "%s"', async (name, trend) => {
		const { user, onchoose } = ask();

		await user.click(radio(name));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith(trend);
	});

	test('can be taken back: the last choice leaves it open', async () => {
		const { user, onchoose } = ask('better');

		await user.click(radio('Weet ik niet, of ik was er toen niet bij'));

		expect(onchoose.mock.calls).toEqual([[null]]);
	});
});

describe('with the keyboard', () => {
	test('Tab comes there, space chooses, and the arrows go on', async () => {
		const { user, onchoose, answerWith } = ask();

		await user.tab();
		expect(radio('Beter')).toHaveFocus();
		await user.keyboard(' ');
		await answerWith('better');
		await user.keyboard('{ArrowDown}');

		expect(onchoose.mock.calls).toEqual([['better'], ['same']]);
		expect(radio('Ongeveer gelijk')).toHaveFocus();
	});

	test('Tab comes back to what was chosen', async () => {
		const { user } = ask('worse');

		await user.tab();

		expect(radio('Minder goed')).toHaveFocus();
	});

	test('digits do nothing here, and answer nothing of a statement above', async () => {
		const onanswer = vi.fn<(answer: Answer) => void>();
		render(AnswerScale, {
			legend: 'Gemeente',
			sideIndex: 0,
			points: ['a', 'b', 'c', 'd', 'e'],
			unknownLabel: 'Weet niet',
			value: 4,
			statementId: 'stelling',
			namesSide: false,
			onchoose: onanswer
		});
		const { user, onchoose } = ask('same');
		await user.tab();
		await user.tab();
		expect(radio('Ongeveer gelijk')).toHaveFocus();

		await user.keyboard('0123');

		expect(onchoose).not.toHaveBeenCalled();
		expect(onanswer).not.toHaveBeenCalled();
	});
});

test('the words say the counts of each group', () => {
	const counts = { better: 5, same: 3, worse: 1 };
	render(TrendWords, {
		figures: { dimensionId: 'openheid', groups: [{ groupId: 'v', hidden: false, counts, n: 9 }] },
		groupName: () => 'Verenigingen'
	});

	expect(screen.getByText(/: 5 beter, 3 gelijk, 1 minder goed \(Verenigingen\)$/)).toBeVisible();
});
