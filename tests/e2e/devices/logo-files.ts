import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A file as a person chooses it. */
export interface ChosenFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

const chosen = (name: string, mimeType: string, content: Buffer | string): ChosenFile => ({
	name,
	mimeType,
	buffer: Buffer.from(content)
});

/** A PNG of one colour, with a see-through half at its right. */
export function pngFile(width: number, height: number, colour: Colour, name = 'logo.png'): ChosenFile {
	const row = Buffer.alloc(1 + width * 4);
	for (let x = 0; x < Math.ceil(width / 2); x += 1) row.set(colour, 1 + x * 4);
	const rows = Buffer.concat(Array.from({ length: height }, () => row));
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 6, 0, 0, 0], 8);
	return chosen(name, 'image/png', png(head, deflateSync(rows)));
}

/** A PNG of a few bytes that says it is this large. */
function hugePng(width: number, height: number): ChosenFile {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([1, 0, 0, 0, 0], 8);
	return chosen('reus.png', 'image/png', png(head, deflateSync(Buffer.alloc(10))));
}

function png(head: Buffer, pixels: Buffer): Buffer {
	const chunk = (type: string, content: Buffer) => {
		const named = Buffer.concat([Buffer.from(type), content]);
		const whole = Buffer.alloc(named.length + 8);
		whole.writeUInt32BE(content.length, 0);
		named.copy(whole, 4);
		whole.writeUInt32BE(crc32(named), named.length + 4);
		return whole;
	};
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

export const svgFile = (text: string, name = 'logo.svg'): ChosenFile => chosen(name, 'image/svg+xml', text);

/** Anything that is no whole picture, with what the message says of it. */
export const badFiles: readonly { file: ChosenFile; says: string }[] = [
	{ file: chosen('leeg.png', 'image/png', ''), says: 'Dit bestand is leeg.' },
	{
		file: chosen('verslag.png', 'image/png', '%PDF-1.7 geen beeld'),
		says: 'Dit is geen beeld dat we kennen. Kies een PNG-, JPEG- of SVG-bestand.'
	},
	{
		file: chosen('half.png', 'image/png', pngFile(80, 40, [0, 0, 0, 255]).buffer.subarray(0, 60)),
		says: 'Dit beeld is stuk of niet volledig. Vraag het logo nog eens, of bewaar het opnieuw.'
	},
	{
		file: chosen('stuk.png', 'image/png', broken(pngFile(80, 40, [0, 0, 0, 255]).buffer)),
		says: 'Dit beeld is stuk of niet volledig.'
	},
	{
		file: svgFile('<svg xmlns="http://www.w3.org/2000/svg"><rect'),
		says: 'Je browser kan dit beeld niet tekenen. Misschien is het bestand stuk.'
	},
	{ file: hugePng(90_000, 90_000), says: 'Dit beeld is te groot: meer dan 40 miljoen punten.' },
	{ file: chosen('zwaar.png', 'image/png', Buffer.alloc(2_000_001)), says: 'Dit bestand is groter dan 2 MB.' }
];

/** All its parts are there, and its pixels are nonsense. */
function broken(whole: Buffer): Buffer {
	const copy = Buffer.from(whole);
	copy.fill(0xee, whole.indexOf('IDAT') + 4, whole.indexOf('IEND') - 8);
	return copy;
}
