import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { withAgenda } from '$lib/domain/measurement/measurement';
import { fingerprintOf } from '$lib/domain/measurement/showing';
import { writeExchangeFile, type ExchangeContent } from '$lib/exchange/files/exchange-file';
import { closing } from './closing';
import { ownQuestionnaire } from './own-questionnaire';
import { aBundle, anItem, anotherItem, aPartnership } from './records';
import { anonymous, measurement, response } from './handing-in';

const [gemeente, verenigingen] = measurement.groups.map((group) => group.id);

/** An open measurement with something of every kind, nothing in order. */
export const openBundle: MeasurementBundle = {
	measurement,
	responses: [
		{ ...response, id: 'ff00ff00ff', answers: { [anItem]: 4, [anotherItem]: 'unknown' }, notes: { [anItem]: 'Ja!' } },
		{ ...response, revision: 2, answers: { [anotherItem]: 1 } }
	],
	jointAnswers: [
		{ groupId: verenigingen ?? '', itemId: anItem, answer: 'unknown', revision: 1 },
		{ groupId: gemeente ?? '', itemId: anItem, answer: 5, revision: 3 }
	],
	notes: [
		{ itemId: anItem, text: 'Beeld: 😀 en ë, "aanhalingstekens"' },
		{ itemId: anotherItem, text: 'Twee\nregels' }
	],
	agreedScores: [
		{ dimensionId: 'waardering', score: 3, note: 'Na het gesprek' },
		{ dimensionId: 'openheid', score: null, note: '' }
	],
	commitments: [
		{
			id: 'c'.repeat(32),
			adviceId: null,
			dimensionId: null,
			what: 'Een avond voor alle vrijwilligers',
			who: '',
			by: '',
			status: 'open',
			note: '',
			createdAt: '2026-03-19T20:30:00.000Z'
		},
		{
			id: 'b'.repeat(32),
			adviceId: 'waardering-laag-tip',
			dimensionId: 'waardering',
			what: 'Na elke activiteit bedanken',
			who: 'Els',
			by: '2026-06-01',
			status: 'busy',
			note: 'Begonnen',
			createdAt: '2026-03-19T20:31:00.000Z'
		}
	],
	reportChoice: { adviceIds: ['waardering-laag-tip', 'openheid-hoog'], ownWords: 'Dank aan iedereen.' },
	position: 'waardering'
};

/** The same occasion as an anonymous measurement with another id, shown and sealed. */
export const sealedBundle: MeasurementBundle = aBundle(
	{ ...anonymous, id: '1'.repeat(32), status: 'closed', sealed: true },
	{
		responses: ['a1', 'b2', 'c3', 'd4', 'e5'].map((end) => ({
			...response,
			id: `00000000${end}`,
			measurementId: '1'.repeat(32),
			answers: { [anItem]: 3 }
		})),
		agreedScores: openBundle.agreedScores
	}
);

/** A measurement of a questionnaire that this app does not have. */
export const strangeBundle: MeasurementBundle = aBundle(
	{
		...measurement,
		id: '2'.repeat(32),
		partnershipId: '3'.repeat(32),
		questionnaire: { id: 'eigen-lijst', version: '2.0.0' }
	},
	{
		responses: [{ ...response, id: '0123456789', measurementId: '2'.repeat(32), answers: { 'eigen-stelling': 2 } }],
		reportChoice: { adviceIds: null, ownWords: '' }
	}
);

const partnership = aPartnership({ name: 'Halle-aan-Zee en verenigingen', createdAt: '2026-03-01T10:00:00.000Z' });

/** Everything on a device: two measurements of one partnership, one of another, and one without any. */
export const everything: PartnershipBundle[] = [
	{ partnership, measurements: [sealedBundle, openBundle] },
	{ partnership: { ...partnership, id: '3'.repeat(32), name: 'Eigen lijst' }, measurements: [strangeBundle] },
	{ partnership: { ...partnership, id: '0'.repeat(32), name: 'Nog leeg', example: true }, measurements: [] }
];

/** A repeat of the open measurement: it asks how each dimension goes beside last time. */
const repeatBundle: MeasurementBundle = aBundle(
	{
		...openBundle.measurement,
		id: '4'.repeat(32),
		date: '2027-03-18',
		asksTrend: true,
		// Of the other side nobody knows yet how many people it has.
		groups: measurement.groups.map((group, index) => (index === 0 ? { ...group, people: 14 } : group))
	},
	{
		responses: [
			{
				...response,
				id: '44ff00ff00',
				measurementId: '4'.repeat(32),
				answers: { [anItem]: 5 },
				trends: { waardering: 'better', openheid: 'same', draagvlak: 'worse' }
			}
		],
		position: 'waardering'
	}
);

/** As the device wrote it that showed an anonymous measurement, after it was handed over to it once. */
function withShowing(bundle: MeasurementBundle): MeasurementBundle {
	if (bundle.measurement.privacy.mode === 'open') return bundle;
	const shownOver = fingerprintOf(bundle.measurement, bundle.responses);
	return { ...bundle, showing: { device: '0a1b2c3d4e', turn: 1, shownOver, backup: false } };
}

/** Everything that version 3 of the file can hold, with the questionnaire that one of the measurements uses. */
export const newest: ExchangeContent = {
	bundles: everything.map((bundle) =>
		bundle.partnership.id === partnership.id
			? {
					partnership: { ...partnership, nextDate: '2028-03-16' },
					measurements: [...bundle.measurements.map(withShowing), repeatBundle]
				}
			: bundle
	),
	questionnaires: [ownQuestionnaire]
};

/** The open measurement with what people surely want to talk about: of persons, and of a side together. */
export const withTopics: PartnershipBundle[] = [
	{
		partnership,
		measurements: [
			{
				...openBundle,
				responses: [
					{ ...response, id: 'ff00ff00ff', answers: { [anItem]: 4 }, topics: ['openheid', 'waardering'] },
					{ ...response, id: 'ff00ff00fe', answers: { [anItem]: 2 }, topics: [] },
					{ ...response, id: 'ff00ff00fd', answers: { [anItem]: 5 } }
				],
				jointAnswers: [
					...openBundle.jointAnswers,
					{ groupId: gemeente ?? '', itemId: closing.id, answer: ['waardering'], revision: 2 },
					{ groupId: verenigingen ?? '', itemId: closing.id, answer: null, revision: 3 }
				]
			}
		]
	}
];

/** The open measurement, of which the room chose what to talk about. */
export const withTopicsChosen: PartnershipBundle[] = [
	{
		partnership,
		measurements: [{ ...openBundle, measurement: withAgenda(measurement, ['waardering', 'openheid']) }]
	}
];

/** Only the open measurement. */
export const one: PartnershipBundle[] = [{ partnership, measurements: [openBundle] }];

/** The partnership with this measurement instead. */
export function oneWith(changes: Partial<MeasurementBundle>): PartnershipBundle[] {
	return [{ partnership, measurements: [{ ...openBundle, ...changes }] }];
}

/** The text of a file with these bundles and no own questionnaires. */
export function fileTextOf(bundles: readonly PartnershipBundle[]): string {
	return writeExchangeFile({ bundles, questionnaires: [] });
}

/** What version 6 adds: a questionnaire that is not ready, with what a screen may leave in one. */
export const withDraft: ExchangeContent = {
	bundles: [],
	questionnaires: [ownQuestionnaire],
	drafts: [
		{
			id: 'd'.repeat(32),
			content: {
				...ownQuestionnaire,
				title: '',
				minutes: { from: 0, to: 0 },
				themes: ownQuestionnaire.themes.map((theme) => ({
					...theme,
					dimensions: theme.dimensions.map((dimension) => ({
						...dimension,
						name: '',
						resultName: undefined,
						items: [...dimension.items, { id: 'nieuw-0a1b2c3d4e', statement: 'We bel', explanation: '' }],
						// What was chosen before stays beside, to choose it again.
						tips: dimension.tips.map((tip) => ({ appliedFrom: 'een ander soort partners', ...tip }))
					}))
				})),
				sources: []
			},
			base: { id: ownQuestionnaire.id, version: ownQuestionnaire.version },
			change: 'Eén stelling erbij'
		}
	]
};

/** The open measurement with what version 5 adds: tags, notes for who guides alone, how often something changed. */
export const withTagsAndEdits: PartnershipBundle[] = [
	{
		partnership: { ...partnership, tags: ['cultuur', 'regio Kempen'] },
		measurements: [
			{
				...openBundle,
				agreedScores: openBundle.agreedScores.map((agreed) => ({
					...agreed,
					edits: { '0a1b2c3d4e': 2, ff00ff00ff: 1 }
				})),
				commitments: openBundle.commitments.map((commitment) => ({ ...commitment, edits: { ff00ff00ff: 3 } }))
			}
		],
		privateNote: 'De schepen belt eerst.'
	}
];
