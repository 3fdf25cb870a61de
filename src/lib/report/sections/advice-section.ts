import type { Advice } from '$lib/domain/advice/advice';
import {
	adviceAction,
	adviceAudience,
	adviceKind,
	appliedWords,
	startAndChange,
	tipParts
} from '$lib/domain/words/advice-words';
import { joinDutch } from '$lib/domain/words/counting-words';
import { dimensionsOf, sourceTitle, type Tip } from '$lib/domain/questionnaire/questionnaire';
import { describeReason } from '$lib/domain/words/score-words';
import { chosenAdvice } from '$lib/domain/advice/chosen-advice';
import { heading, muted, paragraph, strong, type Block, type Text } from '$lib/report/model/report-model';
import { namesIn, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';

/** The tips and prompts chosen, each with why it is shown and what it rests on. */
export function adviceSection({ result, choice }: ReportSource): Block[] {
	const chosen = chosenAdvice(result.advice, choice.adviceIds);
	if (chosen.length === 0) return [];
	return [heading(2, 'Wat kunnen jullie doen?'), ...chosen.map((advice) => adviceBlock(result, advice))];
}

/**
 * The same for a council: what to do, for whom, who begins, what changes and on which source.
 * @param room the most tips to print; what is left out is said
 */
export function adviceInShort({ result, choice }: ReportSource, room: { advice: number }): Block[] {
	const chosen = chosenAdvice(result.advice, choice.adviceIds);
	if (chosen.length === 0 || room.advice === 0) return [];
	const left = chosen.length - room.advice;
	return [
		heading(2, 'Wat kunnen jullie doen?'),
		{ kind: 'list', items: chosen.slice(0, room.advice).map((advice) => shortLine(result, advice)) },
		...(left > 0 ? [paragraph([muted(`Nog ${left} in het volledige verslag.`)], 'small')] : [])
	];
}

function adviceBlock(result: ReportedResult, advice: Advice): Block {
	const themeIndex = dimensionsOf(result.questionnaire).find(
		({ dimension }) => dimension.id === advice.dimension.id
	)?.themeIndex;
	const applied = advice.kind === 'tip' ? appliedWords(advice.tip) : null;
	const blocks: Block[] = [
		heading(3, adviceAction(advice), themeIndex ?? null),
		paragraph(
			[
				strong(adviceKind(advice)),
				{ text: ` ${adviceAudience(advice, result.measurement.groups)} · ${advice.dimension.name}` }
			],
			'small'
		),
		...(advice.kind === 'tip' ? tipBlocks(advice.tip) : []),
		paragraph(
			[strong('Waarom je dit ziet: '), { text: `${describeReason(advice.reason, namesIn(result).group)}.` }],
			'small'
		),
		...(advice.kind === 'tip'
			? [
					{ kind: 'list' as const, items: citationsOf(result, advice.tip) },
					...(applied === null ? [] : [paragraph(applied, 'small')])
				]
			: [])
	];
	return { kind: 'together', blocks };
}

/** What to do, part by part; as one paragraph where a tip has its detail alone. */
function tipBlocks(tip: Tip): Block[] {
	const parts = tipParts(tip);
	if (parts.length === 0) return [paragraph(tip.detail)];
	return parts.map(({ label, text }) => paragraph([strong(`${label}: `), { text }]));
}

function citationsOf(result: ReportedResult, { citations }: Tip): Text[] {
	return citations.map(({ source, section, says }) => [
		{ text: `${says} ` },
		muted(`${sourceTitle(result.questionnaire.sources, source)}, ${section}`)
	]);
}

function shortLine(result: ReportedResult, advice: Advice): Text {
	const sources =
		advice.kind === 'tip'
			? ` Bron: ${joinDutch([...new Set(advice.tip.citations.map(({ source }) => sourceTitle(result.questionnaire.sources, source)))])}.`
			: '';
	const why = describeReason(advice.reason, namesIn(result).group);
	const parts = advice.kind === 'tip' ? startAndChange(advice.tip) : [];
	return [
		strong(adviceAction(advice)),
		{ text: ` ${adviceKind(advice)} ${adviceAudience(advice, result.measurement.groups)}.` },
		...parts.map(({ label, text }) => ({ text: ` ${label}: ${text}` })),
		muted(` ${advice.dimension.name}: ${why}.${sources}`)
	];
}
