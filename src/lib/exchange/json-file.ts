import { z } from '$lib/domain/zod';
import { good, refused, type Outcome } from './outcome';

/** One kind of file that this app writes and reads. */
export interface FileKind<T extends { format: string; version: number }> {
	/** For in a sentence: «een bestand met …». */
	holds: string;
	format: T['format'];
	version: T['version'];
	/** Of the text, in UTF-16 units: a million is 1 MB, more in bytes when the text has many accents. */
	maxLength: number;
	schema: z.ZodType<T>;
	/** By number, the earlier versions that are still read; each gives the content in the shape of now. */
	earlier?: ReadonlyMap<number, z.ZodType<T>>;
}

const headerSchema = z.object({ format: z.string(), version: z.int().min(1) });

/**
 * The text of a file; the keys come in the order of the schema.
 * @throws ZodError when the content has not the shape of this kind, RangeError when it is too large to be read again
 */
export function writeJsonFile<T extends { format: string; version: number }>(content: T, kind: FileKind<T>): string {
	const text = `${JSON.stringify(kind.schema.parse(content), null, '\t')}\n`;
	if (text.length > kind.maxLength) throw new RangeError(`Too large for a file with ${kind.holds}: ${text.length}`);
	return text;
}

/** Checks in this order: size, JSON, the kind of file, its version, its shape. */
export function readJsonFile<T extends { format: string; version: number }>(
	text: string,
	kind: FileKind<T>
): Outcome<{ content: T }> {
	if (text.length > kind.maxLength) {
		return refused(
			`Dit bestand is te groot: hoogstens ${kind.maxLength / 1_000_000} MB. Kies een bestand met ${kind.holds}.`
		);
	}
	const input = parseJson(text);
	const header = headerSchema.safeParse(input);
	if (!header.success || header.data.format !== kind.format) {
		return refused(`Dit is geen bestand met ${kind.holds}, of het is beschadigd. Kies een ander bestand.`);
	}
	if (header.data.version > kind.version) {
		return refused(
			'Dit bestand komt van een nieuwere versie van de app. Maak verbinding met internet, laad deze app opnieuw en probeer nog eens.'
		);
	}
	const parsed = (kind.earlier?.get(header.data.version) ?? kind.schema).safeParse(input);
	return parsed.success
		? good({ content: parsed.data })
		: refused('Dit bestand is beschadigd. Vraag om het nog eens te sturen.');
}

/** The format that a file says it has; undefined when it is too large or no file of this app. */
export function formatOfFile(text: string, maxLength: number): string | undefined {
	if (text.length > maxLength) return undefined;
	return headerSchema.safeParse(parseJson(text)).data?.format;
}

/** @returns undefined, which no JSON gives, when the text is not JSON */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The same record with its keys in alphabetical order, so that the same content gives the same file. */
export function inKeyOrder<T>(record: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

/** By code unit: the same on every device, whatever its language. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
