import type { Answer, Score, Topics } from '../../../src/lib/domain/measurement/measurement';
import { aBundle, aMeasurement, aPartnership, aResponse, exchangeFileText } from '../../builders/records';
import { dimensions, newestQuestionnaire, newestVersion } from './newest-questionnaire';

/**
 * An anonymous partnership in worlds that differ only in what is hidden: what a group that is too small answered and
 * wants to talk about, and, where a dimension shows its score alone, which of somebody's statements got which answer.
 */

export const ids = { partnership: 'a'.repeat(32), earlier: 'c'.repeat(32), measurement: 'b'.repeat(32) };

export type Change = 'what is hidden' | 'what is shown';

type Answers = Record<string, Answer>;

const SMALL = 'g1';
const LARGE = 'g2';
const THRESHOLD = 3;
const BELOW_TWICE_THE_THRESHOLD = 5;
/** The dimension of which one person leaves a statement open, so that it shows its score alone. */
const SCORE_ALONE = dimensions[1];

/** Different for each person and statement, and the same in every run. */
const pointOf = (person: number, place: number) =>
	(1 + ((person * 7 + place * 3 + ((person * place) % 4)) % 5)) as Score;

function answersOf(person: number): Answers {
	const items = dimensions.flatMap((dimension) => dimension.items);
	return Object.fromEntries(items.map(({ id }, place) => [id, pointOf(person, place)]));
}

/** Two dimensions that somebody wants to talk about, where the questionnaire asks it; in questionnaire order. */
const topicsOf = (person: number): Topics => dimensions.slice(person, person + 2).map(({ id }) => id);

/** Every point another one. */
const otherwise = (answers: Answers): Answers =>
	Object.fromEntries(
		Object.entries(answers).map(([id, point]) => [id, point === 'unknown' ? point : ((1 + (point % 5)) as Score)])
	);

/** What the person gave to the first and the last statement of that dimension, the other way round. */
function swapped(answers: Answers): Answers {
	const [first, last] = [SCORE_ALONE?.items[0]?.id ?? '', SCORE_ALONE?.items.at(-1)?.id ?? ''];
	return { ...answers, [first]: answers[last] ?? 1, [last]: answers[first] ?? 5 };
}

function responsesOf(measurementId: string, change: Change | undefined) {
	const response = (groupId: string, person: number, answers: Answers, topics: Topics) =>
		aResponse({
			...(newestQuestionnaire.closing ? { topics } : {}),
			id: `${measurementId.slice(0, 6)}${groupId.slice(1)}${person.toString(16).padStart(3, '0')}`,
			measurementId,
			groupId,
			answers
		});
	const small = [1, 2].map((person) => {
		const answers = answersOf(person + 20);
		return change === 'what is hidden'
			? response(SMALL, person, otherwise(answers), topicsOf(person + 1))
			: response(SMALL, person, answers, topicsOf(person));
	});
	const large = Array.from({ length: BELOW_TWICE_THE_THRESHOLD }, (_, person) => {
		const given = answersOf(person);
		const answers = person === 0 ? { ...given, [SCORE_ALONE?.items[1]?.id ?? '']: 'unknown' as const } : given;
		const first: Answers = {
			...answers,
			[SCORE_ALONE?.items[0]?.id ?? '']: 1,
			[SCORE_ALONE?.items.at(-1)?.id ?? '']: 5
		};
		if (change === 'what is shown') return response(LARGE, person, otherwise(answers), topicsOf(person + 1));
		const here = change === 'what is hidden' ? swapped(first) : first;
		return response(LARGE, person, person > 0 ? answers : here, topicsOf(person));
	});
	return [...small, ...large];
}

function measurementOf(id: string, date: string, change: Change | undefined) {
	const [small, large] = newestQuestionnaire.roles;
	const measurement = aMeasurement({
		id,
		partnershipId: ids.partnership,
		date,
		questionnaire: { id: newestQuestionnaire.id, version: newestVersion },
		groups: [
			{ id: SMALL, role: small?.id ?? '', name: small?.groupName ?? '', people: 2 },
			{ id: LARGE, role: large?.id ?? '', name: large?.groupName ?? '', people: BELOW_TWICE_THE_THRESHOLD }
		],
		privacy: { mode: 'anoniem', threshold: THRESHOLD },
		status: 'closed',
		sealed: true,
		ways: ['phone']
	});
	return aBundle(measurement, { responses: responsesOf(id, change) });
}

/** A file with last year and this year of one partnership. */
export function worldFile(change?: Change): string {
	return exchangeFileText([
		{
			partnership: aPartnership({ id: ids.partnership, name: 'Tweelingen', createdAt: '2025-01-01T10:00:00.000Z' }),
			measurements: [
				measurementOf(ids.earlier, '2025-03-01', change),
				measurementOf(ids.measurement, '2026-03-01', change)
			]
		}
	]);
}
