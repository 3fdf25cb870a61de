import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { readExchangeFile, writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { exportFile, type ExportScope } from '$lib/state/files/export';
import { ImportDesk, joinMeasurement } from '$lib/state/files/import.svelte';
import { createPartnership } from '$lib/state/desk/create-measurement';
import { wipeDatabase } from '$lib/storage/connection/database';
import { keepQuestionnaire, loadOwnQuestionnaires, removeQuestionnaire } from '$lib/storage/records/questionnaires';
import { deletePartnership } from '$lib/storage/bundles/removal';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { strangeBundle } from '../../../builders/bundles';
import { goodOf } from '../../../builders/outcomes';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { dumpDatabase } from '../../../builders/dump-database';

const { id, version } = ownQuestionnaire;
const partnership = {
	id: strangeBundle.measurement.partnershipId,
	name: 'Eigen lijst',
	createdAt: '2026-03-01T10:00:00.000Z',
	example: false,
	nextDate: ''
};

beforeEach(wipeDatabase);

/** A file with one measurement of «eigen-lijst» 2.0.0 and these questionnaires, as another device saved it. */
function fileWith(...questionnaires: Questionnaire[]) {
	const text = writeExchangeFile({ bundles: [{ partnership, measurements: [strangeBundle] }], questionnaires });
	return new File([text], 'bestand.json');
}

async function preview(file: File) {
	const desk = new ImportDesk();
	await desk.open(file);
	if (desk.step.kind !== 'preview') throw new Error(desk.problem);
	const { plan, unknownQuestionnaires } = desk.step;
	const [verdict] = plan.partnerships.flatMap(({ measurements }) => measurements.map((one) => one.verdict));
	return { desk, plan, unknownQuestionnaires, verdict };
}

describe('saving a file', () => {
	test('brings those that a measurement in it uses; with everything, all of them', async () => {
		await keepQuestionnaire(storedOf(ownQuestionnaire));
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, version: '3.0.0' }));
		await createPartnership({
			name: 'Met een eigen lijst',
			date: '2026-05-01',
			groups: [
				{ id: 'a', role: 'gemeente', name: 'A' },
				{ id: 'b', role: 'vereniging', name: 'B' }
			],
			questionnaire: { id, version },
			privacy: { mode: 'open' },
			way: 'phone'
		});

		const questionnairesIn = async (scope: ExportScope) =>
			goodOf(readExchangeFile(await goodOf(await exportFile(scope)).file.text())).questionnaires;
		const [made] = await loadPartnerships();
		expect(await questionnairesIn({ kind: 'partnership', id: made?.id ?? '' })).toEqual([ownQuestionnaire]);
		expect(await questionnairesIn({ kind: 'all' })).toEqual([
			ownQuestionnaire,
			{ ...ownQuestionnaire, version: '3.0.0' }
		]);
	});
});

describe('opening a file with an own questionnaire', () => {
	test('says so first, and brings it in with the measurement', async () => {
		const { desk, plan, unknownQuestionnaires, verdict } = await preview(fileWith(ownQuestionnaire));
		expect(plan.questionnaires.map(({ content }) => content)).toEqual([ownQuestionnaire]);
		expect(unknownQuestionnaires.size).toBe(0);
		expect(verdict).toMatchObject({ kind: 'new' });
		expect(await loadOwnQuestionnaires()).toEqual([]);

		await desk.confirm();

		expect(await loadOwnQuestionnaires()).toMatchObject([{ id, version, content: ownQuestionnaire }]);
	});

	test('is undone with the rest of it', async () => {
		const before = await dumpDatabase();
		const { desk } = await preview(fileWith(ownQuestionnaire));
		await desk.confirm();

		await desk.undo();

		expect(desk.step.kind).toBe('undone');
		expect(await dumpDatabase()).toEqual(before);
	});

	test('undone leaves it when a measurement made since uses it', async () => {
		const { desk } = await preview(fileWith(ownQuestionnaire));
		await desk.confirm();
		await createPartnership({
			name: 'Sindsdien',
			date: '2026-05-01',
			groups: strangeBundle.measurement.groups,
			questionnaire: { id, version },
			privacy: { mode: 'open' },
			way: 'phone'
		});

		await desk.undo();

		expect((await loadPartnerships()).map(({ name }) => name)).toEqual(['Sindsdien']);
		expect(await loadOwnQuestionnaires()).toHaveLength(1);
	});

	test('that is here already brings nothing', async () => {
		await keepQuestionnaire(storedOf(ownQuestionnaire));
		const { plan } = await preview(fileWith(ownQuestionnaire));
		expect(plan.questionnaires).toEqual([]);
	});

	test('brings it for a measurement that came before without it', async () => {
		const first = await preview(fileWith());
		expect([...first.unknownQuestionnaires]).toEqual([strangeBundle.measurement.id]);
		await first.desk.confirm();

		const second = await preview(fileWith(ownQuestionnaire));
		expect(second.verdict).toMatchObject({ kind: 'same' });
		await second.desk.confirm();

		expect(await loadOwnQuestionnaires()).toHaveLength(1);
	});

	test('with another content than here is refused with the reason, and nothing changes', async () => {
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, summary: 'Anders.' }));
		const before = await dumpDatabase();

		const { plan, verdict } = await preview(fileWith(ownQuestionnaire));

		expect(verdict).toEqual({
			kind: 'refused',
			reason:
				'De eigen vragenlijst "Eigen lijst", versie 2.0.0, is op dit toestel een andere. Wie ze wijzigde, moet er een nieuwe versie van maken.'
		});
		expect(plan.questionnaires).toEqual([]);
		expect(await dumpDatabase()).toEqual(before);
	});

	test('that was kept here between the preview and the writing gives a new preview', async () => {
		const { desk } = await preview(fileWith(ownQuestionnaire));
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, summary: 'Anders.' }));

		await desk.confirm();

		expect(desk.problem).toMatch(/intussen iets gewijzigd/);
		expect(desk.step).toMatchObject({ kind: 'preview', plan: { questionnaires: [] } });
		expect(await loadPartnerships()).toEqual([]);
	});

	test('that is unsound is refused with what is wrong first', async () => {
		const [role] = ownQuestionnaire.roles;
		const unsound = {
			...ownQuestionnaire,
			roles: [...ownQuestionnaire.roles, { id: role?.id ?? '', groupName: 'Nog een' }]
		};
		const { verdict } = await preview(fileWith(unsound));
		expect(verdict).toMatchObject({
			kind: 'refused',
			reason: expect.stringMatching(/eigen vragenlijst van deze meting komt niet binnen\. .*bij gemeente: Dit id staat/)
		});
	});

	test('under an id of the app is refused', async () => {
		const posing = { ...ownQuestionnaire, id: 'samenwerking', version: '1.0.0' };
		const bundle = {
			...strangeBundle,
			measurement: { ...strangeBundle.measurement, questionnaire: { id: 'samenwerking', version: '1.0.0' } }
		};
		const text = writeExchangeFile({ bundles: [{ partnership, measurements: [bundle] }], questionnaires: [posing] });
		const { verdict } = await preview(new File([text], 'x'));
		expect(verdict).toMatchObject({
			kind: 'refused',
			reason: expect.stringMatching(/is van een vragenlijst van de app/)
		});
	});

	test('does not let in answers to statements that it lacks', async () => {
		const [response] = strangeBundle.responses;
		const bundle = {
			...strangeBundle,
			responses: response ? [{ ...response, answers: { 'andere-stelling': 3 as const } }] : []
		};
		const text = writeExchangeFile({
			bundles: [{ partnership, measurements: [bundle] }],
			questionnaires: [ownQuestionnaire]
		});
		const { verdict, plan } = await preview(new File([text], 'x'));
		expect(verdict).toMatchObject({
			kind: 'refused',
			reason: expect.stringMatching(/stellingen die de vragenlijst niet/)
		});
		expect(plan.questionnaires).toEqual([]);
	});

	test('where answers are collected joins like any other', async () => {
		const { desk } = await preview(fileWith(ownQuestionnaire));
		await desk.confirm();
		const text = await fileWith(ownQuestionnaire).text();
		expect(goodOf(await joinMeasurement(text, strangeBundle.measurement.id)).plan.verdict.kind).toBe('same');
	});

	test('can be removed once nothing uses it any more', async () => {
		const { desk } = await preview(fileWith(ownQuestionnaire));
		await desk.confirm();
		expect(await removeQuestionnaire({ id, version })).toBe('used');
		await deletePartnership(partnership.id);
		expect(await removeQuestionnaire({ id, version })).toMatchObject({ id, version });
		expect(await removeQuestionnaire({ id, version })).toBeUndefined();
	});
});
