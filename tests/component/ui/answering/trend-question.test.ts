import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Trend } from '$lib/domain/measurement/measurement';
import AnswerList from '$lib/ui/answering/AnswerList.svelte';
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
	const onchosen = vi.fn();
	const choicesWith = (given?: Trend | null) => trendQuestion('Over de muur kijken', given, onchoose).choices;
	const { rerender } = render(AnswerList, { labelledby: 'vraag', choices: choicesWith(value), onchosen });
	const answerWith = (given: Trend | null) => rerender({ choices: choicesWith(given) });
	return { user: userEvent.setup(), onchoose, onchosen, answerWith };
}

const radio = (name: string) => screen.getByRole('radio', { name });
const checked = () => choices.map(([name]) => name).filter((name) => (radio(name) as HTMLInputElement).checked);

describe('the question', () => {
	test('names the dimension, and has four answers', () => {
		const { legend } = trendQuestion('Over de muur kijken', undefined, () => undefined);
		ask();

		expect(legend).toBe('Vergeleken met de vorige keer: hoe gaat het nu met "Over de muur kijken"?');
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
	test('Tab comes there, space answers, and the arrows only choose', async () => {
		const { user, onchoose, onchosen, answerWith } = ask();

		await user.tab();
		expect(radio('Beter')).toHaveFocus();
		await user.keyboard(' ');
		await answerWith('better');
		await user.keyboard('{ArrowDown}');

		expect(onchoose.mock.calls).toEqual([['better'], ['same']]);
		expect(onchosen).toHaveBeenCalledOnce();
		expect(radio('Ongeveer gelijk')).toHaveFocus();
	});

	test('Tab comes back to what was chosen', async () => {
		const { user } = ask('worse');

		await user.tab();

		expect(radio('Minder goed')).toHaveFocus();
	});

	test('digits do nothing here', async () => {
		const { user, onchoose, onchosen } = ask('same');
		await user.tab();
		expect(radio('Ongeveer gelijk')).toHaveFocus();

		await user.keyboard('0123?');

		expect(onchoose).not.toHaveBeenCalled();
		expect(onchosen).not.toHaveBeenCalled();
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
