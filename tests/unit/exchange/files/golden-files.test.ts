import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ExchangeWriter, writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { readLocked, unlock } from '$lib/exchange/files/lock';
import { kindOfFile, readBundles } from '$lib/exchange/files/opened-file';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { aLetterbox, anItem, anotherItem } from '../../../builders/records';
import {
	everything,
	fileTextOf,
	newest,
	one,
	openBundle,
	withTopics,
	withDraft,
	withTagsAndEdits,
	withTopicsChosen
} from '../../../builders/bundles';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { asking, madeUpTermsFor } from '../../../builders/handing-in';
import { goodOf } from '../../../builders/outcomes';

/** These files were exported once and must open for ever: neither they nor these fingerprints may ever change. */
const fingerprints: Record<string, string> = {
	'made-by-age-in-letters.json.age': '07d2303e71d3c323232899621f448feac989076c790c2483b145c65fad60aab9',
	'made-by-age.json.age': '3510f2ff2cc8e30e6b052704c89f13ad2e2eb59f3458dc26cf17f36ea786d71c',
	'v2-everything.json': '192584bd381652c8fff6b01aab2e4092806408c3146361cfd925837c32d9ad48',
	'v2-response.json': '339b8ca89f9b24e46b7e214fb37e1e469675f87efe2a60937fefd35685170f15',
	'v3-agenda.json': '79066d485d18019ec02fc2d22ce6b8b1a432abad585fba233848b70731d4c2b6',
	'v3-everything.json': '0219c53672596d11a6de8e96baf1eb3d289e8e19abfe10dc76865f9e4ab9f264',
	'v3-locked.json.age': 'c647563b1b93876f0f9977c58553346b13f2571182ec9a837073e750ca5113b3',
	'v3-measurement.json': 'e8ddd79ba54a8ac7b2be474bfa399feee06f54d513dba0dcf83eaf583657ca14',
	'v3-response.json': 'faa77703e94bd42d5be434b9c7690bf4dca17827477f46418146487860c5afe1',
	'v3-topics.json': '7750e07e314f325297962ab5d1069d990fc0d8ba84b92dd02bc3f1450421aa71',
	'v3-unknown-questionnaire.json': 'f6d7f18a004d1708012ac6daf7b01c4714a22ee9a9e3f52b1d001fbd01e9eaf2',
	'v4-letterbox.json': '28706068770079357d0c5ab10b90bf40785d701676e3a0834a3f2c320c84486c',
	'v5-tags-and-edits.json': 'ae1c96245f14880231e792830f9cb961bec32fe5685b84be72ee6a33a4befb1a',
	'v6-draft.json': 'dbd5a89cd1b078ab08a61ff2ac446fb0dc29f238443176db9d3eb0bbcc77b7ef'
};

const folder = fileURLToPath(new URL('../../../fixtures/exchange/', import.meta.url));
const textOf = (file: string) => readFileSync(folder + file, 'utf8');

test('every file of a version that is read is as it was written', () => {
	const found = readdirSync(folder).filter((file) => file !== 'README.md');
	const hashes = found.map((file) => [
		file,
		createHash('sha256')
			.update(readFileSync(folder + file))
			.digest('hex')
	]);
	expect(Object.fromEntries(hashes)).toEqual(fingerprints);
});

test.each([
	['v3-measurement.json', one],
	['v3-topics.json', withTopics],
	['v3-agenda.json', withTopicsChosen],
	['v5-tags-and-edits.json', withTagsAndEdits],
	['v3-unknown-questionnaire.json', everything]
])('a file without a lock opens, and is written again byte for byte: %s', (file, bundles) => {
	const text = textOf(file);
	expect(writeExchangeFile(goodOf(readBundles(text)))).toBe(text);
	expect(text).toBe(fileTextOf(bundles));
});

test('a file of version 4, out of its lock, opens with its letterbox, and is written again byte for byte', () => {
	const { bundles } = goodOf(readBundles(textOf('v4-letterbox.json')));
	expect(bundles[0]?.measurements[0]?.letterbox).toEqual(aLetterbox());
	const writer = new ExchangeWriter(true);
	const parts = [...bundles.map((bundle) => writer.add(bundle)), writer.end([])];
	expect(writer.start + parts.join('')).toBe(textOf('v4-letterbox.json'));
});

test('a file of version 2 with everything opens, and is written again as version 3, with no number of people and not who shows what', () => {
	const content = goodOf(readBundles(textOf('v2-everything.json')));
	const without = writeExchangeFile(newest)
		.replace('"version": 3', '"version": 2')
		.replace(/,\s*"showing": \{[^}]*\}/, '')
		.replace(/,\s*"people": 14/, '');
	expect(textOf('v2-everything.json')).toBe(without);
	expect(writeExchangeFile(content)).toBe(without.replace('"version": 2', '"version": 3'));
});

test('a file of version 3 with everything opens, and is written again byte for byte', () => {
	const text = textOf('v3-everything.json');
	const content = goodOf(readBundles(text));
	expect(writeExchangeFile(content)).toBe(text);
	expect(text).toBe(writeExchangeFile(newest));
	expect(content.questionnaires).toEqual([ownQuestionnaire]);
});

test('a file with a questionnaire that is not ready opens, and is written again byte for byte', () => {
	const text = textOf('v6-draft.json');
	const content = goodOf(readBundles(text));
	expect(writeExchangeFile(content)).toBe(text);
	expect(text).toBe(writeExchangeFile(withDraft));
	expect(content.drafts.map(({ change }) => change)).toEqual(['Eén stelling erbij']);
});

test('a locked file opens with its passphrase', async () => {
	const file = new Blob([readFileSync(`${folder}v3-locked.json.age`)]);
	expect(kindOfFile(await file.text())).toBe('locked');
	const read = await readLocked(file);
	const opened = goodOf(await unlock(goodOf(read).locked, 'een lange geheime zin'));
	expect(new TextDecoder().decode(opened.content)).toBe(textOf('v3-measurement.json'));
});

test.each(['v2-response.json', 'v3-response.json'])('the response of one person opens: %s', (file) => {
	const [expected] = openBundle.responses;
	const context = { terms: madeUpTermsFor(asking), itemIds: [anItem, anotherItem], dimensionIds: ['waardering'] };
	expect(goodOf(readResponseFile(textOf(file), context)).response).toEqual({
		...expected,
		trends: { waardering: 'better' }
	});
});
