import { expect } from '@playwright/test';
import { writeInvitation } from '../../src/lib/exchange/link/invitation';
import { anInvitation } from '../builders/records';
import { newestVersion } from './looks/newest-questionnaire';
import type { DeskPage } from './pages/desk-page';
import type { NewPartnershipPage } from './pages/new-partnership-page';
import type { PartnershipPage } from './pages/partnership-page';
import type { SheetPage } from './pages/sheet-page';

/** How several journeys begin, from the page objects of the test. */

/** For a phone: what stands behind the # of the link to an open measurement, of a desk that plays no part. */
export const invitation = `#${writeInvitation(
	anInvitation({ questionnaire: { id: 'samenwerking', version: newestVersion } })
)}`;

interface Pages {
	newPartnership: NewPartnershipPage;
	desk: DeskPage;
}

/**
 * An open measurement on a device that is passed round: someone of the group gave the first statement a 3, and is at
 * the second.
 * @returns the id of the measurement
 */
export async function beginPassedRound(
	{ newPartnership, desk, sheet }: Pages & { sheet: SheetPage },
	name: string,
	group: string
): Promise<string> {
	await newPartnership.open();
	await newPartnership.createOpen(name);
	const measurementId = await desk.measurementId();
	await desk.handOver();
	await sheet.chooseGroup(group);
	await sheet.choice('3').click();
	// The next one comes by itself, a moment later.
	await expect(sheet.at(2)).toBeVisible();
	return measurementId;
}

/** From an anonymous measurement on its desk: a next one, which asks how each dimension goes beside last time. */
export async function measureAgainAskingTrend({
	newPartnership,
	desk,
	partnership
}: Pages & { partnership: PartnershipPage }): Promise<void> {
	await desk.measurementId();
	await desk.toPartnership();
	await partnership.measureAgain();
	await newPartnership.unfold();
	await newPartnership.trendOption.check();
	await newPartnership.peopleUnknown.check();
	await newPartnership.make.click();
}
