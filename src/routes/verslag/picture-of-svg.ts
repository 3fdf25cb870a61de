/**
 * Draws an SVG document as a PNG picture of its own width and height, on this device.
 * @throws PictureError when the browser cannot draw it
 */
export async function pictureOfSvg(svg: string): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth;
		canvas.height = image.naturalHeight;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
		if (!picture) throw new PictureError();
		return picture;
	} catch (cause) {
		throw cause instanceof PictureError ? cause : new PictureError({ cause });
	} finally {
		URL.revokeObjectURL(address);
	}
}

class PictureError extends Error {
	constructor(options?: ErrorOptions) {
		super('Je browser kon dit niet als PNG tekenen. Kies SVG, dat toont hetzelfde.', options);
		this.name = 'PictureError';
	}
}
