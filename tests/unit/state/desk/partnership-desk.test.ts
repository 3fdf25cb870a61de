import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { FormFields } from '$lib/state/saving/form-fields.svelte';
import { PartnershipDesk } from '$lib/state/desk/partnership-desk.svelte';
import { deletePartnership } from '$lib/storage/bundles/removal';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadPartnership } from '$lib/storage/records/partnerships';
import { dumpDatabase } from '../../../builders/dump-database';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'eerste', '2025-03-20'), {
		...measurementOf('verband', 'tweede'),
		questionnaire: { id: 'samenwerking', version: '0.1.0' }
	});
});

async function opened(): Promise<PartnershipDesk> {
	const desk = new PartnershipDesk('verband');
	desk.start();
	await vi.waitFor(() => expect(desk.partnership).toBeDefined());
	return desk;
}

test('lists the measurements, newest first, also one whose questionnaire is not here', async () => {
	const { lines } = await opened();
	expect(lines.map(({ measurement, questionnaire }) => [measurement.id, questionnaire?.version])).toEqual([
		['tweede', undefined],
		['eerste', '1.0.0']
	]);
});

test('what could not be stored is said', async () => {
	const desk = await opened();
	vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
		throw new DOMException('lost', 'UnknownError');
	});
	const form = new FormFields({ name: 'Verband verband' }, { name: 'Naam' });
	form.written.name = 'Nieuw';
	expect(await desk.rename(form)).toBe(
		'De opslag van deze browser antwoordt niet. Wat al bewaard was, is niet gewist. Wacht even en probeer opnieuw. Blijft het zo? Sluit dan de browser helemaal, en open deze pagina opnieuw.'
	);
	vi.restoreAllMocks();
});

test('is removed with everything, and comes back exactly with undo', async () => {
	const desk = await opened();
	const before = await dumpDatabase();
	await desk.remove();
	await desk.remove();
	expect(await loadPartnership('verband')).toBeUndefined();
	await desk.undoRemove();
	expect(await dumpDatabase()).toEqual(before);
	expect(desk.removed).toBeUndefined();
});

test('that another tab removed it first, is said', async () => {
	const desk = await opened();
	await deletePartnership('verband');
	await desk.remove();
	expect([desk.removed, desk.missing]).toEqual([undefined, true]);
});
