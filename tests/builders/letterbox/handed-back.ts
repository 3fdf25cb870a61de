import type { AskedIds } from '../../../src/lib/domain/measurement/asked';
import type { IndividualResponse } from '../../../src/lib/domain/measurement/measurement';
import { termsHash, type Terms } from '../../../src/lib/domain/measurement/terms';
import { packResponse } from '../../../src/lib/exchange/response/response-code';
import { responseQrText } from '../../../src/lib/exchange/response/response-qr';
import type { HandedBack } from '../../../src/lib/letterbox/envelope';

/** A response as the screen of a phone gives it to be sealed. */
export function handedBack(response: IndividualResponse, terms: Terms, asked: AskedIds): HandedBack {
	const qrText = responseQrText(packResponse({ response, terms, ...asked }), terms);
	return { qrText, response, terms, hash: termsHash(terms) };
}
