import { z } from '$lib/domain/zod';
import { decodeBase64, encodeBase64 } from './base64';
import { readJsonFile, type FileKind } from './json-file';
import { good, refused, type Outcome } from './outcome';

/** A text behind a passphrase: PBKDF2 with SHA-256 makes the key, AES-GCM of 256 bits locks. See docs/exchange-file.md. */

/** In characters as people count them, for a new lock. */
export const MIN_PASSPHRASE = 10;

/** Slow on purpose: each guess costs as much. */
const ITERATIONS = 600_000;
/** More would keep a phone busy for minutes: no file of this app has it. */
const MAX_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

/** In UTF-16 units: the largest exchange file in base64, with room for accents. */
export const MAX_LOCKED_FILE = 40_000_000;

export const LOCK_FORMAT = 'samenwerkingsmeter-slot';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

export const lockSchema = z.strictObject({
	format: z.literal(LOCK_FORMAT),
	version: z.literal(1),
	key: z.strictObject({
		method: z.literal('PBKDF2-SHA-256'),
		iterations: z.int().min(ITERATIONS).max(MAX_ITERATIONS),
		salt: base64
	}),
	cipher: z.strictObject({ method: z.literal('AES-GCM-256'), iv: base64 }),
	data: base64
});

const kind: FileKind<z.infer<typeof lockSchema>> = {
	holds: 'een slot',
	format: LOCK_FORMAT,
	version: 1,
	maxLength: MAX_LOCKED_FILE,
	schema: lockSchema
};

const NO_CRYPTO =
	'Een geheime zin werkt alleen op een beveiligde pagina. Open de app op een adres dat met https begint, en probeer opnieuw.';
const WRONG =
	'Deze geheime zin past niet op dit bestand. Kijk na of je hem juist typt: hoofdletters en spaties tellen mee. Klopt hij zeker, dan is het bestand beschadigd.';
const TOO_LARGE = 'Dit is te veel voor één bestand met een geheime zin. Bewaar elk samenwerkingsverband apart.';

/** What this room needs of the browser's crypto; `subtle` is missing on a page without HTTPS. */
export interface LockCrypto {
	subtle?: SubtleCrypto | undefined;
	getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

/** Locks a text; the same text gives another file each time, because salt and iv are new. */
export async function lockText(
	text: string,
	passphrase: string,
	crypto: LockCrypto = globalThis.crypto
): Promise<Outcome<{ text: string }>> {
	const { subtle } = crypto;
	if (!subtle) return refused(NO_CRYPTO);
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const key = await deriveKey(subtle, { passphrase, salt, iterations: ITERATIONS });
	const data = await subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
	const locked = `${JSON.stringify(
		{
			format: LOCK_FORMAT,
			version: kind.version,
			key: { method: 'PBKDF2-SHA-256', iterations: ITERATIONS, salt: encodeBase64(salt) },
			cipher: { method: 'AES-GCM-256', iv: encodeBase64(iv) },
			data: encodeBase64(new Uint8Array(data))
		} satisfies z.infer<typeof lockSchema>,
		null,
		'\t'
	)}\n`;
	return locked.length > MAX_LOCKED_FILE ? refused(TOO_LARGE) : good({ text: locked });
}

/** Opens what `lockText` made; refused with the reason when the passphrase is another one or the file was touched. */
export async function unlockText(
	text: string,
	passphrase: string,
	{ subtle }: Pick<LockCrypto, 'subtle'> = globalThis.crypto
): Promise<Outcome<{ text: string }>> {
	const read = readJsonFile(text, kind);
	if (read.kind === 'refused') return read;
	if (!subtle) return refused(NO_CRYPTO);
	const { key: made, cipher, data } = read.content;
	const [salt, iv, locked] = [made.salt, cipher.iv, data].map(decodeBase64);
	if (salt?.length !== SALT_BYTES || iv?.length !== IV_BYTES || !locked) {
		return refused('Dit bestand is beschadigd. Vraag om het nog eens te sturen.');
	}
	try {
		const key = await deriveKey(subtle, { passphrase, salt, iterations: made.iterations });
		const opened = await subtle.decrypt({ name: 'AES-GCM', iv }, key, locked);
		return good({ text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened) });
	} catch {
		return refused(WRONG);
	}
}

/** The passphrase is brought to NFC, so that "ë" is the same from every keyboard. */
async function deriveKey(
	subtle: SubtleCrypto,
	{ passphrase, salt, iterations }: { passphrase: string; salt: Uint8Array<ArrayBuffer>; iterations: number }
): Promise<CryptoKey> {
	const words = new TextEncoder().encode(passphrase.normalize('NFC'));
	const base = await subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
	const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	return subtle.deriveKey(method, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** What is wrong with a passphrase for a new lock, in Dutch; undefined when nothing. */
export function passphraseProblem(passphrase: string, again: string): string | undefined {
	if ([...passphrase.normalize('NFC')].length < MIN_PASSPHRASE)
		return `Kies een geheime zin van minstens ${MIN_PASSPHRASE} tekens.`;
	return passphrase.normalize('NFC') === again.normalize('NFC')
		? undefined
		: 'De twee geheime zinnen zijn niet dezelfde. Typ ze opnieuw.';
}
