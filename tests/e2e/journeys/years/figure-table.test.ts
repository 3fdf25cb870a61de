import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';
import { unzip } from '../../../unit/exchange/spreadsheet/xlsx-reader';

test('a consultant makes one table of the partnerships in the list, and it opens elsewhere with every figure', async ({
	page,
	portfolio
}) => {
	await fillDevice(page, { partnerships: 12, measurements: 3, responses: 6, latestDate: '2026-03-01' });
	await portfolio.open();
	await portfolio.search.fill('Verband 1');
	await expect(portfolio.count).toHaveText('4 van de 12 overleggen');
	await portfolio.openTable();

	const excel = await portfolio.saveTable('Tabel als Excel');
	expect(excel.name).toMatch(/^samenwerkingsmeter-cijfers-.*\.xlsx$/);
	const files = unzip(excel.bytes);
	const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
		([, text = '']) => text
	);
	const rows = [...(files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)].map(
		([, row = '']) =>
			[...row.matchAll(/<c r="([A-Z]+)\d+"(?: s="\d+")?( t="s")?[^>]*><v>(.*?)<\/v>/g)].map(
				([, column = '', isText, value = '']): [string, string] => [
					column,
					isText ? (texts[Number(value)] ?? '') : value
				]
			)
	);
	const [head = [], ...below] = rows.map((row) => Object.fromEntries(row));
	expect(Object.values(head)).toContain('Soort cijfer');
	const column = (name: string) => Object.entries(head).find(([, text]) => text === name)?.[0] ?? '';
	const scores = below.filter((row) => row[column('Soort cijfer')] === 'samenwerkingsscore');
	// Four partnerships of three measurements with twelve dimensions.
	expect(new Set(scores.map((row) => row[column('Overleg')])).size).toBe(4);
	expect(new Set(scores.map((row) => row[column('Meting-id')])).size).toBe(12);
	expect(scores.every((row) => Number(row[column('Waarde')]) >= 1 && Number(row[column('Waarde')]) <= 5)).toBe(true);

	const csv = await portfolio.saveTable('Tabel als CSV');
	// As many rows, and the headings.
	expect(csv.bytes.toString('utf8').split('\r\n')).toHaveLength(below.length + 2);
});
