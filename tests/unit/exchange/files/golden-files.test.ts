import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { readLocked, unlock } from '$lib/exchange/files/lock';
import { kindOfFile, readBundles } from '$lib/exchange/files/opened-file';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { anItem, anotherItem, everything, fileTextOf, newest, one, openBundle } from '../../../builders/bundles';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { asking, goodOf, termsFor } from '../../../builders/exchange-workshop';

/** These files were exported once and must open for ever: neither they nor these fingerprints may ever change. */
const fingerprints: Record<string, string> = {
	'made-by-age-in-letters.json.age': '58807be896202f5e44e459b70fdfecdff56faca089323eed8a213309427adbdb',
	'made-by-age.json.age': '1bf6e1877f06338fc790f839885389dab52a832f8e85db9adab63843aa464c85',
	'v1-everything.json': 'd2c34ee400ceb2d8b2ac3b65ad1cc534183f520c269f06d593bd8ad0e01a3e7a',
	'v1-locked.json.age': '8f3526126f04cbb4a97f950a03cd014cbe7675b61c5aa85b6d56de695bc5e77e',
	'v1-measurement.json': 'bb6122950210fc9e8c8453f1d47fd8e108146a0e29daf2f7bb65c31a97687e5a',
	'v1-response.json': '9a67d1d778bdfc243fa4c7f52149c55311243b47ea443fef4004493f9fdbc6ff',
	'v1-transfer.json': 'e582ff1d7635ea3b9b58190547fdd4f6bde9a3940548c240e296873a7b5583a7',
	'v2-everything.json': '192584bd381652c8fff6b01aab2e4092806408c3146361cfd925837c32d9ad48',
	'v2-response.json': '339b8ca89f9b24e46b7e214fb37e1e469675f87efe2a60937fefd35685170f15',
	'v3-everything.json': '0219c53672596d11a6de8e96baf1eb3d289e8e19abfe10dc76865f9e4ab9f264'
};

const folder = fileURLToPath(new URL('../../../fixtures/exchange/', import.meta.url));
const textOf = (file: string) => readFileSync(folder + file, 'utf8');

test('every file of a released version is as it was written', () => {
	const found = readdirSync(folder).filter((file) => file !== 'README.md');
	const hashes = found.map((file) => [
		file,
		createHash('sha256')
			.update(readFileSync(folder + file))
			.digest('hex')
	]);
	expect(Object.fromEntries(hashes)).toEqual(fingerprints);
});

test('a file of version 1 with one measurement opens, and is written again as version 3', () => {
	const { bundles, questionnaires } = goodOf(readBundles(textOf('v1-measurement.json')));
	expect(writeExchangeFile({ bundles, questionnaires })).toBe(fileTextOf(one));
});

test('a file of version 1 with everything opens, and is written again as version 3', () => {
	const { bundles, questionnaires } = goodOf(readBundles(textOf('v1-everything.json')));
	expect(bundles.map(({ partnership, measurements }) => [partnership.name, measurements.length])).toEqual([
		['Nog leeg', 0],
		['Eigen lijst', 1],
		['Halle-aan-Zee en verenigingen', 2]
	]);
	expect(writeExchangeFile({ bundles, questionnaires })).toBe(fileTextOf(everything));
});

test('versions 2 and 3 added nothing to version 1 but empty places', () => {
	const added = ['nextDate', 'asksTrend', 'trends', 'questionnaires'];
	const without = JSON.stringify(
		JSON.parse(fileTextOf(everything)),
		(key, value: unknown) => (added.includes(key) ? undefined : key === 'version' && value === 3 ? 1 : value),
		'\t'
	);
	expect(`${without}\n`).toBe(textOf('v1-everything.json'));
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

test('a locked file opens with its passphrase', async () => {
	const file = new Blob([readFileSync(`${folder}v1-locked.json.age`)]);
	expect(kindOfFile(await file.text())).toBe('locked');
	const read = await readLocked(file);
	const opened = goodOf(await unlock(goodOf(read).locked, 'een lange geheime zin'));
	expect(new TextDecoder().decode(opened.content)).toBe(textOf('v1-measurement.json'));
});

test.each([
	['v1-response.json', {}],
	['v2-response.json', { waardering: 'better' }]
])('the response of one person opens: %s', (file, trends) => {
	const [expected] = openBundle.responses;
	const context = { terms: termsFor(asking), itemIds: [anItem, anotherItem], dimensionIds: ['waardering'] };
	expect(goodOf(readResponseFile(textOf(file), context)).response).toEqual({ ...expected, trends });
});

test('a file for a second laptop, of before the exchange file, opens', () => {
	const { bundles } = goodOf(readBundles(textOf('v1-transfer.json')));
	const { measurement, responses, jointAnswers, notes } = openBundle;
	const [only] = bundles[0]?.measurements ?? [];
	expect(only).toEqual({
		measurement,
		responses,
		jointAnswers,
		notes,
		agreedScores: [],
		commitments: [],
		reportChoice: null,
		position: null
	});
});
