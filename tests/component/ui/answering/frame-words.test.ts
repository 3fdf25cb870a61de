import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, type ComponentProps } from 'svelte';
import { describe, expect, test } from 'vitest';
import FillingForm from '$lib/ui/answering/FillingForm.svelte';
import { aDimension } from '../../../builders/dimension';
import { aFrame } from '../../../builders/frame';

type Props = ComponentProps<typeof FillingForm>;

const gemeente = { id: 'a', name: 'Stad', role: 'gemeente', sideIndex: 0 };
const verenigingen = { id: 'b', name: 'Clubs', role: 'vereniging', sideIndex: 1 };
const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));
const frame = aFrame();

function showForm(changes: Partial<Props> = {}) {
	const props: Props = {
		dimension: aDimension(),
		themeName: 'Waarderen',
		themeIndex: 2,
		place: 1,
		count: 12,
		scale: { points: ['1', '2', '3', '4', '5'], unknown: 'Weet niet' },
		frame,
		sides: [verenigingen],
		answerOf: () => undefined,
		onchoose: () => undefined,
		notes: undefined,
		status: { kind: 'idle' },
		onretry: () => undefined,
		progress: snippet('<p>Stap</p>'),
		moves: snippet('<a href="#volgende">Volgende</a>'),
		...changes
	};
	return render(FillingForm, props);
}

const termsOf = (role: string) => frame.terms.find((term) => term.for === role)?.text ?? '';
const words = () => screen.getByRole('button', { name: 'Wat betekenen de woorden?' });

describe('what an answer is about', () => {
	test('stands whole above the first statements, in the words of the own role', () => {
		showForm();

		expect(screen.getByText(frame.question)).toBeVisible();
		expect(screen.getByText(frame.period)).toBeVisible();
		expect(screen.getByText(termsOf('vereniging'))).toBeVisible();
		expect(screen.getByText(frame.partly ?? '')).toBeVisible();
		expect(screen.getByText(frame.unknown)).toBeVisible();
		expect(screen.queryByText(termsOf('gemeente'))).toBeNull();
	});

	test('can be folded there, and is a question and a period at the next ones, with the words a press away', async () => {
		const user = userEvent.setup({ pointerEventsCheck: 0 });
		const { rerender } = showForm();
		await user.click(words());
		expect(screen.getByText(frame.unknown)).not.toBeVisible();

		await rerender({ place: 2 });
		expect(screen.getByText(frame.question)).toBeVisible();
		expect(screen.getByText(frame.period)).toBeVisible();
		expect(screen.getByText(frame.unknown)).not.toBeVisible();
		await user.click(words());
		expect(screen.getByText(termsOf('vereniging'))).toBeVisible();
	});

	test('has the words of each role where several answer, under the names of their groups', () => {
		const youth = { id: 'c', name: 'Jeugd', role: 'vereniging', sideIndex: 2 };
		showForm({ sides: [gemeente, verenigingen, youth] });

		expect(screen.getByText(/wie er werkt/)).toHaveTextContent(`Stad: ${termsOf('gemeente')}`);
		expect(screen.getByText(/eigen vereniging/)).toHaveTextContent(`Clubs, Jeugd: ${termsOf('vereniging')}`);
	});

	test('names the statements together, so that it is heard once and not at each of them', () => {
		showForm();

		const asked = screen.getByRole('group', { name: frame.question });
		const statements = within(asked).getAllByRole('group');
		expect(statements.map((one) => one.getAttribute('aria-describedby'))).toEqual([null, null]);
	});

	test('is not there where the questionnaire declares none', () => {
		showForm({ frame: undefined });

		expect(screen.queryByRole('button', { name: 'Wat betekenen de woorden?' })).toBeNull();
		expect(screen.getAllByRole('group')).toHaveLength(aDimension().items.length);
	});
});
