import 'fake-indexeddb/auto';
import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import type { Commitment } from '$lib/domain/measurement/commitment';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { Commitments } from '$lib/state/results/commitments.svelte';
import { deleteCommitment, loadCommitments, saveCommitment } from '$lib/storage/records/commitments';
import { wipeDatabase } from '$lib/storage/connection/database';
import CommitmentList from '../../../../src/routes/commitments/CommitmentList.svelte';
import MakeCommitment from '../../../../src/routes/commitments/MakeCommitment.svelte';
import { commitmentOf, measurementOf, partnershipOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');
const previous = measurementOf('verband', 'vorige', '2025-03-20');
const user = userEvent.setup();
const [first] = dimensionsOf(await loadQuestionnaire(measurement.questionnaire));
let stop: (() => void) | undefined;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(previous, measurement);
});
afterEach(() => {
	stop?.();
	vi.restoreAllMocks();
});

async function openCommitments(stored: readonly Commitment[] = []): Promise<Commitments> {
	for (const commitment of stored) await saveCommitment(commitment);
	const commitments = new Commitments(measurement);
	stop = commitments.start();
	await vi.waitFor(() => expect(commitments.list).toHaveLength(stored.length));
	return commitments;
}

async function showList(...stored: Commitment[]): Promise<void> {
	const commitments = await openCommitments(stored);
	const questionnaire = await loadQuestionnaire(measurement.questionnaire);
	render(CommitmentList, { result: { partnership: partnershipOf('verband'), questionnaire }, commitments });
}

const items = () => screen.queryAllByRole('listitem');
function item(what: string) {
	const found = items().find((element) => within(element).queryByRole('heading', { name: what }));
	if (!found) throw new TypeError(`There is no commitment "${what}".`);
	return within(found);
}
const stored = () => loadCommitments('verband');

function deviceFullAtNextPut(): void {
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
		throw new DOMException('Quota exceeded', 'QuotaExceededError');
	});
}

/** The files that the page gives to the browser to save. */
function catchFiles(): File[] {
	const files: File[] = [];
	// jsdom has neither.
	Object.assign(URL, {
		createObjectURL: (file: File) => {
			files.push(file);
			return 'blob:afspraken';
		},
		revokeObjectURL: () => undefined
	});
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
	return files;
}

describe('the list of commitments', () => {
	test('says what to do while there are none', async () => {
		await showList();

		expect(screen.getByRole('heading', { name: 'Afgesproken' })).toBeVisible();
		expect(screen.getByText(/Er zijn nog geen afspraken/)).toBeVisible();
		expect(items()).toEqual([]);
	});

	test('shows what, who, by when and the status of each', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg', by: '2099-06-01', status: 'busy' }));

		const shown = item('Overleg');
		expect(shown.getByText('Els en de feestraad')).toBeVisible();
		expect(shown.getByText('1 juni 2099')).toBeVisible();
		expect(shown.getByRole('combobox', { name: /^Hoe ver/ })).toHaveDisplayValue('bezig');
	});

	test('says what is still open, and which date has passed', async () => {
		await showList(
			commitmentOf(measurement, 'a', { what: 'Open', who: '', by: '' }),
			commitmentOf(measurement, 'b', { what: 'Laat', by: '2001-01-01' }),
			commitmentOf(measurement, 'c', { what: 'Klaar', by: '2001-01-01', status: 'done' })
		);

		expect(item('Open').getByText('nog af te spreken')).toBeVisible();
		expect(item('Open').getByText('nog geen datum')).toBeVisible();
		expect(item('Laat').getByText(/de datum is voorbij/)).toBeVisible();
		expect(item('Klaar').queryByText(/de datum is voorbij/)).not.toBeInTheDocument();
	});

	test('has those of earlier measurements too, with the date of that measurement and the dimension', async () => {
		const dimensionId = first?.dimension.id ?? '';
		await showList(
			commitmentOf(previous, 'a', { what: 'Van vorig jaar', dimensionId }),
			commitmentOf(measurement, 'b', { what: 'Van nu', dimensionId: null })
		);

		const name = first?.dimension.name ?? '';
		expect(
			item('Van vorig jaar').getByText(`Bij: ${name} · Afgesproken bij de meting van 20 maart 2025`)
		).toBeVisible();
		expect(item('Van nu').queryByText(/Afgesproken bij/)).not.toBeInTheDocument();
	});

	test('shows text that looks like a tag as text', async () => {
		await showList(commitmentOf(measurement, 'a', { what: '<img src=x onerror=alert(1)>' }));

		expect(screen.getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
		expect(screen.queryByRole('img')).not.toBeInTheDocument();
	});
});

describe('the status', () => {
	test('is stored as soon as it is chosen, and says so after that', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg' }));

		await user.selectOptions(item('Overleg').getByRole('combobox'), 'gedaan');

		expect(await item('Overleg').findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toMatchObject([{ status: 'done' }]);
	});

	test('that was not stored goes back to what it was, and says why', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg' }));
		deviceFullAtNextPut();

		await user.selectOptions(item('Overleg').getByRole('combobox'), 'gedaan');

		expect(await item('Overleg').findByText(/Het toestel heeft geen plaats meer/)).toBeVisible();
		expect(item('Overleg').getByRole('combobox')).toHaveDisplayValue('nog te doen');
		expect(item('Overleg').queryByText(/✓/)).not.toBeInTheDocument();
	});

	test('moves what is done below what is still to do, and keeps the focus', async () => {
		await showList(
			commitmentOf(measurement, 'a', { what: 'Eerst', by: '2099-01-01' }),
			commitmentOf(measurement, 'b', { what: 'Dan', by: '2099-02-01' })
		);

		await user.selectOptions(item('Eerst').getByRole('combobox'), 'gedaan');

		const order = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
		await vi.waitFor(() => expect(order()).toEqual(['Dan', 'Eerst']));
		await vi.waitFor(() => expect(item('Eerst').getByRole('combobox')).toHaveFocus());
	});
});

describe('changing a commitment', () => {
	test('stores the new words and the note, and gives the focus back', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg' }));
		await user.click(screen.getByRole('button', { name: 'Wijzig (Overleg)' }));

		await user.type(screen.getByRole('textbox', { name: /^Wat/ }), ' elk kwartaal');
		await user.type(screen.getByRole('textbox', { name: /^Notitie/ }), 'Zaal A');
		await user.click(screen.getByRole('button', { name: 'Bewaar de afspraak' }));

		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toMatchObject([{ what: 'Overleg elk kwartaal', note: 'Zaal A' }]);
		await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Wijzig (Overleg elk kwartaal)' })).toHaveFocus());
	});

	test('leaves what another tab changed while the form was open', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg' }));
		await user.click(screen.getByRole('button', { name: 'Wijzig (Overleg)' }));
		await saveCommitment(commitmentOf(measurement, 'a', { what: 'Overleg', who: 'Jan', status: 'busy' }));
		expect(await screen.findByText('Jan')).toBeVisible();

		await user.type(screen.getByRole('textbox', { name: /^Notitie/ }), 'Zaal A');
		await user.click(screen.getByRole('button', { name: 'Bewaar de afspraak' }));

		await vi.waitFor(async () =>
			expect(await stored()).toMatchObject([{ who: 'Jan', status: 'busy', note: 'Zaal A' }])
		);
	});

	test('to nothing is refused', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg' }));
		await user.click(screen.getByRole('button', { name: 'Wijzig (Overleg)' }));

		await user.clear(screen.getByRole('textbox', { name: /^Wat/ }));
		await user.click(screen.getByRole('button', { name: 'Bewaar de afspraak' }));

		expect(await screen.findByText(/Schrijf wat jullie afspreken/)).toBeVisible();
		expect(await stored()).toMatchObject([{ what: 'Overleg' }]);
	});
});

describe('removing a commitment', () => {
	test('can be undone, with everything as it was', async () => {
		const commitment = commitmentOf(measurement, 'a', { what: 'Overleg', note: 'Zaal A' });
		await showList(commitment);

		await user.click(screen.getByRole('button', { name: 'Verwijder (Overleg)' }));
		expect(await screen.findByText(/De afspraak "Overleg" is verwijderd/)).toBeVisible();
		expect(await stored()).toEqual([]);
		expect(screen.getByRole('heading', { name: 'Afgesproken' })).toHaveFocus();

		await user.click(screen.getByRole('button', { name: 'Maak ongedaan' }));
		expect(await screen.findByRole('heading', { name: 'Overleg' })).toBeVisible();
		expect(await stored()).toEqual([commitment]);
		expect(screen.queryByText(/is verwijderd/)).not.toBeInTheDocument();
	});

	test('by another tab is followed', async () => {
		await showList(commitmentOf(measurement, 'a', { what: 'Overleg' }));

		await deleteCommitment('a');

		await vi.waitFor(() => expect(items()).toEqual([]));
	});
});

describe('the calendar', () => {
	test('can hold one commitment with a date', async () => {
		const files = catchFiles();
		await showList(
			commitmentOf(measurement, 'a', { what: 'Overleg', by: '2099-06-01' }),
			commitmentOf(measurement, 'b', { what: 'Ooit', by: '' })
		);
		expect(item('Ooit').queryByRole('button', { name: /agenda/ })).not.toBeInTheDocument();

		await user.click(screen.getByRole('button', { name: 'Zet in agenda (.ics) (Overleg)' }));

		expect(files.map(({ name, type }) => [name, type])).toEqual([
			['afspraak-2099-06-01.ics', 'text/calendar;charset=utf-8']
		]);
		expect(await files[0]?.text()).toContain('DTSTART;VALUE=DATE:20990601\r\n');
	});

	test('can hold all that have a date, once there is more than one', async () => {
		const files = catchFiles();
		await showList(
			commitmentOf(measurement, 'a', { what: 'Een', by: '2099-06-01' }),
			commitmentOf(measurement, 'b', { what: 'Twee', by: '2099-07-01' }),
			commitmentOf(measurement, 'c', { what: 'Ooit', by: '' })
		);

		await user.click(screen.getByRole('button', { name: /^Zet alle afspraken met een datum/ }));

		expect(files.map(({ name }) => name)).toEqual(['afspraken.ics']);
		expect((await files[0]?.text())?.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Een', 'SUMMARY:Twee']);
	});
});

describe('making a commitment', () => {
	const dimension = first?.dimension;
	const [tip] = dimension?.tips ?? [];
	const [prompt] = dimension?.prompts ?? [];
	if (!dimension || !tip || !prompt) throw new TypeError('The questionnaire has no tips or prompts.');
	const reason = { kind: 'divided', sides: [] } as const;
	const make = () => screen.getByRole('button', { name: /^Maak afspraak/ });
	const save = () => screen.getByRole('button', { name: 'Bewaar de afspraak' });

	test('of a tip begins with its action, and remembers where it came from', async () => {
		render(MakeCommitment, {
			advice: { kind: 'tip', tip, dimension, reason },
			commitments: await openCommitments()
		});
		expect(make()).toHaveAccessibleName(`Maak afspraak (${tip.action})`);
		await user.click(make());
		expect(screen.getByRole('textbox', { name: /^Wat/ })).toHaveValue(tip.action);
		expect(screen.queryByText('✓ Bewaard op dit toestel')).not.toBeInTheDocument();

		await user.click(save());

		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toMatchObject([
			{ what: tip.action, adviceId: tip.id, dimensionId: dimension.id, measurementId: 'meting', status: 'open' }
		]);
		expect(screen.queryByRole('form')).not.toBeInTheDocument();
		expect(make()).toHaveFocus();
		expect(screen.getByText('Hier is een afspraak van gemaakt.')).toBeVisible();
	});

	test('of a tip that says who begins proposes that for who', async () => {
		render(MakeCommitment, {
			advice: { kind: 'tip', tip: { ...tip, whoStarts: 'De voorzitter belt.' }, dimension, reason },
			commitments: await openCommitments()
		});
		await user.click(make());
		expect(screen.getByRole('textbox', { name: /^Wie/ })).toHaveValue('De voorzitter belt');

		await user.click(save());

		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toMatchObject([{ what: tip.action, who: 'De voorzitter belt' }]);
	});

	test('of a prompt leaves what is agreed to write', async () => {
		render(MakeCommitment, {
			advice: { kind: 'prompt', prompt, dimension, reason },
			commitments: await openCommitments()
		});
		await user.click(make());
		expect(screen.getByRole('textbox', { name: /^Wat/ })).toHaveValue('');

		await user.click(save());
		expect(await screen.findByText(/Schrijf wat jullie afspreken/)).toBeVisible();
		await user.type(screen.getByRole('textbox', { name: /^Wat/ }), 'We vragen het na');
		await user.click(save());

		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toMatchObject([{ what: 'We vragen het na', adviceId: prompt.id }]);
	});

	test('free comes from nothing', async () => {
		render(MakeCommitment, { commitments: await openCommitments() });

		await user.click(screen.getByRole('button', { name: 'Nieuwe afspraak' }));
		await user.keyboard('Een feest');
		await user.click(save());

		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toMatchObject([{ what: 'Een feest', adviceId: null, dimensionId: null, who: '', by: '' }]);
	});

	test('on a full device says so, keeps what was written, and works the next time', async () => {
		render(MakeCommitment, { commitments: await openCommitments() });
		await user.click(screen.getByRole('button', { name: 'Nieuwe afspraak' }));
		await user.keyboard('Een feest');
		deviceFullAtNextPut();

		await user.click(save());
		expect(await screen.findByText(/Het toestel heeft geen plaats meer/)).toBeVisible();
		expect(screen.getByRole('textbox', { name: /^Wat/ })).toHaveValue('Een feest');
		expect(await stored()).toEqual([]);

		await user.click(save());
		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeVisible();
		expect(await stored()).toHaveLength(1);
	});
});
