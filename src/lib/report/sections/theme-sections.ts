import { onlyRows, type Tafel } from '$lib/charts/tafel/tafel-data';
import { rowWords } from '$lib/charts/tafel/tafel-words';
import type { DimensionFigures, Gap } from '$lib/domain/scoring/figures';
import type { Dimension, Theme } from '$lib/domain/questionnaire/questionnaire';
import { hasIndividuals } from '$lib/domain/scoring/turnout';
import { foundDimensions, type FoundDimension } from '$lib/domain/words/score-rows';
import { distributionWords, whyNoScore } from '$lib/domain/words/side-words';
import { formatGap, formatScore, gapPhrase, levelWord } from '$lib/domain/words/score-words';
import {
	heading,
	muted,
	paragraph,
	plain,
	strong,
	type Block,
	type Inline,
	type Table
} from '$lib/report/model/report-model';
import { measuredTafel } from './measured-tafel';
import { namesIn, type ReportedResult } from '$lib/report/model/report-source';

/** A section for each theme, with its dimensions, their notes and what the room agreed on. */
export function themeSections(result: ReportedResult): Block[] {
	const all = foundDimensions(result);
	const tafel = measuredTafel(result, 'questionnaire');
	return result.questionnaire.themes.flatMap((theme, themeIndex) => {
		const own = all.filter((found) => found.themeIndex === themeIndex);
		const [first, ...others] = own.flatMap((found) => dimensionBlocks(result, found, tafel));
		const opening = [
			heading(2, theme.name, themeIndex),
			paragraph([{ text: theme.description }, ...themeScore(result, theme)])
		];
		// A theme never opens at the foot of a page without its first dimension.
		return [{ kind: 'together', blocks: first ? [...opening, first] : opening }, ...others];
	});
}

function themeScore({ figures }: ReportedResult, theme: Theme): Inline[] {
	const score = figures.themes.find(({ themeId }) => themeId === theme.id)?.score;
	return score ? [{ text: ' ' }, strong(`Samenwerkingsscore van het thema: ${formatScore(score)}.`)] : [];
}

function dimensionBlocks(result: ReportedResult, found: FoundDimension, tafel: Tafel): Block[] {
	const { dimension, themeIndex, figures, agreed } = found;
	const row = onlyRows(tafel, ({ dimensionId }) => dimensionId === dimension.id);
	const score = agreed?.score ?? null;
	return [
		{
			kind: 'together',
			blocks: [
				heading(3, dimension.name, themeIndex),
				paragraph(finding(result, figures, score)),
				{
					kind: 'columns',
					columns: [
						{ share: 56, blocks: [sideTable(result, dimension, figures)] },
						{
							share: 44,
							blocks: [
								{
									kind: 'figure',
									chart: { kind: 'tafel-row', data: row },
									description: `${dimension.name}: ${row.rows.map((one) => rowWords(one)).join(' ')}`
								}
							]
						}
					]
				}
			]
		},
		...(agreed && agreed.note.trim() !== ''
			? [paragraph([strong('Bij de afgesproken score: '), { text: agreed.note }])]
			: []),
		...noteBlocks(result, dimension)
	];
}

/** «Samenwerkingsscore 3,2 (midden). Verschil van 0,7. Afgesproken score 4.» */
function finding(result: ReportedResult, figures: DimensionFigures, agreed: number | null): Inline[] {
	const { group } = namesIn(result);
	const { reference, level, gap } = figures;
	const divided = figures.groups.filter((side) => side.divided).map((side) => group(side.groupId));
	const unknown = figures.groups.filter((side) => side.manyUnknown).map((side) => group(side.groupId));
	const sentences = [
		reference && level
			? `${reference.groupId === null ? 'Samenwerkingsscore' : `Alleen ${group(reference.groupId)}: score`} ${formatScore(reference.score)} (${levelWord(level)}).`
			: `Geen samenwerkingsscore: ${whyNoScore(figures.groups)}.`,
		gap ? gapSentence(gap) : '',
		divided.length > 0 ? `Verdeeld: ${divided.join(', ')}.` : '',
		unknown.length > 0 ? `Veel "weet niet": ${unknown.join(', ')}.` : '',
		agreed === null ? '' : `Afgesproken score ${agreed}.`
	];
	return [{ text: sentences.filter((sentence) => sentence !== '').join(' ') }];
}

function gapSentence(gap: Gap): string {
	if (gap.words === 'none') return `Bijna geen verschil (${formatGap(gap.size)}).`;
	const [first = '', ...rest] = gapPhrase(gap);
	return `${first.toUpperCase()}${rest.join('')}.`;
}

function sideTable(result: ReportedResult, dimension: Dimension, figures: DimensionFigures): Table {
	const { group } = namesIn(result);
	const alone = hasIndividuals(result.counts);
	return {
		kind: 'table',
		caption: `Scores per groep op ${dimension.name}`,
		captionShown: false,
		columns: [
			{ title: 'Groep', share: 34 },
			{ title: 'Score', share: 15 },
			...(alone
				? [
						{ title: 'Mensen', share: 15 },
						{ title: 'Verdeling', share: 36 }
					]
				: [{ title: 'Antwoord', share: 51 }])
		],
		rows: figures.groups.map((side) => ({
			themeIndex: null,
			cells: [
				plain(group(side.groupId)),
				side.score ? [strong(formatScore(side.score))] : [muted('–')],
				...(alone
					? [plain(side.hidden ? '–' : String(side.n)), [{ text: distributionWords(side) }]]
					: [plain(whyNoScore([side]) || 'gezamenlijk')])
			]
		}))
	};
}

/** Notes of the room and of people, in full, with the statement they are about. */
function noteBlocks({ notes }: ReportedResult, dimension: Dimension): Block[] {
	return dimension.items.flatMap((item) =>
		notes
			.filter((note) => note.itemId === item.id && note.text.trim() !== '')
			.map((note) => paragraph([strong('Notitie '), muted(`bij «${item.statement}» `), { text: note.text }]))
	);
}
