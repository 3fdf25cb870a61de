import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { inGroups } from '$lib/exchange/encoding/crockford';
import { packResponse } from '$lib/exchange/response/response-code';
import CodeBoxes from '../../../../src/routes/verzamelen/CodeBoxes.svelte';
import { itemIdsOf } from '../../../builders/arbitraries';
import { response, terms } from '../../../builders/handing-in';

const asked = { terms, itemIds: itemIdsOf(40), dimensionIds: ['openheid', 'waardering'] };
const code = packResponse({ ...asked, response });
const wrong = `${code.slice(0, 25)}${code[25] === 'A' ? 'B' : 'A'}${code.slice(26)}`;

let taken: string[];
beforeEach(() => (taken = []));

async function show() {
	const takeCode = (text: string) => {
		taken.push(text);
		return Promise.resolve({ good: true, text: '' });
	};
	render(CodeBoxes, { collection: { desk: { asked }, takeCode } });
	const user = userEvent.setup();
	await user.click(box(1));
	return user;
}
const box = (place: number) => screen.getByRole<HTMLInputElement>('textbox', { name: `Vak ${place} van 11` });

describe('the boxes of a code', () => {
	test('are one group with a name, and take a code by keyboard alone; then the next one begins in box one', async () => {
		const user = await show();
		expect(screen.getByRole('group', { name: 'Code van de telefoon' })).toBeInTheDocument();
		await user.keyboard(inGroups(code).toLowerCase());
		expect(taken).toEqual([code]);
		expect(box(1)).toHaveFocus();
		expect(screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)).toEqual(Array(11).fill(''));
	});

	test('refuse what cannot be, and tell it', async () => {
		const user = await show();
		await user.keyboard('koU');
		expect(box(1)).toHaveValue('K0');
		expect(screen.getByText('Het teken «U» bestaat niet in een code.')).toHaveAttribute('role', 'status');
	});

	test('give the focus to the box in which one other character makes the code right', async () => {
		const user = await show();
		await user.click(box(4));
		await user.paste(`Code: ${inGroups(wrong)}`);
		expect(screen.getByRole('alert')).toHaveTextContent(/Kijk vak 7( of vak \d+)? nog eens na/);
		expect(box(7)).toHaveAttribute('aria-invalid', 'true');
		expect(box(7)).toHaveAccessibleDescription(/met één ander teken daar klopt ze wel/);
		expect(box(7)).toHaveFocus();
		await user.keyboard(code.slice(24, 28));
		expect(taken).toEqual([code]);
		expect(screen.getByRole('alert')).toBeEmptyDOMElement();
	});

	test('let the caret go from one to the next and back by arrows and Backspace', async () => {
		const user = await show();
		await user.keyboard('abcde');
		expect(box(2)).toHaveFocus();
		await user.keyboard('{ArrowLeft}{ArrowLeft}');
		expect(box(1)).toHaveFocus();
		await user.keyboard('{ArrowRight}');
		expect(box(2)).toHaveFocus();
		await user.keyboard('{ArrowRight}{Backspace}{Backspace}');
		expect(box(1)).toHaveFocus();
		expect(box(1)).toHaveValue('ABC');
		await user.keyboard('{Control>}z{/Control}');
		expect(box(1)).toHaveValue('ABCD');
	});

	test('say on asking what is not whole, and are emptied at one press', async () => {
		const user = await show();
		await user.keyboard('abcde{Enter}');
		expect(screen.getByRole('alert')).toHaveTextContent('De code is niet volledig: 5 van de 44 tekens.');
		expect(box(2)).toHaveFocus();
		await user.click(screen.getByRole('button', { name: 'Maak de vakken leeg' }));
		expect(box(1)).toHaveValue('');
		expect(box(1)).toHaveFocus();
	});
});
