/** The part of pdfkit 0.20 that reports use; the package brings no types of its own. */
declare module 'pdfkit' {
	/** Marked content of one page, tied to a structure element. */
	interface StructureContent {
		readonly refs: readonly unknown[];
	}

	interface StructureOptions {
		title?: string;
		alt?: string;
		/** Left, top, right, bottom on the page, in points from the top left. */
		bbox?: readonly [number, number, number, number];
		scope?: 'Row' | 'Column' | 'Both';
	}

	interface StructureElement {
		add(child: StructureElement | StructureContent): this;
		end(): void;
	}

	interface OutlineItem {
		/** @param options left: pdfkit counts it from the right edge of the page */
		addItem(title: string, options: { left: number; top: number; zoom: number; expanded?: boolean }): OutlineItem;
	}

	interface DocumentOptions {
		size: 'A4';
		margin: number;
		/** A default font; null takes none, so that nothing but registered fonts gets in. */
		font: null;
		bufferPages: boolean;
		autoFirstPage: boolean;
		pdfVersion: '1.7';
		subset: 'PDF/UA';
		tagged: boolean;
		lang: string;
		displayTitle: boolean;
		info: { Title: string; Creator: string; Producer: string; CreationDate: Date };
	}

	/** OpenType features to leave out. */
	interface FeatureOptions {
		features?: Readonly<Record<string, false>>;
	}

	class PDFDocument {
		constructor(options: DocumentOptions);
		readonly page: { readonly width: number; readonly height: number };
		readonly outline: OutlineItem;
		/** Not public in pdfkit: the font in use; fontkit's object tells which characters it has. */
		readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };

		on(event: 'data', listener: (chunk: Uint8Array) => void): this;
		on(event: 'end', listener: () => void): this;
		end(): void;

		addPage(): this;
		bufferedPageRange(): { start: number; count: number };
		switchToPage(index: number): unknown;

		registerFont(name: string, source: ArrayBuffer): this;
		font(name: string): this;
		fontSize(size: number): this;
		widthOfString(text: string, options?: FeatureOptions): number;
		text(
			text: string,
			x: number,
			y: number,
			options: { lineBreak: false; baseline: 'alphabetic' } & FeatureOptions
		): this;

		save(): this;
		restore(): this;
		translate(x: number, y: number): this;
		scale(factor: number): this;
		fillColor(colour: string): this;
		strokeColor(colour: string): this;
		fillOpacity(opacity: number): this;
		lineWidth(width: number): this;
		dash(pattern: readonly number[], options: { phase: number }): this;
		undash(): this;
		lineCap(cap: 'butt' | 'round'): this;
		path(svgPath: string): this;
		moveTo(x: number, y: number): this;
		lineTo(x: number, y: number): this;
		rect(x: number, y: number, width: number, height: number): this;
		roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
		circle(x: number, y: number, radius: number): this;
		polygon(...points: [number, number][]): this;
		/** @param source a JPEG file */
		image(source: ArrayBuffer, x: number, y: number, size: { width: number; height: number }): this;
		fill(): this;
		stroke(): this;
		fillAndStroke(): this;

		struct(type: string, options?: StructureOptions): StructureElement;
		addStructure(element: StructureElement): this;
		markStructureContent(tag: string): StructureContent;
		markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this;
		markContent(tag: 'Span', options: { actual: string }): this;
		endMarkedContent(): this;
	}

	export type { OutlineItem, StructureElement };
	export default PDFDocument;
}
