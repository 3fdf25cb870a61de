import { render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Privacy, Threshold } from '$lib/domain/measurement/measurement';
import { NewMeasurement } from '$lib/state/desk/new-measurement.svelte';
import type { Turnout } from '$lib/domain/scoring/turnout';
import BeforeShowing from '../../../../src/routes/before-showing/BeforeShowing.svelte';
import PeopleFields from '../../../../src/routes/nieuw/PeopleFields.svelte';
import TurnoutList from '../../../../src/routes/before-showing/TurnoutList.svelte';
import { aMeasurement, aPartnership } from '../../../builders/records';

const anonymous: Privacy = { mode: 'anoniem', threshold: 5 };
const groups = [
	{ id: 'g', role: 'gemeente', name: 'Gemeente' },
	{ id: 'v', role: 'vereniging', name: 'Verenigingen' }
];

describe('how many people are in', () => {
	test('is said of each side, beside the threshold, in words', () => {
		const turnouts: Turnout[] = [
			{ name: 'Gemeente', responses: 4, people: 6 },
			{ name: 'Verenigingen', responses: 5, people: undefined }
		];
		render(TurnoutList, { turnouts, privacy: anonymous });

		expect(screen.getAllByRole('definition').map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
			'4 van 6 binnen minstens 5 nodig: nog 1 te weinig',
			'5 bladen minstens 5 nodig: genoeg'
		]);
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
	});

	test('warns when more came in than there are people, also in an open measurement', () => {
		render(TurnoutList, { turnouts: [{ name: 'Gemeente', responses: 7, people: 6 }], privacy: { mode: 'open' } });

		expect(screen.getByRole('alert')).toHaveTextContent('Gemeente: 7 van 6. Er kwam meer binnen dan er mensen zijn.');
		expect(screen.getByRole('definition')).toHaveTextContent(/^7 van 6 binnen$/);
	});
});

describe('the fields of a new measurement', () => {
	/** The form as it stands, with something wrong with the second side. */
	function propsFor({ openly = false, threshold = 5 as Threshold, people = {} }) {
		const form = new NewMeasurement();
		Object.assign(form, { groups, openly, threshold, people });
		form.problems = [{ field: 'people', groupId: 'v', text: 'Verenigingen: typ hoeveel mensen er zijn.' }];
		return { form, problemIds: 'problem-0' };
	}

	test('are marked one by one, and name what is wrong', () => {
		render(PeopleFields, propsFor({}));

		expect(screen.getByLabelText('Aantal mensen: Gemeente')).toBeValid();
		expect(screen.getByLabelText('Aantal mensen: Verenigingen')).toBeInvalid();
		expect(screen.getByLabelText('Aantal mensen: Verenigingen')).toHaveAttribute(
			'aria-describedby',
			expect.stringContaining('problem-0')
		);
	});

	test('ask an anonymous measurement for a number, or to say that nobody knows yet; an open one may leave it', () => {
		const { unmount } = render(PeopleFields, propsFor({}));
		expect(screen.getByRole('checkbox', { name: 'Ik weet het nog niet van elke groep' })).toBeVisible();
		unmount();
		render(PeopleFields, propsFor({ openly: true }));
		expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
		expect(screen.getByText('Leeg laten mag.')).toBeVisible();
	});

	test('say that a side is too small for its figures ever to show, and what can be done', async () => {
		const { rerender } = render(PeopleFields, propsFor({ people: { g: '6', v: '3' } }));

		expect(screen.getByRole('status')).toHaveTextContent(
			/Verenigingen: 3 mensen.* komen nooit op het scherm\. Wat kan: kies .* 3 mensen, voeg .*, of meet open/
		);
		await rerender(propsFor({ threshold: 3, people: { g: '6', v: '3' } }));
		expect(screen.getByRole('status')).toHaveTextContent(/^$/);
	});
});

describe('before anything is shown', () => {
	const measurement = aMeasurement({ groups, privacy: anonymous, status: 'closed' });
	const partnership = aPartnership();
	const turnouts: Turnout[] = [
		{ name: 'Gemeente', responses: 6, people: 6 },
		{ name: 'Verenigingen', responses: 3, people: 4 }
	];

	test('the gate names each side that stays hidden and who is missing', () => {
		render(BeforeShowing, { outcome: { kind: 'unsealed', partnership, measurement, turnouts }, onshow: vi.fn() });

		expect(screen.getByText(/^Verenigingen: 3 binnen, en er zijn er minstens 5 nodig\./)).toBeVisible();
		expect(screen.getByText('Verenigingen: 3 van 4 binnen. Eén iemand antwoordde nog niet.')).toBeVisible();
		expect(screen.getByRole('button', { name: 'Toon het resultaat' })).toBeVisible();
	});

	test('where nothing can show there is nothing to press, and the way back is there', () => {
		render(BeforeShowing, { outcome: { kind: 'nothing', partnership, measurement, turnouts }, onshow: vi.fn() });

		expect(screen.getByRole('heading', { name: 'Er is nog niets te tonen' })).toBeVisible();
		expect(screen.queryByRole('button')).not.toBeInTheDocument();
		expect(screen.getByRole('link', { name: 'Naar de meting' })).toBeVisible();
	});
});
