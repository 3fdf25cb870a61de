import { people2026 } from '../../../../src/lib/content/example-people';
import { ofRole, poppler, readPdf, type Element, type ReadPdf } from '../../../pdf-reader';
import { groupMean } from '../../looks/independent-calculation';
import { dimensions as asked, newestVersion, resultNames as dimensions } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

/** The answers of the example, a row a dimension for each person. */
const answersOf = (groupId: string) => (people2026[groupId] ?? []).map(({ answers }) => answers.split(' '));
const municipality = answersOf('gemeente');
const associations = answersOf('verenigingen');

const statements = asked.flatMap((dimension) => dimension.items).map((item) => item.statement);

const oneDecimal = (value: number) => value.toFixed(1).replace('.', ',');
const inOneLine = ({ pageTexts }: ReadPdf) => pageTexts.join(' ').replace(/\s+/g, ' ');
const cellsOf = (row: Element) => row.children.map(({ text }) => text.trim());

test('the report of the example as a PDF: tagged, readable, with the right figures', async ({ page, home, report }) => {
	await home.open();
	await home.openExample();
	await page.getByRole('link', { name: 'Verslag' }).click();
	await report.openChoices();
	await report.ownWords.fill('Een avond met goede gesprekken.');
	await report.expectSaved();
	const bytes = await report.makeFull();
	const pdf = await readPdf(bytes);

	expect(pdf.pages).toBeGreaterThanOrEqual(4);
	expect(pdf.pages).toBeLessThanOrEqual(12);
	expect(pdf.language).toBe('nl-BE');
	expect(pdf.title).toContain('Voorbeeld: een gemeente met haar verenigingen');
	expect(pdf.marked).toBe(true);
	expect(pdf.untagged).toBe(0);
	expect(pdf.rasterImages).toBe(0);
	expect(pdf.raw).toContain('pdfuaid');
	expect(pdf.raw).toContain('/DisplayDocTitle true');
	expect(pdf.raw.match(/\/FontFile2 /g)?.length).toBe(pdf.raw.match(/\/Type \/FontDescriptor/g)?.length);

	const headings = ['H1', 'H2'].flatMap((role) => ofRole(pdf.elements, role).map(({ text }) => text.trim()));
	expect(headings).toEqual([
		'Voorbeeld: een gemeente met haar verenigingen',
		'Afgesproken',
		'Alle scores',
		'Sterkst',
		'Om aan te werken',
		'Grootste verschillen',
		'Waarover wil je het vandaag zeker hebben?',
		'In eigen woorden',
		'Sinds de vorige meting',
		'Basishouding',
		'Gelijkwaardigheid',
		'Regierol',
		'Wat kunnen jullie doen?',
		'Afspraken',
		'Dit stond boven de stellingen',
		'Zo zijn de scores gemaakt',
		'Bronnen'
	]);
	expect(pdf.bookmarks).toEqual(expect.arrayContaining(headings));
	expect(ofRole(pdf.elements, 'H3').map(({ text }) => text.trim())).toEqual(expect.arrayContaining(dimensions));

	const [tafel, comparison, ...strips] = ofRole(pdf.elements, 'Figure');
	expect(tafel?.alt).toContain('Partner, geen uitvoerder: Gemeente gemiddeld 4,3');
	expect(comparison?.alt).toContain('Partner, geen uitvoerder: Gemeente van 3,9 naar 4,3');
	expect(strips).toHaveLength(dimensions.length);
	expect(strips[4]?.alt).toContain('Partner, geen uitvoerder: Gemeente gemiddeld 4,3');

	const rows = ofRole(pdf.elements, 'TR').map(cellsOf);
	expect(rows).toContainEqual(['Onderdeel', 'Gemeente', 'Verenigingen', 'Samen', 'Verschil']);
	for (const [index, name] of dimensions.entries()) {
		const row = rows.find(([first]) => first === name);
		expect(row?.[1]?.slice(0, 3)).toBe(oneDecimal(groupMean(municipality, index)));
		expect(row?.[2]?.slice(0, 3)).toBe(oneDecimal(groupMean(associations, index)));
	}
	// In the file itself: of a table over two pages the reader gives the cells once a page.
	const headerCells = pdf.raw.match(/\/S \/TH\b/g)?.length;
	expect(headerCells).toBeGreaterThan(100);
	expect(pdf.raw.match(/\/Scope \/(Column|Row)/g)?.length).toBe(headerCells);
	const text = inOneLine(pdf);
	expect(text).toContain('De verenigingen horen vaak pas van een plan als het programma al vastligt.');
	expect(text).toContain('Een avond met goede gesprekken.');
	expect(text).toContain(`versie ${newestVersion}.`);
	expect(text).toMatch(/\. Gemaakt met Samenwerkingsmeter \d+\.\d+\.\d+,/);

	const structure = poppler('pdfinfo', ['-struct-text'], bytes);
	if (structure !== null)
		expect(structure).toMatch(/Document\n {2}P \(block\)[\s\S]*H1 \(block\)[\s\S]*Table[\s\S]*TH/);
});

test('the summary is two pages, with the tips that were ticked', { tag: '@page' }, async ({ page, home, report }) => {
	await home.open();
	await home.openExample();
	await page.getByRole('link', { name: 'Verslag' }).click();
	await report.openChoices();
	await expect(report.advice.first()).toBeChecked();
	expect(await report.advice.evaluateAll((boxes) => boxes.filter((box) => box.matches(':checked')).length)).toBe(5);
	for (let ticked = 5; ticked > 1; ticked -= 1) await report.advice.nth(ticked - 1).uncheck();
	await report.expectSaved();
	const pdf = await readPdf(await report.makeSummary());
	expect(pdf.pages).toBe(2);
	expect(pdf.untagged).toBe(0);
	const items = ofRole(pdf.elements, 'LI').filter(({ text }) => text.includes('Gespreksvraag voor'));
	expect(items).toHaveLength(1);

	await page.reload();
	await report.openChoices();
	await expect(report.advice.nth(1)).not.toBeChecked();
	await expect(report.advice.first()).toBeChecked();
});

test('a strange name harms nothing: markup, emoji, letters of other languages', async ({
	newPartnership,
	desk,
	report
}) => {
	const name = 'Zoë & Łukasz <script>alert(1)</script> 😀 中 ' + 'heel lang '.repeat(6);
	await newPartnership.open();
	await newPartnership.createOpen(name);
	await report.open(await desk.measurementId());
	const bytes = await report.makeSummary();
	const pdf = await readPdf(bytes);
	expect(pdf.pages).toBe(2);
	expect(ofRole(pdf.elements, 'H1')[0]?.text).toContain('Zoë & Łukasz <script>alert(1)</script> 😀 [?] heel lang');
	expect(pdf.untagged).toBe(0);
	const text = poppler('pdftotext', [], bytes);
	if (text !== null) expect(text).toContain('😀');
});

test('on paper the report page has the same text, and a long note to its last word', async ({
	page,
	home,
	report,
	result
}) => {
	await home.open();
	await home.openExample();
	await result.expectRadar();
	const measurementId = new URL(page.url()).searchParams.get('meting') ?? '';
	const note = `${'Dit willen we onthouden. '.repeat(198)}SLOTWOORD`;
	await page.goto(`./invullen/?meting=${measurementId}&onderdeel=openheid`);
	await page.getByRole('button', { name: 'Notitie' }).first().click();
	await page.getByRole('textbox').first().fill(note);
	await expect(page.getByText('✓ Bewaard op dit toestel')).toBeVisible();
	await page.goto(`./resultaat/?meting=${measurementId}`);
	await result.expectRadar();
	const resultOnPaper = await readPdf(await page.pdf({ preferCSSPageSize: true }));
	expect(resultOnPaper.pageTexts.join(' ')).toContain('SLOTWOORD');
	expect(resultOnPaper.rasterImages).toBe(0);
	// No statement is split: each stands whole on one page.
	const papers = resultOnPaper.pageTexts.map((text) => text.replace(/\s+/g, ' '));
	for (const statement of statements)
		expect(
			papers.filter((text) => text.includes(statement)),
			statement
		).toHaveLength(1);

	await report.open(measurementId);
	const reportOnPaper = await readPdf(await page.pdf({ preferCSSPageSize: true }));
	const paper = inOneLine(reportOnPaper);
	expect(paper).toContain('SLOTWOORD');
	expect(paper).not.toContain('Volledig verslag (pdf)');
	for (const name of dimensions) expect(paper).toContain(name);
	const full = await readPdf(await report.makeFull());
	expect(full.pageTexts.join(' ')).toContain('SLOTWOORD');
});
