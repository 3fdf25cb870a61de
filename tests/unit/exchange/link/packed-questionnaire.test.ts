import { MAX_UNPACKED_BYTES } from '$lib/domain/text/file-limits';
import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fillingPart } from '$lib/domain/questionnaire/filling-part';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { canPack, packQuestionnaire, unpackQuestionnaire } from '$lib/exchange/link/packed-questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { goodOf, reasonOf } from '../../../builders/outcomes';

const DAMAGED = /^De vragenlijst in de link is beschadigd/;
/** «eigen-lijst» 2.0.0, as it was first packed. */
const GOLDEN =
	'bY_LDoJADEV_pel6JMonGI073cliwgLCFStDh8CE7zcFXwu76W3vSR-eIS10E-QxJXacZ9tsy46P1qVX1-9cXjrvuUUPaAI7Pr1l6TzPGKHSirbs-PopoFyafRbY7AKiYsQBCNNCIliKIaBZnAJIpIYv--pqEgP3a_ae4wC9Qxp2fPkn_VcvE9bvpoQQ1usOoPcXVFddotsoSFCaYxypAc0_52e2Wx5m1UBoKA6G9NXYpYzLNZ4';

const folder = 'tests/fixtures/questionnaires/valid/';
const valid = readdirSync(folder).map((name) => [
	name,
	questionnaireSchema.parse(JSON.parse(readFileSync(folder + name, 'utf8')))
]);

afterEach(() => {
	vi.unstubAllGlobals();
});

async function packed(questionnaire: Questionnaire): Promise<string> {
	const text = await packQuestionnaire(questionnaire);
	if (text === undefined) throw new Error('This Node cannot pack');
	return text;
}

/** Anything at all, packed as a questionnaire would be. */
const packedJson = (value: unknown) => encodeBase64Url(deflateRawSync(JSON.stringify(value)));

describe('a questionnaire packed for a link', () => {
	test.each([...valid, ['samenwerking', publishedQuestionnaire('samenwerking', '1.0.0')], ['own', ownQuestionnaire]])(
		'comes back as its part for filling in: %s',
		async (_, questionnaire) => {
			const whole = questionnaire as Questionnaire;
			const unpacked = goodOf(await unpackQuestionnaire(await packed(whole))).questionnaire;
			expect(unpacked).toEqual(fillingPart(whole));
			expect(itemsOf(unpacked)).toEqual(itemsOf(whole));
		}
	);

	test('stays readable for good', async () => {
		expect(goodOf(await unpackQuestionnaire(GOLDEN)).questionnaire).toEqual(fillingPart(ownQuestionnaire));
	});

	test('has only letters, digits, - and _', async () => {
		expect(await packed(ownQuestionnaire)).toMatch(/^[A-Za-z0-9_-]+$/);
	});
});

describe('what is not such a questionnaire is refused', () => {
	test('cut off or changed, at any place, it is refused or harmless', async () => {
		const text = await packed(ownQuestionnaire);
		for (let length = 0; length < text.length; length += 7) {
			expect(reasonOf(await unpackQuestionnaire(text.slice(0, length)))).toMatch(DAMAGED);
		}
	});

	test.each([
		['no base64url', 'é'],
		['nothing', ''],
		['no deflate', encodeBase64Url(new TextEncoder().encode('gewoon tekst'))],
		['no JSON', encodeBase64Url(deflateRawSync('{'))],
		['no UTF-8', encodeBase64Url(deflateRawSync(new Uint8Array([0x22, 0xff, 0x22])))],
		['a whole questionnaire instead of rows', packedJson(ownQuestionnaire)],
		['null', packedJson(null)]
	])('%s', async (_, text) => {
		expect(reasonOf(await unpackQuestionnaire(text))).toMatch(DAMAGED);
	});

	test('rows that make no sound questionnaire', async () => {
		const row = ['eigen', '1.0.0', 'Eigen', [1, 2], [['a', 'A']], ['1', '2', '3', '4', '5', '?'], []];
		expect(reasonOf(await unpackQuestionnaire(packedJson(row)))).toMatch(DAMAGED);
		const twice = [
			'd',
			'D',
			'D',
			['D'],
			[
				['i', 'Stelling', 'Uitleg'],
				['i', 'Stelling', 'Uitleg']
			]
		];
		const doubled = [...row.slice(0, -1), [['t', 'T', [twice]]]];
		expect(reasonOf(await unpackQuestionnaire(packedJson(doubled)))).toMatch(DAMAGED);
	});

	test('a small text that unpacks to very much is not read to its end', async () => {
		const bomb = encodeBase64Url(deflateRawSync(Buffer.alloc(200_000_000, ' ')));
		const read = vi.spyOn(ReadableStreamDefaultReader.prototype, 'read');
		expect(reasonOf(await unpackQuestionnaire(bomb))).toMatch(DAMAGED);
		expect(read.mock.calls.length).toBeLessThan(MAX_UNPACKED_BYTES / 1000);
	});

	test('nothing that is in a link breaks the reader', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(packedJson)), async (text) => {
				expect((await unpackQuestionnaire(text)).kind).toBe('refused');
			})
		);
	});
});

test('an old browser neither packs nor unpacks, and says so', async () => {
	const text = await packed(ownQuestionnaire);
	vi.stubGlobal('CompressionStream', undefined);
	expect(canPack()).toBe(false);
	expect(await packQuestionnaire(ownQuestionnaire)).toBeUndefined();
	expect(reasonOf(await unpackQuestionnaire(text))).toMatch(/^Deze browser is te oud om de vragenlijst in de link/);
});
