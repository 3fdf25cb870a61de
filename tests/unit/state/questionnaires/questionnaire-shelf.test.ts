import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { QuestionnaireShelf } from '$lib/state/questionnaires/questionnaire-shelf.svelte';
import { createPartnership } from '$lib/state/desk/create-measurement';
import { wipeDatabase } from '$lib/storage/connection/database';
import { keepQuestionnaire, loadOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import { fileTextOf, one } from '../../../builders/bundles';
import { ownQuestionnaire, ownText, storedOf } from '../../../builders/own-questionnaire';

let shelf: QuestionnaireShelf;
let stop: () => void;

beforeEach(async () => {
	await wipeDatabase();
	shelf = new QuestionnaireShelf();
	stop = shelf.start();
	await vi.waitFor(() => expect(shelf.own).toEqual([]));
});
afterEach(() => {
	stop();
	vi.restoreAllMocks();
});

const fileOf = (text: string) => new File([text], 'lijst.json');
const open = (content: unknown) => shelf.open(fileOf(typeof content === 'string' ? content : JSON.stringify(content)));
const golden = (name: string) => readFileSync(`tests/fixtures/exchange/${name}`, 'utf8');

/** What the shelf says of the file that was opened last. */
function stepOf<Kind extends QuestionnaireShelf['step']['kind']>(kind: Kind) {
	const { step } = shelf;
	if (step.kind !== kind) throw new Error(`The step is ${step.kind}: ${shelf.problem ?? ''}`);
	return step as Extract<QuestionnaireShelf['step'], { kind: Kind }>;
}

describe('opening a file', () => {
	test('checks it, shows warnings, and stores nothing yet', async () => {
		await open(ownText);

		expect(stepOf('sound')).toMatchObject({
			name: 'lijst.json',
			questionnaire: ownQuestionnaire,
			place: { kind: 'free' }
		});
		expect(stepOf('sound').warnings.map(({ code }) => code)).toContain('missing-advice');
		expect(await loadOwnQuestionnaires()).toEqual([]);
	});

	test('with problems names them all, each with its line', async () => {
		await open(ownText.replace('"title"', '"titel"').replace('"Klein"', '"Klein "').replace('"1.0.0"', '"1.0"'));

		const { problems } = stepOf('refused');
		expect(problems.map(({ message }) => message)).toContain('"title" ontbreekt. Hier hoort een tekst.');
		expect(problems.every(({ line }) => line >= 1)).toBe(true);
	});

	test.each([
		['an exchange file', fileTextOf(one), /bestand met metingen, geen vragenlijst\. Open het bij "Gegevens"/],
		['a locked file', golden('v3-locked.json.age'), /bestand met metingen, geen vragenlijst/],
		['the response of one person', golden('v2-response.json'), /antwoorden van één persoon\. Open het in de meting/],
		['nothing', '  \n', /^Dit bestand is leeg/],
		['a letter', 'Beste vereniging,', /^Dit is geen vragenlijst\. Een vragenlijst is een JSON-bestand/],
		['a picture', '\u0089PNG\u0000\u0001', /^Dit bestand is geen gewone tekst/],
		['text in another encoding', '{"title": "Caf\uFFFD"}', /^Dit bestand is geen gewone tekst/]
	])('that is %s says what to do', async (_, text, problem) => {
		await open(text);

		expect(shelf.problem).toMatch(problem);
		expect(shelf.step.kind).toBe('none');
	});

	test('larger than 1 MB is not even read', async () => {
		const file = fileOf(' '.repeat(1_000_001));
		const read = vi.spyOn(file, 'text');

		await shelf.open(file);

		expect(shelf.problem).toMatch(/te groot voor een vragenlijst: hoogstens 1 MB/);
		expect(read).not.toHaveBeenCalled();
	});

	test('that goes too deep says so', async () => {
		await open('['.repeat(500_000));

		expect(stepOf('refused').problems).toMatchObject([{ code: 'not-json', message: expect.stringMatching(/te diep/) }]);
	});

	test('with an id of the app is shown, and cannot be kept', async () => {
		await open({ ...ownQuestionnaire, id: 'kapstokken' });

		expect(stepOf('sound').place).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/van de app zelf/) });
	});

	test('after a problem, a good one takes the problem away', async () => {
		await open('Beste');
		await open(ownText);

		expect(shelf.problem).toBeUndefined();
		expect(shelf.step.kind).toBe('sound');
	});
});

describe('keeping', () => {
	const keep = async (content: Questionnaire) => {
		await open(content);
		await shelf.keep();
	};

	test('puts it on this device, in the list', async () => {
		await keep(ownQuestionnaire);

		expect(stepOf('kept').questionnaire).toEqual(ownQuestionnaire);
		expect(shelf.own).toEqual([ownQuestionnaire]);
		expect(await loadOwnQuestionnaires()).toMatchObject([{ id: 'eigen-lijst', version: '2.0.0' }]);
	});

	test('lists versions with the newest first', async () => {
		await keep({ ...ownQuestionnaire, version: '2.9.0' });
		await keep({ ...ownQuestionnaire, version: '2.10.0' });

		expect(shelf.own?.map(({ version }) => version)).toEqual(['2.10.0', '2.9.0']);
	});

	test('the same again is recognised', async () => {
		await keep(ownQuestionnaire);
		await open(ownText);

		expect(stepOf('sound').place).toEqual({ kind: 'here' });
	});

	test('another content under the same version is refused: raise the version', async () => {
		await keep(ownQuestionnaire);
		await open({ ...ownQuestionnaire, summary: 'Anders.' });

		expect(stepOf('sound').place).toMatchObject({
			kind: 'refused',
			reason: expect.stringMatching(/Versie 2\.0\.0 van "eigen-lijst" staat al op dit toestel, met een andere inhoud/)
		});
		await shelf.keep();
		expect(shelf.own).toEqual([ownQuestionnaire]);
	});

	test('what another tab kept meanwhile is refused as well', async () => {
		await open({ ...ownQuestionnaire, summary: 'Anders.' });
		await keepQuestionnaire(storedOf(ownQuestionnaire));

		await shelf.keep();

		expect(stepOf('sound').place).toMatchObject({ kind: 'refused' });
		expect(shelf.own).toEqual([ownQuestionnaire]);
	});
});

describe('removing', () => {
	beforeEach(() => keepQuestionnaire(storedOf(ownQuestionnaire)));

	test('takes it out of the list', async () => {
		await shelf.remove(ownQuestionnaire);

		expect(shelf.own).toEqual([]);
		expect(shelf.problem).toBeUndefined();
	});

	test('is undone with everything that was in it, once', async () => {
		const before = await loadOwnQuestionnaires();
		await shelf.remove(ownQuestionnaire);
		await shelf.remove(ownQuestionnaire);
		await shelf.undoRemove();

		expect(shelf.own).toEqual([ownQuestionnaire]);
		expect(shelf.removed).toBeUndefined();
		expect(await loadOwnQuestionnaires()).toEqual(before);
	});

	test('is not undone over another one that was kept meanwhile, and can be tried again', async () => {
		await shelf.remove(ownQuestionnaire);
		const other = { ...ownQuestionnaire, summary: 'Anders.' };
		await keepQuestionnaire(storedOf(other));
		await shelf.undoRemove();

		expect(shelf.problem).toMatch(/staat al op dit toestel, met een andere inhoud/);
		expect((await loadOwnQuestionnaires()).map(({ content }) => content)).toEqual([other]);
		await shelf.remove(other);
		expect(shelf.removed?.content).toEqual(other);
	});

	test('is refused with the reason while a measurement uses it', async () => {
		await createPartnership({
			name: 'Met een eigen lijst',
			date: '2026-05-01',
			groups: [],
			questionnaire: { id: 'eigen-lijst', version: '2.0.0' },
			privacy: { mode: 'open' },
			way: 'phone',
			asksTrend: false
		});

		await shelf.remove(ownQuestionnaire);
		await vi.waitFor(() => expect(shelf.own).toHaveLength(1));

		expect(shelf.problem).toMatch(/^Een meting op dit toestel gebruikt "Eigen lijst", versie 2\.0\.0/);
		expect(await loadOwnQuestionnaires()).toHaveLength(1);
	});
});
