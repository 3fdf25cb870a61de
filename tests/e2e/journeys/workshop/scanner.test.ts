import { chromium, type Page } from '@playwright/test';
import { askedIn } from '../../../../src/lib/domain/measurement/asked';
import { termsOf } from '../../../../src/lib/domain/measurement/terms';
import { readInvitation } from '../../../../src/lib/exchange/link/invitation';
import { packResponse } from '../../../../src/lib/exchange/response/response-code';
import { responseQrText } from '../../../../src/lib/exchange/response/response-qr';
import { aResponse } from '../../../builders/records';
import { launchOptions } from '../../browser';
import { DrawnCamera } from '../../devices/drawn-camera';
import { newestQuestionnaire as questionnaire } from '../../looks/newest-questionnaire';
import type { CollectionPage } from '../../pages/collection-page';
import { DeskPage } from '../../pages/desk-page';
import { NewPartnershipPage } from '../../pages/new-partnership-page';
import { expect, test } from '../../test';

const asked = askedIn(questionnaire);

/** What phones of the measurement on the desk show when they are done; each number is another phone. */
async function phonesOf(desk: DeskPage, site: string): Promise<(number: number) => string> {
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	const outcome = readInvitation(new URL(link).hash.slice(1));
	if (outcome.kind === 'refused') throw new Error(outcome.reason);
	const { measurementId, groups } = outcome.invitation;
	const terms = termsOf(outcome.invitation, questionnaire);
	return (number) =>
		responseQrText(
			packResponse({
				terms,
				...asked,
				response: aResponse({
					id: number.toString(16).padStart(10, 'a'),
					measurementId,
					groupId: groups[number % groups.length]?.id ?? '',
					answers: Object.fromEntries(asked.itemIds.map((id) => [id, 4 as const]))
				})
			}),
			terms
		);
}

/** The camera of an open measurement is on. */
async function scanning(on: Desk, name: string): Promise<{ camera: DrawnCamera; phone: (number: number) => string }> {
	const camera = await DrawnCamera.in(on.page);
	await on.newPartnership.open();
	await on.newPartnership.createOpen(name);
	const phone = await phonesOf(on.desk, on.site);
	await on.desk.collect();
	await on.collection.startCamera();
	return { camera, phone };
}

interface Desk {
	page: Page;
	site: string;
	newPartnership: NewPartnershipPage;
	desk: DeskPage;
	collection: CollectionPage;
}

test('a phone that could not be stored comes in by itself when there is room again', async ({
	page,
	site,
	newPartnership,
	desk,
	collection
}) => {
	const { camera, phone } = await scanning({ page, site, newPartnership, desk, collection }, 'Volle schijf');
	await camera.fillDisk(true);
	await camera.show(phone(1));
	await collection.expectMessage('Dit blad is nog niet binnen. Hou de telefoon straks nog eens voor de camera.');
	await camera.fillDisk(false);
	await collection.expectMessage('Net binnen: ');
	await collection.expectCount(1);

	await camera.show('https://voorbeeld.be/wifi');
	await collection.expectMessage('In deze QR-code zitten geen antwoorden.');
	await camera.show(phone(2));
	await collection.expectCount(2);
	await expect(page.getByText('In deze QR-code zitten geen antwoorden.')).toHaveCount(0);
});

test('a camera that is unplugged, black or back again: the screen says so, and goes on reading', async ({
	page,
	site,
	newPartnership,
	desk,
	collection
}) => {
	const { camera, phone } = await scanning({ page, site, newPartnership, desk, collection }, 'Losse stekker');
	await camera.show(phone(1));
	await collection.expectCount(1);

	await camera.unplug();
	await collection.expectMessage('De camera is gestopt.');
	await camera.show(phone(2));
	await collection.expectCount(2);
	await expect(page.getByText('De camera is gestopt.')).toBeHidden();
	expect(await camera.asked()).toBe(2);

	await camera.look('dark');
	await collection.expectMessage('Het beeld is zwart.');
	await camera.show(phone(3));
	await collection.expectCount(3);
	await expect(page.getByText('Het beeld is zwart.')).toBeHidden();
});

test('another camera can be chosen, and stays chosen while the page is open', async ({ site }) => {
	const args = [
		...(launchOptions.args ?? []),
		'--use-fake-ui-for-media-stream',
		'--use-fake-device-for-media-stream=device-count=2'
	];
	const laptop = await chromium.launch({ ...launchOptions, args });
	const page = await (await laptop.newContext({ permissions: ['camera'], baseURL: site })).newPage();
	await page.goto('./nieuw/');
	await new NewPartnershipPage(page).createOpen('Twee cameras');
	await new DeskPage(page).collect();
	// The browser gives the camera without asking: it is on from the beginning.
	const choice = page.getByLabel('Andere camera');
	await expect(choice.getByRole('option')).toHaveCount(2);
	const names = await choice.getByRole('option').allTextContents();
	const inUse = () =>
		page
			.getByLabel('Beeld van de camera')
			.evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream | null)?.getVideoTracks()[0]?.label);

	await choice.selectOption(names[1] ?? '');
	await expect.poll(inUse).toBe(names[1]);

	await page.getByRole('button', { name: 'Stop de camera' }).click();
	await page.getByRole('button', { name: 'Start de camera' }).click();
	await page.getByRole('button', { name: 'Code', exact: true }).click();
	await page.getByRole('button', { name: 'Terug naar de camera' }).click();
	await expect.poll(inUse).toBe(names[1]);
	await expect(choice.locator('option:checked')).toHaveText(names[1] ?? '');
	await laptop.close();
});

test.describe('without internet', () => {
	test.use({ serviceWorkers: 'allow' });

	test('codes are read after one visit to another page', async ({
		page,
		context,
		site,
		newPartnership,
		desk,
		collection
	}) => {
		const camera = await DrawnCamera.in(page);
		await newPartnership.open();
		await newPartnership.createOpen('Zonder wifi');
		const phone = await phonesOf(desk, site);
		await expect(page.getByText('De hele app werkt op dit toestel ook zonder internet.')).toBeVisible({
			timeout: 30_000
		});
		await context.setOffline(true);
		await desk.collect();
		await collection.startCamera();
		await camera.show(phone(1));
		await collection.expectCount(1);
	});
});
