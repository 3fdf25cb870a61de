import { isPending, statusWord, type Commitment } from '$lib/domain/measurement/commitment';
import { counted } from '$lib/domain/words/counting-words';
import { formatDate } from '$lib/domain/dates';
import {
	heading,
	muted,
	paragraph,
	plain,
	strong,
	type Block,
	type TableRow,
	type Text
} from '$lib/report/model/report-model';
import type { ReportSource } from '$lib/report/model/report-source';

const EMPTY_ROWS = { none: 3, open: 2 };

/**
 * The commitments that this report is about: those made at this measurement, and those of
 * earlier dates that still wait.
 */
function reportedCommitments({ result, commitments }: ReportSource): {
	own: Commitment[];
	earlier: Commitment[];
} {
	const { measurement } = result;
	const own = commitments.filter((commitment) => commitment.measurementId === measurement.id);
	const earlier = commitments.filter(
		(commitment) => (result.previous?.ids.includes(commitment.measurementId) ?? false) && isPending(commitment)
	);
	return { own, earlier };
}

/** For page one: the first commitments, each with who and when; the agreed scores stand in the picture. */
export function agreementsInShort(source: ReportSource, room: { commitments: number }): Block[] {
	const { own } = reportedCommitments(source);
	const rest = own.length - room.commitments;
	const shown = own.slice(0, room.commitments).map(inShort);
	return [
		heading(2, 'Afgesproken'),
		...(shown.length > 0 ? [{ kind: 'list' as const, numbered: true as const, items: shown }] : []),
		...(rest > 0
			? [
					paragraph([
						muted(
							`${shown.length > 0 ? 'Nog ' : ''}${counted(rest, 'afspraak', 'afspraken')}: zie verder, bij «Afspraken».`
						)
					])
				]
			: []),
		...(own.length === 0
			? [paragraph('Er is nog niets afgesproken. Bij «Afspraken», verder in dit verslag, is er plaats voor.')]
			: [])
	];
}

/** «Eén aanspreekpunt op de website. cultuurdienst, tegen 1 maart 2027» */
function inShort({ what, who, by, status }: Commitment): Text {
	const details = [who.trim(), by === '' ? '' : `tegen ${formatDate(by)}`, status === 'open' ? '' : statusWord(status)];
	const known = details.filter((detail) => detail !== '').join(', ');
	const sentence = /[.!?…]$/.test(what.trim()) ? what.trim() : `${what.trim()}.`;
	return [{ text: sentence }, ...(known === '' ? [] : [strong(` ${known}`)])];
}

/**
 * The commitments in full, with places to write where they are still open.
 * @param room the most rows to print; what is left out is said
 */
export function commitmentBlocks(source: ReportSource, room: { commitments: number }): Block[] {
	const { own, earlier: waiting } = reportedCommitments(source);
	// A full report has them already, with what became of them, on its page about the previous measurement.
	const earlier = room.commitments === Infinity && source.result.previous ? [] : waiting;
	const shown = own.slice(0, room.commitments);
	const shownEarlier = earlier.slice(0, Math.max(0, room.commitments - shown.length));
	const left = own.length + earlier.length - shown.length - shownEarlier.length;
	return [
		heading(2, 'Afspraken'),
		commitmentTable(
			'Wat is afgesproken, wie doet het en tegen wanneer',
			shown,
			room.commitments === 0 ? 1 : emptyRows(own)
		),
		...leftOut(left),
		...(shownEarlier.length > 0
			? [
					heading(3, 'Van een vorige meting, nog niet klaar'),
					commitmentTable('Eerdere afspraken die nog lopen', shownEarlier, 0)
				]
			: [])
	];
}

/** Only how many there are, for a summary without room for any. */
export function commitmentsElsewhere(source: ReportSource): Block[] {
	const { own, earlier } = reportedCommitments(source);
	return leftOut(own.length + earlier.length);
}

function leftOut(count: number): Block[] {
	if (count === 0) return [];
	return [
		paragraph([muted(`${counted(count, 'afspraak staat', 'afspraken staan')} alleen in het volledige verslag.`)])
	];
}

function emptyRows(own: readonly Commitment[]): number {
	if (own.length === 0) return EMPTY_ROWS.none;
	return own.some(({ status }) => status === 'open') ? EMPTY_ROWS.open : 0;
}

function commitmentTable(caption: string, commitments: readonly Commitment[], empty: number): Block {
	return {
		kind: 'table',
		caption,
		captionShown: false,
		columns: [
			{ title: 'Wat', share: 50 },
			{ title: 'Wie', share: 22 },
			{ title: 'Tegen wanneer', share: 18 },
			{ title: 'Hoe ver', share: 14 }
		],
		rows: [
			...commitments.map(commitmentRow),
			...Array.from({ length: empty }, (): TableRow => ({ themeIndex: null, cells: [null, null, null, null] }))
		]
	};
}

function commitmentRow({ what, who, by, status, note }: Commitment): TableRow {
	const orLine = (text: string) => (text.trim() === '' ? null : plain(text));
	const noted = note.trim() === '' ? [] : [muted(`\n${note}`)];
	return {
		themeIndex: null,
		cells: [[{ text: what }, ...noted], orLine(who), orLine(formatDate(by)), plain(statusWord(status))]
	};
}
