import type { Locator, Page } from '@playwright/test';
import { fillDevice } from '../../devices/fill-device';
import { chanceOf } from '../../devices/random-walk';
import { expect, test } from '../../test';

/** Other inputs: INPUT_SEED=7. */
const seed = Number(process.env['INPUT_SEED'] ?? '1');
const TIMES = 4;

/** A field that was left empty, blank to the eye, or a date that no measurement can have. */
const BLANK = ['', '   ', '\u200B', '\u3164 \u2060', '\t\u00A0'];
const DATES = ['1850-01-01', '1999-12-31', '2101-01-01', '9999-12-31', '0050-06-01'];

interface Form {
	name: string;
	address: string;
	/** What must be pressed before the form is there. */
	first?: string;
	field: (page: Page) => Locator;
	wrong: readonly string[];
	send: string;
}

const label = (text: string | RegExp) => (page: Page) => page.getByLabel(text);
const UNFOLD = 'Wijzig wie wat ziet, de vragenlijst, de groepen of de datum';
const forms: Form[] = [
	{
		name: 'a new partnership',
		address: './nieuw/',
		field: label('Naam van jullie overleg'),
		wrong: BLANK,
		send: 'Zet klaar'
	},
	{
		name: 'a new date',
		address: './nieuw/?verband=verband-1',
		first: UNFOLD,
		field: label('Datum'),
		wrong: ['', ...DATES],
		send: 'Zet klaar'
	},
	{
		name: 'a group',
		address: './nieuw/?verband=verband-1',
		first: UNFOLD,
		field: label('Naam van groep 2'),
		wrong: [...BLANK, 'Gemeente', ' gemeente ', 'Ge\u200Bmeente'],
		send: 'Zet klaar'
	},
	{
		name: 'another name',
		address: './samenwerkingsverband/?verband=verband-1',
		first: 'Naam',
		field: label(/^Naam$/),
		wrong: BLANK,
		send: 'Bewaar de naam'
	},
	{
		name: 'a next date',
		address: './samenwerkingsverband/?verband=verband-1',
		first: 'Kies wanneer jullie opnieuw meten',
		field: label('Datum van de volgende meting'),
		wrong: [...DATES, '2001-01-01'],
		send: 'Bewaar de datum'
	},
	{
		name: 'the date of a measurement',
		address: './meting/?meting=verband-1-0',
		first: 'Wijzig',
		field: label('Datum'),
		wrong: ['', ...DATES],
		send: 'Bewaar naam en datum'
	},
	{
		name: 'what is agreed',
		address: './resultaat/?meting=verband-1-0',
		first: 'afspraak',
		field: label('Wat spreken jullie af?'),
		wrong: BLANK,
		send: 'Bewaar de afspraak'
	},
	{
		name: 'by when',
		address: './resultaat/?meting=verband-1-0',
		first: 'afspraak',
		field: label(/^Tegen wanneer/),
		wrong: DATES,
		send: 'Bewaar de afspraak'
	},
	{
		name: 'a passphrase',
		address: './gegevens/',
		field: label(/^Wachtwoord$/),
		wrong: ['', 'kort', 'wachtwoord', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
		send: 'Bewaar als bestand'
	},
	{
		name: 'a link',
		address: './meedoen/',
		field: label('Of plak hier de link uit je bericht'),
		wrong: [...BLANK, 'https://www.gemeente.be', 'geen link'],
		send: 'Open de link'
	}
];

/** A field is marked, has the focus, and what is wrong with it is its description. */
async function expectPointedOut(page: Page): Promise<void> {
	await expect(page.locator('[aria-invalid="true"]:focus')).toHaveCount(1);
	await expect
		.poll(() =>
			page.evaluate(() => {
				const ids = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? [];
				return ids
					.map((id) => document.getElementById(id)?.textContent ?? '')
					.join(' ')
					.trim();
			})
		)
		.toMatch(/[A-Z].{8,}\./);
}

for (const { name, address, first, field, wrong, send } of forms) {
	test(`whatever is wrong in ${name} is marked, has the focus and says why`, async ({ page }) => {
		const chance = chanceOf(seed);
		await fillDevice(page, { partnerships: 1, measurements: 2, responses: 4, latestDate: '2026-03-19' });
		await page.goto(address);
		await expect(page.getByText(/Een ogenblik|komen eraan|komt eraan|wordt berekend/)).toHaveCount(0);
		if (first) await page.getByRole('button', { name: first }).first().click();
		if (address === './gegevens/') await page.getByLabel('Sluit het bestand met een wachtwoord').check();
		const before = page.url();
		for (let time = 0; time < TIMES; time += 1) {
			const written = wrong[Math.floor(chance() * wrong.length)] ?? '';
			await field(page).fill(written);
			await page.getByRole('button', { name: send }).click();
			await test.step(JSON.stringify(written), () => expectPointedOut(page));
			expect(page.url()).toBe(before);
		}
	});
}

test('whatever is wrong in a code, an address, a paper form or its number is marked and says why', async ({
	page,
	newPartnership,
	desk,
	collection
}) => {
	const chance = chanceOf(seed);
	await newPartnership.open();
	await newPartnership.createOpen('Met fouten');
	const measurementId = await desk.measurementId();
	for (const wrong of ['geen adres', 'http://', 'ftp://meter.example/', 'javascript:alert(1)']) {
		await page.getByLabel('Adres waarop telefoons deze app openen').fill(wrong);
		await page.getByRole('button', { name: 'Bewaar het adres' }).click();
		await expectPointedOut(page);
	}
	await page.goto(`./verzamelen/?meting=${measurementId}`);
	for (let time = 0; time < TIMES; time += 1) {
		const code = Array.from({ length: 44 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(chance() * 32)]).join(
			''
		);
		// Twice the same: heard twice.
		for (const written of [code.slice(0, 4 + Math.floor(chance() * 40)), code, code]) {
			await collection.typeCode(written);
			await collection.addCode.click();
			await expectPointedOut(page);
		}
	}
	await page.goto(`./overtypen/?meting=${measurementId}`);
	await page.getByRole('textbox', { name: /^Stelling 1:/ }).fill('3');
	await page.getByRole('button', { name: 'Bewaar dit formulier' }).click();
	const groups = page.getByRole('radiogroup', { name: 'Groep die op het blad omcirkeld is' });
	await expect(groups).toHaveAttribute('aria-invalid', 'true');
	await expect(groups).toHaveAccessibleDescription(/Kies eerst de groep/);
	await expect(groups.getByRole('radio').first()).toBeFocused();
	await page.getByRole('button', { name: 'Typte je eerder al formulieren over?' }).click();
	const number = page.getByLabel('Begin bij nummer');
	for (const wrong of ['nul', '0', '-3', '1,5', '']) {
		await number.fill(wrong);
		await number.blur();
		await expect(number).toHaveAttribute('aria-invalid', 'true');
		await expect(number).toHaveAccessibleDescription(/Typ een geheel getal vanaf 1\./);
	}
	await number.fill('12');
	await number.blur();
	await expect(number).toHaveAttribute('aria-invalid', 'false');
	await expect(page.getByRole('heading', { name: 'Formulier 12' })).toBeVisible();
});
