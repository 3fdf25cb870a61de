import PptxGenJS from 'pptxgenjs';
import { marksSvg } from '$lib/charts/svg-file/chart-svg-text';
import { colours, sideStyle, type Marker } from '$lib/design/tokens';
import { encodeBase64 } from '$lib/domain/text/bytes-as-text';
import { xmlCharacters } from '$lib/domain/text/xml-characters';
import { fixedPackage } from '$lib/report/office/fixed-package';
import { bytesOf, type DrawSvg } from '$lib/report/office/picture';
import type { AgreedLine, Deck, DeckSlide, EndingSlide, OverviewSlide, SlidePicture, TopicSlide } from './build-deck';
import { lettersFor } from './letters';

type Slide = PptxGenJS.Slide;
type Words = PptxGenJS.TextProps;

/** In units of which a slide is 1280 wide and 720 high; the file has inches and points. */
const UNITS = { inch: 96, point: 4 / 3 };
const EDGE = { left: 48, width: 1184 };
const TITLE = { x: EDGE.left, y: 24, w: EDGE.width, h: 84 };
const BODY = { x: EDGE.left, y: 130, w: EDGE.width, h: 520 };
const FONT = 'Arial';
const MARKERS: Record<Marker, string> = { circle: '●', square: '■', triangle: '▲', diamond: '◆', cross: '✕' };

const hex = (colour: string) => colour.slice(1);
const ink = hex(colours.ink);
const muted = hex(colours.muted);

interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}
const inches = ({ x, y, w, h }: Box) => ({
	...{ x: x / UNITS.inch, y: y / UNITS.inch, w: w / UNITS.inch, h: h / UNITS.inch }
});
const points = (size: number) => Math.round(size / UNITS.point);

/**
 * The slides as a PowerPoint file, 16:9.
 * @param draw makes a PNG of an SVG document
 * @param madeAt for the document's properties
 */
export async function makeDeckPptx(
	deck: Deck,
	appVersion: string,
	draw: DrawSvg,
	madeAt: Date
): Promise<Uint8Array<ArrayBuffer>> {
	const file = openFile(deck, appVersion);
	for (const slide of deck.slides) await addSlide(file, slide, draw);
	const written = await file.write({ outputType: 'uint8array' });
	return fixedPackage(written as Uint8Array, madeAt);
}

function openFile({ title }: Deck, appVersion: string): PptxGenJS {
	const file = new PptxGenJS();
	file.layout = 'LAYOUT_WIDE';
	file.theme = { headFontFace: FONT, bodyFontFace: FONT };
	file.title = xmlCharacters(title);
	file.author = file.company = `Samenwerkingsmeter ${appVersion}`;
	file.subject = 'Presentatie';
	const title_ = { name: 'title', type: 'title' as const, ...inches(TITLE), fontFace: FONT, bold: true };
	const body = { name: 'body', type: 'body' as const, ...inches(BODY), fontFace: FONT };
	const common = { margin: 0, color: ink };
	const number = { ...inches({ x: 1160, y: 676, w: 72, h: 28 }), fontSize: 12, color: muted, align: 'right' as const };
	file.defineSlideMaster({
		title: MASTERS.picture,
		background: { color: hex(colours.paper) },
		slideNumber: number,
		objects: [{ placeholder: { options: { ...title_, ...common, valign: 'middle' }, text: '' } }]
	});
	file.defineSlideMaster({
		title: MASTERS.list,
		background: { color: hex(colours.paper) },
		slideNumber: number,
		objects: [
			{ placeholder: { options: { ...title_, ...common, valign: 'middle' }, text: '' } },
			{ placeholder: { options: { ...body, ...common, valign: 'top' }, text: '' } }
		]
	});
	return file;
}

const MASTERS = { picture: 'Beeld', list: 'Lijst' };

async function addSlide(file: PptxGenJS, content: DeckSlide, draw: DrawSvg): Promise<void> {
	const masterName = content.kind === 'ending' ? MASTERS.list : MASTERS.picture;
	const slide = file.addSlide({ masterName });
	slide.addText([wordsOf(content.title)], {
		placeholder: 'title',
		align: 'left',
		fontSize: points(
			lettersFor([{ text: content.title, bold: true }], { width: TITLE.w, height: TITLE.h }, [40, 34, 28, 24, 20])
		)
	});
	if (content.kind === 'overview') await addOverview(slide, content, draw);
	else if (content.kind === 'topic') await addTopic(slide, content, draw);
	else addEnding(slide, content);
	if (content.notes !== '') slide.addNotes(xmlCharacters(content.notes));
}

/** Everything on a slide is in the language of the app. */
function wordsOf(text: string, options: PptxGenJS.TextPropsOptions = {}): Words {
	return { text: xmlCharacters(text), options: { lang: 'nl-BE', fontFace: FONT, color: ink, ...options } };
}

function addWords(slide: Slide, words: Words[], box: Box, options: PptxGenJS.TextPropsOptions = {}): void {
	slide.addText(words, { ...inches(box), margin: 0, valign: 'top', ...options });
}

async function addPicture(slide: Slide, { sheet, description }: SlidePicture, at: Box, draw: DrawSvg): Promise<void> {
	const { svg, width, height } = marksSvg(sheet);
	const factor = Math.min(at.w / width, at.h / height);
	slide.addImage({
		data: `image/png;base64,${encodeBase64(await bytesOf(await draw(svg)))}`,
		...inches({ x: at.x, y: at.y, w: width * factor, h: height * factor }),
		altText: xmlCharacters(description)
	});
}

async function addOverview(slide: Slide, { picture, below }: OverviewSlide, draw: DrawSvg): Promise<void> {
	await addPicture(slide, picture, { x: EDGE.left, y: 124, w: EDGE.width, h: 540 }, draw);
	const foot = { x: EDGE.left, y: 672, w: 1080, h: 36 };
	const fontSize = points(lettersFor([{ text: below }], { width: foot.w, height: foot.h }, [19, 16, 13]));
	addWords(slide, [wordsOf(below, { fontSize, color: muted })], foot);
}

async function addTopic(slide: Slide, topic: TopicSlide, draw: DrawSvg): Promise<void> {
	addWords(slide, scoreWords(topic), { x: EDGE.left, y: 112, w: EDGE.width, h: 36 });
	await addPicture(slide, topic.picture, { x: EDGE.left, y: 152, w: EDGE.width, h: 240 }, draw);
	addQuestion(slide, topic, { x: EDGE.left, y: 396, w: EDGE.width, h: 112 });
	slide.addShape('rect', { ...inches({ x: 0, y: 516, w: 1280, h: 6 }), fill: { color: ink }, line: { type: 'none' } });
	addAgreed(slide, topic);
}

function scoreWords({ sides, wanted }: TopicSlide): Words[] {
	const names = sides.map(({ name }) => name).join('   ');
	const fontSize = points(
		lettersFor([{ text: `${names} ${wanted} 3,8 3,8 3,8` }], { width: EDGE.width, height: 36 }, [28, 24, 20, 16])
	);
	return [
		...sides.flatMap(({ sideIndex, name, score }) => {
			const { colour, marker } = sideStyle(sideIndex);
			return [
				wordsOf(`${MARKERS[marker]} ${name} ${score}`.trim(), { fontSize, bold: true, color: hex(colour) }),
				wordsOf('   ')
			];
		}),
		...(wanted === '' ? [] : [wordsOf(wanted, { fontSize, color: muted })])
	];
}

/** How large the letters of what is said first are, beside those of the question. */
const BEFORE = 0.7;

function addQuestion(slide: Slide, { before, question }: TopicSlide, box: Box): void {
	if (question === '') return;
	const sizes = [46, 40, 34, 28, 24, 20] as const;
	const texts = [
		{ text: before, scale: BEFORE },
		{ text: question, bold: true }
	];
	const fontSize = points(lettersFor(texts, { width: box.w, height: box.h }, sizes));
	const first =
		before === '' ? [] : [wordsOf(before, { fontSize: Math.round(fontSize * BEFORE), color: muted, breakLine: true })];
	addWords(slide, [...first, wordsOf(question, { fontSize, bold: true })], box);
}

function addAgreed(slide: Slide, { agreed, note, commitments }: TopicSlide): void {
	const left = { x: EDGE.left, y: 536, w: 380, h: 136 };
	const right = { x: 460, y: 536, w: 772, h: 136 };
	const score = `Samen geven we: ${agreed === null ? '…' : String(agreed)}`;
	addWords(
		slide,
		[
			wordsOf(score, { fontSize: 20, bold: true, breakLine: note !== '' }),
			...(note === ''
				? []
				: [
						wordsOf(note, {
							fontSize: points(lettersFor([{ text: note }], { width: left.w, height: 100 }, [24, 20, 16]))
						})
					])
		],
		left
	);
	if (commitments.length > 0) addWords(slide, agreedWords(commitments, right, [28, 24, 20, 17]), right);
}

/** Each on a line of its own, who and when in bold behind it. */
function agreedWords(
	lines: readonly AgreedLine[],
	box: Box,
	sizes: readonly [number, ...number[]],
	first?: number
): Words[] {
	const all = lines.map(({ what, who }) => `${what} ${who}`).join('\n');
	const fontSize = points(lettersFor([{ text: all }], { width: box.w - 60, height: box.h }, sizes));
	// As text: two looks in one numbered paragraph lose its number.
	const numberOf = (place: number) => (first === undefined ? '' : `${first + place}. `);
	return lines.flatMap(({ what, who }, place) => [
		wordsOf(`${numberOf(place)}${what}${who === '' ? '' : ' '}`, { fontSize, breakLine: who === '' }),
		...(who === '' ? [] : [wordsOf(who, { fontSize, bold: true, breakLine: true })])
	]);
}

function addEnding(slide: Slide, { commitments, first }: EndingSlide): void {
	const words =
		commitments.length === 0
			? [wordsOf('Er zijn nog geen afspraken.', { fontSize: 28 })]
			: agreedWords(commitments, BODY, [40, 34, 28, 24, 20, 16], first);
	slide.addText(words, { placeholder: 'body' });
}
