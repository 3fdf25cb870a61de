import { describe, expect, test } from 'vitest';
import { dueDateOf, dueStateOf } from '$lib/domain/measurement/due-date';

describe('the next measurement is due', () => {
	test('on the day that was chosen', () => {
		expect(dueDateOf('2026-10-01', '2026-03-19')).toEqual({ date: '2026-10-01', chosen: true });
		expect(dueDateOf('2026-10-01', undefined)).toEqual({ date: '2026-10-01', chosen: true });
	});

	test('else a year after the latest one, on 28 February after a leap day', () => {
		expect(dueDateOf('', '2026-03-19')).toEqual({ date: '2027-03-19', chosen: false });
		expect(dueDateOf('', '2028-02-29')).toEqual({ date: '2029-02-28', chosen: false });
	});

	test.each(['2026-03-19', '2026-03-20'])(
		'a year later when it was measured on the chosen day or since (%s)',
		(latest) => {
			expect(dueDateOf('2026-03-19', latest)).toEqual({ date: latest.replace('2026', '2027'), chosen: false });
		}
	);

	test('on no day when nothing is measured or chosen', () => {
		expect(dueDateOf('', undefined)).toBeNull();
	});
});

test.each([
	['2026-05-16', 'overdue'],
	['2026-05-17', 'soon'],
	['2026-07-17', 'soon'],
	['2026-07-18', 'later']
])('seen on 17 May 2026, %s is %s', (date, state) => {
	expect(dueStateOf({ date }, '2026-05-17')).toBe(state);
});
