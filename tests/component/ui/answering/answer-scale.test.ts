import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import AnswerScale from '$lib/ui/answering/AnswerScale.svelte';

const points = ['Helemaal niet', 'Eerder niet', 'Deels', 'Grotendeels', 'Volledig'];
const statement = 'Beide kanten zoeken samen naar nieuwe kansen.';
const names = [...points.map((word, index) => `${index + 1} ${word}`), 'Weet niet'];
const answers: [string, string, Answer][] = [
	['1', '1 Helemaal niet', 1],
	['2', '2 Eerder niet', 2],
	['3', '3 Deels', 3],
	['4', '4 Grotendeels', 4],
	['5', '5 Volledig', 5],
	['0', 'Weet niet', 'unknown']
];
/** What the top row of a Belgian keyboard gives without Shift, and what it chooses. */
const belgian = ['à', '&', 'é', '"', "'", '('].map((key, digit) => {
	const [, name = '', answer] = answers.find(([chosen]) => chosen === String(digit)) ?? [];
	return { key, code: `Digit${digit}`, name, answer };
});
const belgianKeyboard = [
	...belgian,
	{ key: '§', code: 'Digit6' },
	{ key: 'ç', code: 'Digit9' },
	{ key: 'q', code: 'KeyA' },
	{ key: 'Tab', code: 'Tab' }
].map(({ key, code }) => ({ key, code }));

function showScale(legend = 'Gemeente', value?: Answer, namesSide = true) {
	const onchoose = vi.fn<(answer: Answer) => void>();
	const heading = document.getElementById('stelling') ?? document.createElement('h2');
	heading.id = 'stelling';
	heading.textContent = statement;
	document.body.append(heading);
	const naming = { statementId: heading.id, namesSide };
	const props = { legend, sideIndex: 0, points, unknownLabel: 'Weet niet', value, ...naming, onchoose };
	const { rerender } = render(AnswerScale, props);
	return { user: userEvent.setup(), onchoose, answerWith: (answer: Answer | undefined) => rerender({ value: answer }) };
}

const group = (legend = 'Gemeente') => screen.getByRole('group', { name: `${legend}: ${statement}` });
const radio = (name: string, legend?: string) => within(group(legend)).getByRole('radio', { name });
const checkedNames = () => names.filter((name) => (radio(name) as HTMLInputElement).checked);

describe('the group', () => {
	test('is named by the side and the statement', () => {
		showScale('Verenigingen');

		expect(group('Verenigingen')).toBeVisible();
	});

	test('is named by the statement alone where one side answers, and says it nowhere a second time', () => {
		showScale('Verenigingen', undefined, false);

		expect(screen.getByRole('group', { name: statement })).toHaveTextContent(/^Verenigingen/);
		expect(screen.getAllByText(statement)).toHaveLength(1);
	});

	test('has six choices: each point with its number and word, and «weet niet»', () => {
		showScale();

		const radios = within(group()).getAllByRole('radio');
		expect(radios).toHaveLength(6);
		names.forEach((name, index) => expect(radios[index]).toHaveAccessibleName(name));
	});

	test('shows no answer before there is one', () => {
		showScale();

		expect(checkedNames()).toEqual([]);
	});
});

describe('choosing', () => {
	test.each(answers)('with the mouse: %s is "%s"', async (_key, name, answer) => {
		const { user, onchoose } = showScale();

		await user.click(radio(name));

		expect(onchoose.mock.calls).toEqual([[answer]]);
	});

	test('by clicking the word beside the button', async () => {
		const { user, onchoose } = showScale();

		await user.click(screen.getByText('Grotendeels'));

		expect(onchoose.mock.calls).toEqual([[4]]);
	});

	test.each(answers)('with the key %s gives "%s" and moves the focus there', async (key, name, answer) => {
		const { user, onchoose } = showScale();
		await user.tab();

		await user.keyboard(key);

		expect(onchoose.mock.calls).toEqual([[answer]]);
		expect(radio(name)).toHaveFocus();
	});

	test('with one key after another follows each', async () => {
		const { user, onchoose } = showScale();
		await user.tab();

		await user.keyboard('250');

		expect(onchoose.mock.calls).toEqual([[2], [5], ['unknown']]);
		expect(radio('Weet niet')).toHaveFocus();
	});

	test('with the arrows goes to the next point', async () => {
		const { user, onchoose } = showScale('Gemeente', 2);
		await user.tab();
		expect(radio('2 Eerder niet')).toHaveFocus();

		await user.keyboard('{ArrowRight}');

		expect(onchoose.mock.calls).toEqual([[3]]);
		expect(radio('3 Deels')).toHaveFocus();
	});

	test.each(belgian)(
		'with $key, which is $code of a Belgian keyboard without Shift',
		async ({ code, name, answer }) => {
			const { onchoose } = showScale();
			const user = userEvent.setup({ keyboardMap: belgianKeyboard });
			await user.tab();

			await user.keyboard(`[${code}]`);

			expect(onchoose.mock.calls).toEqual([[answer]]);
			expect(radio(name)).toHaveFocus();
		}
	);

	test.each(['Digit6', 'Digit9', 'KeyA'])('not with %s of a Belgian keyboard', async (code) => {
		const { onchoose } = showScale();
		const user = userEvent.setup({ keyboardMap: belgianKeyboard });
		await user.tab();

		await user.keyboard(`[${code}]`);

		expect(onchoose).not.toHaveBeenCalled();
	});

	test.each(['6', '9', '-', 'a', '{Enter}', '{Escape}', '{Backspace}'])('not with the key %s', async (key) => {
		const { user, onchoose } = showScale('Gemeente', 3);
		await user.tab();

		await user.keyboard(key);

		expect(onchoose).not.toHaveBeenCalled();
		expect(radio('3 Deels')).toHaveFocus();
	});

	test.each(['Control', 'Alt', 'Meta'])('not with %s and a digit: that is for the browser', async (modifier) => {
		const { user, onchoose } = showScale('Gemeente', 3);
		await user.tab();

		await user.keyboard(`{${modifier}>}1{/${modifier}}`);

		expect(onchoose).not.toHaveBeenCalled();
		expect(radio('3 Deels')).toHaveFocus();
	});

	test('is the group of the focus alone', async () => {
		const first = showScale('Gemeente');
		const second = showScale('Verenigingen');
		await first.user.click(radio('2 Eerder niet', 'Verenigingen'));

		await first.user.keyboard('5');

		expect(first.onchoose).not.toHaveBeenCalled();
		expect(second.onchoose.mock.calls).toEqual([[2], [5]]);
	});
});

describe('the tab key', () => {
	test('stops at a group with an answer once, at that answer, and then at the next', async () => {
		const { user } = showScale('Gemeente', 4);
		showScale('Verenigingen', 'unknown');

		await user.tab();
		expect(radio('4 Grotendeels', 'Gemeente')).toHaveFocus();
		await user.tab();
		expect(radio('Weet niet', 'Verenigingen')).toHaveFocus();
		await user.tab();
		expect(document.body).toHaveFocus();
	});

	test('after a choice by key goes on to the next group', async () => {
		const { user, answerWith } = showScale('Gemeente');
		showScale('Verenigingen', 1);
		await user.tab();
		expect(group('Gemeente')).toContainElement(document.activeElement as HTMLElement | null);

		await user.keyboard('3');
		await answerWith(3);
		await user.tab();

		expect(radio('1 Helemaal niet', 'Verenigingen')).toHaveFocus();
	});

	test('at a group without an answer reaches it once as well', async () => {
		const { user } = showScale('Gemeente');
		showScale('Verenigingen');

		await user.tab();
		expect(group('Gemeente')).toContainElement(document.activeElement as HTMLElement | null);
		await user.tab();
		expect(group('Verenigingen')).toContainElement(document.activeElement as HTMLElement | null);
	});
});

describe('the checked choice', () => {
	test('follows the answer', async () => {
		const { answerWith } = showScale('Gemeente', 2);
		expect(checkedNames()).toEqual(['2 Eerder niet']);

		await answerWith('unknown');
		expect(checkedNames()).toEqual(['Weet niet']);

		await answerWith(5);
		expect(checkedNames()).toEqual(['5 Volledig']);

		await answerWith(undefined);
		expect(checkedNames()).toEqual([]);
	});

	test('in one group says nothing about another', () => {
		showScale('Gemeente', 2);
		showScale('Verenigingen', 5);

		expect(radio('2 Eerder niet', 'Gemeente')).toBeChecked();
		expect(radio('5 Volledig', 'Verenigingen')).toBeChecked();
	});
});
