import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Commitment } from '$lib/domain/measurement/commitment';
import type { Score } from '$lib/domain/measurement/measurement';
import type { Commitments } from '$lib/state/results/commitments.svelte';
import Presentation from '../../../../src/routes/tonen/Presentation.svelte';
import { aPartnership, commitmentOf } from '../../../builders/records';
import { workshop, workshopWithClosing, type Workshop } from '../../../builders/workshop';

// jsdom lays nothing out: nothing has a size there.
vi.stubGlobal(
	'ResizeObserver',
	class {
		observe = () => undefined;
		unobserve = () => undefined;
		disconnect = () => undefined;
	}
);
// jsdom knows no window over a page: there it just opens and closes.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
	this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
	this.open = false;
};

/** What the browser tells when people leave it by the key. */
const byEscape = () => new Event('cancel', { cancelable: true });
const dialogOf = (inside: HTMLElement) => inside.closest('dialog') ?? inside;

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
		topics: room.topics(),
		counts: [
			{ groupId: 'gemeente', responses: 2 },
			{ groupId: 'vereniging', responses: 0 }
		]
	};
}

interface Before {
	score?: Score | null;
	note?: string;
	chosen?: readonly string[];
	made?: readonly Commitment[];
}

function present(step: number | string = 1, before: Before = {}, room: Workshop = measured()) {
	const choose = vi.fn<(dimensionId: string, score: Score | null) => void>();
	const writeNote = vi.fn<(dimensionId: string, note: string) => void>();
	const chooseTopics = vi.fn<(ids: readonly string[]) => void>();
	const add = vi
		.fn<Commitments['add']>()
		.mockResolvedValue({ kind: 'saved', commitment: commitmentOf(measured().measurement(), 'a') });
	const stored = {
		agreed: {
			scoreOf: () => before.score ?? null,
			noteOf: () => before.note ?? '',
			noteJoined: () => undefined,
			choose,
			writeNote,
			status: { kind: 'idle' as const },
			retry: vi.fn()
		},
		chosen: { ids: before.chosen ?? [], choose: chooseTopics, status: { kind: 'idle' as const }, retry: vi.fn() },
		commitments: { list: [...(before.made ?? [])], add, beginWriting: () => () => undefined }
	};
	const { rerender } = render(Presentation, {
		step: String(step),
		result: resultOf(room),
		...stored,
		today: '2026-05-01'
	});
	/** What another tab makes of the answers while the presentation is on the wall. */
	const follow = (changed: Workshop) => rerender({ result: resultOf(changed) });
	const followChoice = (ids: readonly string[]) => rerender({ chosen: { ...stored.chosen, ids } });
	return { user: userEvent.setup(), choose, writeNote, chooseTopics, add, follow, followChoice };
}

const OVERVIEW = /^Onderdeel waardering: gemeente 4,5, verenigingen 2,0/;
const WAARDERING = /^Onderdeel waardering,/;
const OPENHEID = /^Onderdeel openheid,/;
const REGIE = /^Onderdeel regie,/;
const ENDING = 'Dit ligt op tafel';

const heading = () => screen.getByRole('heading', { level: 1 });
const note = () => screen.getByRole('textbox', { name: 'Notitie' });
const button = (name: string) => screen.getByRole('button', { name });
const radio = (name: string) =>
	within(screen.getByRole('radiogroup', { name: 'Samen geven we' })).getByRole('radio', { name });

describe('the slides', () => {
	test('begin with both figures, the table of all dimensions and what is proposed', () => {
		present();

		expect(heading()).toHaveTextContent(OVERVIEW);
		expect(screen.getByRole('img', { name: /Onderdeel openheid/ })).toBeVisible();
		expect(screen.getByText('Dit is een voorstel.')).toBeVisible();
	});

	test('show the radar of the same figures after one press', async () => {
		const { user } = present();

		await user.click(button('Radar'));

		expect(button('Radar')).toHaveAttribute('aria-pressed', 'true');
		expect(screen.getAllByRole('img', { name: /^Radar van 1 tot 5/ })).not.toHaveLength(0);
	});

	test('go on with the dimensions by rank, and end with what is agreed', async () => {
		const { user } = present();

		await user.click(button('Eerste onderwerp'));
		expect(heading()).toHaveTextContent(WAARDERING);
		expect(screen.getByText('1 van 2')).toBeVisible();
		await user.click(button('Volgende'));
		expect(heading()).toHaveTextContent(OPENHEID);
		await user.click(button('Volgende'));
		expect(heading()).toHaveTextContent(ENDING);
		await user.click(button('Vorige'));
		expect(heading()).toHaveTextContent(OPENHEID);
	});

	test.each([
		[0, OVERVIEW],
		['onzin', OVERVIEW],
		[2, WAARDERING],
		['regie', REGIE],
		[99, ENDING]
	])('from an address with step %s show the nearest there is', (step, name) => {
		present(step);

		expect(heading()).toHaveTextContent(name);
	});

	test('without any answers are the overview and the end', async () => {
		const nobody = workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
		const { user } = present(1, {}, nobody);

		expect(heading()).toHaveTextContent('Er zijn nog te weinig antwoorden');
		await user.click(button('Naar de afspraken'));
		expect(heading()).toHaveTextContent(ENDING);
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
		expect(screen.getByText('1 van 3')).toBeVisible();

		await follow(room().answers('Gemeente', { openheid: [1, 1, 1] }));
		expect(heading()).toHaveTextContent(WAARDERING);
		expect(note()).toHaveFocus();
	});

	test('can all be reached from a list, those that nobody chose too', async () => {
		const { user } = present(2);

		await user.click(button('Alle onderwerpen'));
		await user.click(button('Onderdeel regie'));

		expect(heading()).toHaveTextContent(REGIE);
		expect(screen.getByText('niet gekozen')).toBeVisible();
		await user.click(button('Volgende'));
		expect(heading()).toHaveTextContent(WAARDERING);
	});

	test('can be left for the result', async () => {
		const { user } = present(2);

		await user.click(button('Alle onderwerpen'));

		expect(screen.getByRole('link', { name: 'Sluit de presentatie' })).toHaveAttribute(
			'href',
			expect.stringMatching(/resultaat\/\?meting=m$/)
		);
	});
});

describe('the topics', () => {
	test('are those that the room chose, first and alone', async () => {
		const { user } = present(1, { chosen: ['regie', 'openheid', 'weg'] });

		expect(screen.getByText('Deze twee bespreken we.')).toBeVisible();
		await user.click(button('Eerste onderwerp'));
		expect(heading()).toHaveTextContent(REGIE);
		await user.click(button('Volgende'));
		expect(heading()).toHaveTextContent(OPENHEID);
	});

	test('are chosen beside their rank, and kept in its order', async () => {
		const { user, chooseTopics } = present();

		await user.click(button('Kies andere'));
		const box = (name: RegExp) => screen.getByRole('checkbox', { name });
		expect(box(/^1\. Onderdeel waardering/)).toBeChecked();
		expect(box(/^2\. Onderdeel openheid/)).toBeChecked();
		await user.click(box(/^Onderdeel regie/));
		await user.click(box(/^1\. Onderdeel waardering/));
		await user.click(box(/^1\. Onderdeel waardering/));
		await user.click(box(/^2\. Onderdeel openheid/));
		await user.click(button('Bespreek deze 2'));

		expect(chooseTopics.mock.calls).toEqual([[['waardering', 'regie']]]);
	});

	test('are at least one, and may be the proposal again', async () => {
		const { user, chooseTopics } = present(1, { chosen: ['openheid'] });
		await user.click(button('Kies andere'));

		await user.click(screen.getByRole('checkbox', { name: /^2\. Onderdeel openheid/ }));
		expect(button('Kies er minstens één')).toBeDisabled();
		await user.click(button('Terug naar het voorstel'));

		expect(chooseTopics.mock.calls).toEqual([[[]]]);
	});

	test('may change while people look at one: it stays on the screen as long as it is one of them', async () => {
		const { followChoice } = present(3);
		expect(heading()).toHaveTextContent(OPENHEID);

		await followChoice(['openheid']);

		expect(heading()).toHaveTextContent(OPENHEID);
		expect(screen.getByText('1 van 1')).toBeVisible();
	});
});

describe('a topic', () => {
	test('gives the score of both sides with their names', () => {
		present(2);

		expect(screen.getByText(/Gemeente\s+4,5/)).toBeVisible();
		expect(screen.getByText(/Verenigingen\s+2,0/)).toBeVisible();
	});

	test('asks the first question that fits', () => {
		present(2);

		expect(screen.getByText('Waarom?')).toBeVisible();
	});

	test('has its picture told in words', () => {
		present(2);

		expect(screen.getByRole('img', { name: /^Onderdeel waardering: .*4,5.*2,0/ })).toBeVisible();
	});
});

describe('an agreement', () => {
	test('is written over the slide, and what a tip proposes stands there', async () => {
		const { user, add } = present(2);

		await user.click(button('Maak afspraak'));
		const what = screen.getByRole('textbox', { name: 'Wat spreken jullie af?' });
		await user.clear(what);
		await user.type(what, 'Wij spreken maandelijks af');
		await user.click(button('Bewaar de afspraak'));

		expect(add.mock.calls).toMatchObject([
			[{ dimensionId: 'waardering' }, { what: 'Wij spreken maandelijks af', status: 'open' }]
		]);
		expect(heading()).toHaveTextContent(WAARDERING);
	});

	test('that is half written stays while people look at another slide', async () => {
		const { user } = present(2);
		const what = () => screen.getByRole('textbox', { name: 'Wat spreken jullie af?' });
		await user.click(button('Maak afspraak'));
		await user.clear(what());
		await user.type(what(), 'Half');
		fireEvent(dialogOf(what()), byEscape());

		await user.click(button('Volgende'));
		await user.click(button('Vorige'));
		await user.click(button('Maak afspraak'));

		expect(what()).toHaveValue('Half');
	});

	test('that was left by the key and is opened again at once stays open when the browser tells late of the leaving', async () => {
		const { user } = present(2);
		const what = () => screen.getByRole('textbox', { name: 'Wat spreken jullie af?' });
		await user.click(button('Maak afspraak'));
		const dialog = dialogOf(what());
		fireEvent(dialog, byEscape());
		await user.click(button('Maak afspraak'));
		fireEvent(dialog, new Event('close'));

		await tick();
		expect(dialogOf(what())).toHaveAttribute('open');
	});

	test('stands on the last slide with who and when; what was dropped, and what is of an earlier time, does not', () => {
		const measurement = measured().measurement();
		present(99, {
			made: [
				commitmentOf(measurement, 'b', {
					what: 'Kalenders delen',
					who: 'turnkring',
					by: '2027-01-15',
					createdAt: '2026-02'
				}),
				commitmentOf(measurement, 'a', { what: 'Eén aanspreekpunt', who: '', by: '', createdAt: '2026-01' }),
				commitmentOf(measurement, 'c', { what: 'Vervallen', status: 'dropped' }),
				commitmentOf({ ...measurement, id: 'vorige' }, 'd', { what: 'Van vorig jaar' })
			]
		});

		const rows = screen.getAllByRole('listitem').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
		expect(rows).toEqual(['1 Eén aanspreekpunt', '2 Kalenders delen turnkring 15 januari 2027']);
		expect(screen.getByRole('link', { name: 'Maak het verslag' })).toBeVisible();
	});

	test('that nobody made yet: the last slide says where to make one', () => {
		present(99);

		expect(screen.getByText(/^Er zijn nog geen afspraken/)).toBeVisible();
		expect(screen.getByText(/^Antwoorden binnen: Gemeente: 2 /)).toBeInTheDocument();
	});
});

describe('the keys', () => {
	test.each([
		['{ArrowRight}', 1, WAARDERING],
		['{PageDown}', 1, WAARDERING],
		[' ', 1, WAARDERING],
		['{End}', 1, ENDING],
		['{ArrowLeft}', 3, WAARDERING],
		['{PageUp}', 3, WAARDERING],
		['{Home}', 3, OVERVIEW],
		['{PageUp}', 1, OVERVIEW],
		['{PageDown}', 4, ENDING]
	])('%s at step %i leads to %s', async (key, step, name) => {
		const { user } = present(step);

		await user.keyboard(key);

		expect(heading()).toHaveTextContent(name);
	});

	test('move the focus to the heading of the slide', async () => {
		const { user } = present();

		await user.keyboard('{ArrowRight}');

		expect(heading()).toHaveFocus();
	});

	test.each(['{ArrowRight}', '{ArrowLeft}', ' ', '{Home}', '{End}', '{PageDown}', '{PageUp}', 'f'])(
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
		const { user } = present(4);
		const link = screen.getByRole('link', { name: 'Maak het verslag' });
		link.addEventListener('click', (event) => event.preventDefault());
		link.focus();

		await user.keyboard(key);

		expect(heading()).toHaveTextContent(ENDING);
		expect(link).toHaveFocus();
	});

	test('with Alt, Ctrl or Meta are the browser’s', async () => {
		const { user } = present(2);

		await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Control>}{PageDown}{/Control}{Meta>}{ArrowRight}{/Meta}');

		expect(heading()).toHaveTextContent(WAARDERING);
	});

	test('do nothing under a window that lies over the slide', async () => {
		const { user } = present(2);
		await user.click(button('Alle onderwerpen'));
		button('Overzicht').focus();

		await user.keyboard('{PageDown}');

		expect(heading()).toHaveTextContent(WAARDERING);
	});

	test('the space bar on a button presses that button', async () => {
		const { user } = present(2);
		button('Vorige').focus();

		await user.keyboard(' ');

		expect(heading()).toHaveTextContent(OVERVIEW);
	});
});

describe('the agreed score', () => {
	test('is none before the room agrees', () => {
		present(2);

		for (const choice of screen.getAllByRole('radio')) expect(choice).not.toBeChecked();
	});

	test('is stored for the dimension on the screen', async () => {
		const { user, choose } = present(2);

		await user.click(radio('4 4'));

		expect(choose.mock.calls).toEqual([['waardering', 4]]);
	});

	test('can be taken back', async () => {
		const { user, choose } = present(3, { score: 4 });
		expect(radio('4 4')).toBeChecked();

		await user.click(button('Wis de afgesproken score'));

		expect(choose.mock.calls).toEqual([['openheid', null]]);
	});

	test('is in the words of the picture, beside the answers', () => {
		present(2, { score: 3 });

		expect(screen.getByRole('img', { name: /^Onderdeel waardering: .*afgesproken(?: score)? 3/ })).toBeVisible();
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

	test('stands beside the computed order where the room chooses', async () => {
		const { user } = present(1, {}, asked());

		await user.click(button('Kies andere'));

		expect(
			screen.getByRole('checkbox', {
				name: /^1\. Onderdeel waardering\s*, Gemeente: 1 van 2\s*, Verenigingen: samen gekozen$/
			})
		).toBeVisible();
	});

	test('stands beside the marks of its side where the room talks about it', () => {
		present(2, {}, asked());

		const said = screen.getByText(/^wil praten:/);
		expect(within(said).getByText('1 van 2')).toBeVisible();
		expect(within(said).getByText('samen gekozen')).toBeVisible();
	});

	test('is nowhere when nobody was asked', async () => {
		const { user } = present();

		await user.click(button('Kies andere'));

		expect(screen.queryByText(/\d van \d/)).toBeNull();
	});
});
