import { hexDigits } from './bytes-as-text';

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. Of its own, since `crypto.subtle` is not there
 * without https, and does not answer at once; small, since a participant's page has it in itself.
 */
export function sha256(text: string): string {
	const words = paddedWords(new TextEncoder().encode(text));
	let state = [...START];
	for (let at = 0; at < words.length; at += BLOCK) state = compress(state, words.subarray(at, at + BLOCK));
	return state.map((word) => hexDigits(word >>> 0, 8)).join('');
}

/** In words of 32 bits. */
const BLOCK = 16;
const ROUNDS = 64;

/** The first 32 bits behind the point, of the square roots of the first 8 primes and the cube roots of the first 64. */
const primes = Array.from({ length: 312 }, (_, number) => number).filter(isPrime);
const START = primes.slice(0, 8).map((prime) => fractionBits(prime ** (1 / 2)));
const ROUND_WORDS = primes.map((prime) => fractionBits(prime ** (1 / 3)));

function isPrime(number: number): boolean {
	for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
	return number > 1;
}

function fractionBits(root: number): number {
	return Math.floor((root % 1) * 2 ** 32) | 0;
}

/** The bytes, one bit, zeros, and the length in bits, in whole blocks. */
function paddedWords(bytes: Uint8Array): Int32Array {
	const blocks = Math.ceil((bytes.length + 9) / (BLOCK * 4));
	const view = new DataView(new ArrayBuffer(blocks * BLOCK * 4));
	bytes.forEach((byte, at) => view.setUint8(at, byte));
	view.setUint8(bytes.length, 0x80);
	view.setUint32(view.byteLength - 4, bytes.length * 8);
	return Int32Array.from({ length: blocks * BLOCK }, (_, at) => view.getInt32(at * 4));
}

function compress(state: readonly number[], block: Int32Array): number[] {
	const words = scheduled(block);
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let round = 0; round < ROUNDS; round += 1) {
		const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
		const chosen = (e & f) ^ (~e & g);
		const first = (h + mixed + chosen + (ROUND_WORDS[round] ?? 0) + (words[round] ?? 0)) | 0;
		const majority = (a & b) ^ (a & c) ^ (b & c);
		const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + first) | 0;
		d = c;
		c = b;
		b = a;
		a = (first + second) | 0;
	}
	return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0);
}

function scheduled(block: Int32Array): Int32Array {
	const words = new Int32Array(ROUNDS);
	words.set(block);
	for (let at = BLOCK; at < ROUNDS; at += 1) {
		const early = words[at - 15] ?? 0;
		const late = words[at - 2] ?? 0;
		const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
		const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
		words[at] = (words[at - 16] ?? 0) + one + (words[at - 7] ?? 0) + other;
	}
	return words;
}

function turned(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}
