import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { crc16 } from '$lib/exchange/encoding/crc16';
import { writeInvitation } from '$lib/exchange/link/invitation';
import { packQuestionnaire } from '$lib/exchange/link/packed-questionnaire';
import { packResponse } from '$lib/exchange/response/response-code';
import { codeInQr, responseQrText } from '$lib/exchange/response/response-qr';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import { Collection } from '$lib/state/desk/collection.svelte';
import { createPartnership } from '$lib/state/desk/create-measurement';
import { openInvitation } from '$lib/state/answering/open-invitation';
import { QuestionnaireShelf } from '$lib/state/questionnaires/questionnaire-shelf.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadResponses } from '$lib/storage/records/responses';
import { measurement, response } from '../../../builders/handing-in';
import { anInvitation } from '../../../builders/records';
import { hostileFile, hostileText, isDutchReason } from '../../../builders/hostile';
import { ownQuestionnaire, ownText } from '../../../builders/own-questionnaire';
import { dumpDatabase } from '../../../builders/dump-database';
import { runs } from '../../../property-runs';

const RUNS = { links: runs(1500), codes: runs(1000), questionnaires: runs(1000), files: runs(200) };

const invitation = anInvitation({
	groups: measurement.groups,
	privacy: { mode: 'anoniem', threshold: 5 },
	partnershipName: 'Halle-aan-Zee \u202Een verenigingen'
});
const { id, version } = ownQuestionnaire;

beforeEach(wipeDatabase);

/** The fragment with the checksum that belongs to it: an attacker can count too. */
function withChecksum(fragment: string): string {
	const body = fragment.slice(0, -4);
	const bits = Array.from(body, (sign) => (sign.charCodeAt(0) & 255).toString(2).padStart(8, '0')).join('');
	return body + crc16(bits).toString(16).padStart(4, '0');
}

test('a hostile link is refused in Dutch, or asks what a sound one may ask', async () => {
	const own = { ...invitation, questionnaire: { id, version } };
	const links = [
		writeInvitation(invitation),
		writeInvitation({ ...invitation, asksTrend: true }),
		writeInvitation(own, await packQuestionnaire(ownQuestionnaire))
	];
	const before = await dumpDatabase();
	await fc.assert(
		fc.asyncProperty(hostileText(links), fc.boolean(), async (text, counted) => {
			try {
				const outcome = await openInvitation(counted ? withChecksum(text) : text);
				if (outcome.kind === 'refused') expect(isDutchReason(outcome.reason), outcome.reason).toBe(true);
				else expect(outcome.invitation.partnershipName).not.toMatch(/[\p{Bidi_Control}\p{Cs}\0]/u);
			} catch (cause) {
				expect(cause).toBeInstanceOf(UnknownQuestionnaireError);
			}
		}),
		{ numRuns: RUNS.links }
	);
	expect(await dumpDatabase()).toEqual(before);
});

test('a link that unpacks to far more than it is, is refused', async () => {
	const zeros = new Blob([new Uint8Array(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	const packed = Buffer.from(await new Response(zeros).arrayBuffer()).toString('base64url');
	const bomb = writeInvitation({ ...invitation, questionnaire: { id, version } }, packed.slice(0, 3500));
	expect(await openInvitation(bomb)).toMatchObject({ kind: 'refused' });
});

/** A measurement on this device, with what reads answers for it. */
async function collectionHere(): Promise<Collection> {
	const setup = { name: 'Overleg', date: '2026-03-19', privacy: { mode: 'open' }, asksTrend: true } as const;
	const groups = measurement.groups;
	return Collection.open(
		await createPartnership({ ...setup, groups, questionnaire: { id: 'samenwerking', version: '1.0.0' }, way: 'phone' })
	);
}

/** A sound code for that measurement. */
function codeFor({ desk }: Collection): string {
	const { itemIds, dimensionIds } = desk.asked;
	const answers = Object.fromEntries(itemIds.map((itemId) => [itemId, 3 as const]));
	const groupId = desk.measurement.groups[0]?.id ?? '';
	const own = { ...response, measurementId: desk.measurement.id, groupId, answers, notes: {}, trends: {} };
	return packResponse({ terms: desk.terms, itemIds, dimensionIds, response: own });
}

test('a hostile code or QR code is refused in Dutch and stores nothing', async () => {
	const collection = await collectionHere();
	const code = codeFor(collection);
	const before = await dumpDatabase();
	await fc.assert(
		fc.asyncProperty(
			hostileText([code, responseQrText(code, collection.desk.terms)]),
			fc.boolean(),
			async (text, scanned) => {
				// Spaces, hyphens, O for 0 and the like spell the same code; what is typed may stand in other text too.
				if (scanned ? spelledTheSame(codeInQr(text), code) : standsIn(text, code)) return;
				const taken = scanned ? await collection.takeScan(text) : await collection.takeCode(text);
				if (taken === undefined) return;
				expect(taken.good).toBe(false);
				expect(isDutchReason(collection.latest?.text), collection.latest?.text).toBe(true);
				collection.log = [];
			}
		),
		{ numRuns: RUNS.codes }
	);
	expect(await dumpDatabase()).toEqual(before);
});

function spelledTheSame(text: string, code: string): boolean {
	const plain = text.toUpperCase().replace(/[\s\u00AD\u2010-\u2015\u2212-]/gu, '');
	return plain.replaceAll('O', '0').replace(/[IL]/g, '1') === code;
}

function standsIn(text: string, code: string): boolean {
	const plain = text.normalize('NFKC').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
	return plain.replace(/[^0-9A-TV-Z]/g, '').includes(code);
}

test('a hostile file with a response is refused in Dutch and stores nothing, or is of this measurement', async () => {
	const collection = await collectionHere();
	const { measurement: here } = collection.desk;
	const { itemIds } = collection.desk.asked;
	const groupId = here.groups[0]?.id ?? '';
	const own = {
		...response,
		measurementId: here.id,
		groupId,
		answers: { [itemIds[0] ?? '']: 4 as const },
		notes: {},
		trends: {}
	};
	const text = writeResponseFile(own, collection.desk.terms);
	await fc.assert(
		fc.asyncProperty(hostileFile([text]), async (changed) => {
			const before = await dumpDatabase();
			await collection.takeFile({ name: 'a.json', size: changed.length, text: () => Promise.resolve(changed) });
			if (collection.latest?.good) return;
			expect(isDutchReason(collection.latest?.text.replace('a.json: ', '')), collection.latest?.text).toBe(true);
			expect(await dumpDatabase()).toEqual(before);
		}),
		{ numRuns: RUNS.files }
	);
	for (const { answers } of await loadResponses(here.id)) {
		expect(Object.keys(answers).every((itemId) => itemIds.includes(itemId))).toBe(true);
	}
});

test('a hostile questionnaire is refused in Dutch at a place, or is one that can be filled in', async () => {
	const texts = [ownText, readFileSync('tests/fixtures/questionnaires/valid/two-roles.json', 'utf8')];
	const shelf = new QuestionnaireShelf();
	const before = await dumpDatabase();
	await fc.assert(
		fc.asyncProperty(hostileFile(texts), async (text) => {
			await shelf.open({ name: 'lijst.json', size: text.length, text: () => Promise.resolve(text) });
			if (shelf.problem !== undefined) {
				expect(isDutchReason(shelf.problem), shelf.problem).toBe(true);
				return;
			}
			const { step } = shelf;
			if (step.kind === 'refused') {
				for (const { message, line } of step.problems) {
					expect(isDutchReason(message), message).toBe(true);
					expect(line).toBeGreaterThan(0);
				}
			} else if (step.kind === 'sound') {
				expect(dimensionsOf(step.questionnaire).length).toBeGreaterThan(0);
				expect(itemsOf(step.questionnaire).length).toBeGreaterThan(0);
			} else throw new Error(`Neither refused nor sound but ${step.kind}`);
		}),
		{ numRuns: RUNS.questionnaires }
	);
	expect(await dumpDatabase()).toEqual(before);
});
