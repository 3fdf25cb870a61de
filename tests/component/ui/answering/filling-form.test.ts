import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, tick, type ComponentProps } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import type { Dimension } from '$lib/domain/questionnaire/questionnaire';
import FillingForm from '$lib/ui/answering/FillingForm.svelte';
import { aDimension } from '../../../builders/dimension';

type Props = ComponentProps<typeof FillingForm>;

const dimension = aDimension();
const nextDimension: Dimension = {
	...dimension,
	id: 'regie',
	name: 'Regie',
	items: [{ id: 'taken', statement: 'De taken zijn verdeeld.', explanation: 'Bijvoorbeeld een draaiboek.' }]
};
const gemeente = { id: 'gemeente', name: 'Gemeente', role: 'gemeente', sideIndex: 0 };
const verenigingen = { id: 'verenigingen', name: 'Verenigingen', role: 'vereniging', sideIndex: 1 };

function newNotes(texts: Record<string, string> = {}) {
	return {
		of: (itemId: string) => texts[itemId] ?? '',
		joined: () => undefined,
		onwrite: vi.fn<(itemId: string, text: string) => void>()
	};
}

let now = Date.now();
/** Long after the last press of another test, by no clock outside: what was just pressed is pressed in the test. */
const longAfter = () => (now += 600_000);

const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));

function showForm(changes: Partial<Props> = {}) {
	const onchoose = vi.fn<(sideId: string, itemId: string, answer: Answer) => void>();
	const onretry = vi.fn();
	const { rerender } = render(FillingForm, {
		dimension,
		themeName: 'Waarderen',
		themeIndex: 2,
		place: 3,
		count: 12,
		scale: { points: ['Helemaal niet', 'Eerder niet', 'Deels', 'Grotendeels', 'Volledig'], unknown: 'Weet niet' },
		frame: undefined,
		sides: [gemeente, verenigingen],
		answerOf: () => undefined,
		onchoose,
		notes: newNotes(),
		status: { kind: 'idle' },
		onretry,
		progress: snippet('<p>Stap drie</p>'),
		moves: snippet('<a href="#volgende">Volgende</a>'),
		...changes
	});
	// Just after a press a view takes none; only the tests of a pointer look at that.
	const user = userEvent.setup({ pointerEventsCheck: 0 });
	return { user, onchoose, onretry, change: (props: Partial<Props>) => rerender(props) };
}

const textOf = (id: string) => document.getElementById(id)?.textContent;
const groupNames = () =>
	screen.getAllByRole('group').map((group) => group.getAttribute('aria-labelledby')?.split(' ').map(textOf).join(' '));
const group = (side: string, statement = 'De inzet wordt gezien.') =>
	screen.getByRole('group', { name: `${side}: ${statement}` });
const noteButtons = () => screen.queryAllByRole('button', { name: 'Notitie' });
/** Also one that is closed. */
const note = (statement = 'De inzet wordt gezien.') => screen.getByLabelText(`Notitie bij: ${statement}`);

describe('the form', () => {
	test('says which dimension this is, and where in the questionnaire', () => {
		showForm();

		expect(screen.getByRole('heading', { level: 1, name: 'Waardering voor vrijwilligers' })).toBeVisible();
		expect(screen.getByText('Onderdeel 3 van 12 · Waarderen')).toBeVisible();
	});

	test('has every statement as a heading, in order', () => {
		showForm();

		expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
			'De inzet wordt gezien.',
			'Samen vieren hoort erbij.'
		]);
	});

	test('keeps the example of a statement closed until someone asks for it', async () => {
		const { user } = showForm();
		expect(screen.getByText('Bijvoorbeeld een bedankje.')).not.toBeVisible();

		const [first] = screen.getAllByRole('button', { name: 'Waar denk je aan?' });
		if (first) await user.click(first);

		expect(screen.getByText('Bijvoorbeeld een bedankje.')).toBeVisible();
		expect(screen.getByText('Bijvoorbeeld een etentje.')).not.toBeVisible();
	});

	test('shows the next dimension with everything closed again', async () => {
		const { user, change } = showForm();
		const [first] = screen.getAllByRole('button', { name: 'Waar denk je aan?' });
		if (first) await user.click(first);

		await change({ dimension: nextDimension, place: 4 });

		expect(screen.getByRole('heading', { level: 1, name: 'Regie' })).toBeVisible();
		expect(screen.getByText('Bijvoorbeeld een draaiboek.')).not.toBeVisible();
	});
});

describe('the sides', () => {
	test('each answer each statement, when they fill in together', () => {
		showForm();

		expect(groupNames()).toEqual([
			'Gemeente: De inzet wordt gezien.',
			'Verenigingen: De inzet wordt gezien.',
			'Gemeente: Samen vieren hoort erbij.',
			'Verenigingen: Samen vieren hoort erbij.'
		]);
	});

	test('can be one alone, for a respondent', () => {
		showForm({ sides: [verenigingen] });

		expect(groupNames()).toEqual(['De inzet wordt gezien.', 'Samen vieren hoort erbij.']);
	});

	test('have each their own answers', () => {
		const given: Record<string, Answer> = { 'gemeente inzet': 2, 'verenigingen feest': 'unknown' };
		showForm({ answerOf: (sideId: string, itemId: string) => given[`${sideId} ${itemId}`] });

		const checked = screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked);
		expect(checked).toHaveLength(2);
		expect(within(group('Gemeente')).getByRole('radio', { name: '2 Eerder niet' })).toBeChecked();
		expect(
			within(group('Verenigingen', 'Samen vieren hoort erbij.')).getByRole('radio', { name: 'Weet niet' })
		).toBeChecked();
	});

	test('choose for their own statement', async () => {
		const { user, onchoose } = showForm();

		await user.click(within(group('Verenigingen')).getByRole('radio', { name: '4 Grotendeels' }));
		await user.click(within(group('Gemeente', 'Samen vieren hoort erbij.')).getByRole('radio', { name: 'Weet niet' }));

		expect(onchoose.mock.calls).toEqual([
			['verenigingen', 'inzet', 4],
			['gemeente', 'feest', 'unknown']
		]);
	});
});

describe('a pointer', () => {
	beforeEach(() => {
		// Of the test before.
		document.body.style.pointerEvents = '';
		vi.useFakeTimers({ now: longAfter() });
	});
	afterEach(() => {
		vi.runAllTimers();
		vi.useRealTimers();
	});

	/** Hands that do not wait: the clock is the test's. */
	const tap = (element: Element) => userEvent.setup({ delay: null }).click(element);
	const ignored = /pointer-events/;
	const later = async (milliseconds: number) => {
		vi.advanceTimersByTime(milliseconds);
		await tick();
	};
	const choice = (statement: string) =>
		within(group('Gemeente', statement)).getByRole('radio', { name: '4 Grotendeels' });

	test('answers the first dimension at once, when nobody pressed anything just before', async () => {
		await later(2000);
		const { onchoose } = showForm();

		await tap(choice('De inzet wordt gezien.'));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith('gemeente', 'inzet', 4);
	});

	test('does nothing just after the form appeared under it, as with a second tap on a group', async () => {
		await tap(document.body);
		const { onchoose } = showForm();

		await expect(tap(choice('De inzet wordt gezien.'))).rejects.toThrow(ignored);
		await later(300);
		await expect(tap(choice('De inzet wordt gezien.'))).rejects.toThrow(ignored);
		expect(onchoose).not.toHaveBeenCalled();
		await later(200);
		await tap(choice('De inzet wordt gezien.'));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith('gemeente', 'inzet', 4);
	});

	test('does nothing just after another dimension appeared, as with a second tap on «Volgende»', async () => {
		const { onchoose, change } = showForm();
		await tap(document.body);

		await change({ dimension: nextDimension, place: 4 });

		await expect(tap(choice('De taken zijn verdeeld.'))).rejects.toThrow(ignored);
		await expect(tap(screen.getByRole('link', { name: 'Volgende' }))).rejects.toThrow(ignored);
		await later(300);
		await expect(tap(choice('De taken zijn verdeeld.'))).rejects.toThrow(ignored);
		expect(onchoose).not.toHaveBeenCalled();
	});

	test('answers the other dimension half a second later', async () => {
		const { onchoose, change } = showForm();
		await tap(document.body);
		await change({ dimension: nextDimension, place: 4 });

		await later(500);
		await tap(choice('De taken zijn verdeeld.'));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith('gemeente', 'taken', 4);
	});

	test('is ignored from the last dimension that appeared', async () => {
		const { onchoose, change } = showForm();
		await tap(document.body);
		await change({ dimension: nextDimension, place: 4 });
		await later(300);
		await change({ dimension, place: 3 });

		await later(300);
		await expect(tap(choice('De inzet wordt gezien.'))).rejects.toThrow(ignored);
		await later(200);
		await tap(choice('De inzet wordt gezien.'));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith('gemeente', 'inzet', 4);
	});

	test('goes on answering while the same dimension shows something else', async () => {
		await later(2000);
		const { onchoose, change } = showForm();

		await change({ status: { kind: 'saving' }, answerOf: () => 2 });
		await tap(choice('De inzet wordt gezien.'));

		expect(onchoose).toHaveBeenCalledExactlyOnceWith('gemeente', 'inzet', 4);
	});

	test('is all that waits: a key answers another dimension at once', async () => {
		const { onchoose, change } = showForm();
		await tap(document.body);
		await change({ dimension: nextDimension, place: 4 });

		choice('De taken zijn verdeeld.').focus();
		await userEvent.setup({ delay: null }).keyboard('5');

		expect(onchoose).toHaveBeenCalledExactlyOnceWith('gemeente', 'taken', 5);
	});
});

describe('the notes', () => {
	beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: longAfter() }));
	afterEach(() => void vi.useRealTimers());

	test('are one for each statement, closed as long as there is none', () => {
		showForm();

		expect(noteButtons()).toHaveLength(2);
		expect(note()).not.toBeVisible();
	});

	test('are open where there is one already', () => {
		showForm({ notes: newNotes({ feest: 'Het etentje' }) });

		expect(note('Samen vieren hoort erbij.')).toBeVisible();
		expect(note('Samen vieren hoort erbij.')).toHaveValue('Het etentje');
		expect(note()).not.toBeVisible();
	});

	test('are written at their own statement', async () => {
		const notes = newNotes();
		const { user } = showForm({ notes });
		const [first] = noteButtons();
		if (first) await user.click(first);

		await user.type(note(), 'Ja');

		expect(notes.onwrite.mock.lastCall).toEqual(['inzet', 'Ja']);
	});

	test('a digit in a note is no answer', async () => {
		const notes = newNotes({ inzet: 'In ' });
		const { user, onchoose } = showForm({ notes });

		await user.type(note(), '5');

		expect(notes.onwrite).toHaveBeenLastCalledWith('inzet', 'In 5');
		expect(onchoose).not.toHaveBeenCalled();
	});

	test('are absent where they are not allowed', () => {
		showForm({ notes: undefined });

		expect(noteButtons()).toEqual([]);
		expect(screen.queryByRole('textbox', { hidden: true })).not.toBeInTheDocument();
	});
});

describe('the foot', () => {
	test('has the moves, and above them what is said before the end', () => {
		showForm({ foot: snippet('<p>Nog niet volledig</p>') });

		const move = screen.getByRole('link', { name: 'Volgende' });
		expect(move).toBeVisible();
		const said = screen.getByText('Nog niet volledig');
		expect(said.compareDocumentPosition(move)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
	});

	test('may have nothing but the moves', () => {
		showForm();

		expect(screen.getByRole('link', { name: 'Volgende' })).toBeVisible();
	});

	test('the progress comes before the first statement', () => {
		showForm();

		const statement = screen.getByRole('heading', { name: 'De inzet wordt gezien.' });
		const order = screen.getByText('Stap drie').compareDocumentPosition(statement);
		expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
	});

	test('says how saving goes, and lets people try again', async () => {
		const { user, onretry, change } = showForm({ status: { kind: 'saved' } });
		expect(screen.getByText('✓ Bewaard op dit toestel')).toBeVisible();

		await change({ status: { kind: 'failed', message: 'Het toestel heeft geen plaats meer.' } });
		expect(screen.getByRole('alert')).toHaveTextContent('Het toestel heeft geen plaats meer.');
		await user.click(screen.getByRole('button', { name: 'Probeer opnieuw te bewaren' }));

		expect(onretry).toHaveBeenCalledOnce();
	});
});
