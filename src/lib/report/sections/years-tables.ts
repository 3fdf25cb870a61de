import { comparedThemes } from '$lib/domain/comparing/compared-themes';
import type { ComparedGroup } from '$lib/domain/comparing/compared-groups';
import type { Fraction } from '$lib/domain/scoring/fraction';
import { counted } from '$lib/domain/words/counting-words';
import { formatScore } from '$lib/domain/words/score-words';
import { overDimensions } from '$lib/domain/year-words/change-words';
import { togetherInShort, togetherSentence } from '$lib/domain/year-words/together-words';
import type { ComparisonSource } from '$lib/report/model/comparison-source';
import { heading, muted, plain, strong, type Block, type TableRow, type Text } from '$lib/report/model/report-model';
import { datesIn, namesOf } from './comparison-front';

/** A column a measurement. */

/** The score of each theme over the years. */
export function themesSection(source: ComparisonSource): Block[] {
	const { comparison } = source;
	const { group } = namesOf(source);
	const row = (first: Text, who: string, themeIndex: number, scores: readonly (Fraction | null)[]): TableRow => ({
		themeIndex,
		cells: [first, plain(who), ...scores.map(scoreText)]
	});
	return [
		heading(2, "Thema's over de jaren"),
		{
			kind: 'table',
			caption:
				`Het gemiddelde van de onderdelen die te vergelijken zijn, van 1 tot 5; geen score waar er een ontbreekt. ${togetherSentence(comparison)}`.trim(),
			captionShown: true,
			columns: [
				{ title: 'Thema', share: 30 },
				{ title: 'Van wie', share: 26 },
				...datesIn(source).map((title) => ({ title, share: 18 }))
			],
			rows: comparedThemes(comparison).flatMap((theme) => {
				const over = overDimensions(theme);
				const name: Text = [strong(theme.name), ...(over === '' ? [] : [muted(` ${over}`)])];
				return [
					...(comparison.together.kind === 'none'
						? []
						: [row(name, togetherInShort(comparison), theme.themeIndex, theme.together)]),
					...theme.groups.map(({ groupId, scores }) => row(plain(theme.name), group(groupId), theme.themeIndex, scores))
				];
			})
		}
	];
}

const scoreText = (score: Fraction | null): Text => (score ? plain(formatScore(score)) : [muted('–')]);

/** Who took part when, and under which name: a group that came, left or was renamed is seen at once. */
export function groupsSection(source: ComparisonSource): Block[] {
	const { groups, occasions } = source.comparison;
	return [
		heading(2, 'Wie deed mee?'),
		{
			kind: 'table',
			caption: 'De groepen van elke meting, en hoeveel bladen er van hen zijn',
			captionShown: false,
			columns: [{ title: 'Groep', share: 30 }, ...datesIn(source).map((title) => ({ title, share: 24 }))],
			rows: groups.map((group) => ({
				themeIndex: null,
				cells: [plain(group.name), ...occasions.map((_, place) => tookPart(source, group, place))]
			}))
		}
	];
}

function tookPart({ comparison }: ComparisonSource, { id, name, own }: ComparedGroup, place: number): Text {
	const then = own[place];
	if (!then) return [muted('deed niet mee')];
	const responses = comparison.occasions[place]?.counts.find(({ groupId }) => groupId === id)?.responses ?? 0;
	const count = responses === 0 ? 'samen geantwoord' : counted(responses, 'blad', 'bladen');
	return [...plain(count), ...(then.name === name ? [] : [muted(`, toen «${then.name}»`)])];
}
