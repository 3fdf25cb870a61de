import { hexDigits } from '$lib/domain/text/bytes-as-text';
import { crc16 } from '$lib/exchange/encoding/crc16';
import { decodeCrockford, encodeCrockford, inGroups } from '$lib/exchange/encoding/crockford';
import { good, refused, type Outcome } from '$lib/exchange/outcome';

/**
 * The name of a device as people read it on one screen and type it on another: its 40 bits, and 10 that show a mistake.
 */
const NAME_BITS = 40;
const CHECK_BITS = 10;

/** @param device 10 hexadecimal digits @returns such as «K7F3 9QPM XY» */
export function deviceCode(device: string): string {
	const bits = BigInt(`0x${device}`).toString(2).padStart(NAME_BITS, '0');
	return inGroups(encodeCrockford(bits + checkOf(bits)));
}

/** @param text as people type it, with or without spaces and hyphens */
export function readDeviceCode(text: string): Outcome<{ device: string }> {
	const decoded = decodeCrockford(text);
	if (decoded.kind === 'refused') return decoded;
	const { bits } = decoded;
	const name = bits.slice(0, NAME_BITS);
	if (bits.length !== NAME_BITS + CHECK_BITS)
		return refused(
			'Een code van een toestel heeft tien tekens. Kijk op de andere laptop bij "Gegevens" onder "Dit toestel".'
		);
	if (bits.slice(NAME_BITS) !== checkOf(name))
		return refused('Deze code klopt niet. Kijk of elk teken juist is overgenomen van de andere laptop.');
	return good({ device: hexDigits(BigInt(`0b${name}`), NAME_BITS / 4) });
}

function checkOf(bits: string): string {
	return crc16(bits).toString(2).padStart(16, '0').slice(-CHECK_BITS);
}
