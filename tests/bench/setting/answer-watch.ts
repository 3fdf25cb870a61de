import type { Landmarks } from './stopwatch';

declare global {
	interface Window {
		answerPainted: Promise<number>;
	}
}

/** What the watch looks for: the point of a statement, both by their place on this page from 0. */
export interface Wanted {
	landmarks: Pick<Landmarks, 'item' | 'chosen'>;
	item: number;
	point: number;
}

/**
 * Runs in the page before a person clicks: brings the answer into view and waits until a tap would reach it and
 * the page is idle. From then on `answerPainted` is the time between that click and the first task after the frame
 * that shows it as chosen (ms).
 * @returns where to click (px); undefined when there is no such statement
 */
export async function watchAnswer({ landmarks, item, point }: Wanted): Promise<{ x: number; y: number } | undefined> {
	const items = [...document.querySelectorAll(landmarks.item)].filter((found) => found.querySelector('label'));
	const label = items[item]?.querySelectorAll('label')[point];
	if (!label) return undefined;
	const input = label.querySelector('input');
	const isChosen = () => input?.checked === true && input.closest(landmarks.chosen) !== null;
	window.answerPainted = new Promise((resolve) => {
		const clicked = ({ timeStamp }: Event) => {
			const look = () => {
				if (!isChosen()) return requestAnimationFrame(look);
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now() - timeStamp);
				return port2.postMessage(undefined);
			};
			requestAnimationFrame(look);
		};
		addEventListener('click', clicked, { capture: true, once: true });
	});
	label.scrollIntoView({ block: 'center', behavior: 'instant' });
	const place = () => {
		const { left, top, width, height } = label.getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2 };
	};
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	do await frame();
	while (!label.contains(document.elementFromPoint(place().x, place().y)));
	await new Promise((resolve) => requestIdleCallback(resolve));
	return place();
}

/**
 * Runs in the page: the same answer to every statement on this many screens, each painted before the next, and on to
 * the screen after them.
 */
export async function answerScreens({
	landmarks,
	point,
	count
}: {
	landmarks: Pick<Landmarks, 'item' | 'asked'>;
	point: number;
	count: number;
}): Promise<void> {
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const words = () => [...document.querySelectorAll(landmarks.asked)].map(({ textContent }) => textContent).join();
	const buttons = () => [...document.querySelectorAll<HTMLElement>('button, input[type=button]')];
	const next = (button: HTMLElement) => [button.textContent.trim(), button.getAttribute('value')].includes('Volgende');
	for (let screen = 0; screen < count; screen += 1) {
		const before = words();
		for (const item of document.querySelectorAll(landmarks.item)) {
			item.querySelectorAll('label')[point]?.click();
			await frame();
			await frame();
		}
		// On a busy machine the next one may have come by itself meanwhile.
		if (words() === before) buttons().find(next)?.click();
		while (words() === before) await frame();
	}
}

/** Runs in the page: the statements on it, to see whether it is another page. */
export function statementsHere(asked: string): string {
	return [...document.querySelectorAll<HTMLElement>(asked)].map(({ textContent }) => textContent).join();
}
