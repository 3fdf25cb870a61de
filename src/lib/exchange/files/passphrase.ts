import { bitsOf, guessedParts, type GuessKind } from './passphrase-guesses';
import { PASSPHRASE_WORDS } from './passphrase-words';

/** A passphrase for a new lock: one that is proposed, and what to say of one that people typed. */

/** In characters as people count them. */
export const MIN_PASSPHRASE = 10;

const PROPOSED_WORDS = 6;

/** log2 of how many sentences can be proposed, each as likely. */
export const PROPOSED_BITS = PROPOSED_WORDS * Math.log2(PASSPHRASE_WORDS.length);

/** In bits. Under the first a lock is refused: whoever has the file opens it within weeks. */
const FAIR = 36;
const GOOD = 48;
const STRONG = 60;

/** Fills an array with chance; `crypto.getRandomValues` of the browser. */
export type Chance = (array: Uint16Array<ArrayBuffer>) => Uint16Array<ArrayBuffer>;

/** Six words by chance, each as likely as any other. */
export function proposePassphrase(chance: Chance = (array) => crypto.getRandomValues(array)): string {
	return Array.from({ length: PROPOSED_WORDS }, () => PASSPHRASE_WORDS[below(PASSPHRASE_WORDS.length, chance)]).join(
		' '
	);
}

/** What is above the last whole multiple is drawn again: the first words would come up more often. */
function below(count: number, chance: Chance): number {
	const limit = 65_536 - (65_536 % count);
	for (;;) {
		const [drawn = limit] = chance(new Uint16Array(1));
		if (drawn < limit) return drawn % count;
	}
}

export type Strength =
	/** Dutch: what is wrong and what to do. */
	{ kind: 'refused'; reason: string } | { kind: 'fair' | 'good' | 'strong'; words: string };

const TO_DO = 'Neem vijf woorden of meer die niets met elkaar te maken hebben, of laat een wachtwoord voorstellen.';

const reasons: Readonly<Record<GuessKind, string>> = {
	common: 'Wie een wachtwoord wil raden, begint met woorden als "wachtwoord", "welkom" of een maand.',
	name: 'De naam van jullie samenwerking staat erin. Die probeert iemand eerst.',
	row: 'Tekens die op elkaar volgen, zoals 12345 of azerty, raadt een computer meteen.',
	repeat: 'Dezelfde tekens komen telkens terug. Dat raadt een computer meteen.',
	year: 'Een jaartal raadt een computer meteen.',
	word: 'Dit zijn te weinig woorden: een computer probeert ze allemaal.',
	characters: 'Dit zijn te weinig tekens: een computer probeert ze allemaal.'
};

/** @param names of the partnerships in the file: who finds it may know them */
export function passphraseStrength(passphrase: string, names: readonly string[] = []): Strength {
	if ([...passphrase.normalize('NFC')].length < MIN_PASSPHRASE) {
		return { kind: 'refused', reason: `Kies een wachtwoord van minstens ${MIN_PASSPHRASE} tekens.` };
	}
	const parts = guessedParts(passphrase, names);
	const bits = bitsOf(parts);
	if (bits < FAIR) return { kind: 'refused', reason: `Te zwak. ${reasons[weakness(parts)]} ${TO_DO}` };
	if (bits < GOOD) {
		return {
			kind: 'fair',
			words: 'Matig. Wie veel computers inzet, kan het raden. Twee woorden erbij maken het sterk.'
		};
	}
	return bits < STRONG
		? { kind: 'good', words: 'Goed. Raden duurt jaren, ook met veel computers.' }
		: { kind: 'strong', words: 'Sterk. Raden lukt niet, ook niet met duizenden computers.' };
}

/**
 * What to name of a weak one: the kind that covers most of it, and what people can do something about before the rest.
 */
function weakness(parts: readonly { kind: GuessKind; text: string }[]): GuessKind {
	const named: readonly GuessKind[] = ['name', 'common', 'repeat', 'row', 'year'];
	const lengthOf = (kind: GuessKind) =>
		parts.reduce((sum, part) => (part.kind === kind ? sum + part.text.length : sum), 0);
	const [longest] = named.filter((kind) => lengthOf(kind) > 0).sort((a, b) => lengthOf(b) - lengthOf(a));
	return longest ?? (lengthOf('word') > lengthOf('characters') ? 'word' : 'characters');
}

/**
 * What is wrong with a passphrase for a new lock, in Dutch; undefined when nothing.
 * @param names as `passphraseStrength`
 */
export function passphraseProblem(
	passphrase: string,
	again: string,
	names: readonly string[] = []
): string | undefined {
	const strength = passphraseStrength(passphrase, names);
	if (strength.kind === 'refused') return strength.reason;
	return passphrase.normalize('NFC') === again.normalize('NFC')
		? undefined
		: 'De twee wachtwoorden zijn niet hetzelfde. Typ ze opnieuw.';
}
