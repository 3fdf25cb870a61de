import { ImageRun, PageBreak, Paragraph, type Table } from 'docx';
import { decodeBase64 } from '$lib/domain/text/bytes-as-text';
import type { Logo } from '$lib/domain/measurement/letterhead';
import { xmlCharacters } from '$lib/domain/text/xml-characters';
import type {
	Block,
	Figure,
	Heading,
	List,
	Masthead,
	Paragraph as TextParagraph
} from '$lib/report/model/report-model';
import { wordTable } from './word-table';
import { runsOf } from './word-text';

/** A figure as it was drawn: a PNG, and how large it stands on paper, in points. */
export interface DrawnFigure {
	png: Uint8Array;
	width: number;
	height: number;
}

export type WordBlock = Paragraph | Table;

const HEADINGS: Record<Heading['level'], string> = { 1: 'Title', 2: 'Heading1', 3: 'Heading2' };
const LOOKS: Record<TextParagraph['look'], string> = {
	...{ opening: 'Subtitle', lead: 'Lead', body: 'Normal', small: 'Small' }
};
/** Names of the lists that report-docx.ts sets up. */
export const LISTS = { bullets: 'bullets', numbers: 'numbers' };
/** The most room that a logo takes, in points. */
const LOGO = { width: 150, height: 50 };
/** Pictures are given in pixels, of which 96 go into an inch. */
const PIXELS = 96 / 72;

/** Makes paragraphs and tables of blocks, in reading order. @param drawn a picture for each figure among them */
export class WordBlocks {
	#pictures = 0;
	#numbered = 0;

	constructor(private readonly drawn: ReadonlyMap<Figure, DrawnFigure>) {}

	of(blocks: readonly Block[]): WordBlock[] {
		return blocks.flatMap((block) => this.#block(block, false));
	}

	/** @param keepNext on the page of what comes after it */
	#block(block: Block, keepNext: boolean): WordBlock[] {
		switch (block.kind) {
			case 'masthead':
				return this.#masthead(block);
			case 'heading':
				return [new Paragraph({ style: HEADINGS[block.level], children: runsOf([{ text: block.text }]) })];
			case 'paragraph':
				return [
					new Paragraph({ style: LOOKS[block.look], ...(keepNext && { keepNext }), children: runsOf(block.text) })
				];
			case 'list':
				return this.#list(block);
			case 'table':
				return wordTable(block);
			case 'figure':
				return this.#figure(block);
			case 'rule':
				return [new Paragraph({ style: 'TableLine' })];
			case 'together':
				return block.blocks.flatMap((one, place) => this.#block(one, place < block.blocks.length - 1));
			case 'columns':
				return block.columns.flatMap((column) => this.of(column.blocks));
			case 'new-page':
				return [new Paragraph({ style: 'Small', children: [new PageBreak()] })];
		}
	}

	#masthead({ text, logo, logoDescription }: Masthead): WordBlock[] {
		const picture = logo ? this.#logo(logo, logoDescription) : [];
		return [...picture, new Paragraph({ style: 'Masthead', children: runsOf(text) })];
	}

	#logo(logo: Logo, description: string): WordBlock[] {
		const data = decodeBase64(logo.jpeg);
		if (!data) return [];
		const factor = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
		return [this.#picture('jpg', data, { width: logo.width * factor, height: logo.height * factor }, description)];
	}

	#list({ items, numbered }: List): WordBlock[] {
		if (numbered) this.#numbered += 1;
		const look = numbered
			? { style: 'ListNumber', numbering: { reference: LISTS.numbers, level: 0, instance: this.#numbered } }
			: { style: 'ListBullet', numbering: { reference: LISTS.bullets, level: 0 } };
		return items.map((item) => new Paragraph({ ...look, children: runsOf(item) }));
	}

	#figure(figure: Figure): WordBlock[] {
		const drawn = this.drawn.get(figure);
		return drawn ? [this.#picture('png', drawn.png, drawn, figure.description)] : [];
	}

	#picture(
		type: 'png' | 'jpg',
		data: Uint8Array,
		{ width, height }: { width: number; height: number },
		words: string
	): Paragraph {
		this.#pictures += 1;
		const name = `Beeld ${this.#pictures}`;
		return new Paragraph({
			style: 'Picture',
			children: [
				new ImageRun({
					...{ type, data },
					transformation: { width: Math.round(width * PIXELS), height: Math.round(height * PIXELS) },
					altText: { id: String(this.#pictures), name, description: xmlCharacters(words) }
				})
			]
		});
	}
}
