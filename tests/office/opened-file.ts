import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { PNG } from 'pngjs';
import { readPdf } from '../pdf-reader';

const PICTURES = fileURLToPath(new URL('pictures', import.meta.url));
/** UPDATE_PICTURES=1 keeps what is drawn now: look at it before it is committed. */
const UPDATING = process.env['UPDATE_PICTURES'] === '1';
/** Dots to an inch: coarse, since letters of another machine are others by a hair. */
const COARSE = 18;
/** Of the greys of a page, from 0 to 255: one word less is about 0.3, a picture that is missing 10. */
const MOST_DIFFERENCE = 2.5;

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

export interface OpenedFile {
	/** Of each page, slide or sheet as LibreOffice lays it out. */
	pages: readonly string[];
	/** Compares its pages, or only the first so many, with those that are kept under this name. */
	expectPictures: (name: string, atMost?: number) => void;
}

/** Opens a file in LibreOffice, without a window, and has it printed. */
export async function openInLibreOffice(name: string, bytes: Uint8Array): Promise<OpenedFile> {
	const folder = mkdtempSync(join(tmpdir(), 'office-'));
	writeFileSync(join(folder, name), bytes);
	execFileSync(
		'soffice',
		[
			`-env:UserInstallation=file://${join(tmpdir(), `office-profile-${process.pid}`)}`,
			...['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)]
		],
		{ stdio: 'pipe', timeout: 150_000 }
	);
	const pdf = join(folder, name.replace(/\.\w+$/, '.pdf'));
	const { pageTexts } = await readPdf(new Uint8Array(readFileSync(pdf)));
	return { pages: pageTexts, expectPictures: (kept, atMost) => comparePictures({ pdf, folder }, kept, atMost) };
}

function comparePictures({ pdf, folder }: { pdf: string; folder: string }, name: string, atMost?: number): void {
	const last = atMost === undefined ? [] : ['-l', String(atMost)];
	execFileSync('pdftoppm', [...last, '-r', String(COARSE), '-gray', '-png', pdf, join(folder, 'page')]);
	const drawn = readdirSync(folder).filter((file) => /^page-\d+\.png$/.test(file));
	drawn.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
	expect(drawn.length).toBeGreaterThan(0);
	const kept = join(PICTURES, name);
	if (UPDATING) mkdirSync(kept, { recursive: true });
	for (const [index, file] of drawn.entries()) {
		const bytes = readFileSync(join(folder, file));
		const path = join(kept, `${index + 1}.png`);
		if (UPDATING) writeFileSync(path, bytes);
		expect(existsSync(path), `${path} is not kept`).toBe(true);
		expect(differenceOf(bytes, readFileSync(path)), `${name}, page ${index + 1}`).toBeLessThan(MOST_DIFFERENCE);
	}
	expect(readdirSync(kept), `${name}: as many pages as are kept`).toHaveLength(drawn.length);
}

/** The mean of how far the greys of two pages lie apart; everything where they are of another size. */
function differenceOf(one: Buffer, other: Buffer): number {
	const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
	if (a.width !== b.width || a.height !== b.height) return 255;
	let sum = 0;
	for (let at = 0; at < a.data.length; at += 4) sum += Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0));
	return sum / (a.width * a.height);
}
