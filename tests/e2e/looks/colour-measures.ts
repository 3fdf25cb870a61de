/** How colours are measured in a page; a type for who calls what `installMeasures` put there. */
export interface Measures {
	read(text: string): Colour;
	contrast(one: Colour, other: Colour): number;
	groundOf(element: Element | null): Colour;
	/** Of a colour of an element with what it lies on, with its own opacity and that of all it is in. */
	seen(text: string, element: Element, ground: Colour, own?: number): number;
	isShown(element: Element): boolean;
}

/** 0 to 255, and the alpha from 0 to 1. */
type Colour = [red: number, green: number, blue: number, alpha: number];

/** Runs in the page. */
export function installMeasures(): void {
	const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const known = new Map<string, Colour>();
	const read = (text: string): Colour => {
		const before = known.get(text);
		if (before || !pen) return before ?? [0, 0, 0, 0];
		pen.clearRect(0, 0, 1, 1);
		pen.fillStyle = text;
		pen.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
		const colour: Colour = [red, green, blue, alpha / 255];
		known.set(text, colour);
		return colour;
	};
	const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => {
		const mix = (one: number, other: number) => one * a + other * (1 - a);
		return [mix(r, R), mix(g, G), mix(b, B), 1];
	};
	const luminance = (colour: Colour) => {
		const [red = 0, green = 0, blue = 0] = colour
			.slice(0, 3)
			.map((value) => value / 255)
			.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const contrast = (one: Colour, other: Colour) => {
		const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
		return (light + 0.05) / (dark + 0.05);
	};
	const opacityOf = (element: Element | null): number =>
		element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
	const groundOf = (element: Element | null): Colour => {
		if (!element) return read('Canvas');
		const colour = read(getComputedStyle(element).backgroundColor);
		return colour[3] === 1 ? colour : over(colour, groundOf(element.parentElement));
	};
	const seen = (text: string, element: Element, ground: Colour, own = 1): number => {
		const [red, green, blue, alpha] = read(text);
		return contrast(over([red, green, blue, alpha * own * opacityOf(element)], ground), ground);
	};
	const isShown = (element: Element) => {
		const box = element.getBoundingClientRect();
		const isAside =
			element.closest('.visually-hidden, .skip') !== null || getComputedStyle(element).clipPath !== 'none';
		return (
			box.width + box.height > 0 &&
			!isAside &&
			element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
		);
	};
	Reflect.set(window, 'measures', { read, contrast, groundOf, seen, isShown } satisfies Measures);
}
