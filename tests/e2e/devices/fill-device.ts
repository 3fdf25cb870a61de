import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Commitment } from '../../../src/lib/domain/measurement/commitment';
import type { IndividualResponse, Measurement, Partnership } from '../../../src/lib/domain/measurement/measurement';
import { aCommitment, aMeasurement, aPartnership, aResponse } from '../../builders/records';

export interface DeviceContent {
	partnerships: number;
	measurements: number;
	/** Of each measurement, half of them of each group. */
	responses: number;
	/** ISO date of the latest measurement of the first partnership; each next one was a day earlier. */
	latestDate: string;
}

interface QuestionnaireFile {
	themes: { dimensions: { items: { id: string }[] }[] }[];
}

/** What each record begins as. */
interface Templates {
	itemIds: string[];
	partnership: Partnership;
	measurement: Measurement;
	response: IndividualResponse;
	commitment: Commitment;
}

/** Fills the device that a page is of; see fillDatabase. */
export async function fillDevice(page: Page, content: DeviceContent): Promise<void> {
	// The app makes its database to know what to list.
	await page.goto('./overzicht/');
	await page.getByRole('heading', { name: 'Overzicht' }).waitFor();
	await page
		.getByText(/overleg(gen)? op dit toestel/)
		.first()
		.waitFor();
	await fillDatabase(page, content);
}

/**
 * Puts partnerships «Verband 1», «Verband 2» … on the device by writing in its database, as taking in so
 * many by hand would take hours. Every second one has a commitment that still has to happen, due on the
 * day of its latest measurement.
 * @param page one that has made the app's database
 */
export async function fillDatabase(page: Page, content: DeviceContent): Promise<void> {
	const text = readFileSync(new URL('../../../questions/samenwerking/1.0.0.json', import.meta.url), 'utf8');
	const { themes } = JSON.parse(text) as QuestionnaireFile;
	const itemIds = themes.flatMap(({ dimensions }) => dimensions.flatMap(({ items }) => items.map(({ id }) => id)));
	const measurement = aMeasurement({ status: 'closed', ways: ['phone'] });
	const commitment = aCommitment({ what: 'Een vast overleg in het voorjaar', who: '' });
	const [partnership, response] = [aPartnership(), aResponse()];
	await page.evaluate(writeRecords, { ...content, itemIds, partnership, measurement, response, commitment });
}

/** Runs in the page. */
async function writeRecords({
	partnerships,
	measurements,
	responses,
	latestDate,
	itemIds,
	partnership,
	measurement,
	response,
	commitment
}: DeviceContent & Templates): Promise<void> {
	const done = <Result>(request: IDBRequest<Result>) =>
		new Promise<Result>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	let state = 1;
	/** A whole number below the limit: always the same ones in the same order. */
	const chance = (limit: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
	const daysBefore = (days: number) => new Date(Date.parse(latestDate) - days * 86_400_000).toISOString().slice(0, 10);
	const db = await done(indexedDB.open('samenwerkingsmeter'));
	// What the app made of earlier content.
	await done(db.transaction('summaries', 'readwrite').objectStore('summaries').clear());
	for (let number = 1; number <= partnerships; number += 1) {
		const tx = db.transaction(['partnerships', 'measurements', 'responses', 'commitments'], 'readwrite');
		const id = `verband-${number}`;
		const createdAt = `${daysBefore(number + measurements * 365)}T10:00:00.000Z`;
		tx.objectStore('partnerships').put({ ...partnership, id, name: `Verband ${number}`, createdAt });
		for (let year = 0; year < measurements; year += 1) {
			const date = daysBefore(number - 1 + year * 365);
			const measurementId = `${id}-${year}`;
			tx.objectStore('measurements').put({
				...measurement,
				id: measurementId,
				partnershipId: id,
				date,
				createdAt: `${date}T10:00:00.000Z`
			});
			const about = itemIds.map(() => [1 + chance(4), 1 + chance(4)] as const);
			for (let person = 0; person < responses; person += 1) {
				const answers = itemIds.map((item, place) => [item, (about[place]?.[person % 2] ?? 1) + chance(2)]);
				tx.objectStore('responses').put({
					...response,
					id: `${measurementId}-${person}`,
					measurementId,
					groupId: person % 2 === 0 ? 'gemeente' : 'verenigingen',
					answers: Object.fromEntries(answers)
				});
			}
		}
		if (number % 2 === 0)
			tx.objectStore('commitments').put({
				...commitment,
				id: `${id}-afspraak`,
				partnershipId: id,
				measurementId: `${id}-0`,
				by: daysBefore(number - 1),
				createdAt
			});
		await new Promise((resolve, reject) => {
			tx.oncomplete = resolve;
			tx.onabort = () => reject(tx.error);
		});
	}
	db.close();
}
