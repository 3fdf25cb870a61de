import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

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

/** Fills the device that a page is of; see fillDatabase. */
export async function fillDevice(page: Page, content: DeviceContent): Promise<void> {
	// The app makes its database to know what to list.
	await page.goto('./overzicht/');
	await page.getByRole('heading', { name: 'Overzicht' }).waitFor();
	await page
		.getByText(/samenwerkingsverband(en)? op dit toestel/)
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
	await page.evaluate(writeRecords, { ...content, itemIds });
}

/** Runs in the page. */
async function writeRecords({
	partnerships,
	measurements,
	responses,
	latestDate,
	itemIds
}: DeviceContent & { itemIds: string[] }): Promise<void> {
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
		tx.objectStore('partnerships').put({ id, name: `Verband ${number}`, createdAt, example: false, nextDate: '' });
		for (let year = 0; year < measurements; year += 1) {
			const date = daysBefore(number - 1 + year * 365);
			const measurementId = `${id}-${year}`;
			tx.objectStore('measurements').put({
				id: measurementId,
				partnershipId: id,
				name: '',
				date,
				questionnaire: { id: 'samenwerking', version: '1.0.0' },
				groups: [
					{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
					{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
				],
				privacy: { mode: 'open' },
				status: 'closed',
				sealed: false,
				ways: ['phone'],
				createdAt: `${date}T10:00:00.000Z`,
				asksTrend: false
			});
			const about = itemIds.map(() => [1 + chance(4), 1 + chance(4)] as const);
			for (let person = 0; person < responses; person += 1) {
				const answers = itemIds.map((item, place) => [item, (about[place]?.[person % 2] ?? 1) + chance(2)]);
				tx.objectStore('responses').put({
					id: `${measurementId}-${person}`,
					measurementId,
					groupId: person % 2 === 0 ? 'gemeente' : 'verenigingen',
					revision: 1,
					answers: Object.fromEntries(answers),
					notes: {},
					trends: {}
				});
			}
		}
		if (number % 2 === 0)
			tx.objectStore('commitments').put({
				id: `${id}-afspraak`,
				partnershipId: id,
				measurementId: `${id}-0`,
				adviceId: null,
				dimensionId: null,
				what: 'Een vast overleg in het voorjaar',
				who: '',
				by: daysBefore(number - 1),
				status: 'open',
				note: '',
				createdAt
			});
		await new Promise((resolve, reject) => {
			tx.oncomplete = resolve;
			tx.onabort = () => reject(tx.error);
		});
	}
	db.close();
}
