import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { partnershipLines, type LatestMeasurement, type PartnershipLine } from '$lib/state/lists/partnership-lines';
import { Portfolio } from '$lib/state/lists/portfolio.svelte';
import { saveCommitment } from '$lib/storage/records/commitments';
import { database, wipeDatabase } from '$lib/storage/connection/database';
import { takeInResponses } from '$lib/storage/records/responses';
import { emptyContent, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { commitmentOf, measurementOf, partnershipOf, responseOf } from '../../../builders/records';
import { recordsOf, storeMeasurements } from '../../../builders/stored-records';

let stop: (() => void) | undefined;

beforeEach(wipeDatabase);
afterEach(() => {
	stop?.();
	stop = undefined;
	vi.restoreAllMocks();
});

const today = '2026-05-17';

async function lineOf(id: string): Promise<PartnershipLine> {
	let lines: PartnershipLine[] = [];
	for await (const step of partnershipLines(today)) lines = step.lines;
	const line = lines.find(({ partnership }) => partnership.id === id);
	if (!line) throw new Error(`there is no line of ${id}`);
	return line;
}

describe('a line of a partnership', () => {
	test('has its latest measurement, with its questionnaire, its responses and its scores', async () => {
		const items = itemsOf(await loadQuestionnaire({ id: 'samenwerking', version: '1.0.0' })).slice(0, 3);
		const answers = Object.fromEntries(items.map(({ id }) => [id, 4 as const]));
		await storeMeasurements(measurementOf('a', 'oud', '2025-03-20'), measurementOf('a', 'nieuw', '2026-03-19'));
		await takeInResponses('nieuw', [responseOf('nieuw', '0000000001', { answers })], 'phone');

		const { latest } = await lineOf('a');

		expect(latest).toMatchObject({
			measurement: { id: 'nieuw' },
			questionnaireTitle: 'Samenwerking tussen gemeente en verenigingen',
			responses: 1,
			joint: false
		});
		expect(latest?.summary?.dimensions[0]).toMatchObject({
			score: null,
			groups: [
				{ groupId: 'gemeente', score: '4/1' },
				{ groupId: 'verenigingen', score: null }
			]
		});
	});

	test('of an anonymous measurement that is open counts the responses and has no scores', async () => {
		const open = { ...measurementOf('a', 'm'), privacy: { mode: 'anoniem', threshold: 3 } as const, ways: [] };
		await storeMeasurements(open);
		await takeInResponses('m', [responseOf('m', '0000000001'), responseOf('m', '0000000002')], 'phone');

		expect((await lineOf('a')).latest).toMatchObject({ responses: 2, joint: false, summary: undefined });
	});

	test('of a questionnaire version that this app lacks has counts, and neither title nor scores', async () => {
		const { partnership, measurements, ...content } = recordsOf('a');
		const unknown = measurements.map((one) => ({ ...one, questionnaire: { id: 'samenwerking', version: '99.0.0' } }));
		await savePartnershipRecords({ partnership, measurements: unknown, ...content });

		expect((await lineOf('a')).latest).toMatchObject({
			questionnaireTitle: undefined,
			responses: 2,
			joint: true,
			summary: undefined
		});
	});

	test('is due on the chosen day, else a year after the latest measurement', async () => {
		await storeMeasurements(measurementOf('a', 'm', '2026-03-19'));
		await savePartnershipRecords({
			partnership: { ...partnershipOf('b'), nextDate: '2026-09-01' },
			measurements: [measurementOf('b', 'n', '2026-03-19')],
			...emptyContent
		});

		expect((await lineOf('a')).due).toEqual({ date: '2027-03-19', chosen: false });
		expect((await lineOf('b')).due).toEqual({ date: '2026-09-01', chosen: true });
	});

	test('counts the commitments of all its measurements that still have to happen, and those past their date', async () => {
		const measurement = measurementOf('a', 'm');
		await storeMeasurements(measurement, measurementOf('b', 'n'));
		await saveCommitment(commitmentOf(measurement, 'te-laat', { by: '2026-05-16' }));
		await saveCommitment(commitmentOf(measurement, 'vandaag', { by: today, status: 'busy' }));
		await saveCommitment(commitmentOf(measurement, 'zonder-datum', { by: '' }));
		await saveCommitment(commitmentOf(measurement, 'gedaan', { by: '2026-01-01', status: 'done' }));

		expect(await lineOf('a')).toMatchObject({ openCommitments: 3, overdueCommitments: 1 });
		expect(await lineOf('b')).toMatchObject({ openCommitments: 0, overdueCommitments: 0 });
	});

	test('is there at once, and its scores follow when they were made', async () => {
		await storeMeasurements(measurementOf('a', 'm'));
		await takeInResponses('m', [responseOf('m', '0000000001')], 'phone');

		const seen: (Pick<LatestMeasurement, 'responses' | 'coming'> & { scored: boolean })[] = [];
		for await (const { lines } of partnershipLines(today))
			for (const { latest } of lines)
				if (latest) seen.push({ responses: latest.responses, coming: latest.coming, scored: Boolean(latest.summary) });

		expect(seen).toEqual([
			{ responses: 1, coming: true, scored: false },
			{ responses: 1, coming: false, scored: true }
		]);
		const again = partnershipLines(today);
		expect((await again.next()).value?.lines[0]?.latest).toMatchObject({ coming: false, summary: expect.anything() });
	});

	test('needs no measurement', async () => {
		await savePartnershipRecords({ partnership: partnershipOf('a'), measurements: [], ...emptyContent });

		expect(await lineOf('a')).toMatchObject({ latest: undefined, due: null, openCommitments: 0 });
	});
});

test('who stops looking at the list stops the making, and what was made is stored', async () => {
	for (let number = 0; number < 30; number += 1) await storeMeasurements(measurementOf(`p${number}`, `m${number}`));
	const comingAfter: (number | undefined)[] = [];
	for await (const { lines } of partnershipLines(today)) {
		comingAfter.push(lines.filter(({ latest }) => latest?.coming).length);
		if (comingAfter.length === 2) break;
	}

	expect(comingAfter).toEqual([30, 10]);
	expect(await (await database()).count('summaries')).toBe(20);
});

describe('the portfolio', () => {
	async function open(): Promise<Portfolio> {
		const portfolio = new Portfolio();
		stop = portfolio.start();
		await vi.waitFor(() => expect(portfolio.lines).toBeDefined());
		return portfolio;
	}

	test('follows what changes while it is open', async () => {
		await storeMeasurements(measurementOf('a', 'm'));
		const portfolio = await open();
		expect(portfolio.lines?.map(({ latest }) => latest?.responses)).toEqual([0]);

		await takeInResponses('m', [responseOf('m', '0000000001')], 'phone');
		await vi.waitFor(() => expect(portfolio.lines?.map(({ latest }) => latest?.responses)).toEqual([1]));

		await storeMeasurements(measurementOf('b', 'n'));
		await vi.waitFor(() => expect(portfolio.lines).toHaveLength(2));
	});

	test('reads a burst of changes once more, not once for each', async () => {
		const portfolio = await open();
		const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');

		await Promise.all(
			Array.from({ length: 30 }, (_, index) => storeMeasurements(measurementOf(`p${index}`, `m${index}`)))
		);
		await vi.waitFor(() => expect(portfolio.lines).toHaveLength(30));

		// Each reading asks for partnerships, measurements and commitments.
		expect(reading.mock.calls.length / 3).toBeLessThan(30);
	});

	test('that cannot be read says so in Dutch, and keeps what it showed', async () => {
		await storeMeasurements(measurementOf('a', 'm'));
		const portfolio = await open();
		vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
			throw new DOMException('De schijf is stuk', 'UnknownError');
		});

		stop?.();
		stop = portfolio.start();

		await vi.waitFor(() =>
			expect(portfolio.problem).toBe(
				'De opslag van deze browser antwoordt niet. Wat al bewaard was, is niet gewist. Wacht even en probeer opnieuw. Blijft het zo? Sluit dan de browser helemaal, en open deze pagina opnieuw.'
			)
		);
		expect(portfolio.lines).toHaveLength(1);
	});
});
