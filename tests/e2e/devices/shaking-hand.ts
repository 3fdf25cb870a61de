import type { Locator, Page } from '@playwright/test';

/** How a hand presses one spot more often than it means to. */
export interface Burst {
	by: 'finger' | 'Enter' | 'Space';
	/** Between the presses (ms); one press more than there are gaps. */
	gaps: readonly number[];
}

/** @param chance gives numbers below 1 */
export function someBurst(chance: () => number): Burst {
	const by = (['finger', 'finger', 'finger', 'Enter', 'Space'] as const)[Math.floor(chance() * 5)] ?? 'finger';
	const gaps = Array.from({ length: 1 + Math.floor(chance() * 2) }, () => 60 + Math.floor(chance() * 640));
	return { by, gaps };
}

/** Presses a control, and then the same spot or the same key again, whatever stands there by then. */
export async function pressInBurst(page: Page, control: Locator, { by, gaps }: Burst): Promise<void> {
	await control.scrollIntoViewIfNeeded();
	await control.click({ trial: true });
	const box = await control.boundingBox();
	const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
	if (by !== 'finger') await control.focus();
	const press = () => (by === 'finger' ? page.touchscreen.tap(x, y) : page.keyboard.press(by));
	await press();
	for (const gap of gaps) {
		await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), gap).catch(() => undefined);
		await press();
	}
}
