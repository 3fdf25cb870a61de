import { describe, expect, test } from 'vitest';
import { deskStep, firstWay } from '../../../../src/routes/meting/desk-step';

describe('the step of the desk', () => {
	test('is setting out while nothing is in, and answering from then on', () => {
		expect(deskStep({ status: 'open' }, null, false)).toBe('prepare');
		expect(deskStep({ status: 'open' }, null, true)).toBe('answer');
	});

	test('is the one of the address, but what is closed is past setting out', () => {
		expect(deskStep({ status: 'open' }, 'antwoorden', false)).toBe('answer');
		expect(deskStep({ status: 'open' }, 'klaarzetten', true)).toBe('prepare');
		expect(deskStep({ status: 'open' }, 'praten', false)).toBe('prepare');
		expect(deskStep({ status: 'closed' }, 'klaarzetten', false)).toBe('answer');
	});
});

describe('the way that comes first', () => {
	const open = { ways: [], privacy: { mode: 'open' as const } };

	test('is what it was made for, else what is used, and phones while nothing is', () => {
		expect(firstWay(open, undefined)).toBe('phone');
		expect(firstWay(open, 'device')).toBe('device');
		expect(firstWay({ ...open, ways: ['paper'] }, undefined)).toBe('paper');
		expect(firstWay({ ...open, ways: ['device', 'phone'] }, undefined)).toBe('phone');
	});

	test('is never answering together where everybody answers apart', () => {
		expect(firstWay({ ways: [], privacy: { mode: 'anoniem', threshold: 3 } }, 'together')).toBe('phone');
		expect(firstWay(open, 'together')).toBe('together');
	});
});
