import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Score } from '$lib/domain/measurement/measurement';
import Presentation from '../../../../src/routes/tonen/Presentation.svelte';
import { aPartnership } from '../../../builders/records';
import { workshop, workshopWithClosing, type Workshop } from '../../../builders/workshop';

// jsdom has no canvas and no fonts; what the canvas shows is the browser journeys' matter.
vi.mock('$lib/charts/overview/radar-chart', () => ({ drawRadar: () => ({ destroy: () => undefined }) }));
beforeEach(() => {
	Object.defineProperty(document, 'fonts', { configurable: true, value: { check: () => true } });
});

/** By rank: waardering (a large gap), then openheid; regie has no answers. */
const measured = () =>
	workshop({ basishouding: { openheid: 3, waardering: 3 }, regierol: { regie: 3 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4, 4, 4], waardering: [4, 4, 4] }, { openheid: [3, 3, 3], waardering: [5, 5, 5] })
		.answersTogether('Verenigingen', { openheid: [4, 4, 4], waardering: [2, 2, 2] });

function resultOf(room: Workshop) {
	return {
		partnership: aPartnership(),
		measurement: room.measurement(),
		questionnaire: room.questionnaire,
		figures: room.figures(),
		advice: room.advice(),
		topics: room.topics()
	};
}

function present(step = 1, agreed: { score?: Score | null; note?: string } = {}, room: Workshop = measured()) {
	const choose = vi.fn<(dimensionId: string, score: Score | null) => void>();
	const writeNote = vi.fn<(dimensionId: string, note: string) => void>();
	const { rerender } = render(Presentation, {
		step,
		result: resultOf(room),
		agreed: {
			scoreOf: () => agreed.score ?? null,
			noteOf: () => agreed.note ?? '',
			noteJoined: () => undefined,
			choose,
			writeNote,
			status: { kind: 'idle' },
			retry: vi.fn()
		}
	});
	/** What another tab makes of the answers while the presentation is on the wall. */
	const follow = (changed: Workshop) => rerender({ result: resultOf(changed) });
	return { user: userEvent.setup(), choose, writeNote, follow };
}

const OVERVIEW = /^Onderdeel waardering: gemeente 4,5, verenigingen 2,0/;
const WAARDERING = 'Onderdeel waardering';
const OPENHEID = 'Onderdeel openheid';

const heading = () => screen.getByRole('heading', { level: 1 });
const note = () => screen.getByRole('textbox', { name: 'Notitie bij het gesprek' });
const radio = (name: string) =>
	within(screen.getByRole('group', { name: 'Afgesproken score' })).getByRole('radio', { name });

describe('the steps', () => {
	test('begin with the one sentence, the radar and the sides', () => {
		present();

		expect(heading()).toHaveTextContent(OVERVIEW);
		expect(screen.getAllByRole('img', { name: /^Radar van 1 tot 5/ })).not.toHaveLength(0);
		expect(screen.getByText('Verenigingen')).toBeVisible();
		expect(screen.getByText('1 van 3')).toBeVisible();
	});

	test('begin with bars when there are too few dimensions for a radar', () => {
		const one = workshop({ basishouding: { openheid: 1 } })
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', { openheid: [4] });
		present(1, {}, one);

		expect(screen.getByRole('img', { name: /^Staven van 1 tot 5 met een staaf voor Gemeente/ })).toBeVisible();
		expect(screen.getByText('4,0')).toBeVisible();
	});

	test('name the dimensions that have too few answers for a step', () => {
		present();

		expect(screen.getByText('Te weinig antwoorden om te tonen: Onderdeel regie.')).toBeVisible();
	});

	test('go on with the dimensions by rank, and stop at the last', async () => {
		const { user } = present();

		await user.click(screen.getByRole('button', { name: 'Volgende' }));
		expect(heading()).toHaveTextContent(WAARDERING);
		await user.click(screen.getByRole('button', { name: 'Volgende' }));
		expect(heading()).toHaveTextContent(OPENHEID);
		expect(screen.getByText('3 van 3')).toBeVisible();
		expect(screen.getByRole('button', { name: 'Volgende' })).toBeDisabled();
		expect(screen.getByRole('button', { name: 'Vorige' })).toBeEnabled();
	});

	test.each([
		[0, OVERVIEW],
		[Number.NaN, OVERVIEW],
		[2, WAARDERING],
		[99, OPENHEID]
	])('from an address with step %s show the nearest there is', (step, name) => {
		present(step);

		expect(heading()).toHaveTextContent(name);
	});

	test('without any answers are the first one only', () => {
		const nobody = workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
		present(1, {}, nobody);

		expect(heading()).toHaveTextContent('Er zijn nog te weinig antwoorden');
		expect(screen.getByText('1 van 1')).toBeVisible();
	});

	test('stay what they are when another answer changes the rank, or takes a score away', async () => {
		const { follow } = present(2);
		note().focus();
		const room = () =>
			workshop({ basishouding: { openheid: 3, waardering: 3 }, regierol: { regie: 3 } })
				.group('gemeente', 'Gemeente')
				.group('vereniging', 'Verenigingen');

		await follow(room().answers('Gemeente', { openheid: [1, 1, 1], waardering: [5, 5, 5], regie: [1, 1, 1] }));
		expect(heading()).toHaveTextContent(WAARDERING);
		expect(screen.getByText('2 van 4')).toBeVisible();
		expect(screen.getByText('5,0')).toBeVisible();

		await follow(room().answers('Gemeente', { openheid: [1, 1, 1] }));
		expect(heading()).toHaveTextContent(WAARDERING);
		expect(screen.getByText('2 van 4')).toBeVisible();
		expect(note()).toHaveFocus();
	});

	test('can be left for the result', () => {
		present(2);

		expect(screen.getByRole('link', { name: 'Sluit de presentatie' })).toHaveAttribute(
			'href',
			expect.stringMatching(/resultaat\/\?meting=m$/)
		);
	});
});

describe('a dimension', () => {
	test('gives the figures of both sides in words, with what they rest on', () => {
		present(2);

		const figures = screen.getAllByRole('listitem').map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim());
		expect(figures).toEqual([
			'Gemeente 4,5 (2 mensen, van 4,0 tot 5,0)',
			'Verenigingen 2,0 (gezamenlijk antwoord)',
			'groot verschil van 2,5'
		]);
	});

	test('asks the first question that fits', () => {
		present(2);

		expect(screen.getByText('Waarom?')).toBeVisible();
	});

	test('has the strip of both sides with its text alternative', () => {
		present(2);

		expect(screen.getByRole('img', { name: `${WAARDERING}: Gemeente 4,5, Verenigingen 2,0` })).toBeVisible();
	});

	test('says when a side has too few answers', () => {
		const alone = workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
		present(2, {}, alone.answers('Gemeente', { openheid: [4, 4, 4] }));

		expect(screen.getByText('(te weinig antwoorden)')).toBeVisible();
	});
});

describe('the keys', () => {
	test.each([
		['{ArrowRight}', 1, WAARDERING],
		['{PageDown}', 1, WAARDERING],
		[' ', 1, WAARDERING],
		['{End}', 1, OPENHEID],
		['{ArrowLeft}', 3, WAARDERING],
		['{PageUp}', 3, WAARDERING],
		['{Home}', 3, OVERVIEW],
		['{PageUp}', 1, OVERVIEW],
		['{PageDown}', 3, OPENHEID]
	])('%s at step %i leads to %s', async (key, step, name) => {
		const { user } = present(step);

		await user.keyboard(key);

		expect(heading()).toHaveTextContent(name);
	});

	test('move the focus to the heading of the step', async () => {
		const { user } = present();

		await user.keyboard('{ArrowRight}');

		expect(heading()).toHaveFocus();
	});

	test.each(['{ArrowRight}', '{ArrowLeft}', ' ', '{Home}', '{End}', '{PageDown}', '{PageUp}'])(
		'%s in the note stays there',
		async (key) => {
			const { user } = present(2);
			await user.click(note());

			await user.keyboard(key);

			expect(heading()).toHaveTextContent(WAARDERING);
			expect(note()).toHaveFocus();
		}
	);

	test.each(['{ArrowRight}', '{ArrowLeft}', ' '])('%s at the agreed score is the choice of a score', async (key) => {
		const { user } = present(2, { score: 3 });
		radio('3 3').focus();

		await user.keyboard(key);

		expect(heading()).toHaveTextContent(WAARDERING);
	});

	test.each([
		['{PageDown}', OPENHEID],
		['{PageUp}', OVERVIEW]
	])('%s of a clicker moves on from the agreed score as well, where it means nothing else', async (key, name) => {
		const { user } = present(2, { score: 3 });
		radio('3 3').focus();

		await user.keyboard(key);

		expect(heading()).toHaveTextContent(name);
	});

	test.each([' ', '{PageDown}', '{PageUp}'])('"%s" on a link is the link’s', async (key) => {
		const { user } = present(2);
		const link = screen.getByRole('link', { name: 'Sluit de presentatie' });
		link.focus();

		await user.keyboard(key);

		expect(heading()).toHaveTextContent(WAARDERING);
		expect(link).toHaveFocus();
	});

	test('with Alt, Ctrl or Meta are the browser’s', async () => {
		const { user } = present(2);

		await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Control>}{PageDown}{/Control}{Meta>}{ArrowRight}{/Meta}');

		expect(heading()).toHaveTextContent(WAARDERING);
	});

	test('the space bar on a button presses that button', async () => {
		const { user } = present(2);
		screen.getByRole('button', { name: 'Vorige' }).focus();

		await user.keyboard(' ');

		expect(heading()).toHaveTextContent(OVERVIEW);
	});
});

describe('the agreed score', () => {
	test('is none before the room agrees', () => {
		present(2);

		expect(radio('Nog geen')).toBeChecked();
	});

	test('is stored for the dimension on the screen', async () => {
		const { user, choose } = present(2);

		await user.click(radio('4 4'));

		expect(choose.mock.calls).toEqual([['waardering', 4]]);
	});

	test('can be taken back', async () => {
		const { user, choose } = present(3, { score: 4 });
		expect(radio('4 4')).toBeChecked();

		await user.click(radio('Nog geen'));

		expect(choose.mock.calls).toEqual([['openheid', null]]);
	});

	test('is in the text alternative of the strip, beside the answers', () => {
		present(2, { score: 3 });

		expect(
			screen.getByRole('img', { name: `${WAARDERING}: Gemeente 4,5, Verenigingen 2,0; afgesproken score 3` })
		).toBeVisible();
	});

	test('comes with a note', async () => {
		const { user, writeNote } = present(2, { note: 'Eerste' });
		expect(note()).toHaveValue('Eerste');

		await user.type(note(), '!');

		expect(writeNote.mock.calls).toEqual([['waardering', 'Eerste!']]);
	});
});

describe('what people surely want to talk about', () => {
	const asked = () =>
		workshopWithClosing({ basishouding: { openheid: 3, waardering: 3 } })
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers(
				'Gemeente',
				{ openheid: [4, 4, 4], waardering: [4, 4, 4] },
				{ openheid: [3, 3, 3], waardering: [5, 5, 5] }
			)
			.answersTogether('Verenigingen', { openheid: [4, 4, 4], waardering: [2, 2, 2] })
			.want('Gemeente', ['openheid'], ['openheid', 'waardering'])
			.wantTogether('Verenigingen', ['waardering']);

	test('stands beside the picture, and at the name of each dimension, in the computed order', () => {
		present(1, {}, asked());

		expect(screen.getByRole('heading', { name: 'Waarover wil je het vandaag zeker hebben?' })).toBeVisible();
		expect(screen.getByText('Gemeente, van 2: openheid 2 en waardering 1.')).toBeVisible();
		expect(screen.getByText('Verenigingen: samen waardering.')).toBeVisible();
	});

	test('is said of a dimension in its step', () => {
		present(2, {}, asked());

		expect(heading()).toHaveTextContent(WAARDERING);
		expect(
			screen.getByText('Wil het hier zeker over hebben: 1 van 2 (Gemeente); samen gekozen (Verenigingen)')
		).toBeVisible();
	});

	test('is nowhere when nobody was asked', () => {
		present();

		expect(screen.queryByText(/zeker hebben|zeker over hebben/)).toBeNull();
	});
});
