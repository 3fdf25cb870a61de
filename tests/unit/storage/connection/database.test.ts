import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadJointResponses } from '$lib/storage/records/answers';
import { closeDatabase, database, wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { loadResponses } from '$lib/storage/records/responses';
import { loadPartnerships, savePartnershipRecords } from '$lib/storage/records/partnerships';
import type { Schema } from '$lib/storage/schema';
import { loadSetting, saveSetting } from '$lib/storage/records/settings';
import { asStorageError, StorageError, type StorageProblem } from '$lib/storage/storage-error';
import { upgrades } from '$lib/storage/upgrades';
import { dumpDatabase } from '../../../builders/dump-database';
import { measurementOf } from '../../../builders/records';
import { recordsOf, sheetOf } from '../../../builders/stored-records';

const NAME = 'samenwerkingsmeter';

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

/** The key and the indexes of every store, as the browser has them. */
async function describeStores() {
	const open = await database();
	const tx = open.transaction([...open.objectStoreNames]);
	return Object.fromEntries(
		[...tx.objectStoreNames].map((name) => {
			const store = tx.objectStore(name);
			const indexes = [...store.indexNames].map((index) => {
				const { keyPath, unique, multiEntry } = store.index(index);
				return { name: index, keyPath, unique, multiEntry };
			});
			return [name, { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes }];
		})
	);
}

/** What version 1 of the app wrote. */
const version1 = {
	partnership: { id: 'a', name: 'Verband a', createdAt: '2025-03-20T19:00:00.000Z', example: false },
	measurement: {
		id: 'meting',
		partnershipId: 'a',
		date: '2025-03-20',
		questionnaire: { id: 'samenwerking', version: '1.0.0' },
		groups: [
			{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
			{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
		],
		privacy: { mode: 'open' },
		createdAt: '2025-03-20T19:30:00.000Z'
	},
	answer: {
		responseId: 'meting:gemeente',
		itemId: 'samen-zoeken',
		measurementId: 'meting',
		groupId: 'gemeente',
		answer: 4,
		revision: 3
	},
	note: { measurementId: 'meting', itemId: 'samen-zoeken', text: 'De kermis' },
	position: { measurementId: 'meting', dimensionId: 'openheid' }
};

/** A device that only ever saw version 1 of the app. */
async function storeAsVersion1(): Promise<void> {
	const made = await openDB<Schema>(NAME, 1, { upgrade: (db, _old, _new, tx) => upgrades[0]?.(db, tx) });
	made.close();
	const old = await openDB(NAME, 1);
	await old.put('partnerships', version1.partnership);
	await old.put('measurements', version1.measurement);
	await old.put('measurements', { ...version1.measurement, id: 'tweede' });
	await old.put('answers', version1.answer);
	await old.put('notes', version1.note);
	await old.put('positions', version1.position);
	old.close();
}

describe('the upgrades', () => {
	test('give a new device all stores and indexes', async () => {
		const byMeasurement = { name: 'byMeasurement', keyPath: 'measurementId', unique: false, multiEntry: false };
		const byResponse = { name: 'byResponse', keyPath: 'responseId', unique: false, multiEntry: false };
		const byPartnership = { name: 'byPartnership', keyPath: 'partnershipId', unique: false, multiEntry: false };

		expect(await describeStores()).toEqual({
			partnerships: { keyPath: 'id', autoIncrement: false, indexes: [] },
			measurements: { keyPath: 'id', autoIncrement: false, indexes: [byPartnership] },
			answers: { keyPath: ['responseId', 'itemId'], autoIncrement: false, indexes: [byMeasurement] },
			notes: { keyPath: ['measurementId', 'itemId'], autoIncrement: false, indexes: [byMeasurement] },
			positions: { keyPath: 'measurementId', autoIncrement: false, indexes: [] },
			responses: { keyPath: 'id', autoIncrement: false, indexes: [byMeasurement] },
			sheets: { keyPath: 'responseId', autoIncrement: false, indexes: [byMeasurement] },
			sheetEntries: { keyPath: ['responseId', 'itemId'], autoIncrement: false, indexes: [byResponse] },
			agreedScores: { keyPath: ['measurementId', 'dimensionId'], autoIncrement: false, indexes: [byMeasurement] },
			settings: { keyPath: 'key', autoIncrement: false, indexes: [] },
			commitments: { keyPath: 'id', autoIncrement: false, indexes: [byMeasurement, byPartnership] },
			reportChoices: { keyPath: 'measurementId', autoIncrement: false, indexes: [] },
			sheetTrends: { keyPath: ['responseId', 'dimensionId'], autoIncrement: false, indexes: [byResponse] },
			questionnaires: { keyPath: ['id', 'version'], autoIncrement: false, indexes: [] },
			questionnaireDrafts: { keyPath: 'id', autoIncrement: false, indexes: [] },
			summaries: { keyPath: 'measurementId', autoIncrement: false, indexes: [] },
			showings: { keyPath: 'measurementId', autoIncrement: false, indexes: [] },
			letterboxes: { keyPath: 'measurementId', autoIncrement: false, indexes: [] },
			meta: { keyPath: 'key', autoIncrement: false, indexes: [] }
		});
	});

	test('number the database: one version a step', async () => {
		expect((await database()).version).toBe(upgrades.length);
	});

	test('run once: what was stored is there again after opening anew', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await closeDatabase();

		expect(await loadPartnerships()).toEqual([recordsOf('a').partnership]);
	});
});

describe('the upgrade of a device with version 1', () => {
	test('gives the same stores and indexes as a new device', async () => {
		const fresh = await describeStores();
		await wipeDatabase();
		await storeAsVersion1();

		expect(await describeStores()).toEqual(fresh);
	});

	test('makes every measurement an open one that was filled in together', async () => {
		await storeAsVersion1();

		const added = { name: '', status: 'open', sealed: false, ways: ['together'], asksTrend: false };
		expect(await loadMeasurement('meting')).toEqual({ ...version1.measurement, ...added });
		expect(await loadMeasurement('tweede')).toEqual({ ...version1.measurement, id: 'tweede', ...added });
	});

	test('leaves partnerships, answers, notes and positions as they were', async () => {
		await storeAsVersion1();

		expect(await dumpDatabase()).toMatchObject({
			partnerships: [{ ...version1.partnership, nextDate: '' }],
			answers: [version1.answer],
			notes: [version1.note],
			positions: [version1.position],
			responses: [],
			sheets: [],
			sheetEntries: [],
			agreedScores: [],
			settings: [],
			commitments: [],
			reportChoices: []
		});
		expect(await loadJointResponses('meting')).toEqual([
			{ id: 'meting:gemeente', groupId: 'gemeente', kind: 'joint', answers: { 'samen-zoeken': 4 } }
		]);
		expect(await loadResponses('meting')).toEqual([]);
	});
});

describe('the upgrade of a device with version 2', () => {
	/** A device that saw the first two steps only, with something in each store they made. */
	async function storeAsVersion2(): Promise<void> {
		const made = await openDB<Schema>(NAME, 2, {
			upgrade: async (db, _old, _new, tx) => {
				for (const upgrade of upgrades.slice(0, 2)) await upgrade(db, tx);
			}
		});
		const { partnership, measurements, responses, agreedScores } = recordsOf('a');
		await made.put('partnerships', partnership);
		for (const measurement of measurements) await made.put('measurements', measurement);
		for (const response of responses) await made.put('responses', response);
		for (const agreed of agreedScores) await made.put('agreedScores', agreed);
		made.close();
	}

	test('gives the same stores and indexes as a new device', async () => {
		const fresh = await describeStores();
		await wipeDatabase();
		await storeAsVersion2();

		expect(await describeStores()).toEqual(fresh);
	});

	test('leaves everything as it was, and has no commitments or choices yet', async () => {
		await storeAsVersion2();

		const { partnership, measurements, responses, agreedScores } = recordsOf('a');
		expect(await dumpDatabase()).toMatchObject({
			partnerships: [partnership],
			measurements,
			responses,
			agreedScores,
			commitments: [],
			reportChoices: []
		});
	});
});

describe('the upgrade of a device with version 3', () => {
	const { partnership, measurements, responses } = recordsOf('a');
	const [measurement] = measurements;
	const sheet = sheetOf(measurementOf('a', 'meting'), '00000000a1', { way: 'phone' });

	/** The same record as version 3 knew it. */
	function without(record: object | undefined, ...keys: string[]): object {
		return Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => !keys.includes(key)));
	}

	/** A device that saw the first three steps only, with a phone's sheet half filled in. */
	async function storeAsVersion3(): Promise<void> {
		const made = await openDB<Schema>(NAME, 3, {
			upgrade: async (db, _old, _new, tx) => {
				for (const upgrade of upgrades.slice(0, 3)) await upgrade(db, tx);
			}
		});
		made.close();
		const old = await openDB(NAME, 3);
		await old.put('partnerships', without(partnership, 'nextDate'));
		await old.put('measurements', without(measurement, 'asksTrend'));
		for (const response of responses) await old.put('responses', without(response, 'trends'));
		await old.put('sheets', { ...sheet, invitation: without(sheet.invitation, 'asksTrend') });
		await old.put('sheetEntries', { responseId: sheet.responseId, itemId: 'samen-zoeken', answer: 4, note: '' });
		old.close();
	}

	test('gives the same stores and indexes as a new device', async () => {
		const fresh = await describeStores();
		await wipeDatabase();
		await storeAsVersion3();

		expect(await describeStores()).toEqual(fresh);
	});

	test('plans no next date and asks for no trends, and changes nothing else', async () => {
		await storeAsVersion3();

		expect(partnership.nextDate).toBe('');
		expect([measurement?.asksTrend, sheet.invitation.asksTrend]).toEqual([false, false]);
		expect(responses.map(({ trends }) => trends)).toEqual(responses.map(() => ({})));
		expect(await dumpDatabase()).toMatchObject({
			partnerships: [partnership],
			measurements: [measurement],
			responses: [...responses].sort((a, b) => (a.id < b.id ? -1 : 1)),
			sheets: [sheet],
			sheetEntries: [{ responseId: sheet.responseId, itemId: 'samen-zoeken', answer: 4, note: '' }],
			sheetTrends: [],
			questionnaires: []
		});
	});
});

describe('a tab that still holds version 1 open', () => {
	/** That tab runs the old app, which does not make way. */
	async function openOldTab() {
		await storeAsVersion1();
		return openDB(NAME, 1);
	}

	test('is named in Dutch, with what to do', async () => {
		const oldTab = await openOldTab();

		await expect(database()).rejects.toMatchObject({
			name: 'StorageError',
			problem: 'blocked',
			message:
				'Deze pagina staat nog open in een ander tabblad met een oudere versie. Er is niets verloren. Sluit dat tabblad en laad deze pagina opnieuw.'
		});
		oldTab.close();
	});

	test('once it is closed, this page works, with everything there', async () => {
		const oldTab = await openOldTab();
		await expect(loadPartnerships()).rejects.toMatchObject({ problem: 'blocked' });

		oldTab.close();

		expect(await loadPartnerships()).toMatchObject([version1.partnership]);
		expect(await loadMeasurement('meting')).toMatchObject({ status: 'open', ways: ['together'] });
	});

	test('leaves no connection behind that nobody closes', async () => {
		const oldTab = await openOldTab();
		const open = vi.spyOn(IDBFactory.prototype, 'open');
		const close = vi.spyOn(IDBDatabase.prototype, 'close');
		await expect(database()).rejects.toMatchObject({ problem: 'blocked' });
		oldTab.close();
		await loadPartnerships();

		await closeDatabase();

		const opened = open.mock.results.map(({ value }) => (value instanceof IDBOpenDBRequest ? value.result : undefined));
		expect(opened).toHaveLength(2);
		for (const connection of opened) expect(close.mock.contexts).toContain(connection);
		await wipeDatabase();
		expect(await loadPartnerships()).toEqual([]);
	});
});

describe('a setting', () => {
	test('is there again after the page was closed, and the last one counts', async () => {
		expect(await loadSetting('appAddress')).toBeUndefined();

		await saveSetting('appAddress', 'https://voorbeeld.be/oud/');
		await saveSetting('appAddress', 'https://voorbeeld.be/meter/');
		await closeDatabase();

		expect(await loadSetting('appAddress')).toBe('https://voorbeeld.be/meter/');
	});
});

describe('the connection', () => {
	test('is one for all who ask', async () => {
		const [first, second] = await Promise.all([database(), database()]);

		expect(second).toBe(first);
	});

	test('refused by the browser gives a Dutch reason, and the next try is a new one', async () => {
		const refusal = new DOMException('The operation is insecure.', 'SecurityError');
		const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
			throw refusal;
		});

		const failure = loadPartnerships();

		await expect(failure).rejects.toThrow(StorageError);
		await expect(failure).rejects.toMatchObject({
			problem: 'unavailable',
			message: expect.stringContaining('Gebruik je een privévenster?'),
			cause: refusal
		});
		open.mockRestore();
		expect(await loadPartnerships()).toEqual([]);
	});

	test('is wiped with everything in it', async () => {
		await savePartnershipRecords(recordsOf('a'));

		await wipeDatabase();

		expect(await loadPartnerships()).toEqual([]);
	});
});

describe('a storage error', () => {
	test.each<[StorageProblem, string]>([
		[
			'unavailable',
			'Deze browser laat niet toe om gegevens te bewaren. Wat er al stond, is niet gewist. Zijn cookies geblokkeerd? Sta ze dan toe voor deze website. Gebruik je een privévenster? Open deze pagina dan in een gewoon venster.'
		],
		[
			'unreachable',
			'De opslag van deze browser antwoordt niet. Wat al bewaard was, is niet gewist. Wacht even en probeer opnieuw. Blijft het zo? Sluit dan de browser helemaal, en open deze pagina opnieuw.'
		],
		[
			'unreadable',
			'De browser kan de gegevens op dit toestel niet openen. Er is niets gewist. Sluit de browser helemaal, en open deze pagina opnieuw. Lukt het dan nog niet? Bij Gegevens kun je de reservekopie in een bestand bewaren.'
		],
		[
			'blocked',
			'Deze pagina staat nog open in een ander tabblad met een oudere versie. Er is niets verloren. Sluit dat tabblad en laad deze pagina opnieuw.'
		],
		[
			'overtaken',
			'In een ander tabblad is een nieuwere versie van deze app geopend. Hier kun je nog lezen, maar niet meer bewaren. Laad deze pagina opnieuw.'
		],
		[
			'newer',
			'De gegevens op dit toestel komen van een nieuwere versie van deze app. Alles is bewaard. Laad de pagina opnieuw om de nieuwe versie te krijgen.'
		],
		['removed', 'Dit is intussen verwijderd, misschien in een ander tabblad. Er is niets bewaard.'],
		['gone', 'Dit is intussen gewist of al afgegeven, misschien in een ander tabblad. Er is niets bijgeschreven.'],
		['closed', 'De meting is intussen gesloten. Er is niets bijgeschreven.'],
		[
			'full',
			'Het toestel heeft geen plaats meer. Wat al bewaard was, blijft bewaard. Maak plaats vrij en probeer opnieuw.'
		],
		[
			'failed',
			'Bewaren is niet gelukt: er ging iets mis in de app. Wat al bewaard was, blijft bewaard. Probeer opnieuw. Lukt het weer niet? Laad deze pagina dan opnieuw.'
		]
	])('"%s" says in Dutch what to do', (problem, message) => {
		expect(new StorageError(problem)).toMatchObject({ name: 'StorageError', problem, message });
	});

	test('of a full device is recognised', () => {
		const cause = new DOMException('Quota exceeded', 'QuotaExceededError');

		expect(asStorageError(cause)).toMatchObject({ problem: 'full', cause });
	});

	test.each([
		[new DOMException('Aborted', 'AbortError'), 'unreachable'],
		[new DOMException('Connection to Indexed Database server lost.', 'UnknownError'), 'unreachable'],
		[new DOMException('A name of next year', 'NewError'), 'unreachable'],
		[new DOMException('The operation is insecure.', 'SecurityError'), 'unavailable'],
		[new DOMException('x could not be cloned', 'DataCloneError'), 'failed'],
		[new TypeError('x is not a function'), 'failed'],
		['tekst', 'failed'],
		[undefined, 'failed']
	] as const)('of any other cause (%s) keeps that cause, and is never called a full disk', (cause, problem) => {
		expect(asStorageError(cause)).toMatchObject({ problem, cause });
	});

	test('stays itself', () => {
		const error = new StorageError('blocked');

		expect(asStorageError(error)).toBe(error);
	});
});
