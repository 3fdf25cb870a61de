/** How to know one's way on a contender's pages: texts of the questionnaire, and selectors. */
export interface Landmarks {
	title: string;
	/** The name on the first group's button. */
	group: string;
	statement: string;
	/** The titles. */
	headings: string;
	/** What a group is chosen with. */
	groups: string;
	/** What leads to the first statement once a group is chosen; left out where nothing else is pressed. */
	onward?: string;
	/** Holds a statement with its radio buttons. */
	item: string;
	/** The words of each statement. */
	asked: string;
	/** Within an item: what looks chosen. */
	chosen: string;
}

/** In ms since the navigation started. */
export interface Marks {
	/** The first text or picture, as the browser reports it. */
	firstPaint: number;
	/** The title and the groups of the first screen are painted. */
	firstScreen: number;
	/** A statement that answers is painted. */
	ready: number;
	/** Of the document, in ms since 1970: places the marks beside the requests. */
	origin: number;
}

declare global {
	interface Window {
		bench: Promise<Marks>;
	}
}

/**
 * Runs in the page before anything of the page itself. It looks once a frame, chooses a group as soon as the first
 * screen is painted, again in each frame until a statement is there: markup that is not alive yet gains nothing. Then
 * it proves that the statement answers. Painted: the beginning of the frame after the one that shows it.
 */
export function startStopwatch(landmarks: Landmarks): void {
	if (location.protocol === 'about:') return;
	/** After the answer: whatever would take it back has had its chance (ms). */
	const STAYS = 300;
	const painted = (): Promise<number> =>
		new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))));
	const shown = (selector: string, text: string) =>
		[...document.querySelectorAll<HTMLElement>(selector)].find(
			(element) => element.textContent.includes(text) && element.checkVisibility()
		);
	const until = <T>(find: () => T | undefined): Promise<T> =>
		new Promise((resolve) => {
			const look = () => {
				const found = find();
				if (found === undefined) requestAnimationFrame(look);
				else resolve(found);
			};
			requestAnimationFrame(look);
		});
	const measure = async (): Promise<Marks> => {
		await until(() => shown(landmarks.headings, landmarks.title) && shown(landmarks.groups, landmarks.group));
		const firstScreen = await painted();
		const item = await until(() => {
			const found = shown(landmarks.item, landmarks.statement);
			if (found?.querySelector('input[type=radio]')) return found;
			shown(landmarks.groups, landmarks.group)?.click();
			if (landmarks.onward) document.querySelector<HTMLElement>(landmarks.onward)?.click();
			return undefined;
		});
		const ready = await painted();
		item.querySelector<HTMLElement>('label')?.click();
		const chosen = () => item.querySelector(landmarks.chosen)?.querySelector<HTMLInputElement>('input:checked');
		await until(() => chosen() ?? undefined);
		await new Promise((resolve) => setTimeout(resolve, STAYS));
		// Or the next statement has come by itself.
		if (!chosen() && item.textContent.includes(landmarks.statement)) throw new Error('The answer did not stay');
		const [paint] = performance.getEntriesByName('first-contentful-paint');
		return { firstPaint: paint?.startTime ?? NaN, firstScreen, ready, origin: performance.timeOrigin };
	};
	window.bench = measure();
}
