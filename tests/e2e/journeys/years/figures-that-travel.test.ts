import { expect, test } from '../../test';

test('the figures, the tafel and the radar of the example travel as Excel, CSV, SVG and PNG', async ({
	page,
	home,
	result,
	report
}) => {
	await home.open();
	await home.openExample();
	await result.expectRadar();
	await report.open(new URL(page.url()).searchParams.get('meting') ?? '');

	const excel = await report.save('Excel (.xlsx)');
	expect(excel.name).toMatch(/\.xlsx$/);
	expect(excel.bytes.subarray(0, 2).toString()).toBe('PK');

	const csv = await report.save('CSV');
	expect(csv.name).toMatch(/\.csv$/);
	expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const lines = csv.bytes.toString('utf8').split('\r\n');
	expect(lines[0]?.split(';').length).toBeGreaterThan(3);
	expect(lines.some((line) => line.includes('Over de muur kijken') && /\d,\d/.test(line))).toBe(true);

	// In an empty page: in the app's, Trusted Types refuse to parse a text.
	const empty = await page.context().newPage();
	for (const picture of ['Tafel', 'Radar'] as const) {
		const svg = await report.save(`${picture} als SVG`);
		const drawn = await empty.evaluate((text) => {
			const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
			return { errors: parsed.querySelectorAll('parsererror').length, paths: parsed.querySelectorAll('path').length };
		}, svg.bytes.toString('utf8'));
		expect(drawn.errors).toBe(0);
		expect(drawn.paths).toBeGreaterThan(12);

		const png = await report.save(`${picture} als PNG`);
		expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
		// The width stands in the header: 1920 px, sharp on a slide.
		expect(png.bytes.readUInt32BE(16)).toBe(1920);
	}
});
