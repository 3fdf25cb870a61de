import type { Score } from '../../../src/lib/domain/measurement/measurement';
import { aBundle, aMeasurement, aPartnership, aResponse, exchangeFileText } from '../../builders/records';

/** What someone writes who wants a page, a report or a spreadsheet to run it. */
export const PAYLOAD = `"><img src=x onerror="window.__hit=1"><script>window.__hit=1</script>{@html 1}`;
/** The beginning of a formula, and a link that runs. */
export const FORMULA = `=cmd|' /C calc'!A0 ${PAYLOAD}`;
const LINK = 'javascript:window.__hit=1';
const SHORT = '<img src=x>';

export const ids = {
	partnership: 'a'.repeat(32),
	measurement: 'b'.repeat(32),
	earlier: 'c'.repeat(32),
	questionnaire: 'vijandige-lijst'
};

const numbers = [1, 2, 3];
const citation = { source: 'bron', section: PAYLOAD, says: PAYLOAD };

/** A sound questionnaire in which every text is hostile. */
export const hostileQuestionnaire = {
	format: 1,
	id: ids.questionnaire,
	version: '1.0.0',
	title: PAYLOAD,
	summary: PAYLOAD,
	minutes: { from: 1, to: 2 },
	roles: [
		{ id: 'gemeente', groupName: SHORT },
		{ id: 'vereniging', groupName: LINK }
	],
	scale: { points: [SHORT, LINK, SHORT, SHORT, LINK], unknown: SHORT },
	themes: [
		{
			id: 'thema',
			name: PAYLOAD,
			description: PAYLOAD,
			dimensions: numbers.map((number) => ({
				id: `onderdeel-${number}`,
				name: number === 1 ? PAYLOAD : `${LINK} ${number}`,
				shortName: SHORT,
				radarLabel: [SHORT, '</text><img>'],
				description: PAYLOAD,
				restsOn: [{ source: 'bron', section: PAYLOAD }],
				items: [{ id: `stelling-${number}`, statement: `${PAYLOAD} ${number}`, explanation: PAYLOAD }],
				tips: [
					{
						id: `tip-${number}`,
						when: 'low',
						for: 'all',
						action: PAYLOAD,
						detail: LINK,
						basis: 'toegepast',
						appliedFrom: PAYLOAD,
						citations: [citation]
					}
				],
				prompts: [{ id: `vraag-${number}`, for: 'all', question: PAYLOAD, when: 'low' }]
			}))
		}
	],
	generalPrompts: [{ id: 'algemeen', for: 'all', question: PAYLOAD, when: 'gap' }],
	sources: [
		{ id: 'bron', title: PAYLOAD, shortTitle: PAYLOAD, kind: PAYLOAD, publisher: LINK, author: PAYLOAD, date: null }
	],
	exceptions: [],
	changes: [{ version: '1.0.0', text: PAYLOAD }]
};

const groups = [
	{ id: 'g', role: 'gemeente', name: PAYLOAD },
	{ id: 'v', role: 'vereniging', name: FORMULA }
];

function measurement(id: string, date: string, score: Score) {
	const items = numbers.map((number) => `stelling-${number}`);
	const measured = aMeasurement({
		id,
		partnershipId: ids.partnership,
		name: PAYLOAD.slice(0, 80),
		date,
		questionnaire: { id: ids.questionnaire, version: '1.0.0' },
		groups
	});
	const about = { adviceId: null, dimensionId: 'onderdeel-1', createdAt: `${date}T20:00:00.000Z` };
	const commitment = { ...about, what: FORMULA, who: PAYLOAD, note: PAYLOAD, by: date, status: 'open' as const };
	return aBundle(measured, {
		responses: numbers.map((number) =>
			aResponse({
				id: `${id.slice(0, 8)}0${number}`,
				measurementId: id,
				groupId: 'g',
				answers: Object.fromEntries(items.map((item) => [item, score])),
				notes: { 'stelling-1': FORMULA }
			})
		),
		jointAnswers: items.map((itemId) => ({ groupId: 'v', itemId, answer: 4, revision: 1 })),
		notes: [{ itemId: 'stelling-1', text: PAYLOAD }],
		agreedScores: [{ dimensionId: 'onderdeel-1', score: 2, note: FORMULA }],
		commitments: [{ id: id.replace(/..$/, '0a'), ...commitment }],
		reportChoice: { adviceIds: null, ownWords: `${PAYLOAD}\n${LINK}` }
	});
}

/** An exchange file with all of it, as a stranger may send one. */
export const hostileFile = exchangeFileText(
	[
		{
			partnership: aPartnership({ id: ids.partnership, name: FORMULA }),
			measurements: [measurement(ids.earlier, '2025-03-01', 1), measurement(ids.measurement, '2026-03-01', 2)]
		}
	],
	[hostileQuestionnaire]
);
