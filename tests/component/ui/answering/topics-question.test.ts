import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Topics } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import ChoiceQuestion from '$lib/ui/answering/ChoiceQuestion.svelte';
import { topicsQuestion, type Several } from '$lib/ui/answering/questions';
import { closing, withClosing } from '../../../builders/closing';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

const published = publishedQuestionnaire('samenwerking', '1.0.0');
const dimensions = dimensionsOf(published).map(({ dimension }) => dimension);
const [first, second, third] = dimensions.map(({ name }) => name) as [string, string, string];
const [firstId, secondId] = dimensions.map(({ id }) => id) as [string, string];

function ask(topics?: Topics, questionnaire: Questionnaire = withClosing(published)) {
	const onchoose = vi.fn<(topics: Topics | undefined) => void>();
	const questionWith = (given: Topics | undefined): Several => {
		const question = topicsQuestion(questionnaire, given, (chosen) => {
			onchoose(chosen);
			void rerender({ question: questionWith(chosen) });
		});
		if (!question) throw new Error('This questionnaire has no closing question');
		return question;
	};
	const { rerender } = render(ChoiceQuestion, { question: questionWith(topics) });
	return { user: userEvent.setup(), onchoose };
}

const box = (name: string) => screen.getByRole('checkbox', { name });
const checked = () =>
	screen
		.getAllByRole('checkbox', { checked: true })
		.map((one) => (one as HTMLInputElement).closest('label')?.textContent.trim());

describe('the closing question', () => {
	test('has a box for each dimension by its plain name, and one for no preference', () => {
		ask();
		const group = screen.getByRole('group', { name: 'Waarover wil je het vandaag zeker hebben?' });
		expect(group).toHaveAccessibleDescription(
			'Kies er hoogstens twee. Dit telt in geen enkele score mee. Je mag dit overslaan.'
		);
		expect(screen.getAllByRole('checkbox')).toHaveLength(dimensions.length + 1);
		expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
	});

	test('gives the chosen ones in questionnaire order, whatever came first', async () => {
		const { user, onchoose } = ask();
		await user.click(box(second));
		await user.click(box(first));
		expect(onchoose.mock.calls).toEqual([[[secondId]], [[firstId, secondId]]]);
		expect(checked()).toEqual([first, second]);
	});

	test('says why no more can be chosen, where people come and try, until one is taken away', async () => {
		const { user, onchoose } = ask([firstId, secondId]);
		const why = 'Je koos er 2: meer kan niet. Vink er eerst een uit als je een ander wilt.';
		expect(screen.getByRole('status')).toHaveTextContent(why);
		expect(box(third)).toHaveAttribute('aria-disabled', 'true');
		expect(box(third)).toHaveAccessibleDescription(why);
		expect(box(third)).toBeEnabled();

		await user.click(box(third));
		expect(onchoose).not.toHaveBeenCalled();
		expect(checked()).toEqual([first, second]);

		await user.click(box(first));
		expect(screen.getByRole('status')).toHaveTextContent(/^$/);
		await user.click(box(third));
		expect(checked()).toEqual([second, third]);
	});

	test('no preference stands alone', async () => {
		const { user, onchoose } = ask([firstId, secondId]);
		await user.click(box('Geen voorkeur'));
		expect(onchoose).toHaveBeenLastCalledWith([]);
		expect(checked()).toEqual(['Geen voorkeur']);
		await user.click(box(first));
		expect(checked()).toEqual([first]);
	});

	test.each([
		['a dimension', [firstId], first],
		['no preference', [], 'Geen voorkeur']
	])('the last box that is unticked leaves it unanswered: %s', async (_what, topics, name) => {
		const { user, onchoose } = ask(topics);
		await user.click(box(name));
		expect(onchoose).toHaveBeenCalledExactlyOnceWith(undefined);
	});

	test('goes by the keyboard alone', async () => {
		const { user } = ask();
		await user.tab();
		await user.keyboard(' ');
		await user.tab();
		await user.keyboard(' ');
		await user.tab();
		await user.keyboard(' ');
		expect(box(third)).toHaveFocus();
		expect(checked()).toEqual([first, second]);
	});

	test('is not there where the questionnaire has none', () => {
		expect(topicsQuestion(published, undefined, () => undefined)).toBeUndefined();
	});

	test('has no box for no preference where the questionnaire has no words for it', () => {
		ask(undefined, { ...published, closing: { ...closing, none: undefined } });
		expect(screen.getAllByRole('checkbox')).toHaveLength(dimensions.length);
	});
});
