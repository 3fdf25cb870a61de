import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import { scoreCaption, scoreRows, type GapCell, type ScoreCell } from '$lib/domain/words/score-rows';
import { muted, plain, strong, type Table, type Text } from '$lib/report/model/report-model';
import type { ReportedResult } from '$lib/report/model/report-source';

/**
 * All dimensions with the score of each group, the samenwerkingsscore, the gap in words and the agreed score.
 * @param basis what stands beside a score: how many people, or their range as well
 * @param shortNames names the dimensions as pictures do
 */
export function scoreTable(result: ReportedResult, basis: 'n' | 'range', shortNames = false): Table {
	const rows = scoreRows(result);
	const someAgreed = rows.some(({ agreed }) => agreed !== null);
	return {
		kind: 'table',
		caption: scoreCaption(result.questionnaire),
		captionShown: true,
		columns: [
			{ title: 'Onderdeel', share: 28 },
			...result.measurement.groups.map((group) => ({ title: group.name, share: 15 })),
			{ title: 'Samen', share: 10 },
			{ title: 'Verschil', share: 18 },
			...(someAgreed ? [{ title: 'Afgesproken', share: 13 }] : [])
		],
		rows: rows.map(({ name, shortName, themeIndex, sides, together, gap, agreed }) => ({
			themeIndex,
			cells: [
				plain(shortNames ? shortName : name),
				...sides.map((side) => sideText(side, basis)),
				plain(together.score ?? '–'),
				gapText(gap),
				...(someAgreed ? [plain(agreed === null ? '–' : String(agreed))] : [])
			]
		}))
	};
}

function sideText({ score, basis, shortBasis }: ScoreCell, room: 'n' | 'range'): Text {
	if (score === null) return [muted(room === 'n' && basis === HIDDEN_WORDS ? 'verborgen' : basis)];
	const words = room === 'range' ? basis : shortBasis;
	return [strong(score), ...(words === '' ? [] : [muted(` ${words}`)])];
}

function gapText(gap: GapCell | null): Text {
	if (!gap) return plain('–');
	return [{ text: gap.size }, ...(gap.word === '' ? [] : [strong(` ${gap.word}`)])];
}
