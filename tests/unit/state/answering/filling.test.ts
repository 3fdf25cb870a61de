import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import type { Answer } from '$lib/domain/measurement/measurement';
import type { Dimension } from '$lib/domain/questionnaire/questionnaire';
import { Filling } from '$lib/state/answering/filling.svelte';
import { ImportDesk } from '$lib/state/files/import.svelte';
import { keptJointWork } from '$lib/state/answering/kept-joint-work';
import { NotFoundError } from '$lib/state/not-found-error';
import { loadJointResponses, loadNotes, loadPosition } from '$lib/storage/records/answers';
import { closeDatabase, database, wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement } from '$lib/storage/records/measurements';
import { deleteMeasurement } from '$lib/storage/bundles/removal';
import { StorageError } from '$lib/storage/storage-error';
import { withClosing } from '../../../builders/closing';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { storedOf } from '../../../builders/own-questionnaire';
import { keepQuestionnaire } from '$lib/storage/records/questionnaires';
import { dumpDatabase } from '../../../builders/dump-database';
import { runs } from '../../../property-runs';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
});
afterEach(() => {
	vi.restoreAllMocks();
});

async function untilSaved(filling: Filling): Promise<void> {
	await vi.waitFor(() => expect(filling.status).toEqual({ kind: 'saved' }), { timeout: 4000 });
}

/** As when the page is closed and opened again later. */
async function openAgain(): Promise<Filling> {
	await closeDatabase();
	return Filling.open(measurement.id);
}

function dimensionAt(filling: Filling, index: number): Dimension {
	const dimension = filling.dimensions[index];
	if (!dimension) throw new RangeError(`The questionnaire has no dimension ${index}`);
	return dimension;
}

function itemAt(filling: Filling, index: number): string {
	const item = filling.dimensions.flatMap(({ items }) => items)[index];
	if (!item) throw new RangeError(`The questionnaire has no item ${index}`);
	return item.id;
}

function deviceFullAtNextPut(): void {
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
		throw new DOMException('Quota exceeded', 'QuotaExceededError');
	});
}

describe('opening', () => {
	test('a new measurement gives it without answers, notes or position', async () => {
		const filling = await Filling.open(measurement.id);

		expect(filling.partnership.name).toBe('Verband verband');
		expect(filling.measurement).toEqual(measurement);
		expect(filling.questionnaire).toMatchObject({ id: 'samenwerking', version: '1.0.0' });
		expect(filling.startAt).toBeUndefined();
		expect(filling.status).toEqual({ kind: 'idle' });
		expect(filling.answerOf('gemeente', itemAt(filling, 0))).toBeUndefined();
		expect(filling.noteOf(itemAt(filling, 0))).toBe('');
	});

	test('an unknown measurement says that it is not on this device', async () => {
		const failure = Filling.open('onbekend');

		await expect(failure).rejects.toThrow(NotFoundError);
		await expect(failure).rejects.toThrow('Deze meting staat niet op dit toestel.');
	});

	test('a measurement of which the partnership is gone says so too', async () => {
		await (await database()).put('measurements', measurementOf('verdwenen', 'wees'));

		await expect(Filling.open('wees')).rejects.toThrow(NotFoundError);
	});

	test('a measurement with a questionnaire version this app does not have names that version', async () => {
		await storeMeasurements({ ...measurement, questionnaire: { id: 'samenwerking', version: '99.0.0' } });

		const failure = Filling.open(measurement.id);

		await expect(failure).rejects.toThrow(UnknownQuestionnaireError);
		await expect(failure).rejects.toThrow('99.0.0');
	});
});

describe('filling in', () => {
	test('shows an answer at once, before it is stored', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);

		filling.choose('gemeente', item, 4);

		expect(filling.answerOf('gemeente', item)).toBe(4);
		expect(filling.answerOf('verenigingen', item)).toBeUndefined();
		expect(filling.status).toEqual({ kind: 'saving' });
		await untilSaved(filling);
	});

	test('leaving and opening again gives the same answers, notes and place', async () => {
		const filling = await Filling.open(measurement.id);
		const [first, second] = [itemAt(filling, 0), itemAt(filling, 1)];
		const third = dimensionAt(filling, 2).id;
		filling.choose('gemeente', first, 4);
		filling.choose('verenigingen', first, 'unknown');
		filling.choose('verenigingen', second, 1);
		filling.writeNote(first, 'De kermis vroeger bespreken');
		filling.moveTo(third);
		await untilSaved(filling);
		await vi.waitFor(async () => expect(await loadPosition(measurement.id)).toBe(third));

		const again = await openAgain();

		expect(again.answerOf('gemeente', first)).toBe(4);
		expect(again.answerOf('verenigingen', first)).toBe('unknown');
		expect(again.answerOf('gemeente', second)).toBeUndefined();
		expect(again.answerOf('verenigingen', second)).toBe(1);
		expect(again.noteOf(first)).toBe('De kermis vroeger bespreken');
		expect(again.noteOf(second)).toBe('');
		expect(again.startAt).toBe(third);
		expect(again.status).toEqual({ kind: 'idle' });
	});

	test('changing one answer quickly many times stores the last', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);

		for (const answer of [1, 5, 2, 'unknown', 3] satisfies Answer[]) filling.choose('gemeente', item, answer);
		await untilSaved(filling);

		expect(filling.answerOf('gemeente', item)).toBe(3);
		expect((await openAgain()).answerOf('gemeente', item)).toBe(3);
	});

	test('every item for every side in one go stores all of them', async () => {
		const filling = await Filling.open(measurement.id);
		const items = filling.dimensions.flatMap((dimension) => dimension.items);

		for (const item of items) {
			filling.choose('gemeente', item.id, 5);
			filling.choose('verenigingen', item.id, 2);
		}
		await untilSaved(filling);

		const again = await openAgain();
		expect(items.map((item) => again.answerOf('gemeente', item.id))).toEqual(items.map(() => 5));
		expect(items.map((item) => again.answerOf('verenigingen', item.id))).toEqual(items.map(() => 2));
	});

	test('emptying a note deletes it', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);
		filling.writeNote(item, 'Toch niet');
		await untilSaved(filling);

		filling.writeNote(item, '');
		await untilSaved(filling);

		expect(filling.noteOf(item)).toBe('');
		expect(await loadNotes(measurement.id)).toEqual([]);
	});

	test('counts the answers of a dimension over all sides, «weet niet» included', async () => {
		const filling = await Filling.open(measurement.id);
		const [dimension, other] = [dimensionAt(filling, 0), dimensionAt(filling, 1)];
		const total = dimension.items.length * 2;
		expect(filling.progressOf(dimension)).toEqual({ given: 0, total });

		filling.choose('gemeente', itemAt(filling, 0), 3);
		filling.choose('gemeente', itemAt(filling, 0), 4);
		filling.choose('verenigingen', itemAt(filling, 0), 'unknown');
		await untilSaved(filling);

		expect(filling.progressOf(dimension)).toEqual({ given: 2, total });
		expect(filling.progressOf(other).given).toBe(0);
	});
});

describe('what a side together surely wants to talk about', () => {
	const asked = withClosing({ ...publishedQuestionnaire('samenwerking', '1.0.0'), id: 'eigen-lijst' });
	const ref = { id: asked.id, version: asked.version };
	const closed = { ...measurementOf('a'.repeat(32), 'c'.repeat(32)), questionnaire: ref };
	const open = async () => {
		await closeDatabase();
		return Filling.open(closed.id);
	};
	beforeEach(async () => {
		await keepQuestionnaire(storedOf(asked));
		await storeMeasurements(closed);
	});

	test('is one choice, stored with each tap and in no answer to a statement', async () => {
		const filling = await open();
		filling.choose('gemeente', itemAt(filling, 0), 4);
		filling.chooseTopics('gemeente', ['openheid']);
		filling.chooseTopics('gemeente', ['openheid', 'waardering']);
		filling.chooseTopics('verenigingen', []);
		await untilSaved(filling);

		const again = await open();
		expect(again.topicsOf('gemeente')).toEqual(['openheid', 'waardering']);
		expect(again.topicsOf('verenigingen')).toEqual([]);
		expect(await loadJointResponses(closed.id)).toMatchObject([
			{ groupId: 'gemeente', answers: { [itemAt(filling, 0)]: 4 }, topics: ['openheid', 'waardering'] },
			{ groupId: 'verenigingen', answers: {}, topics: [] }
		]);
	});

	test('can be taken back', async () => {
		const filling = await open();
		filling.chooseTopics('gemeente', ['openheid']);
		filling.chooseTopics('gemeente', undefined);
		await untilSaved(filling);
		expect((await open()).topicsOf('gemeente')).toBeUndefined();
		expect(await loadJointResponses(closed.id)).toEqual([]);
	});

	test('that cannot be stored is kept in the tab, and in the file, which brings it in', async () => {
		const filling = await open();
		filling.chooseTopics('verenigingen', ['openheid']);
		await untilSaved(filling);
		deviceFullAtNextPut();
		filling.chooseTopics('gemeente', ['waardering']);
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));
		expect(keptJointWork(closed.id)?.answers).toEqual([
			{ groupId: 'gemeente', itemId: 'slotvraag-onderwerpen', answer: ['waardering'] }
		]);
		const file = filling.rescue();
		await wipeDatabase();

		const desk = new ImportDesk();
		await desk.open(new File([file.text], file.name));
		await desk.confirm();
		expect(desk.problem).toBeUndefined();
		const again = await open();
		expect(again.topicsOf('gemeente')).toEqual(['waardering']);
		expect(again.topicsOf('verenigingen')).toEqual(['openheid']);
	});

	test.each([
		['a dimension that is not there', { itemId: 'slotvraag-onderwerpen', answer: ['vertrouwen-op-de-maan'] }],
		['another question', { itemId: 'andere-vraag', answer: ['openheid'] }],
		['a statement', { itemId: 'waardering-inzet-gezien', answer: ['openheid'] }],
		['a score', { itemId: 'slotvraag-onderwerpen', answer: 4 }]
	])('does not come in by a file as %s', async (_what, joint) => {
		const filling = await open();
		const text = filling
			.rescue()
			.text.replace(
				'"jointAnswers": []',
				`"jointAnswers": [${JSON.stringify({ groupId: 'gemeente', revision: 1, ...joint })}]`
			);
		await wipeDatabase();
		const desk = new ImportDesk();
		await desk.open(new File([text], 'bestand.json'));
		const verdicts =
			desk.step.kind === 'preview'
				? desk.step.plan.partnerships.flatMap(({ measurements }) => measurements.map(({ verdict }) => verdict.kind))
				: [];
		expect(verdicts).toEqual(['refused']);
	});
});

describe('when another tab', () => {
	const become = (status: 'open' | 'closed') =>
		changeMeasurement(measurement.id, (current) => ({ ...current, status }));

	test('deleted the measurement, an answer and a note leave nothing, and the screen says so', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);
		await deleteMeasurement(measurement.id);

		filling.choose('gemeente', item, 4);
		filling.writeNote(item, 'Te laat');
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));

		expect(filling.status).toEqual({ kind: 'failed', message: new StorageError('gone').message });
		expect(Object.values(await dumpDatabase()).flat()).toEqual([]);
		expect(filling.answerOf('gemeente', item)).toBe(4);
	});

	test('closed the measurement, an answer changes nothing, and is stored once it is reopened', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);
		filling.choose('gemeente', item, 2);
		await untilSaved(filling);
		await become('closed');
		const before = await dumpDatabase();

		filling.choose('gemeente', item, 4);
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));
		expect(filling.status).toEqual({ kind: 'failed', message: new StorageError('closed').message });
		expect(await dumpDatabase()).toEqual(before);

		await become('open');
		filling.retry();
		await untilSaved(filling);
		expect((await openAgain()).answerOf('gemeente', item)).toBe(4);
	});
});

describe('when the device is full', () => {
	test('it says so in Dutch, and the answer stays readable', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);
		deviceFullAtNextPut();

		filling.choose('gemeente', item, 4);
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));

		expect(filling.status).toEqual({ kind: 'failed', message: new StorageError('full').message });
		expect(filling.answerOf('gemeente', item)).toBe(4);
		expect(await loadJointResponses(measurement.id)).toEqual([]);
	});

	test('retry stores what was not stored, answers and notes', async () => {
		const filling = await Filling.open(measurement.id);
		const item = itemAt(filling, 0);
		deviceFullAtNextPut();
		filling.choose('gemeente', item, 4);
		filling.choose('verenigingen', item, 2);
		filling.writeNote(item, 'Belangrijk');
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));

		filling.retry();
		expect(filling.status).toEqual({ kind: 'saving' });
		await untilSaved(filling);

		const again = await openAgain();
		expect(again.answerOf('gemeente', item)).toBe(4);
		expect(again.answerOf('verenigingen', item)).toBe(2);
		expect(again.noteOf(item)).toBe('Belangrijk');
	});

	test('a later answer takes the earlier ones along', async () => {
		const filling = await Filling.open(measurement.id);
		const [first, second] = [itemAt(filling, 0), itemAt(filling, 1)];
		deviceFullAtNextPut();
		filling.choose('gemeente', first, 4);
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));

		filling.choose('gemeente', second, 2);
		await untilSaved(filling);

		const again = await openAgain();
		expect(again.answerOf('gemeente', first)).toBe(4);
		expect(again.answerOf('gemeente', second)).toBe(2);
	});

	test('a place that cannot be remembered is not reported', async () => {
		const filling = await Filling.open(measurement.id);
		deviceFullAtNextPut();

		filling.moveTo(dimensionAt(filling, 1).id);
		filling.choose('gemeente', itemAt(filling, 0), 4);
		await untilSaved(filling);

		expect(await loadPosition(measurement.id)).toBeUndefined();
	});
});

describe('when nothing can be stored, the file of what is on the screen', () => {
	const travelling = measurementOf('a'.repeat(32), 'b'.repeat(32));
	const openAgainThere = async () => {
		await closeDatabase();
		return Filling.open(travelling.id);
	};
	beforeEach(() => storeMeasurements(travelling));

	const openFile = async (file: { name: string; text: string }) => {
		const desk = new ImportDesk();
		await desk.open(new File([file.text], file.name));
		await desk.confirm();
		expect(desk.problem).toBeUndefined();
	};

	test('brings stored and unstored answers in, also over an older answer that is here', async () => {
		const filling = await Filling.open(travelling.id);
		const [first, second] = [itemAt(filling, 0), itemAt(filling, 1)];
		filling.choose('gemeente', first, 2);
		await untilSaved(filling);
		deviceFullAtNextPut();
		filling.choose('gemeente', first, 5);
		filling.choose('verenigingen', second, 'unknown');
		filling.writeNote(second, 'Niet bewaard');
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));

		await openFile(filling.rescue());

		const again = await openAgainThere();
		expect(again.answerOf('gemeente', first)).toBe(5);
		expect(again.answerOf('verenigingen', second)).toBe('unknown');
		expect(again.noteOf(second)).toBe('Niet bewaard');
	});

	test('holds the same on a device that has nothing', async () => {
		const filling = await Filling.open(travelling.id);
		deviceFullAtNextPut();
		filling.choose('gemeente', itemAt(filling, 0), 4);
		await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));
		const file = filling.rescue();
		expect(file.name).toBe('antwoorden-2026-03-19-bbbbbb.json');
		await wipeDatabase();

		await openFile(file);

		expect((await openAgainThere()).answerOf('gemeente', itemAt(filling, 0))).toBe(4);
	});

	test('does not bring an answer back that someone replaced since', async () => {
		const filling = await Filling.open(travelling.id);
		const item = itemAt(filling, 0);
		filling.choose('gemeente', item, 2);
		await untilSaved(filling);
		const file = filling.rescue();
		filling.choose('gemeente', item, 5);
		await untilSaved(filling);

		const desk = new ImportDesk();
		await desk.open(new File([file.text], file.name));
		await desk.confirm();

		expect((await openAgainThere()).answerOf('gemeente', item)).toBe(5);
	});
});

describe('what cannot be stored', () => {
	const answers: Answer[] = [1, 2, 3, 4, 5, 'unknown'];
	const refuse = () =>
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});

	test('is kept in the tab: the page that comes after this one stores it, and then keeps nothing', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.nat({ max: 35 }), { minLength: 1, maxLength: 8 }),
				fc.boolean(),
				async (places, notes) => {
					await wipeDatabase();
					await storeMeasurements(measurement);
					const filling = await Filling.open(measurement.id);
					const item = (place: number) => itemAt(filling, place % 12);
					const group = (place: number) => (place % 2 === 0 ? 'gemeente' : 'verenigingen');
					refuse();
					for (const place of places) filling.choose(group(place), item(place), answers[place % 6] ?? 1);
					if (notes) filling.writeNote(item(0), 'Hier praten we over');
					await vi.waitFor(() => expect(filling.status.kind).toBe('failed'));
					vi.restoreAllMocks();

					const next = await openAgain();
					for (const place of new Map(places.map((one) => [`${group(one)} ${item(one)}`, one])).values())
						expect(next.answerOf(group(place), item(place))).toBe(answers[place % 6]);
					if (notes) expect(next.noteOf(item(0))).toBe('Hier praten we over');
					await untilSaved(next);
					expect(keptJointWork(measurement.id)).toBeUndefined();
				}
			),
			{ numRuns: runs(15) }
		);
	});
});
