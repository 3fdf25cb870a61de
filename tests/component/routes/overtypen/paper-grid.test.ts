import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { IndividualResponse, Way } from '$lib/domain/measurement/measurement';
import type { Judgement } from '$lib/domain/intake/intake';
import { dimensionsOf, itemsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { termsOf, type Terms } from '$lib/domain/measurement/terms';
import { PaperEntry } from '$lib/state/desk/paper-entry.svelte';
import type { TakenBack } from '$lib/storage/records/responses';
import { StorageError } from '$lib/storage/storage-error';
import EntryScreen from '../../../../src/routes/overtypen/EntryScreen.svelte';
import { withClosing } from '../../../builders/closing';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { aMeasurement } from '../../../builders/records';

const questionnaire = publishedQuestionnaire('samenwerking', '1.0.0');
const items = itemsOf(questionnaire);
const measurement = aMeasurement({
	id: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
	groups: [
		{ id: 'g1', role: 'gemeente', name: 'Gemeente' },
		{ id: 'g2', role: 'vereniging', name: 'Verenigingen' }
	],
	privacy: { mode: 'anoniem', threshold: 5 }
});

/** A desk that keeps in memory what it takes in. */
class FakeDesk {
	measurement = measurement;
	get terms(): Terms {
		return termsOf({ ...this.measurement, measurementId: this.measurement.id }, questionnaire);
	}
	stored = new Map<string, IndividualResponse>();
	judgement: Judgement = { kind: 'added' };
	fail: Error | undefined;
	takeIn = vi.fn<(responses: readonly IndividualResponse[], way: Way) => Promise<Judgement[]>>((responses) => {
		if (this.fail) return Promise.reject(this.fail);
		if (this.judgement.kind === 'added') for (const response of responses) this.stored.set(response.id, response);
		return Promise.resolve(responses.map(() => this.judgement));
	});
	takenBack: TakenBack = { kind: 'taken-back' };
	takeBack = vi.fn((typed: IndividualResponse): Promise<TakenBack> => {
		if (this.fail) return Promise.reject(this.fail);
		if (this.takenBack.kind === 'taken-back') this.stored.delete(typed.id);
		return Promise.resolve(this.takenBack);
	});

	get last(): IndividualResponse | undefined {
		return this.takeIn.mock.lastCall?.[0][0];
	}
}

function open(
	keyboardMap?: Parameters<typeof userEvent.setup>[0],
	asksTrend = false,
	asked: Questionnaire = questionnaire
) {
	const desk = new FakeDesk();
	desk.measurement = { ...measurement, asksTrend };
	render(EntryScreen, { entry: new PaperEntry(desk), groups: measurement.groups, questionnaire: asked });
	return { desk, user: userEvent.setup(keyboardMap) };
}

async function openFor(group: string) {
	const opened = open();
	await opened.user.click(radio(group));
	await opened.user.click(item(1));
	return opened;
}

/** By their label: looking for a role among so many fields takes most of the time of these tests. */
const radio = (group: string) => screen.getByLabelText(group, { selector: 'input[type=radio]' });
const item = (number: number) => screen.getByLabelText(`Stelling ${number}: ${items[number - 1]?.statement}`);
const save = () => screen.getByRole('button', { name: 'Bewaar dit formulier' });
const undo = (number: number) => screen.getByRole('button', { name: `Ongedaan maken: formulier ${number}` });
/** Puts the clock on, without waiting (ms). */
function later(milliseconds: number) {
	vi.setSystemTime(Date.now() + milliseconds);
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const status = () => screen.getByRole('status');
const alert = () => screen.getByRole('alert');
const filled = () =>
	screen
		.getAllByLabelText<HTMLInputElement>(/^Stelling/)
		.map(({ value }) => value)
		.join('');

test('there is a text box for each statement, named after it, and a choice for each group', () => {
	open();

	expect(screen.getAllByRole('textbox', { name: /^Stelling \d+: ./ })).toHaveLength(items.length);
	expect(screen.getAllByRole('radio', { name: /^(Gemeente|Verenigingen)$/ })).toHaveLength(2);
});

describe('the keys', () => {
	test.each(['1', '2', '3', '4', '5', '0'])('%s fills the item and moves on to the next', async (key) => {
		const { user } = await openFor('Gemeente');

		await user.keyboard(key);

		expect(item(1)).toHaveValue(key);
		expect(item(2)).toHaveFocus();
	});

	test.each([
		['&', 'Digit1', '1'],
		['é', 'Digit2', '2'],
		['"', 'Digit3', '3'],
		["'", 'Digit4', '4'],
		['(', 'Digit5', '5'],
		['à', 'Digit0', '0']
	])('%s, the key %s of a Belgian keyboard without Shift, is %s', async (key, code, digit) => {
		const { user } = open({ keyboardMap: [{ key, code }] });
		await user.click(item(1));

		await user.keyboard(`[${code}]`);

		expect(item(1)).toHaveValue(digit);
		expect(item(2)).toHaveFocus();
	});

	test.each([
		['space', ' '],
		['-', '-'],
		['Tab', '{Tab}']
	])('%s leaves the item open and moves on', async (_name, key) => {
		const { user } = await openFor('Gemeente');

		await user.keyboard(`${key}4`);

		expect(item(1)).toHaveValue('');
		expect(item(2)).toHaveValue('4');
		expect(item(3)).toHaveFocus();
	});

	test('Tab goes past an answer, and space opens it', async () => {
		const { user } = await openFor('Gemeente');
		await user.keyboard('45');

		await user.click(item(1));
		await user.keyboard('{Tab} ');

		expect(item(1)).toHaveValue('4');
		expect(item(2)).toHaveValue('');
	});

	test('Backspace goes back to the answer just typed and clears it', async () => {
		const { user } = await openFor('Gemeente');

		await user.keyboard('12{Backspace}5');

		expect(filled()).toBe('15');
		expect(item(3)).toHaveFocus();
	});

	test('Backspace on an answer clears it and stays', async () => {
		const { user } = await openFor('Gemeente');

		await user.keyboard('123{ArrowUp}{ArrowUp}{Backspace}');
		expect(item(2)).toHaveFocus();
		expect(filled()).toBe('13');

		await user.keyboard('5');
		expect(filled()).toBe('153');
	});

	test('the arrows move and change nothing', async () => {
		const { user } = await openFor('Gemeente');

		await user.keyboard('12{ArrowUp}{ArrowUp}');
		expect(item(1)).toHaveFocus();
		await user.keyboard('{ArrowUp}');
		expect(item(1)).toHaveFocus();
		await user.keyboard('{ArrowDown}');
		expect(item(2)).toHaveFocus();
		expect(filled()).toBe('12');
	});

	test.each(['6', '9', 'x', '+'])('%s is refused with a cue, until the next good key', async (key) => {
		const { user } = await openFor('Gemeente');

		await user.keyboard(key);
		expect(item(1)).toHaveValue('');
		expect(item(1)).toHaveFocus();
		expect(item(1)).toBeInvalid();
		expect(item(1)).toHaveAccessibleDescription('Typ 1 tot 5, of 0 voor «weet niet».');

		await user.keyboard('2');
		expect(item(1)).toHaveValue('2');
		expect(item(1)).toBeValid();
	});

	test('a touch keyboard that names no key fills the item as well', async () => {
		const { user } = open({
			keyboardMap: ['3', '8'].map((key) => ({ key: 'Unidentified', code: key }))
		});
		await user.click(item(1));
		const input = item(1) as HTMLInputElement;

		input.value = '3';
		input.dispatchEvent(new InputEvent('input', { bubbles: true }));
		await vi.waitFor(() => expect(item(1)).toHaveValue('3'));
		expect(item(2)).toHaveFocus();

		input.value = '38';
		input.dispatchEvent(new InputEvent('input', { bubbles: true }));
		await vi.waitFor(() => expect(item(1)).toBeInvalid());
		expect(item(1)).toHaveValue('3');
	});

	test('after the last item comes the button, from where the keys go back', async () => {
		const { user } = await openFor('Gemeente');

		await user.keyboard('3'.repeat(36));
		expect(save()).toHaveFocus();

		await user.keyboard('5{Backspace}');
		expect(item(36)).toHaveFocus();
		expect(filled()).toBe('3'.repeat(35));

		await user.keyboard('1{ArrowUp}');
		expect(item(36)).toHaveFocus();
	});
});

describe('storing', () => {
	test('Enter stores exactly what was typed, as one finished response', async () => {
		const { user, desk } = await openFor('Verenigingen');

		await user.keyboard('10 5-3{Enter}');

		const id = (number: number) => items[number - 1]?.id ?? '';
		expect(desk.takeIn).toHaveBeenCalledTimes(1);
		expect(desk.takeIn.mock.lastCall?.[1]).toBe('paper');
		expect(desk.last).toEqual({
			id: expect.stringMatching(/^[0-9a-f]{10}$/) as string,
			measurementId: measurement.id,
			groupId: 'g2',
			revision: 1,
			answers: { [id(1)]: 1, [id(2)]: 'unknown', [id(4)]: 5, [id(6)]: 3 },
			notes: {},
			trends: {}
		});
	});

	test('says so, empties the grid, goes to the first item and keeps the group', async () => {
		const { user } = await openFor('Verenigingen');

		await user.keyboard('12{Enter}');

		expect(status()).toHaveTextContent('✓ Formulier 1 bewaard (Verenigingen). Schrijf nummer 1 op het blad.');
		expect(filled()).toBe('');
		expect(item(1)).toHaveFocus();
		expect(radio('Verenigingen')).toBeChecked();
		expect(screen.getByRole('heading', { name: 'Formulier 2' })).toBeVisible();
	});

	test('36 digits and Enter are a form, and each form is a response of its own', async () => {
		const { user, desk } = await openFor('Gemeente');

		await user.keyboard(`${'123450'.repeat(6)}{Enter}${'543210'.repeat(6)}{Enter}`);

		expect(desk.stored.size).toBe(2);
		expect([...desk.stored.values()].map(({ answers }) => Object.keys(answers).length)).toEqual([36, 36]);
		expect(status()).toHaveTextContent('Formulier 2 bewaard');
	});

	test('needs a group', async () => {
		const { user, desk } = open();
		await user.click(item(1));

		await user.keyboard('1{Enter}');

		expect(alert()).toHaveTextContent('Kies eerst de groep');
		expect(radio('Gemeente')).toHaveFocus();
		expect(desk.takeIn).not.toHaveBeenCalled();
		expect(filled()).toBe('1');
	});

	test('refuses an empty form', async () => {
		const { user, desk } = await openFor('Gemeente');

		await user.keyboard('{Enter}');

		expect(alert()).toHaveTextContent('Er staat bij geen enkele stelling een antwoord. Er is niets bewaard.');
		expect(desk.takeIn).not.toHaveBeenCalled();
	});

	test.each([
		['fails', { fail: new Error('Het toestel heeft geen plaats meer.') }, 'Het toestel heeft geen plaats meer.'],
		['is refused', { judgement: { kind: 'refused', reason: 'De meting is gesloten.' } }, 'De meting is gesloten.']
	] as const)(
		'when it %s, says why and keeps the answers; a second attempt is the same response',
		async (_name, what, why) => {
			const { user, desk } = await openFor('Gemeente');
			Object.assign(desk, what);

			await user.keyboard('123{Enter}');
			expect(alert()).toHaveTextContent(`Formulier 1 is niet bewaard. ${why} De antwoorden staan nog in het rooster.`);
			expect(status()).toHaveTextContent(/^$/);
			expect(filled()).toBe('123');
			expect(save()).toHaveFocus();
			const first = desk.last?.id;

			Object.assign(desk, { fail: undefined, judgement: { kind: 'added' } });
			await user.click(save());
			expect(status()).toHaveTextContent('✓ Formulier 1 bewaard (Gemeente)');
			expect([...desk.stored.keys()]).toEqual([first]);
		}
	);
});

describe('while a form is still being stored', () => {
	function slowly(desk: FakeDesk) {
		let finish: (judgement: Judgement) => void = () => undefined;
		desk.takeIn.mockImplementationOnce(() => new Promise((resolve) => (finish = (judgement) => resolve([judgement]))));
		return { finish: (judgement: Judgement) => finish(judgement) };
	}

	test('the digits that follow are the next form, and nothing says «bewaard» yet', async () => {
		const { user, desk } = await openFor('Gemeente');
		const slow = slowly(desk);

		await user.keyboard('123{Enter}45');
		expect(filled()).toBe('45');
		expect(status()).toHaveTextContent(/^$/);
		expect(screen.getByRole('heading', { name: 'Formulier 2' })).toBeVisible();

		slow.finish({ kind: 'added' });
		await vi.waitFor(() => expect(status()).toHaveTextContent('✓ Formulier 1 bewaard (Gemeente)'));
		expect(filled()).toBe('45');
		expect(item(3)).toHaveFocus();
	});

	test('and it fails after all, the form is back in the grid under its own number', async () => {
		const { user, desk } = await openFor('Gemeente');
		const slow = slowly(desk);

		await user.keyboard('123{Enter}4');
		slow.finish({ kind: 'refused', reason: 'De meting is gesloten.' });

		await vi.waitFor(() => expect(alert()).toHaveTextContent('Formulier 1 is niet bewaard. De meting is gesloten.'));
		expect(filled()).toBe('123');
		expect(screen.getByRole('heading', { name: 'Formulier 1' })).toBeVisible();
	});

	test('a second Enter does nothing', async () => {
		const { user, desk } = await openFor('Gemeente');
		slowly(desk);

		await user.keyboard('123{Enter}{Enter}4{Enter}');

		expect(desk.takeIn).toHaveBeenCalledTimes(1);
		expect(filled()).toBe('4');
		expect(alert()).toHaveTextContent(/^$/);
	});
});

describe('a form that looks like an earlier one', () => {
	test('is stored only when asked a second time', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('123{Enter}444{Enter}');

		await user.keyboard('123{Enter}');
		expect(alert()).toHaveTextContent('Dit formulier lijkt op nummer 1. Toch bewaren?');
		expect(desk.stored.size).toBe(2);

		later(1000);
		await user.keyboard('{Enter}');
		expect(status()).toHaveTextContent('✓ Formulier 3 bewaard');
		expect(desk.stored.size).toBe(3);
	});

	test('is not stored by a second press at once, nor by a burst of them', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('123{Enter}123{Enter}');

		for (const gap of [60, 350, 700, 200]) {
			later(gap);
			await user.keyboard('{Enter}');
		}

		expect(alert()).toHaveTextContent('lijkt op nummer 1');
		expect(desk.stored.size).toBe(1);
	});

	test('is asked about again after a change', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('123{Enter}123{Enter}');

		await user.keyboard('4{Backspace}{Enter}');

		expect(alert()).toHaveTextContent('lijkt op nummer 1');
		expect(desk.stored.size).toBe(1);
	});

	test('is none in another group', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('123{Enter}');

		await user.click(radio('Verenigingen'));
		await user.click(item(1));
		await user.keyboard('123{Enter}');

		expect(desk.stored.size).toBe(2);
	});

	test('is not stored by a held-down Enter', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('123{Enter}123');

		await user.keyboard('{Enter>5/}');

		expect(alert()).toHaveTextContent('lijkt op nummer 1');
		expect(desk.stored.size).toBe(1);
	});
});

describe('undo', () => {
	test('lists the forms by number and group, without answers', async () => {
		const { user } = await openFor('Gemeente');

		await user.keyboard('123{Enter}455{Enter}');

		const rows = screen.getAllByRole('listitem').map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());
		expect(rows).toEqual(['Formulier 2, Gemeente Ongedaan maken', 'Formulier 1, Gemeente Ongedaan maken']);
	});

	test('takes the form back and puts its answers and group in the grid, under its own number', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('10 5{Enter}');
		const typed = desk.last;
		await user.click(radio('Verenigingen'));
		await user.click(item(1));
		await user.keyboard('222{Enter}');

		await user.click(undo(1));

		expect(desk.takeBack.mock.calls).toEqual([[typed]]);
		expect(status()).toHaveTextContent('Formulier 1 is niet meer bewaard.');
		expect(filled()).toBe('105');
		expect(item(4)).toHaveValue('5');
		expect(item(1)).toHaveFocus();
		expect(radio('Gemeente')).toBeChecked();
		expect(screen.getByRole('heading', { name: 'Formulier 1' })).toBeVisible();
		expect(screen.queryByRole('button', { name: 'Ongedaan maken: formulier 1' })).not.toBeInTheDocument();
	});

	test('and storing again gives a newer revision of the same response; the next form goes on counting', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('1{Enter}2{Enter}');
		const [first] = desk.stored.keys();

		await user.click(undo(1));
		await user.keyboard('5{Enter}');

		expect(desk.last).toMatchObject({ id: first, revision: 2, answers: { [items[0]?.id ?? '']: 5 } });
		expect(status()).toHaveTextContent('✓ Formulier 1 bewaard');
		expect(screen.getByRole('heading', { name: 'Formulier 3' })).toBeVisible();
		expect(desk.stored.size).toBe(2);
	});

	test('never overwrites a form that is being typed', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('1{Enter}23');

		await user.click(undo(1));

		expect(alert()).toHaveTextContent('Er staan nog antwoorden in het rooster.');
		expect(filled()).toBe('23');
		expect(desk.stored.size).toBe(1);

		await user.click(screen.getByRole('button', { name: 'Wis het rooster' }));
		expect(filled()).toBe('');
		expect(item(1)).toHaveFocus();
	});

	test.each([
		['storage fails', { fail: new StorageError('failed') }, 'Bewaren is niet gelukt: er ging iets mis in de app.'],
		[
			'the measurement was closed',
			{ takenBack: { kind: 'refused', reason: 'De meting is gesloten.' } },
			'De meting is gesloten.'
		]
	] satisfies [string, Partial<FakeDesk>, string][])(
		'when %s, says that the form is still stored',
		async (_name, what, why) => {
			const { user, desk } = await openFor('Gemeente');
			await user.keyboard('1{Enter}');
			Object.assign(desk, what);

			await user.click(undo(1));

			expect(alert()).toHaveTextContent(`Formulier 1 is nog altijd bewaard. ${why}`);
			expect(filled()).toBe('');
			expect(undo(1)).toBeVisible();
		}
	);

	test('of a form in whose place others came meanwhile leaves those, and says so', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('1{Enter}');
		desk.takenBack = { kind: 'replaced' };

		await user.click(undo(1));

		expect(alert()).toHaveTextContent(
			'Formulier 1 is niet teruggenomen. Intussen kwamen er andere antwoorden voor in de plaats, uit een bestand of een ander tabblad. Die blijven bewaard.'
		);
		expect(filled()).toBe('');
		expect(undo(1)).toBeVisible();
	});
});

describe('a form that asks how it goes beside last time', () => {
	const [first, second] = dimensionsOf(questionnaire).map(({ dimension }) => dimension);
	const trend = (name = first?.name) => screen.getByLabelText(`Tegenover de vorige keer: ${name}`);
	const last = (first?.items.length ?? 0) + 1;

	async function openAsking() {
		const opened = open(undefined, true);
		await opened.user.click(radio('Gemeente'));
		await opened.user.click(item(1));
		return opened;
	}

	test('has one such cell after the statements of each dimension, and says what to type', async () => {
		const { user } = await openAsking();
		expect(screen.getAllByRole('textbox', { name: /^Tegenover de vorige keer/ })).toHaveLength(
			dimensionsOf(questionnaire).length
		);
		expect(screen.getByText(/Na elk onderdeel komt de rij/)).toBeVisible();

		await user.keyboard('3'.repeat(first?.items.length ?? 0));
		expect(trend()).toHaveFocus();
		await user.keyboard('+');
		expect(item(last)).toHaveFocus();
	});

	test.each([
		['+', '+', 'better'],
		['b', '+', 'better'],
		['B', '+', 'better'],
		['=', '=', 'same'],
		['g', '=', 'same'],
		['-', '-', 'worse'],
		['m', '-', 'worse']
	])('%s fills the cell with %s, and is stored as «%s»', async (key, sign, stored) => {
		const { user, desk } = await openAsking();

		await user.keyboard(`123${key}45`);
		expect(trend()).toHaveValue(sign);
		expect(filled()).toBe('12345');
		await user.keyboard('{Enter}');

		expect(desk.last?.trends).toEqual({ [first?.id ?? '']: stored });
		expect(Object.keys(desk.last?.answers ?? {})).toHaveLength(5);
		expect(trend()).toHaveValue('');
	});

	test('space leaves it open, and Backspace goes back to it and clears it', async () => {
		const { user } = await openAsking();

		await user.keyboard('123 4{Backspace}{Backspace}');
		expect(trend()).toHaveFocus();
		expect(filled()).toBe('123');
		await user.keyboard('={ArrowUp}{Backspace}');
		expect(trend()).toHaveValue('');
	});

	test.each(['4', 'x'])('%s is refused there with a cue', async (key) => {
		const { user } = await openAsking();

		await user.keyboard(`123${key}`);

		expect(trend()).toHaveFocus();
		expect(trend()).toHaveValue('');
		expect(trend()).toBeInvalid();
		expect(trend()).toHaveAccessibleDescription('Typ + of b voor beter, = of g voor gelijk, - of m voor minder goed.');
	});

	test.each(['+', '-', 'b'])('%s is refused at a statement: a digit was left out there', async (key) => {
		const { user } = await openAsking();

		await user.keyboard(`12${key}`);

		expect(item(3)).toHaveFocus();
		expect(item(3)).toBeInvalid();
		expect(filled()).toBe('12');
	});

	test('after the last such cell comes the button', async () => {
		const { user } = await openAsking();

		await user.keyboard(
			dimensionsOf(questionnaire)
				.map(({ dimension }) => `${'3'.repeat(dimension.items.length)}=`)
				.join('')
		);
		expect(save()).toHaveFocus();
		await user.keyboard('{Backspace}');
		expect(trend(dimensionsOf(questionnaire).at(-1)?.dimension.name)).toHaveFocus();
	});

	test('without an answer to a statement is not stored, and nothing is lost', async () => {
		const { user, desk } = await openAsking();

		await user.click(trend());
		await user.keyboard('+{Enter}');

		expect(alert()).toHaveTextContent('Er staat bij geen enkele stelling een antwoord.');
		expect(desk.takeIn).not.toHaveBeenCalled();
		expect(trend()).toHaveValue('+');
	});

	test('comes back whole when it is taken back, and never overwrites one that is being typed', async () => {
		const { user } = await openAsking();
		await user.keyboard('123+{Enter}');
		await user.click(trend(second?.name));
		await user.keyboard('=');

		await user.click(undo(1));
		expect(alert()).toHaveTextContent('Er staan nog antwoorden in het rooster.');
		await user.click(screen.getByRole('button', { name: 'Wis het rooster' }));
		expect(trend(second?.name)).toHaveValue('');
		await user.click(undo(1));

		expect(filled()).toBe('123');
		expect(trend()).toHaveValue('+');
	});

	test('with the same answers and another trend is another form', async () => {
		const { user, desk } = await openAsking();

		await user.keyboard('123+{Enter}123={Enter}');
		expect(desk.stored.size).toBe(2);
		await user.keyboard('123={Enter}');

		expect(alert()).toHaveTextContent('Dit formulier lijkt op nummer 2.');
	});

	test('is not asked otherwise', async () => {
		const { user, desk } = await openFor('Gemeente');
		expect(screen.queryByRole('textbox', { name: /^Tegenover/ })).not.toBeInTheDocument();
		expect(screen.queryByText(/vorige keer/)).not.toBeInTheDocument();

		await user.keyboard('12-4{Enter}');

		expect(desk.last?.trends).toEqual({});
	});
});

test('who goes on another day begins at the next number', async () => {
	const { user } = await openFor('Gemeente');
	await user.click(screen.getByRole('button', { name: 'Typte je eerder al formulieren over?' }));
	const first = screen.getByRole('textbox', { name: 'Begin bij nummer' });
	await user.clear(first);
	await user.type(first, '12');
	await user.click(item(1));

	await user.keyboard('1{Enter}');

	expect(status()).toHaveTextContent('✓ Formulier 12 bewaard (Gemeente)');
});

describe('a grid that was cleared', () => {
	const clear = () => screen.getByRole('button', { name: 'Wis het rooster' });
	const undoClear = () => screen.getByRole('button', { name: 'Maak ongedaan' });

	test('comes back whole, also after a second tap on the same button', async () => {
		const { user, desk } = await openFor('Verenigingen');
		await user.keyboard('1 345');
		await user.dblClick(clear());
		expect(filled()).toBe('');
		expect(status()).toHaveTextContent('Het rooster is gewist.');

		await user.click(undoClear());
		expect(filled()).toBe('1345');
		await user.click(save());
		expect(desk.last).toMatchObject({ groupId: 'g2' });
		expect(Object.keys(desk.last?.answers ?? {})).toHaveLength(4);
	});

	test.each(['{Enter}', ' '])('comes back whole after the key "%s" was pressed once too often', async (key) => {
		const { user } = await openFor('Gemeente');
		await user.keyboard('12345');
		clear().focus();
		await user.keyboard(key.repeat(3));

		await user.click(undoClear());
		expect(filled()).toBe('12345');
	});

	test('of a form that was taken back is the same response after undoing', async () => {
		const { user, desk } = await openFor('Gemeente');
		await user.keyboard('123{Enter}');
		const first = desk.last;
		await user.click(undo(1));
		await user.click(clear());
		await user.click(undoClear());
		await user.click(save());

		expect(desk.last).toMatchObject({ id: first?.id, answers: first?.answers });
	});

	test('is gone once the next answer is typed', async () => {
		const { user } = await openFor('Gemeente');
		await user.keyboard('123');
		await user.click(clear());
		await user.keyboard('4');

		expect(screen.queryByRole('button', { name: 'Maak ongedaan' })).not.toBeInTheDocument();
		expect(filled()).toBe('4');
	});
});

describe('a form that cannot be stored', () => {
	const inFile = () => screen.getByRole('button', { name: 'Bewaar de antwoorden in een bestand' });

	async function intoFile() {
		const saved: Blob[] = [];
		vi.stubGlobal('URL', {
			createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
			revokeObjectURL: () => undefined
		});
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
		const opened = await openFor('Gemeente');
		opened.desk.fail = new Error('Het toestel heeft geen plaats meer.');
		await opened.user.keyboard('123{Enter}');
		await opened.user.click(inFile());
		vi.unstubAllGlobals();
		return { ...opened, saved };
	}

	test('goes into a file, and after clearing the grid the next form is another response', async () => {
		const { user, desk, saved } = await intoFile();
		const failedAs = desk.last;
		expect(saved).toHaveLength(1);
		expect(status()).toHaveTextContent(`Formulier 1 staat in het bestand antwoorden-${failedAs?.id}.json`);
		expect(filled()).toBe('123');

		await user.click(screen.getByRole('button', { name: 'Wis het rooster' }));
		expect(screen.getByRole('heading', { name: 'Formulier 2' })).toBeVisible();
		desk.fail = undefined;
		await user.keyboard('45{Enter}');
		expect(desk.last?.id).not.toBe(failedAs?.id);
	});

	test('and that is stored after all is newer than the file', async () => {
		const { user, desk } = await intoFile();
		const failedAs = desk.last;
		desk.fail = undefined;

		await user.click(save());

		expect(desk.last).toMatchObject({ id: failedAs?.id, revision: 2 });
	});
});

describe('behind the last statement, at the closing question', () => {
	async function atTheEnd() {
		const opened = open(undefined, false, withClosing(questionnaire));
		await opened.user.click(radio('Verenigingen'));
		await opened.user.click(item(items.length - 1));
		await opened.user.keyboard('44');
		return opened;
	}
	const chosen = () => screen.queryAllByRole('checkbox', { checked: true });

	test('one space too many chooses nothing; one that is meant does', async () => {
		const { user } = await atTheEnd();
		await user.keyboard(' ');
		expect(chosen()).toEqual([]);

		vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
		await user.keyboard(' ');
		expect(chosen()).toHaveLength(1);
		await user.tab();
		await user.keyboard(' ');
		expect(chosen()).toHaveLength(2);
	});

	test('Backspace takes the last answer back, and an arrow goes to it', async () => {
		const { user } = await atTheEnd();
		await user.keyboard('{ArrowUp}');
		expect(item(items.length)).toHaveFocus();
		await user.keyboard('3');
		await user.keyboard('{Backspace}');
		expect(item(items.length)).toHaveFocus();
		expect(item(items.length)).toHaveValue('');
	});

	test('a form that could not be stored leaves the typist at the button', async () => {
		const { user, desk } = await atTheEnd();
		desk.fail = new Error('Het toestel heeft geen plaats meer.');
		await user.click(save());
		await vi.waitFor(() => expect(alert()).toHaveTextContent('Formulier 1 is niet bewaard.'));
		expect(save()).toHaveFocus();
		await user.keyboard('5');
		expect(chosen()).toEqual([]);
	});
});

test('the closing question comes after the last statement, is stored with the form and is empty for the next', async () => {
	const { desk, user } = open(undefined, false, withClosing(questionnaire));
	await user.click(radio('Verenigingen'));
	await user.click(item(items.length));
	await user.keyboard('4');
	const [first, second] = dimensionsOf(questionnaire).map(({ dimension }) => dimension) as [Dimension, Dimension];
	expect(screen.getByLabelText(first.name)).toHaveFocus();
	await user.click(screen.getByLabelText(second.name));
	await user.click(screen.getByLabelText(first.name));
	await user.click(save());
	expect(desk.last?.topics).toEqual([first.id, second.id]);
	expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);

	await user.click(undo(1));
	expect(screen.getByLabelText(second.name)).toBeChecked();
	await user.click(screen.getByLabelText('Geen voorkeur'));
	await user.click(save());
	expect(desk.last).toMatchObject({ revision: 2, topics: [] });

	await user.click(item(1));
	await user.keyboard('4');
	await user.click(save());
	expect(desk.last).not.toHaveProperty('topics');
});
