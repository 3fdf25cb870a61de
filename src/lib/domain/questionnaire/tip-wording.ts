import { dimensionPlaces, within, type Place } from './places';
import type { Remark } from './problem';
import type { Questionnaire, Tip } from './questionnaire';
import { wordsIn } from './reading-level';
import type { LiftableCode } from './schema';

/** What a machine can see of tips: that each can be begun, that they differ, and that they do more than talk. */

/** From this share of their words on, two tips ask the same. */
const TWINS = 0.6;
/** More tips than this are not compared with one another: that would take minutes. */
const MOST_COMPARED = 1000;
/** At least this share of the tips does something. */
const DOING = 1 / 2;
/** At most this share of the tips asks to write something down; one may always. */
const WRITING = 1 / 10;
/** At most this share of the tips says «één». */
const SAYING_ONE = 1 / 3;

export function remarksOnTips(questionnaire: Questionnaire): Remark[] {
	const tips = dimensionPlaces(questionnaire).flatMap(({ value, path }) => within(path, 'tips', value.tips));
	return [...tips.flatMap(unfinished), ...twins(tips), ...ofAll(questionnaire, tips)];
}

function unfinished({ value: { id, kind, whoStarts, whatChanges }, path }: Place<Tip>): Remark[] {
	const missing = [
		kind ? [] : 'wat ze vraagt ("kind")',
		whoStarts ? [] : 'wie de eerste stap zet ("whoStarts")',
		whatChanges ? [] : 'wat er daarna anders is ("whatChanges")'
	].flat();
	if (missing.length === 0) return [];
	const message = `Bij deze tip staat niet: ${missing.join(', ')}.`;
	return [{ code: 'unfinished-tip', where: id, path: [...path, 'id'], message }];
}

/** Words that say what a tip is about; the short ones stand in every sentence. */
const longWords = (text: string) => new Set(wordsIn(text.toLowerCase()).filter((word) => word.length > 3));

/** The share of the words of the shorter of two that stands in the other too, from 0 to 1. */
function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
	const fewest = Math.min(some.size, others.size);
	return fewest === 0 ? 0 : [...some].filter((word) => others.has(word)).length / fewest;
}

/** One remark each, at the later of the two. */
function twins(tips: readonly Place<Tip>[]): Remark[] {
	if (tips.length > MOST_COMPARED) return [];
	const compared = tips.map((tip) => ({ ...tip, words: longWords(tip.value.action) }));
	return compared.flatMap(({ value, path, words }, index) => {
		const twin = compared.slice(0, index).find((earlier) => likeness(earlier.words, words) >= TWINS);
		if (!twin) return [];
		const message = `Deze tip lijkt sterk op "${twin.value.id}". Laat er een weg, of vraag iets anders.`;
		return [{ code: 'twin-tips', where: value.id, path: [...path, 'action'], message }];
	});
}

function ofAll({ id }: Questionnaire, tips: readonly Place<Tip>[]): Remark[] {
	const kinds = tips.flatMap(({ value }) => value.kind ?? []);
	const count = (kind: Tip['kind']) => kinds.filter((one) => one === kind).length;
	const [doing, writing] = [count('do'), count('write')];
	const withOne = tips.filter(({ value: { action, detail, whoStarts = '', whatChanges = '' } }) =>
		/(?<!\p{L})één(?!\p{L})/iu.test([action, detail, whoStarts, whatChanges].join(' '))
	).length;
	const remark = (code: LiftableCode, message: string): Remark => ({ code, where: id, path: ['themes'], message });
	const remarks: Remark[] = [];
	if (doing < DOING * kinds.length)
		remarks.push(
			remark('few-doing', `Maar ${doing} van de ${kinds.length} tips doen iets. Laat het minstens de helft zijn.`)
		);
	if (writing > Math.max(1, WRITING * kinds.length))
		remarks.push(
			remark(
				'many-writing',
				`${writing} van de ${kinds.length} tips vragen om iets op te schrijven. Hoogstens een op de tien.`
			)
		);
	if (tips.length >= 3 && withOne > SAYING_ONE * tips.length)
		remarks.push(
			remark('often-one', `In ${withOne} van de ${tips.length} tips staat "één". Zeg het af en toe anders.`)
		);
	return remarks;
}
