import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { binarize, Decoder, Detector } from '@nuintun/qrcode';
import { decodeQR } from 'qr/decode.js';
import { brightnessOf } from '../../../src/lib/exchange/qr/frame-brightness';
import { readQr } from '../../../src/lib/exchange/qr/read-qr';
import type { Frame } from './camera-picture';
import { mirrored, narrowed } from './frame-size';

/** Something that reads QR codes. Its packages are installed for the benchmark alone; the app's are in it. */
export interface Reader {
	name: string;
	/** @param look counts the frames of a scene */
	read: (frame: Frame, look: number) => string | undefined | Promise<string | undefined>;
}

const fromBench = createRequire(`${process.cwd()}/tests/bench/package.json`);

/** What of the packages is used. */
interface ZXing {
	prepareZXingModule: (options: { overrides: { wasmBinary: ArrayBuffer }; fireImmediately: true }) => Promise<unknown>;
	readBarcodes: (frame: Frame, options: object) => Promise<{ text: string }[]>;
}
interface ZBar {
	getDefaultScanner: () => Promise<{ setConfig: (kind: number, key: number, value: number) => void }>;
	scanRGBABuffer: (
		data: ArrayBufferLike,
		width: number,
		height: number,
		scanner: unknown
	) => Promise<{ decode: () => string }[]>;
	ZBarSymbolType: { ZBAR_NONE: number; ZBAR_QRCODE: number };
	ZBarConfigType: { ZBAR_CFG_ENABLE: number };
}
type JsQr = (data: Uint8ClampedArray, width: number, height: number, options: object) => { data: string } | null;

/** Everything that was compared, the app's own way first. */
export async function allReaders(): Promise<Reader[]> {
	const zxing = await zxingReader();
	const zbar = await zbarReader();
	return [
		{ name: 'app', read: readQr },
		{ name: 'qr at 640 (before)', read: (frame) => byQr(narrowed(frame, 640)) },
		{ name: 'qr, full width', read: (frame) => byQr(frame) },
		{
			name: 'qr, three widths in turn',
			read: (frame, look) => byQr(narrowed(frame, [1920, 960, 640][look % 3] ?? 640))
		},
		{ name: 'qr, its retries', read: (frame) => byQr(frame, { effort: 32, timeLimit: 200 }) },
		{ name: 'qr, mirrored in turn', read: (frame, look) => byQr(look % 2 === 1 ? mirrored(frame) : frame) },
		{ name: 'qr, gamma undone', read: (frame) => byQr(withoutGamma(frame)) },
		{ name: 'nuintun, full width', read: (frame) => byNuintun(frame, 1) },
		{ name: 'nuintun, gamma undone', read: (frame) => byNuintun(frame, 2.2) },
		{ name: 'jsqr at 640', read: (frame) => byJsQr(narrowed(frame, 640)) },
		{ name: 'jsqr, full width', read: byJsQr },
		{ name: 'zxing (wasm)', read: zxing },
		{ name: 'zbar (wasm), full width', read: zbar },
		{ name: 'zbar (wasm) at 960', read: (frame) => zbar(narrowed(frame, 960)) }
	];
}

function byQr(frame: Frame, options = {}): string | undefined {
	try {
		return decodeQR(frame, options);
	} catch {
		return undefined;
	}
}

function withoutGamma({ width, height, data }: Frame): Frame {
	const brightness = brightnessOf({ width, height, data }, 2.2).data;
	return { width, height, data: data.map((value, at) => (at % 4 === 3 ? value : (brightness[at >> 2] ?? 0))) };
}

function byNuintun({ width, height, data }: Frame, gamma: number): string | undefined {
	const bits = binarize(brightnessOf({ width, height, data }, gamma).data, width, height);
	const decoder = new Decoder();
	const candidates = new Detector().detect(bits);
	for (let next = candidates.next(); !next.done; next = candidates.next(false)) {
		try {
			return decoder.decode(next.value.matrix).content;
		} catch {
			continue;
		}
	}
	return undefined;
}

function byJsQr({ width, height, data }: Frame): string | undefined {
	const jsQr = fromBench('jsqr') as JsQr;
	return jsQr(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
}

/** Also what the polyfill `barcode-detector` is made of. */
async function zxingReader(): Promise<Reader['read']> {
	const zxing = fromBench('zxing-wasm/reader') as ZXing;
	const { buffer } = new Uint8Array(readFileSync(fromBench.resolve('zxing-wasm/reader/zxing_reader.wasm')));
	await zxing.prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true });
	const options = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 };
	return async (frame) => (await zxing.readBarcodes(frame, options))[0]?.text;
}

async function zbarReader(): Promise<(frame: Frame) => Promise<string | undefined>> {
	const zbar = fromBench('@undecaf/zbar-wasm') as ZBar;
	const scanner = await zbar.getDefaultScanner();
	const enable = zbar.ZBarConfigType.ZBAR_CFG_ENABLE;
	scanner.setConfig(zbar.ZBarSymbolType.ZBAR_NONE, enable, 0);
	scanner.setConfig(zbar.ZBarSymbolType.ZBAR_QRCODE, enable, 1);
	return async ({ data, width, height }) =>
		(await zbar.scanRGBABuffer(data.buffer, width, height, scanner))[0]?.decode();
}
