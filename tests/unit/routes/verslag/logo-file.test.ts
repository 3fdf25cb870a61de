import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logoFileOf } from '../../../../src/routes/verslag/logo-file';
import { runs } from '../../../property-runs';

const text = (words: string) => new TextEncoder().encode(words);
const number = (value: number, bytes: number) =>
	Array.from({ length: bytes }, (_, place) => (value >>> (8 * (bytes - 1 - place))) & 0xff);
const chunk = (type: string, content: number[]) => [
	...number(content.length, 4),
	...text(type),
	...content,
	...number(crc32(new Uint8Array([...text(type), ...content])), 4)
];
const png = (width: number, height: number) =>
	new Uint8Array([
		...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
		...chunk('IHDR', [...number(width, 4), ...number(height, 4), 8, 6, 0, 0, 0]),
		...chunk('IDAT', [1, 2, 3]),
		...chunk('IEND', [])
	]);
const segment = (marker: number, content: number[]) => [0xff, marker, ...number(content.length + 2, 2), ...content];
const jpeg = (width: number, height: number) =>
	new Uint8Array([
		...[0xff, 0xd8],
		// What a camera writes about itself has markers of its own in it, which are not those of the picture.
		...segment(0xe1, [0xff, 0xc0, 0, 17, 8, 0, 9, 0, 9]),
		...[0xff],
		...segment(0xc4, [1, 2, 3]),
		...segment(0xc2, [8, ...number(height, 2), ...number(width, 2), 3]),
		...segment(0xda, [1, 2, 3]),
		...[7, 7, 7, 0xff, 0xd9],
		...text('van het toestel')
	]);

describe('what a logo says that it is', () => {
	test('is read from its bytes: a PNG and a JPEG with their size, an SVG without', () => {
		expect(logoFileOf(png(70_000, 12))).toEqual({ kind: 'image/png', width: 70_000, height: 12 });
		expect(logoFileOf(jpeg(640, 24))).toEqual({ kind: 'image/jpeg', width: 640, height: 24 });
		for (const svg of ['<svg viewBox="0 0 1 1"/>', '<?xml version="1.0"?>\n<!-- Logo -->\n<svg>', '\ufeff <svg/>'])
			expect(logoFileOf(text(svg.replace('<svg/>', '<svg >')))).toEqual({ kind: 'image/svg+xml' });
	});

	test('is nothing that we know in any other file', () => {
		for (const other of ['', 'GIF89a', 'logo', '<html><body>', 'Een tekst over <svg > en meer', '%PDF-1.7'])
			expect(logoFileOf(text(other))).toBe('unknown');
	});

	test('is damaged wherever it was broken off', () => {
		const whole = { png: png(10, 10), jpeg: jpeg(10, 10) };
		for (let end = 8; end < whole.png.length; end += 1) expect(logoFileOf(whole.png.subarray(0, end))).toBe('damaged');
		const end = whole.jpeg.length - text('van het toestel').length;
		for (let at = 2; at < end; at += 1) expect(logoFileOf(whole.jpeg.subarray(0, at))).toBe('damaged');
	});

	test('is damaged where a byte of a PNG is another', () => {
		const whole = png(10, 10);
		fc.assert(
			fc.property(fc.integer({ min: 8, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
				const other = whole.with(place, (whole[place] ?? 0) ^ change);
				expect(logoFileOf(other)).toBe('damaged');
			}),
			{ numRuns: runs(100) }
		);
	});

	test('is found without an error or an end in whatever follows the first bytes', () => {
		const beginnings = [[], [0xff, 0xd8], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]];
		fc.assert(
			fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), (beginning, rest) => {
				const found = logoFileOf(new Uint8Array([...beginning, ...rest]));
				expect(typeof found === 'string' || found.kind.startsWith('image/')).toBe(true);
			}),
			{ numRuns: runs(200) }
		);
	});
});
