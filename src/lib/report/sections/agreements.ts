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
	type ReportLength,
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
export function agreementsInShort(source: ReportSource, length: ReportLength, room: { commitments: number }): Block[] {
	const { own } = reportedCommitments(source);
	if (own.length === 0) return [heading(2, 'Afgesproken'), paragraph('Er is nog niets afgesproken.')];
	const shown = own.slice(0, room.commitments).map(inShort);
	const rest = own.length - shown.length;
	return [
		heading(2, 'Afgesproken'),
		...(shown.length > 0 ? [{ kind: 'list' as const, numbered: true as const, items: shown }] : []),
		...(rest > 0 ? [paragraph([muted(restWords(rest, shown.length > 0, length))])] : [])
	];
}

/** A summary says on its second page where they are. */
function restWords(rest: number, more: boolean, length: ReportLength): string {
	const words = `${more ? 'Nog ' : ''}${counted(rest, 'afspraak', 'afspraken')}`;
	return length === 'full' ? `${words}: zie verder, bij «Afspraken».` : `${words}.`;
}

/** «Eén aanspreekpunt op de website. cultuurdienst, tegen 1 maart 2027» */
function inShort({ what, who, by, status }: Commitment): Text {
	const details = [who.trim(), by === '' ? '' : `tegen ${formatDate(by)}`, status === 'open' ? '' : statusWord(status)];
	const known = details.filter((detail) => detail !== '').join(', ');
	const sentence = /[.!?…]$/.test(what.trim()) ? what.trim() : `${what.trim()}.`;
	return [{ text: sentence }, ...(known === '' ? [] : [strong(` ${known}`)])];
}

/** The commitments in full, as a full report has them, with places to write where they are still open. */
export function commitmentBlocks(source: ReportSource): Block[] {
	const { own, earlier: waiting } = reportedCommitments(source);
	// Where there is a page about the previous measurement, it has them already, with what became of them.
	const earlier = source.result.previous ? [] : waiting;
	return [
		heading(2, 'Afspraken'),
		commitmentTable('Wat is afgesproken, wie doet het en tegen wanneer', own, emptyRows(own)),
		...earlierTable(earlier)
	];
}

/**
 * For the second page of a summary: what does not stand on its page one, and places to write. Nothing where there is
 * no room and nothing left to say.
 * @param room the most rows to print, null for none; what is left out is said
 * @param onPageOne how many of this measurement stand there
 */
export function commitmentsAfterPageOne(
	source: ReportSource,
	room: { commitments: number | null },
	onPageOne: number
): Block[] {
	const { own, earlier } = reportedCommitments(source);
	const more = own.slice(onPageOne);
	const rows = room.commitments ?? 0;
	const shown = more.slice(0, rows);
	const shownEarlier = earlier.slice(0, Math.max(0, rows - shown.length));
	const left = leftOut(more.length + earlier.length - shown.length - shownEarlier.length);
	if (rows === 0 && own.length > 0) return left;
	if (room.commitments === null) return left;
	return [
		heading(2, 'Afspraken'),
		...(more.length < own.length ? [paragraph([muted(firstOnPageOne(more.length))])] : []),
		commitmentTable('Wat is afgesproken, wie doet het en tegen wanneer', shown, rows === 0 ? 1 : emptyRows(own)),
		...left,
		...earlierTable(shownEarlier)
	];
}

const firstOnPageOne = (more: number): string =>
	more > 0 ? 'De eerste staan op bladzijde 1.' : 'Wat is afgesproken, staat op bladzijde 1. Hier is plaats voor meer.';

function earlierTable(earlier: readonly Commitment[]): Block[] {
	if (earlier.length === 0) return [];
	return [
		heading(3, 'Van een vorige meting, nog niet klaar'),
		commitmentTable('Eerdere afspraken die nog lopen', earlier, 0)
	];
}

function leftOut(count: number): Block[] {
	if (count === 0) return [];
	return [
		paragraph([muted(`Nog ${counted(count, 'afspraak staat', 'afspraken staan')} alleen in het volledige verslag.`)])
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
