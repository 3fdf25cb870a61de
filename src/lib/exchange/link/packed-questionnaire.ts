import { GET_LINK_AGAIN } from '$lib/exchange/what-to-do';
import { MAX_UNPACKED_BYTES } from '$lib/domain/text/file-limits';
import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { checkQuestionnaire } from '$lib/domain/questionnaire/check';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { LANGUAGES } from '$lib/domain/language/languages';
import { closing as closingSchema, frame as frameSchema } from '$lib/domain/questionnaire/schema';
import { z } from '$lib/domain/zod';
import { readCleanBytes } from '$lib/exchange/json/read-clean';
import { good, refused, type Outcome } from '$lib/exchange/outcome';

/**
 * The part of an own questionnaire that participants need, small enough for their link: rows instead of names of
 * fields, as JSON, deflated, in base64url.
 */

const text = z.string();
const dimensionRow = z.tuple([text, text, text, z.array(text), z.array(z.tuple([text, text, text]))]);
/** What a questionnaire may declare; a link of before that has none of it. */
const declared = z.strictObject({
	frame: frameSchema.optional(),
	closing: closingSchema.optional(),
	language: z.enum(LANGUAGES).optional()
});
/** Id, version, title, minutes, roles, the five points with «weet niet», themes, what is declared. */
const rowSchema = z.tuple([
	text,
	text,
	text,
	z.tuple([z.number(), z.number()]),
	z.array(z.tuple([text, text])),
	z.array(text),
	z.array(z.tuple([text, text, z.array(dimensionRow)])),
	declared.optional()
]);
type Row = z.infer<typeof rowSchema>;

const METHOD = 'deflate-raw';
const DAMAGED = `De vragenlijst in de link is beschadigd. ${GET_LINK_AGAIN}`;
const TOO_OLD =
	'Deze browser is te oud om de vragenlijst in de link te lezen. Open de link in een recente versie van Chrome, Edge, Firefox of Safari, of vraag een formulier op papier.';

/** Whether this browser can pack and unpack: Chrome and Edge from 103, Firefox from 113, Safari from 16.4. */
export function canPack(): boolean {
	try {
		new CompressionStream(METHOD);
		new DecompressionStream(METHOD);
		return true;
	} catch {
		return false;
	}
}

/** Only the part for filling in is packed. @returns undefined when this browser cannot pack */
export async function packQuestionnaire(questionnaire: Questionnaire): Promise<string | undefined> {
	if (!canPack()) return undefined;
	const json = new TextEncoder().encode(JSON.stringify(toRow(questionnaire)));
	const packed = await readAll(through(json, new CompressionStream(METHOD)), Number.POSITIVE_INFINITY);
	return packed && encodeBase64Url(packed);
}

/** The questionnaire in a link, as `fillingPart` (domain) gives it; from outside, so checked like any own one. */
export async function unpackQuestionnaire(packed: string): Promise<Outcome<{ questionnaire: Questionnaire }>> {
	const bytes = decodeBase64Url(packed);
	if (!bytes) return refused(DAMAGED);
	if (!canPack()) return refused(TOO_OLD);
	const row = rowSchema.safeParse(await parseUnpacked(bytes));
	const outcome = row.success ? checkQuestionnaire(fromRow(row.data), 'own') : undefined;
	if (!outcome || outcome.kind === 'refused') return refused(DAMAGED);
	return good({ questionnaire: outcome.questionnaire });
}

/** @returns undefined, which no JSON gives, for what cannot be unpacked, is too large, or is no JSON in UTF-8 */
async function parseUnpacked(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
	try {
		const unpacked = await readAll(through(bytes, new DecompressionStream(METHOD)), MAX_UNPACKED_BYTES);
		return unpacked && readCleanBytes(unpacked);
	} catch {
		return undefined;
	}
}

function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: GenericTransformStream
): ReadableStream<Uint8Array<ArrayBuffer>> {
	return new Blob([bytes]).stream().pipeThrough(stream);
}

/** Stops reading beyond the limit, however much would still come. @returns undefined beyond the limit */
async function readAll(
	stream: ReadableStream<Uint8Array<ArrayBuffer>>,
	limit: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const reader = stream.getReader();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let length = 0;
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		length += next.value.length;
		if (length > limit) {
			await reader.cancel();
			return undefined;
		}
		parts.push(next.value);
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toRow({ id, version, language, title, minutes, roles, scale, frame, closing, themes }: Questionnaire): Row {
	const row: Row = [
		id,
		version,
		title,
		[minutes.from, minutes.to],
		roles.map((role) => [role.id, role.groupName]),
		[...scale.points, scale.unknown],
		themes.map((theme) => [
			theme.id,
			theme.name,
			theme.dimensions.map(({ id: dimensionId, name, shortName, radarLabel, items }) => [
				dimensionId,
				name,
				shortName,
				radarLabel,
				items.map((item) => [item.id, item.statement, item.explanation])
			])
		])
	];
	if (frame ?? closing ?? language) row.push({ frame, closing, language });
	return row;
}

/** Not yet checked: what is malformed stays malformed. */
function fromRow([id, version, title, [from, to], roles, words, themes, more]: Row): Questionnaire {
	return {
		format: 1,
		id,
		version,
		title,
		summary: title,
		minutes: { from, to },
		roles: roles.map(([roleId, groupName]) => ({ id: roleId, groupName })),
		scale: { points: words.slice(0, -1), unknown: words.at(-1) ?? '' },
		...more,
		themes: themes.map(([themeId, name, dimensions]) => ({
			id: themeId,
			name,
			description: name,
			dimensions: dimensions.map(([dimensionId, dimensionName, shortName, radarLabel, items]) => ({
				id: dimensionId,
				name: dimensionName,
				shortName,
				radarLabel,
				description: dimensionName,
				restsOn: [],
				items: items.map(([itemId, statement, explanation]) => ({ id: itemId, statement, explanation })),
				tips: [],
				prompts: []
			}))
		})),
		generalPrompts: [],
		sources: [],
		exceptions: [],
		changes: []
	};
}
