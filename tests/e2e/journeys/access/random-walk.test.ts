import type { Page } from '@playwright/test';
import { runs } from '../../../property-runs';
import { invitation } from '../../beginnings';
import { fillDevice } from '../../devices/fill-device';
import { RandomWalk } from '../../devices/random-walk';
import { expect, test } from '../../test';

/** A longer or another walk: WALK_SEEDS=7,8 WALK_STEPS=300; more of them with `npm run test:faults hands`. */
const someSeeds = Array.from({ length: runs(1) }, (_, place) => place + 1).join(',');
const seeds = (process.env['WALK_SEEDS'] ?? someSeeds).split(',').map(Number);
const steps = Number(process.env['WALK_STEPS'] ?? '45');

// The walk names the steps that led to what it finds.
test.use({ mayComplain: true });

const files = [
	'tests/fixtures/exchange/v2-everything.json',
	'tests/fixtures/exchange/v3-locked.json.age',
	'tests/fixtures/questionnaires/own/eigen-lijst.json',
	'tests/fixtures/questionnaires/several/every-place.json',
	'README.md'
];

async function walk(page: Page, seed: number, starts: readonly string[], touch: boolean): Promise<void> {
	await page.addInitScript(() => (window.print = () => undefined));
	const randomWalk = new RandomWalk(page, { seed, steps, starts, files, touch });
	await randomWalk.walk();
	expect(randomWalk.faults, `seed ${seed}`).toEqual([]);
}

for (const seed of seeds) {
	test(`wherever people press on a facilitator's device, they know where they are (seed ${seed})`, async ({
		page,
		home,
		result,
		newPartnership,
		desk
	}) => {
		test.setTimeout(120_000 + steps * 6000);
		await fillDevice(page, { partnerships: 2, measurements: 2, responses: 4, latestDate: '2026-03-19' });
		await home.open();
		await home.openExample();
		await result.expectRadar();
		await newPartnership.open();
		await newPartnership.createOpen('Op goed geluk');
		const open = await desk.measurementId();
		await newPartnership.open();
		await newPartnership.createAnonymous('Zonder naam', 3);
		const anonymous = await desk.measurementId();
		const closed = 'verband-1-0';
		const of = (pages: readonly string[], id: string) => pages.map((each) => `./${each}/?meting=${id}`);
		await walk(
			page,
			seed,
			[
				'./',
				'./nieuw/',
				'./overzicht/',
				'./gegevens/',
				'./vragenlijsten/',
				'./meedoen/',
				'./uitleg/',
				'./beveiliging/',
				'./samenwerkingsverband/?verband=verband-1',
				'./nieuw/?verband=verband-1',
				'./vergelijken/?meting=verband-1-1&meting=verband-1-0',
				...of(['meting', 'resultaat', 'afspreken', 'verslag', 'tonen', 'naast-anderen', 'gegevens'], closed),
				...of(
					['meting', 'invullen', 'doorgeven', 'verzamelen', 'overtypen', 'formulier', 'draaiboek', 'resultaat'],
					open
				),
				...of(['meting', 'doorgeven', 'verzamelen', 'overtypen', 'resultaat', 'tonen'], anonymous)
			],
			false
		);
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

	for (const seed of seeds) {
		test(`wherever people press on a participant's phone, they know where they are (seed ${seed})`, async ({
			page
		}) => {
			test.setTimeout(120_000 + steps * 6000);
			await walk(page, seed, [`./meedoen/${invitation}`], true);
		});
	}
});
