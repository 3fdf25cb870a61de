import { describe, expect, test } from 'vitest';
import { firstStatement, placeToGoOn, screensOf, type SheetScreen } from '../../../../src/routes/answering/screens';
import { withClosing } from '../../../builders/closing';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

const plain = publishedQuestionnaire('kapstokken', '1.0.0');
const whole = publishedQuestionnaire('kapstokken', '2.0.0');
const kinds = (screens: readonly SheetScreen[]) => screens.map(({ kind }) => kind);
const statements = (screens: readonly SheetScreen[]) => screens.filter(({ kind }) => kind === 'item');

describe('the screens of a sheet', () => {
	test('are the statements alone, where nothing else is asked', () => {
		const screens = screensOf(plain, false);

		expect(kinds(screens)).toEqual(Array.from({ length: 15 }, () => 'item'));
		expect(screens.map(({ at }) => at)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
		expect(firstStatement(screens)).toBe(0);
	});

	test('begin with what an answer is about, and end with the closing question', () => {
		const screens = screensOf(whole, false);

		expect(screens[0]).toMatchObject({ kind: 'frame', at: 0 });
		expect(screens.at(-1)).toEqual({ kind: 'closing', at: 15 });
		expect(statements(screens)).toHaveLength(15);
		expect(firstStatement(screens)).toBe(1);
	});

	test('have a trend question after the last statement of each dimension', () => {
		const screens = screensOf(withClosing(plain), true);

		expect(kinds(screens)).toEqual([
			...Array.from({ length: 5 }, () => ['item', 'item', 'item', 'trend'] as const).flat(),
			'closing'
		]);
		expect(screens[3]).toMatchObject({ kind: 'trend', at: 3 });
	});
});

describe('where someone goes on', () => {
	const screens = screensOf(whole, true);
	const place = (answered: readonly number[]) =>
		placeToGoOn(screens, (screen) => answered.some((at) => screens[at] === screen));

	test('is the beginning, as long as nothing is answered', () => {
		expect(place([])).toBe(0);
	});

	test('is the first statement that is open', () => {
		expect(place([1])).toBe(2);
		expect(place([1, 3])).toBe(2);
	});

	test('is the trend question that was still to come', () => {
		expect(place([1, 2, 3])).toBe(4);
		expect(place([1, 2, 3, 4])).toBe(5);
	});

	test('is the end, once every statement is answered', () => {
		const all = screens.flatMap(({ kind }, at) => (kind === 'item' ? [at] : []));

		expect(place(all)).toBe(screens.length - 1);
	});
});
