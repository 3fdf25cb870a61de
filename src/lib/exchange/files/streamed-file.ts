import { MAX_BYTES_IN_MEMORY, MAX_TEXT_IN_MEMORY, inMegabytes } from '$lib/domain/text/file-limits';
import type { QuestionnaireDraft } from '$lib/domain/drafting/draft';
import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { fingerprint } from '$lib/domain/text/fingerprint';
import type { TellProgress } from '$lib/domain/long-work';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import type { z } from '$lib/domain/zod';
import { draftSchema } from '$lib/exchange/schemas/draft-schema';
import { draftsProblem, questionnairesProblem } from './exchange-check';
import { canonicalPartnership, draftsInOrder, exchangeKind, inIdOrder } from './exchange-file';
import { exchangeFileInParts } from '$lib/exchange/schemas/exchange-schemas';
import { contentOf, versionOf } from '$lib/exchange/json/json-file';
import { JsonSplitter, type JsonPart, type SplitJson } from '$lib/exchange/json/json-splitter';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { readClean } from '$lib/exchange/json/read-clean';

/** A file with measurements that stays where it is: its partnerships are read one by one, as often as someone asks. */
export interface OpenedFile {
	/** By id, then version. Only their shape was checked. */
	questionnaires: readonly Questionnaire[];
	/** Questionnaires that someone is still making, by id. Only their shape was checked. */
	drafts: readonly QuestionnaireDraft[];
	/** How many partnerships. */
	count: number;
	/**
	 * Reads and checks one partnership by itself, sorted as it is written.
	 * @param index from 0, in the order of the file
	 * @returns with a mark that is another one when the text is another one
	 * @throws DOMException when the browser cannot read the file any more
	 */
	partnership(index: number): Promise<Outcome<{ bundle: PartnershipBundle; mark: number }>>;
}

/** In bytes: little in memory, and progress to see. */
const CHUNK = 1_000_000;

const LISTS = ['partnerships', 'questionnaires', 'drafts'];

const TOO_LARGE = `Eén overleg in dit bestand is te groot: hoogstens ${inMegabytes(MAX_TEXT_IN_MEMORY)}. Bewaar op het andere toestel elke meting apart.`;

/**
 * Goes through a file once, and finds where its parts stand.
 * @param maxFrame of what is no partnership, questionnaire or draft, in UTF-16 units
 * @returns undefined when there is too much in it
 */
export async function splitFile(file: Blob, maxFrame: number, report: TellProgress): Promise<SplitJson | undefined> {
	const splitter = new JsonSplitter(LISTS, maxFrame);
	for (let start = 0; start < file.size; start += CHUNK) {
		report(start, file.size);
		const chunk = await file.slice(start, start + CHUNK).arrayBuffer();
		if (!splitter.add(new Uint8Array(chunk))) return undefined;
	}
	return splitter.finish();
}

/** Opens an exchange file; of its partnerships nothing was checked yet. */
export async function openExchangeFile(
	file: Blob,
	{ frame, parts, lineOf }: SplitJson
): Promise<Outcome<{ file: OpenedFile }>> {
	const reading = readClean(frame);
	const version = versionOf(frame, reading, exchangeKind, lineOf);
	if (version.kind === 'refused') return version;
	const shapes = exchangeFileInParts(version.version);
	const around = contentOf(reading, shapes.frame, lineOf);
	if (around.kind === 'refused') return around;
	const own = await readParts(file, parts.get('questionnaires'), questionnaireSchema);
	if (own.kind === 'refused') return own;
	const making = await readParts(file, parts.get('drafts'), draftSchema);
	if (making.kind === 'refused') return making;
	const problem = questionnairesProblem(own.contents) ?? draftsProblem(making.contents);
	if (problem !== undefined) return refused(problem);
	const partnerships = parts.get('partnerships') ?? [];
	return good({
		file: {
			questionnaires: inIdOrder(own.contents),
			drafts: draftsInOrder(making.contents),
			count: partnerships.length,
			partnership: async (index: number) => {
				const part = partnerships[index];
				if (!part) throw new RangeError(`No partnership ${index}`);
				const read = await readPart(file, part, shapes.partnership);
				return read.kind === 'refused' ? read : good({ bundle: canonicalPartnership(read.content), mark: read.mark });
			}
		}
	});
}

/** All of a list at once. */
async function readParts<T>(
	file: Blob,
	parts: readonly JsonPart[] = [],
	schema: z.ZodType<T>
): Promise<Outcome<{ contents: T[] }>> {
	const contents: T[] = [];
	for (const part of parts) {
		const read = await readPart(file, part, schema);
		if (read.kind === 'refused') return read;
		contents.push(read.content);
	}
	return good({ contents });
}

async function readPart<T>(
	file: Blob,
	{ start, end, line: first }: JsonPart,
	schema: z.ZodType<T>
): Promise<Outcome<{ content: T; mark: number }>> {
	if (end - start > MAX_BYTES_IN_MEMORY) return refused(TOO_LARGE);
	const text = await file.slice(start, end).text();
	if (text.length > MAX_TEXT_IN_MEMORY) return refused(TOO_LARGE);
	const read = contentOf(readClean(text), schema, ({ line }) => first + line - 1);
	return read.kind === 'refused' ? read : good({ content: read.content, mark: fingerprint(text) });
}
