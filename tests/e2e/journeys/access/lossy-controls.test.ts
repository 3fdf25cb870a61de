import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { patience, runs } from '../../../property-runs';
import { fillDevice } from '../../devices/fill-device';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { chanceOf } from '../../devices/random-walk';
import { pressInBurst, someBurst } from '../../devices/shaking-hand';
import { storedRecords } from '../../devices/stored-records';
import { beginPassedRound, invitation } from '../../beginnings';
import { expect, test } from '../../test';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

/** Other bursts: BURST_SEED=7. */
const seed = Number(process.env['BURST_SEED'] ?? '1');
/** More with `npm run test:faults hands`; the question itself: tests/component/ui/pressing/confirm-button.test.ts. */
const BURSTS = runs(2);

/** Everything in the app that loses something, where it stands. */
interface Lossy {
	name: string;
	open: (page: Page) => Promise<void>;
	control: (page: Page) => Locator;
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first();
const goTo = (address: string) => async (page: Page) => {
	await page.goto(address);
	await expect(page.getByText(/Een ogenblik|komen eraan|komt eraan|wordt berekend/)).toHaveCount(0);
};

/** Of Gegevens: this comes last, and moves what stands under it. */
async function expectWholePage(page: Page): Promise<void> {
	await expect(page.getByText('Deze website gebruikt hier')).toBeVisible();
}

const onDevice: Lossy[] = [
	{
		name: 'a partnership on its page',
		open: goTo('./samenwerkingsverband/?verband=verband-2'),
		control: button(/^Verwijder dit overleg/)
	},
	{ name: 'a measurement', open: goTo('./meting/?meting=verband-2-0'), control: button('Meting wissen') },
	{ name: 'a commitment', open: goTo('./afspreken/?meting=verband-2-0'), control: button(/^Verwijder/) },
	{ name: 'a questionnaire', open: goTo('./vragenlijsten/'), control: button(/^Verwijder/) },
	{
		name: 'everything',
		open: async (page) => {
			await goTo('./gegevens/')(page);
			await expectWholePage(page);
		},
		control: button('Wis dit toestel')
	}
];

/** Whoever sees that something is gone takes it back; nothing more may be needed. */
async function undo(page: Page): Promise<void> {
	const back = page.getByRole('button', { name: /^(Maak ongedaan|Stop, wis niets)$/ });
	const question = page.getByRole('alertdialog');
	await expect(back.or(question)).toBeVisible();
	await page.waitForFunction(() => document.body.style.pointerEvents !== 'none');
	if (await question.isVisible()) return;
	await back.tap();
	await expect(back).toBeHidden();
}

/** Several bursts, with all that people made on the device the same after each. */
async function expectNothingLost(page: Page, { open, control }: Lossy): Promise<void> {
	const chance = chanceOf(seed);
	const before = await storedRecords(page);
	for (let count = 0; count < BURSTS; count += 1) {
		const burst = someBurst(chance);
		await open(page);
		await pressInBurst(page, control(page), burst);
		await undo(page);
		await expect.poll(() => storedRecords(page), JSON.stringify(burst)).toEqual(before);
	}
}

test.beforeEach(() => {
	test.setTimeout(patience(120_000));
});

test('no burst of presses loses a partnership, a measurement, a commitment, a questionnaire or everything', async ({
	page,
	questionnaires
}) => {
	test.setTimeout(patience(240_000));
	await fillDevice(page, { partnerships: 3, measurements: 2, responses: 2, latestDate: '2026-03-19' });
	await questionnaires.open();
	await questionnaires.choose('tests/fixtures/questionnaires/own/eigen-lijst.json');
	await questionnaires.keep();
	for (const lossy of onDevice) await test.step(lossy.name, () => expectNothingLost(page, lossy));
});

test('no burst of presses loses what someone began on a device that is passed round', async ({
	page,
	newPartnership,
	desk,
	sheet
}) => {
	const measurementId = await beginPassedRound({ newPartnership, desk, sheet }, 'Doorgeven', 'Gemeente');
	await sheet.expectSaved();
	await expectNothingLost(page, {
		name: '',
		open: goTo(`./doorgeven/?meting=${measurementId}`),
		control: button('Wis deze antwoorden')
	});
});

test('no burst of presses loses the answers on a phone, begun or finished', async ({ page, sheet, result }) => {
	const open = async () => {
		await page.goto('./uitleg/');
		await page.goto(`./meedoen/${invitation}`);
	};
	await open();
	await sheet.chooseGroup('Gemeente');
	await sheet.choice('3').click();
	await sheet.expectSaved();
	await expectNothingLost(page, { name: '', open, control: button('Wis mijn antwoorden en begin opnieuw') });
	await open();
	await button('Verder invullen')(page).tap();
	await sheet.answerAll(onEachScreen('345'));
	await sheet.done();
	await sheet.expectHandBack();
	const openWhole = async () => {
		await open();
		// It comes last, and moves what stands under it.
		await result.expectOwnRadar();
	};
	await expectNothingLost(page, {
		name: '',
		open: openWhole,
		control: button('Wis van deze telefoon')
	});
	// The next person gets nothing back of the one before: here the question is all that keeps it.
	await expectNothingLost(page, { name: '', open: openWhole, control: button('Iemand anders op deze telefoon') });
});

test('no burst of presses loses a paper form in the grid', async ({ page, newPartnership, desk }) => {
	await newPartnership.open();
	await newPartnership.createOpen('Op papier');
	const measurementId = await desk.measurementId();
	const chance = chanceOf(seed);
	const grid = page.getByRole('textbox', { name: /^Stelling \d+:/ });
	const typed = () => grid.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join(''));
	await page.goto(`./overtypen/?meting=${measurementId}`);
	await page.getByRole('radio', { name: 'Gemeente' }).check();
	await grid.first().focus();
	await page.keyboard.type('12345');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Formulier 1 bewaard')).toBeVisible();
	// By key the next press is in the grid, and stores the form again.
	await pressInBurst(page, button(/^Ongedaan maken/)(page), { by: 'finger', gaps: [120, 650] });
	await expect.poll(typed).toBe('12345');
	for (let count = 0; count < BURSTS; count += 1) {
		await pressInBurst(page, button('Wis het rooster')(page), someBurst(chance));
		await button('Maak ongedaan')(page).tap();
		await expect.poll(typed).toBe('12345');
	}
	// The form that was taken back is stored nowhere: whoever leaves now is asked.
	const away = page.getByRole('link', { name: 'Terug naar de meting' });
	await pressInBurst(page, away, someBurst(chance));
	expect(await typed()).toBe('12345');
	// A late press of the burst may have landed on the safe answer.
	if (!(await page.getByRole('alertdialog').isVisible())) await away.tap();
	await expect(page.getByRole('alertdialog')).toBeVisible();
	expect(await typed()).toBe('12345');
	await page.getByRole('button', { name: 'Nee, blijf hier' }).tap();
	await page.getByRole('button', { name: 'Bewaar dit formulier' }).tap();
	await expect(page.getByText('Formulier 1 bewaard')).toBeVisible();
});

test('«Wis dit toestel» can be stopped after it was confirmed', async ({ page, data }) => {
	await fillDevice(page, { partnerships: 2, measurements: 1, responses: 2, latestDate: '2026-03-19' });
	const before = await storedRecords(page);
	await data.open();
	await expectWholePage(page);
	await page.getByRole('button', { name: 'Wis dit toestel' }).tap();
	await page.getByRole('button', { name: 'Ja, wis alles' }).tap();
	await expect(page.getByRole('heading', { name: 'Dit toestel wordt zo gewist' })).toBeFocused();
	await data.stopWiping.tap();
	await expect(page.getByRole('heading', { name: 'Er is niets gewist' })).toBeFocused();
	await expect(page).toHaveTitle('Er is niets gewist · Samenwerkingsmeter');
	await expect(page.getByText('Alles staat er nog.')).toBeVisible();
	await page.getByRole('link', { name: 'Terug naar Gegevens' }).tap();
	await expect(page.getByRole('heading', { level: 1, name: 'Gegevens' })).toBeVisible();
	expect(await storedRecords(page)).toEqual(before);
});

/**
 * Tried above, or one component with those that are (tests/component/ui/pressing/confirm-button.test.ts) where
 * only broken storage leads to it.
 */
const TRIED = [
	'Wis dit toestel',
	'Wis deze antwoorden',
	'Wis mijn antwoorden en begin opnieuw',
	'Wis van deze telefoon',
	'De begeleider heeft ze: haal ze van het scherm',
	'Iemand anders op deze telefoon',
	'Het mag weg'
];

test('no other place in the app asks to confirm a loss', () => {
	const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.svelte')
	);
	const sources = files.map((file) => readFileSync(`src/routes/${file}`, 'utf8'));
	const labels = sources.flatMap((source) =>
		[...source.matchAll(/<ConfirmButton\s+label=(?:"|\{t`)([^"`]+)["`]/g)].map(([, label]) => label)
	);
	expect(labels.sort()).toEqual([...TRIED].sort());
	expect(sources.join('').match(/<ConfirmButton/g)).toHaveLength(TRIED.length);
	// Leaving a paper form that was taken back, and closing a measurement, which loses nothing.
	expect(sources.join('').match(/<Confirmation/g)).toHaveLength(2);
});
