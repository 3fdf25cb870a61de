import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { cleanup, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { saveAppAddress } from '$lib/state/desk/app-address';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { savePartnershipRecords, emptyContent } from '$lib/storage/records/partnerships';
import HallScreen from '../../../../src/routes/zaal/HallScreen.svelte';
import { aMeasurement, aPartnership, responseOf } from '../../../builders/records';
import { runs } from '../../../property-runs';

const measurement = aMeasurement({
	privacy: { mode: 'anoniem', threshold: 3 },
	groups: [
		{ id: 'gemeente', role: 'gemeente', name: 'Gemeente', people: 6 },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen', people: 24 }
	]
});

interface Person {
	id: string;
	points: number;
}

/** The screen of the hall with these people of each side in. */
async function show(people: Record<string, readonly Person[]>, changes: Partial<Measurement> = {}) {
	const shown = { ...measurement, ...changes };
	const responses = Object.entries(people).flatMap(([groupId, persons]) =>
		persons.map(({ id, points }) =>
			responseOf(measurement.id, id, { groupId, answers: { 'open-1': ((points % 5) + 1) as 1 } })
		)
	);
	await wipeDatabase();
	await savePartnershipRecords({
		partnership: aPartnership({ id: measurement.partnershipId, name: 'Gemeente X' }),
		...emptyContent,
		measurements: [shown],
		responses
	});
	await saveAppAddress('https://meter.example/');
	const desk = await MeasurementDesk.open(measurement.id);
	return render(HallScreen, { desk });
}

const persons = (...ids: string[]) => ids.map((id, points) => ({ id, points }));

beforeEach(wipeDatabase);

describe('the screen of the hall', () => {
	test('has the code, who is in of how many, and what to do when done', async () => {
		await show({ gemeente: persons('00000000a1'), verenigingen: persons('00000000b1', '00000000b2') });

		expect(await screen.findByRole('img', { name: /^QR-code/ })).toBeVisible();
		expect(screen.getByRole('status')).toHaveTextContent('3 van 30 binnen');
		expect(screen.getByRole('img', { name: /^Wie binnen is/ })).toHaveAccessibleName(
			'Wie binnen is. Gemeente: 1 van 6. Verenigingen: 2 van 24.'
		);
		expect(screen.getByText('Klaar? Kom met je telefoon naar de scantafel.')).toBeVisible();
		expect(screen.getByText(/36 stellingen/)).toHaveTextContent('Niemand vraagt je naam.');
	});

	test('takes the code away when the measurement closes, and says that the answers are in', async () => {
		await show({ gemeente: persons('00000000a1') }, { status: 'closed' });

		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('De antwoorden zijn binnen');
		expect(screen.getByText('Kijk straks mee.')).toBeVisible();
		expect(screen.queryByRole('img', { name: /^QR-code/ })).toBeNull();
	});

	test('promises in an open measurement nothing of an anonymous one', async () => {
		await show({}, { privacy: { mode: 'open' } });

		expect(screen.getByText(/36 stellingen/)).not.toHaveTextContent('Niemand vraagt je naam.');
	});

	test('is the same to the last letter for any people, whatever they answered, while as many are in', async () => {
		const id = fc.stringMatching(/^[0-9a-f]{10}$/);
		const side = fc.uniqueArray(fc.record({ id, points: fc.nat(4) }), {
			minLength: 3,
			maxLength: 3,
			selector: (person) => person.id
		});
		await fc.assert(
			fc.asyncProperty(fc.tuple(side, side), fc.tuple(side, side), async (some, others) => {
				const texts: string[] = [];
				for (const [gemeente, verenigingen] of [some, others]) {
					const taken = new Set(gemeente.map((person) => person.id));
					fc.pre(verenigingen.every((person) => !taken.has(person.id)));
					const { container } = await show({ gemeente, verenigingen });
					await vi.waitFor(() => expect(container.querySelectorAll('svg')).toHaveLength(3));
					texts.push(container.innerHTML);
					cleanup();
				}
				expect(texts[0]).toBe(texts[1]);
			}),
			{ numRuns: runs(3) }
		);
	});
});
