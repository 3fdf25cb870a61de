import type { Locator } from '@playwright/test';
import { PNG } from 'pngjs';
import { readQr } from '../../../src/lib/exchange/qr/read-qr';

/** What the app itself reads in a picture of the screen, as its camera would see it without any blur. */
export async function readScreen(shown: Locator): Promise<string | undefined> {
	await shown.scrollIntoViewIfNeeded();
	const { width, height, data } = PNG.sync.read(await shown.screenshot());
	return readQr({ width, height, data: new Uint8ClampedArray(data) }, 0, Number.POSITIVE_INFINITY);
}
