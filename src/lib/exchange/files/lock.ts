import { ASK_FILE_AGAIN } from '$lib/exchange/what-to-do';
import { LOCK_WORK, MAX_LOCKED_BYTES, MAX_LOCK_WORK, inMegabytes } from '$lib/domain/text/file-limits';
import { Decrypter, Encrypter } from 'age-encryption';
import { decodeBase64 } from '$lib/domain/text/bytes-as-text';
import { good, refused, type Outcome } from '$lib/exchange/outcome';

/**
 * A file behind a passphrase, in the format of age (age-encryption.org/v1). Loaded by
 * `load-lock.ts`. See docs/exchange-file.md.
 */

/** In bytes; no header with a passphrase is longer. */
const HEADER = 200;
const scryptHeader =
	/^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]*)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';

const DAMAGED = `Dit bestand met een wachtwoord is beschadigd of niet volledig. ${ASK_FILE_AGAIN}`;
const WRONG =
	'Dit wachtwoord past niet op dit bestand. Kijk na of je het juist typt: hoofdletters en spaties tellen mee. Klopt het zeker, dan is het bestand beschadigd.';
const NEWER =
	'Dit slot is van een nieuwere soort dan deze app kent. Maak verbinding met internet, laad de app opnieuw en probeer nog eens.';
const OTHER_KEY =
	'Dit bestand is niet met een wachtwoord gesloten maar met een sleutel van het programma age. Open het met dat programma, en kies hier wat eruit komt.';
const TOO_MUCH_WORK =
	'Dit slot vraagt meer rekenwerk dan een browser aankan. Open het met het programma age, en kies hier wat eruit komt.';
const TOO_LARGE = `Dit bestand met een wachtwoord is te groot: hoogstens ${inMegabytes(MAX_LOCKED_BYTES)}.`;
const NO_MEMORY =
	'Dit toestel heeft te weinig vrij geheugen voor het slot. Sluit andere vensters en programma’s, en probeer opnieuw.';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A locked file, as bytes of which the header is in order: nothing that is asked of people or of the
 * processor comes before that.
 * @throws DOMException when the browser cannot read the file
 */
export async function readLocked(file: Blob): Promise<Outcome<{ locked: Bytes }>> {
	if (file.size > MAX_LOCKED_BYTES) return refused(TOO_LARGE);
	const start = await file.slice(0, HEADER).text();
	const locked = start.startsWith('age-')
		? new Uint8Array(await file.arrayBuffer())
		: bytesOfLetters(await file.text());
	const problem = locked ? headerProblem(locked) : DAMAGED;
	return locked && !problem ? good({ locked }) : refused(problem ?? DAMAGED);
}

function bytesOfLetters(text: string): Bytes | undefined {
	const whole = text.trim();
	if (!whole.startsWith(BEGIN) || !whole.endsWith(END)) return undefined;
	return decodeBase64(whole.slice(BEGIN.length, -END.length).replaceAll(/[\r\n]/g, ''));
}

function headerProblem(locked: Bytes): string | undefined {
	const header = String.fromCharCode(...locked.subarray(0, HEADER));
	const [, factor] = scryptHeader.exec(header) ?? [];
	if (factor !== undefined) return Number(factor) > MAX_LOCK_WORK ? TOO_MUCH_WORK : undefined;
	if (/^age-encryption\.org\/v(?!1\n)[0-9]+\n/.test(header)) return NEWER;
	return /^age-encryption\.org\/v1\n-> (?!scrypt )[!-~]+ /.test(header) ? OTHER_KEY : DAMAGED;
}

/** Locks bytes; the same ones give another file each time. Keeps the page busy for about a second. */
export async function lock(content: Bytes, passphrase: string): Promise<Outcome<{ locked: Bytes }>> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase.normalize('NFC'));
	encrypter.setScryptWorkFactor(LOCK_WORK);
	try {
		return good({ locked: new Uint8Array(await encrypter.encrypt(content)) });
	} catch (cause) {
		if (cause instanceof RangeError) return refused(NO_MEMORY);
		throw cause;
	}
}

/** Opens what `readLocked` gave, all of it or nothing. Keeps the page busy for as long as locking did. */
export async function unlock(locked: Bytes, passphrase: string): Promise<Outcome<{ content: Bytes }>> {
	const problem = headerProblem(locked);
	if (problem) return refused(problem);
	const withPassphrase = new Decrypter();
	withPassphrase.addPassphrase(passphrase.normalize('NFC'));
	const [header = ''] = scryptHeader.exec(String.fromCharCode(...locked.subarray(0, HEADER))) ?? [];
	let fileKey: Uint8Array;
	try {
		fileKey = await withPassphrase.decryptHeader(locked.subarray(0, header.length));
	} catch (cause) {
		return refused(cause instanceof RangeError ? NO_MEMORY : WRONG);
	}
	// The key is right, so from here on it is the file.
	const withKey = new Decrypter();
	withKey.addIdentity({ unwrapFileKey: () => fileKey });
	try {
		return good({ content: new Uint8Array(await withKey.decrypt(locked)) });
	} catch {
		return refused(DAMAGED);
	}
}
