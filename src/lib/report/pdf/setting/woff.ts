/** Bytes before the directory, and of each entry in it: of a WOFF file, and of the font that is packed in it. */
const PACKED = { head: 44, entry: 20 };
const FONT = { head: 12, entry: 16 };

interface Table {
	tag: number;
	checksum: number;
	/** Of the table in the font, in bytes. */
	length: number;
	packed: Uint8Array<ArrayBuffer>;
}

/**
 * The font in a WOFF file (version 1). pdfkit could read it packed, but then unpacks all shapes
 * anew for each letter it draws.
 * @throws TypeError, RangeError for what is no such file
 */
export async function unpackWoff(file: ArrayBuffer): Promise<ArrayBuffer> {
	const packed = new DataView(file);
	if (packed.getUint32(0) !== 0x774f4646) throw new TypeError('not a WOFF file');
	const tables = directoryOf(packed);
	const bodies = await Promise.all(tables.map(unpackTable));
	const headLength = FONT.head + tables.length * FONT.entry;
	const font = new Uint8Array(bodies.reduce((sum, body) => sum + padded(body.length), headLength));
	const view = new DataView(font.buffer);
	writeHead(view, packed.getUint32(4), tables.length);
	let at = headLength;
	bodies.forEach((body, index) => {
		const { tag, checksum, length } = tables[index] ?? { tag: 0, checksum: 0, length: 0 };
		[tag, checksum, at, length].forEach((number, place) =>
			view.setUint32(FONT.head + index * FONT.entry + place * 4, number)
		);
		font.set(body, at);
		at += padded(body.length);
	});
	return font.buffer;
}

/** Tables begin at a multiple of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

function directoryOf(packed: DataView<ArrayBuffer>): Table[] {
	return Array.from({ length: packed.getUint16(12) }, (_, index) => {
		const [tag = 0, offset = 0, packedLength = 0, length = 0, checksum = 0] = Array.from({ length: 5 }, (_, place) =>
			packed.getUint32(PACKED.head + index * PACKED.entry + place * 4)
		);
		return { tag, checksum, length, packed: new Uint8Array(packed.buffer, offset, packedLength) };
	});
}

/** A table that would not get smaller is not packed. */
async function unpackTable({ packed, length }: Table): Promise<Uint8Array> {
	if (packed.length === length) return packed;
	const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

function writeHead(view: DataView, flavour: number, count: number): void {
	const power = Math.floor(Math.log2(count));
	view.setUint32(0, flavour);
	view.setUint16(4, count);
	view.setUint16(6, 2 ** power * 16);
	view.setUint16(8, power);
	view.setUint16(10, count * 16 - 2 ** power * 16);
}
