import { describe, expect, test } from 'vitest';
import { byNewest, measurementsBefore } from '$lib/domain/measurement/order';

const moment = (id: string, date: string, createdAt = `${date}T19:00:00.000Z`) => ({ id, date, createdAt });
const year1 = moment('a', '2024-03-12');
const year2 = moment('b', '2025-03-20');
const year3 = moment('c', '2026-03-19');

describe('the order of measurements', () => {
	test('is by date, newest first, whenever they were made', () => {
		const typedInLater = moment('d', '2023-05-01', '2026-06-01T10:00:00.000Z');
		expect([year2, typedInLater, year3, year1].sort(byNewest).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
	});

	test('on one day, is by when they were made', () => {
		const morning = moment('m', '2026-03-19', '2026-03-19T09:00:00.000Z');
		expect([morning, year3].sort(byNewest).map(({ id }) => id)).toEqual(['c', 'm']);
	});
});

describe('the measurements before one', () => {
	test('are the older ones, newest first', () => {
		expect(measurementsBefore([year1, year3, year2], year3).map(({ id }) => id)).toEqual(['b', 'a']);
		expect(measurementsBefore([year1, year3, year2], year1)).toEqual([]);
	});

	test('do not include the measurement itself, nor its twin in date and time', () => {
		const twin = { ...year2, id: 'z' };
		expect(measurementsBefore([year2, twin], year2)).toEqual([]);
		expect(measurementsBefore([year2, twin], twin).map(({ id }) => id)).toEqual(['b']);
	});
});
