import { execFileSync } from 'node:child_process';
import { ReportPage } from '../pages/report-page';
import { PresentationPage } from '../pages/presentation-page';
import { expect, test } from '../test';

test.use({ viewport: { width: 1280, height: 720 } });

const folder = 'docs/screenshots';

/** The pages of the report are drawn by pdftoppm (Debian's poppler-utils). */
test('pictures for the README', async ({ page, home, result }, info) => {
	await home.open();
	await home.openExample();
	await expect(result.picture).toBeVisible();
	await page.setViewportSize({ width: 1280, height: 860 });
	await page.screenshot({ path: `${folder}/result.png` });
	await page.setViewportSize({ width: 1280, height: 720 });

	const id = new URL(page.url()).searchParams.get('meting') ?? '';
	const stage = new PresentationPage(page);
	await stage.open(id, 2);
	await expect(stage.score(3)).toBeVisible();
	await page.screenshot({ path: `${folder}/presentation.png` });

	const report = new ReportPage(page);
	await report.open(id);
	const downloading = page.waitForEvent('download');
	await report.fullButton.click();
	const pdf = info.outputPath('report.pdf');
	await (await downloading).saveAs(pdf);
	for (const [name, place] of [
		['front', 1],
		['theme', 6]
	] as const) {
		const only = ['-f', `${place}`, '-l', `${place}`, '-r', '80', '-png', '-singlefile'];
		execFileSync('pdftoppm', [...only, pdf, `${folder}/report-${name}`]);
	}
});
