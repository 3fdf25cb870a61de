import { fittedLogo, type Logo } from '$lib/domain/measurement/letterhead';
import { encodeBase64 } from '$lib/domain/text/bytes-as-text';
import { logoFileOf } from './logo-file';

const MOST_BYTES = 2_000_000;
/** A file of a few kilobytes may ask for a picture that no memory holds. */
const MOST_PIXELS = 40_000_000;
const QUALITY = 0.92;
const NOTHING_CHANGED = 'Je verslag is niet gewijzigd.';

/**
 * Draws the picture in a file anew and keeps only that: what else the file has (place, maker, script) goes no further.
 * A picture cannot run anything or fetch anything, also where it is an SVG.
 * @throws LogoError in Dutch: what is wrong, and what to do
 */
export async function readLogo(file: File): Promise<Logo> {
	if (file.size === 0) throw new LogoError('Dit bestand is leeg. Kies het logo opnieuw, of vraag het nog eens.');
	if (file.size > MOST_BYTES)
		throw new LogoError('Dit bestand is groter dan 2 MB. Maak het logo kleiner, of vraag een kleiner bestand.');
	const bytes = new Uint8Array(await file.arrayBuffer());
	const found = logoFileOf(bytes);
	if (found === 'unknown') throw new LogoError('Dit is geen beeld dat we kennen. Kies een PNG-, JPEG- of SVG-bestand.');
	if (found === 'damaged')
		throw new LogoError('Dit beeld is stuk of niet volledig. Vraag het logo nog eens, of bewaar het opnieuw.');
	if (found.kind !== 'image/svg+xml' && found.width * found.height > MOST_PIXELS)
		throw new LogoError('Dit beeld is te groot: meer dan 40 miljoen punten. Kies een kleiner beeld.');
	const address = URL.createObjectURL(new Blob([bytes], { type: found.kind }));
	try {
		return await drawnAnew(address, found.kind === 'image/svg+xml');
	} catch (cause) {
		throw cause instanceof LogoError ? cause : new LogoError(CANNOT_DRAW, { cause });
	} finally {
		URL.revokeObjectURL(address);
	}
}

const CANNOT_DRAW =
	'Je browser kan dit beeld niet tekenen. Misschien is het bestand stuk. Bewaar het logo opnieuw als PNG en probeer nog eens.';

/** @param isVector as sharp at any size, so it is drawn as large as may be */
async function drawnAnew(address: string, isVector: boolean): Promise<Logo> {
	const image = new Image();
	image.src = address;
	await image.decode();
	const own = { width: image.naturalWidth, height: image.naturalHeight };
	if (own.width === 0 || own.height === 0)
		throw new LogoError('Dit SVG-bestand zegt niet hoe groot het is. Bewaar het logo als PNG en probeer nog eens.');
	const grown = isVector ? 100 : 1;
	const { width, height } = fittedLogo({ width: own.width * grown, height: own.height * grown });
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const brush = canvas.getContext('2d');
	if (!brush) throw new LogoError(CANNOT_DRAW);
	// On paper what is see-through is white.
	brush.fillStyle = 'white';
	brush.fillRect(0, 0, width, height);
	brush.drawImage(image, 0, 0, width, height);
	const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
	if (!blob) throw new LogoError(CANNOT_DRAW);
	return { jpeg: encodeBase64(new Uint8Array(await blob.arrayBuffer())), width, height };
}

class LogoError extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(`${message} ${NOTHING_CHANGED}`, options);
		this.name = 'LogoError';
	}
}
