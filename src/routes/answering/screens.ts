import { dimensionsOf, type Dimension, type Frame, type Item } from '$lib/domain/questionnaire/questionnaire';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** One question a screen. `at`: how many statements there were up to here, this one included. */
export type SheetScreen =
	/** What an answer is about, before the first statement. */
	| { kind: 'frame'; at: number; frame: Frame }
	| { kind: 'item'; at: number; item: Item; dimension: Dimension; themeIndex: number }
	/** How a dimension goes beside last time, after its last statement. */
	| { kind: 'trend'; at: number; dimension: Dimension; themeIndex: number }
	/** What people want to talk about, at the end. */
	| { kind: 'closing'; at: number };

/** All that one person is asked, in the order in which it comes. */
export function screensOf(questionnaire: Questionnaire, asksTrend: boolean): SheetScreen[] {
	const { frame, closing } = questionnaire;
	const screens: SheetScreen[] = frame ? [{ kind: 'frame', at: 0, frame }] : [];
	let at = 0;
	for (const { dimension, themeIndex } of dimensionsOf(questionnaire)) {
		for (const item of dimension.items) screens.push({ kind: 'item', at: (at += 1), item, dimension, themeIndex });
		if (asksTrend) screens.push({ kind: 'trend', at, dimension, themeIndex });
	}
	if (closing) screens.push({ kind: 'closing', at });
	return screens;
}

/** The place of the first statement, from 0. */
export function firstStatement(screens: readonly SheetScreen[]): number {
	return screens.findIndex(({ kind }) => kind === 'item');
}

/**
 * Where someone goes on: at the beginning who answered nothing, at the end who answered every statement, and else at
 * the first statement that is open, or at the trend question that was still to come just before it.
 * @param isAnswered of a statement or a trend question
 * @returns its place, from 0
 */
export function placeToGoOn(screens: readonly SheetScreen[], isAnswered: (screen: SheetScreen) => boolean): number {
	if (!screens.some(isAnswered)) return 0;
	const open = screens.findIndex((screen) => screen.kind === 'item' && !isAnswered(screen));
	if (open === -1) return screens.length - 1;
	const before = screens[open - 1];
	return before?.kind === 'trend' && !isAnswered(before) ? open - 1 : open;
}
