import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { refusalOfHash } from '$lib/domain/measurement/terms-difference';
import { decodeCrockford } from '$lib/exchange/encoding/crockford';
import { refused, type Outcome } from '$lib/exchange/outcome';
import { unpackResponse, type CodeContext } from './response-code';
import { codeInQr, hashInQr, isResponseQr, isUnderHash } from './response-qr';

const OTHER_QR =
	'In deze QR-code zitten geen antwoorden. Toon de QR-code die op de telefoon staat onder «Klaar. Geef je antwoorden terug».';

/** Reads the QR code of a response, which says whole under which terms it was answered. */
export function readResponseQr({
	text,
	...context
}: CodeContext & { text: string }): Outcome<{ response: IndividualResponse }> {
	if (!isResponseQr(text)) return refused(OTHER_QR);
	const read = unpackResponse({ text: codeInQr(text), ...context });
	if (read.kind === 'refused') return read;
	const whole = decodeCrockford(hashInQr(text));
	if (whole.kind === 'refused') return whole;
	const otherTerms = refusalOfHash(context.terms, (hash) => isUnderHash(text, hash));
	return otherTerms === null ? read : refused(otherTerms);
}
