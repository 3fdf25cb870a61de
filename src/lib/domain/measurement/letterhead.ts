/** What stands on the reports of one partnership beside what was measured. It stays on this device: no file has it. */
export interface Letterhead {
	/** Of the client; null: none. */
	logo: Logo | null;
	/** Who guides the conversation; may be empty. */
	guide: string;
}

/** A picture that the app drew itself: whatever file was opened, these are its pixels and nothing else of it. */
export interface Logo {
	/** A JPEG file in base64. */
	jpeg: string;
	/** In pixels, from 1 to LOGO.width. */
	width: number;
	/** In pixels, from 1 to LOGO.height. */
	height: number;
}

/** The most that is kept of a logo, in pixels: sharp on paper at the size at which it stands there. */
export const LOGO = { width: 640, height: 240 };
/** In UTF-16 units, as a text field counts them. */
export const MAX_GUIDE = 120;

export const noLetterhead: Letterhead = { logo: null, guide: '' };

/** As large as it may be without changing its shape, and never larger than it is; at least one pixel. */
export function fittedLogo(size: { width: number; height: number }): { width: number; height: number } {
	const factor = Math.min(1, LOGO.width / size.width, LOGO.height / size.height);
	return {
		width: Math.max(1, Math.round(size.width * factor)),
		height: Math.max(1, Math.round(size.height * factor))
	};
}
