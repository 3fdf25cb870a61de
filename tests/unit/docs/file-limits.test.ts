import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as limits from '$lib/domain/text/file-limits';

const words = (path: string) => readFileSync(path, 'utf8').replace(/\s+/g, ' ');
const million = (limit: number) => `${limit / 1_000_000} million`;
const thousands = (limit: number) => limit.toLocaleString('en');

test('docs/exchange-file.md says the limits of a file, a link and a code', () => {
	const text = words('docs/exchange-file.md');
	for (const sentence of [
		`UTF-8 JSON, at most ${million(limits.MAX_EXCHANGE_BYTES)} bytes, and at most ${million(limits.MAX_TEXT_IN_MEMORY)} characters for one partnership.`,
		`| bytes, before anything is read | ${million(limits.MAX_EXCHANGE_BYTES)}; a questionnaire ${million(limits.MAX_QUESTIONNAIRE_TEXT)} |`,
		`one partnership ${million(limits.MAX_TEXT_IN_MEMORY)}, locked file ${million(limits.MAX_LOCKED_BYTES)} bytes, one response ${million(limits.MAX_RESPONSE_TEXT)} |`,
		`| blocks and lists within each other | ${limits.MAX_JSON_DEPTH} |`,
		`| values in one partnership | ${million(limits.MAX_JSON_VALUES)} |`,
		`| ${limits.MAX_LINK_FRAGMENT} characters behind the #; the questionnaire in it ${thousands(limits.MAX_UNPACKED_BYTES)} bytes, counted while it unpacks |`,
		`| a response code | ${thousands(limits.MAX_CODE)} characters |`,
		`The app writes a work factor of ${limits.LOCK_WORK} (scrypt with N = 2^${limits.LOCK_WORK}, r = 8, p = 1) and opens files up to ${limits.MAX_LOCK_WORK},`,
		`more than ${million(limits.MAX_LOCKED_BYTES)} bytes. A file that was changed`,
		`it holds at most ${million(limits.MAX_TEXT_IN_MEMORY)} bytes: more than that is saved without a passphrase`
	])
		expect(text).toContain(sentence);
});

test('docs/eigen-vragenlijst.md says how large the file of a questionnaire may be', () => {
	const size = limits.inMegabytes(limits.MAX_QUESTIONNAIRE_TEXT);
	expect(words('docs/eigen-vragenlijst.md')).toContain(`en ${size} voor het hele bestand.`);
});

test('the memory that a guess at a passphrase takes follows from its work', () => {
	expect(limits.lockMegabytes(limits.LOCK_WORK)).toBe(128);
	expect(limits.lockMegabytes(limits.MAX_LOCK_WORK)).toBe(256);
});
