import { ASK_FILE_AGAIN, GET_NEWER_APP } from '$lib/exchange/what-to-do';
import { inMegabytes } from '$lib/domain/text/file-limits';
import type { JsonReading, TextPlace } from '$lib/domain/text/json-places';
import { describeShapeIssue } from '$lib/domain/questionnaire/shape-issues';
import { parseOutside, z } from '$lib/domain/zod';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { readClean } from './read-clean';

/** One kind of file that this app reads. */
export interface FileKind<T extends { format: string; version: number }> {
	/** For in a sentence: «een bestand met …». */
	holds: string;
	format: T['format'];
	version: T['version'];
	/** Of the text, in UTF-16 units. */
	maxLength: number;
	schema: z.ZodType<T>;
	/** By number, the earlier versions that are still read; each gives the content in the shape of now. */
	earlier?: ReadonlyMap<number, z.ZodType<T>>;
}

const headerSchema = z.object({ format: z.string(), version: z.int().min(1) });

/** Checks in this order: size, JSON, the kind of file, its version, its shape. */
export function readJsonFile<T extends { format: string; version: number }>(
	text: string,
	kind: FileKind<T>
): Outcome<{ content: T }> {
	if (text.length > kind.maxLength) {
		return refused(
			`Dit bestand is te groot: hoogstens ${inMegabytes(kind.maxLength)}. Kies een bestand met ${kind.holds}.`
		);
	}
	const reading = readClean(text);
	const version = versionOf(text, reading, kind);
	if (version.kind === 'refused') return version;
	return contentOf(reading, kind.earlier?.get(version.version) ?? kind.schema);
}

/**
 * The version of a file of this kind, of its text or of the frame around its parts.
 * @param lineOf the line in the file of a place in the text
 */
export function versionOf<T extends { format: string; version: number }>(
	text: string,
	reading: JsonReading,
	kind: Pick<FileKind<T>, 'holds' | 'format' | 'version' | 'earlier'>,
	lineOf = lineInText
): Outcome<{ version: number }> {
	const strange = `Dit is geen bestand met ${kind.holds}, of het is beschadigd. Kies een ander bestand.`;
	if (reading.kind === 'refused') {
		return refused(text.includes(kind.format) ? damaged(reading.message, lineOf(reading.place)) : strange);
	}
	const header = headerSchema.safeParse(reading.value);
	if (!header.success || header.data.format !== kind.format) return refused(strange);
	if (header.data.version > kind.version) {
		return refused(`Dit bestand komt van een nieuwere versie van de app. ${GET_NEWER_APP}`);
	}
	const { version } = header.data;
	if (version !== kind.version && kind.earlier?.has(version) !== true) return refused(strange);
	return good({ version });
}

/** What was read, in its shape. @param lineOf as in `versionOf` */
export function contentOf<T>(reading: JsonReading, schema: z.ZodType<T>, lineOf = lineInText): Outcome<{ content: T }> {
	if (reading.kind === 'refused') return refused(damaged(reading.message, lineOf(reading.place)));
	const parsed = parseOutside(schema, reading.value);
	if (parsed?.success) return good({ content: parsed.data });
	const [issue] = parsed?.error.issues ?? [];
	if (!issue) return refused(`Dit bestand is beschadigd. ${ASK_FILE_AGAIN}`);
	const { path, message } = describeShapeIssue(issue, reading.value);
	const words = issue.code === 'invalid_format' ? 'Wat hier staat, heeft niet de juiste vorm.' : message;
	return refused(damaged(words, lineOf(reading.placeOf(path))));
}

function lineInText({ line }: TextPlace): number {
	return line;
}

function damaged(message: string, line: number): string {
	return `Dit bestand is beschadigd of met de hand gewijzigd. Op regel ${line}: ${message} ${ASK_FILE_AGAIN}`;
}

/**
 * The format that a file says it has, without reading it; undefined when it is too large or says none. Whether it is
 * true is for `readJsonFile` to check.
 */
export function formatOfFile(text: string, maxLength: number): string | undefined {
	if (text.length > maxLength) return undefined;
	return /"format"[ \t\r\n]*:[ \t\r\n]*"([a-z-]{1,80})"/.exec(text)?.[1];
}
