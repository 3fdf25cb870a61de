import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import AnswerList from '$lib/ui/answering/AnswerList.svelte';
import { statementChoices } from '$lib/ui/answering/questions';

const points = ['Helemaal niet', 'Eerder niet', 'Deels', 'Grotendeels', 'Volledig'];

function ask(value?: Answer) {
	const onchoose = vi.fn<(answer: Answer) => void>();
	const onchosen = vi.fn();
	const choicesWith = (given?: Answer) => statementChoices({ points, unknown: 'Weet niet' }, given, onchoose);
	const { rerender } = render(AnswerList, { labelledby: 'stelling', choices: choicesWith(value), onchosen });
	onchoose.mockImplementation((answer) => void rerender({ choices: choicesWith(answer) }));
	return { user: userEvent.setup(), onchoose, onchosen };
}

const radio = (name: string) => screen.getByRole('radio', { name });
const names = [...points.map((point, at) => `${at + 1} ${point}`), 'Weet niet'];

afterEach(() => void document.body.style.removeProperty('pointer-events'));

describe('the answers to a statement', () => {
	test('stand in one list, each with its number and word, and «weet niet» at the end', () => {
		ask();

		expect(screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent.trim())).toEqual(names);
	});

	test('a press chooses, and goes on', async () => {
		const { user, onchoose, onchosen } = ask();

		await user.click(radio('4 Grotendeels'));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith(4);
		expect(onchosen).toHaveBeenCalledOnce();
		expect(radio('4 Grotendeels')).toBeChecked();
	});

	test('a press on the answer of before goes on as well', async () => {
		const { user, onchosen } = ask(4);

		await user.click(radio('4 Grotendeels'));

		expect(onchosen).toHaveBeenCalledOnce();
	});
});

describe('with the keyboard', () => {
	test.each<[string, Answer]>([
		['1', 1],
		['5', 5],
		['0', 'unknown'],
		['?', 'unknown']
	])('%s answers, wherever the focus is', async (key, answer) => {
		const { user, onchoose, onchosen } = ask();

		await user.keyboard(key);

		expect(onchoose).toHaveBeenCalledExactlyOnceWith(answer);
		expect(onchosen).toHaveBeenCalledOnce();
	});

	test.each(['{Enter}', ' '])('the answer that has the focus is given by «%s»', async (key) => {
		const { user, onchoose, onchosen } = ask(2);
		await user.tab();
		expect(radio('2 Eerder niet')).toHaveFocus();

		await user.keyboard(key);

		expect(onchoose).toHaveBeenCalledExactlyOnceWith(2);
		expect(onchosen).toHaveBeenCalledOnce();
	});

	test('the arrows choose on the way, and go on only with a key that answers', async () => {
		const { user, onchoose, onchosen } = ask(2);
		await user.tab();

		await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
		expect(onchoose.mock.calls).toEqual([[3], [4], [3]]);
		expect(onchosen).not.toHaveBeenCalled();
		expect(radio('3 Deels')).toHaveFocus();

		await user.keyboard('{Enter}');
		expect(onchosen).toHaveBeenCalledOnce();
	});

	test('a key that is held answers once', async () => {
		const { user, onchoose } = ask();

		await user.keyboard('{5>3/}');

		expect(onchoose).toHaveBeenCalledOnce();
	});

	test('a second press just after the statement came answers nothing', async () => {
		const { user, onchoose } = ask();
		document.body.style.pointerEvents = 'none';

		await user.keyboard('5');

		expect(onchoose).not.toHaveBeenCalled();
	});

	test('a digit in a text, or with a key held beside it, is no answer', async () => {
		const { user, onchoose } = ask();
		const text = document.createElement('textarea');
		document.body.append(text);
		text.focus();

		await user.keyboard('5?{Enter}');
		text.remove();
		await user.keyboard('{Control>}5{/Control}{Alt>}4{/Alt}');

		expect(onchoose).not.toHaveBeenCalled();
	});
});
