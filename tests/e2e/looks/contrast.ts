import type { Locator, Page } from '@playwright/test';
import { installMeasures, type Measures } from './colour-measures';

/** What may look like what it lies on: the grounds themselves, and the grid of an axis, which only decorates. */
const GROUNDS = ['#FBFAF6', '#FFFFFF', '#DDD9CC'];

/**
 * Everything in sight that cannot be told well enough from what it lies on, with opacity counted: texts below 4.5, and
 * shapes in pictures and edges of controls below 3 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export async function weakContrasts(page: Page): Promise<string[]> {
	await page.evaluate(installMeasures);
	return page.evaluate((grounds) => {
		const { read, contrast, groundOf, seen, isShown } = Reflect.get(window, 'measures') as Measures;
		const weak: string[] = [];
		const say = (element: Element, value: number) =>
			weak.push(`${value.toFixed(2)} ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 140)}`);
		const own = grounds.map((each) => String(read(each)));
		const isGround = (text: string) => own.includes(String(read(text)));

		for (const shape of document.querySelectorAll('svg :is(path, line, circle, rect, polygon, polyline, ellipse)')) {
			if (!isShown(shape) || shape.closest('svg[shape-rendering]')) continue;
			const { fill, stroke, fillOpacity, strokeOpacity, strokeWidth } = getComputedStyle(shape);
			const ground = groundOf(shape.closest('svg')?.parentElement ?? null);
			const parts = [
				...(fill === 'none' || shape.localName === 'line' ? [] : [[fill, Number(fillOpacity)] as const]),
				...(stroke === 'none' || strokeWidth === '0px' ? [] : [[stroke, Number(strokeOpacity)] as const])
			];
			const best = Math.max(...parts.map(([text, own]) => seen(text, shape, ground, own)));
			const isOnlyGround = parts.every(([text]) => isGround(text) || contrast(read(text), ground) < 1.01);
			if (!isOnlyGround && best < 3) say(shape, best);
		}
		for (const control of document.querySelectorAll(
			'.button, input:not([type="radio"], [type="checkbox"], [type="file"]), select, textarea'
		)) {
			if (!isShown(control) || control.matches(':disabled, [aria-disabled="true"]')) continue;
			const around = groundOf(control.parentElement);
			const { borderTopColor, backgroundColor } = getComputedStyle(control);
			const best = Math.max(seen(borderTopColor, control, around), seen(backgroundColor, control, around));
			if (best < 3) say(control, best);
		}
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const element = node.parentElement;
			if (!element || (node.textContent ?? '').trim() === '' || !isShown(element)) continue;
			if (element.closest(':disabled, [aria-disabled="true"], script, style, option')) continue;
			const inPicture = element.closest('svg') !== null && !element.closest('foreignObject');
			const { color, fill } = getComputedStyle(element);
			const value = seen(
				inPicture ? fill : color,
				element,
				groundOf(inPicture ? (element.closest('svg')?.parentElement ?? null) : element)
			);
			if (value < 4.5) say(element, value);
		}
		return weak;
	}, GROUNDS);
}

/** The weakest contrast of what is drawn solid on a canvas with what it lies on; 0 when hardly anything is drawn. */
export async function weakestOnCanvas(page: Page): Promise<number> {
	await page.evaluate(installMeasures);
	return page.evaluate(() => {
		const { groundOf, contrast } = Reflect.get(window, 'measures') as Measures;
		const canvas = document.querySelector('canvas');
		const drawn = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
		const ground = groundOf(canvas);
		const found = new Map<string, number>();
		for (let at = 0; at < drawn.length; at += 4) {
			// Edges are smoothed, and thin lines of the grid lie between pixels.
			if (drawn[at + 3] !== 255) continue;
			const [red = 0, green = 0, blue = 0] = drawn.slice(at, at + 3);
			const name = `${red} ${green} ${blue}`;
			if (!found.has(name)) found.set(name, contrast([red, green, blue, 1], ground));
		}
		return found.size > 0 ? Math.min(...found.values()) : 0;
	});
}

/**
 * The contrast of the ring around what has the focus, or around its label, with what lies around it; 0 without a ring.
 */
export async function ringContrast(page: Page): Promise<number> {
	await page.evaluate(installMeasures);
	return page.evaluate(() => {
		const { seen, groundOf } = Reflect.get(window, 'measures') as Measures;
		const focused = document.activeElement;
		const ringed = [focused, focused?.closest('label')].find(
			(element) => element && getComputedStyle(element).outlineStyle !== 'none'
		);
		if (!ringed) return 0;
		const { outlineColor, outlineWidth } = getComputedStyle(ringed);
		return Number.parseFloat(outlineWidth) < 2 ? 0 : seen(outlineColor, ringed, groundOf(ringed.parentElement));
	});
}

/** How the label of a choice looks. */
export function lookOf(choice: Locator): Promise<string> {
	return choice.evaluate((input) => {
		const label = input.closest('label');
		if (!label) return '';
		const { backgroundColor, borderTopColor, borderTopWidth, boxShadow, color } = getComputedStyle(label);
		return [backgroundColor, borderTopColor, borderTopWidth, boxShadow, color].join(' · ');
	});
}
