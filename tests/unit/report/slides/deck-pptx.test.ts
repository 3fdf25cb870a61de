// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { buildDeck } from '$lib/report/slides/build-deck';
import { makeDeckPptx } from '$lib/report/slides/deck-pptx';
import { commitment, reportSource } from '../../../builders/report-source';
import { workshop, type Workshop } from '../../../builders/workshop';
import { onePoint } from '../office/one-point';
import { OfficePackage } from '../office/package-reader';

const MADE_AT = new Date('2026-11-30T12:00:00Z');
const LINES = { overview: 'Laat iedereen kijken.', topic: 'Vraag door.', ending: 'Lees de afspraken voor.' };

/** Openheid: 4,0 beside 1,0; the others alike. */
const held = () =>
	workshop({ basishouding: { openheid: 1, waardering: 1, regie: 1, eigenheid: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4], waardering: [3], regie: [2], eigenheid: [3] })
		.answers('Verenigingen', { openheid: [1], waardering: [3], regie: [4], eigenheid: [3] });

type Extras = Parameters<typeof reportSource>[1];
const deckOf = (room: Workshop, extras: Extras = {}) => buildDeck(reportSource(room, extras), LINES);

async function slidesOf(room: Workshop, extras: Extras = {}) {
	const bytes = await makeDeckPptx(deckOf(room, extras), '9.8.7', () => Promise.resolve(onePoint()), MADE_AT);
	const file = new OfficePackage(bytes);
	const paths = file.paths.filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).sort();
	return { bytes, file, slides: paths.map((path) => file.xml(path)) };
}

const named = (parent: Element | XMLDocument, name: string) => [...parent.getElementsByTagName(name)];
const textOf = (parent: Element | XMLDocument) =>
	named(parent, 'a:t')
		.map((part) => part.textContent)
		.join('');
const titleOf = (slide: XMLDocument) =>
	named(slide, 'p:sp')
		.filter((shape) => named(shape, 'p:ph')[0]?.getAttribute('type') === 'title')
		.map(textOf);

describe('the slides as a PowerPoint file', () => {
	test('are the overview, each topic and what was agreed, each with a title in its placeholder', async () => {
		const { slides } = await slidesOf(held(), { chosen: ['openheid', 'regie'], commitments: [commitment()] });

		expect(slides.map(titleOf)).toEqual([
			['Onderdeel openheid: gemeente 4,0, verenigingen 1,0'],
			['Onderdeel openheid'],
			['Onderdeel regie'],
			['Dit ligt op tafel']
		]);
	});

	test('have the scores, the question, the agreed score, the note and the agreement of a topic as text', async () => {
		const room = held();
		const deck = deckOf(room, { chosen: ['openheid'] });
		const topic = deck.slides.find((slide) => slide.kind === 'topic');
		const { slides } = await slidesOf(room, {
			chosen: ['openheid'],
			agreed: [{ measurementId: 'm', dimensionId: 'openheid', score: 2, note: 'Nog te stil.' }],
			commitments: [commitment({ dimensionId: 'openheid' })]
		});

		const text = slides[1] ? textOf(slides[1]) : '';
		expect(text).toContain('● Gemeente 4,0');
		expect(text).toContain('■ Verenigingen 1,0');
		expect(text).toContain('Samen geven we: 2');
		expect(text).toContain('Nog te stil.');
		expect(text).toContain('De kermis samen voorbereiden Zoë, tegen 1 september 2026');
		expect(topic?.question).toMatch(/\?$/);
		expect(text).toContain(topic?.question);
	});

	test('have a picture with its words, and what the run sheet says in the notes', async () => {
		const { slides, file } = await slidesOf(held(), { chosen: ['openheid'] });

		const words = slides.map((slide) =>
			named(slide, 'p:pic').map((it) => named(it, 'p:cNvPr')[0]?.getAttribute('descr'))
		);
		expect(words[0]?.[0]).toMatch(/^Eén lijn per onderdeel/);
		expect(words[1]?.[0]).toMatch(/^Onderdeel openheid: Gemeente/);
		expect(words[2]).toEqual([]);
		const notes = [1, 2, 3].map((place) => textOf(file.xml(`ppt/notesSlides/notesSlide${place}.xml`)));
		expect(notes.map((text) => Object.values(LINES).find((line) => text.includes(line)))).toEqual(Object.values(LINES));
	});

	test('show who answered what no more than the screen does', async () => {
		const room = workshop({ basishouding: { openheid: 1 } })
			.anonymous(5)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', ...Array.from({ length: 9 }, () => ({ openheid: [4 as const] })))
			.answers('Verenigingen', { openheid: [1] }, { openheid: [1] });

		const { slides } = await slidesOf(room);
		const all = slides
			.map((slide) => [textOf(slide), ...named(slide, 'p:cNvPr').map((it) => it.getAttribute('descr') ?? '')].join(' '))
			.join(' ');

		expect(all).toContain('Gemeente');
		expect(all).not.toContain('1,0');
		expect(all).not.toContain('9 mensen');
	});

	test('go on a next slide, with a title of its own, where there are many agreements', async () => {
		const many = Array.from({ length: 9 }, (_, index) =>
			commitment({ id: `c${index}`, what: `Afspraak ${index + 1}.` })
		);
		const { slides } = await slidesOf(held(), { commitments: many });

		const titles = slides.map((slide) => titleOf(slide)[0] ?? '');
		expect(titles.slice(-3)).toEqual([1, 2, 3].map((page) => `Dit ligt op tafel (${page} van 3)`));
		expect(new Set(titles).size).toBe(titles.length);
		for (const { what } of many) expect(slides.map(textOf).join('')).toContain(what);
	});

	test('are 16:9, lead nowhere that is not in the file, and are the same file when they are made again', async () => {
		const [one, other] = [await slidesOf(held()), await slidesOf(held())];

		const size = one.file.xml('ppt/presentation.xml').getElementsByTagName('p:sldSz')[0];
		expect(Number(size?.getAttribute('cx')) / Number(size?.getAttribute('cy'))).toBeCloseTo(16 / 9, 3);
		expect(one.file.loose()).toEqual([]);
		expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
	});

	test('stay sound with signs that XML refuses, Arabic, and a word as long as a page', async () => {
		const sound = `<&"> سلام שלום 👍🏽 ${'lang'.repeat(600)}`;
		const odd = `a\u0000\u0008\ufffe${sound}`;
		const { file, slides } = await slidesOf(held(), {
			name: odd,
			chosen: ['openheid'],
			agreed: [{ measurementId: 'm', dimensionId: 'openheid', score: 2, note: odd }],
			commitments: [commitment({ dimensionId: 'openheid', what: odd, who: odd })]
		});

		for (const path of file.paths.filter((one) => /\.(xml|rels)$/.test(one)))
			expect(() => file.xml(path)).not.toThrow();
		expect(slides.map(textOf).join('')).toContain(`a${sound}`);
	});
});
