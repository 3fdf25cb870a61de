import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import type { OwnLetterbox } from '$lib/domain/measurement/own-letterbox';
import type { Commitment } from '$lib/domain/measurement/commitment';
import type {
	Group,
	IndividualResponse,
	Invitation,
	Measurement,
	Partnership
} from '$lib/domain/measurement/measurement';

/**
 * One of each thing that people make, sound in every field: a test names only what it is about. The ids are such as
 * files and links take. Only types are imported, so that journeys and the bench can use it as well.
 */

/** Items of the questionnaire «samenwerking», in every version. */
export const anItem = 'waardering-inzet-gezien';
export const anotherItem = 'partnerschap-gemeente-vraagt-eerst-meedenken';

export function aPartnership(changes: Partial<Partnership> = {}): Partnership {
	return {
		id: 'fedcba9876543210fedcba9876543210',
		name: 'Kermis en cultuur',
		createdAt: '2025-03-20T19:00:00.000Z',
		example: false,
		nextDate: '',
		...changes
	};
}

/** With an id to recognise in a database, as in what follows. */
export function partnershipOf(id: string): Partnership {
	return aPartnership({ id, name: `Verband ${id}` });
}

export function twoGroups(): [Group, Group] {
	return [
		{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
	];
}

/** Open in both senses: to everybody, and to answers. */
export function aMeasurement({ date = '2026-03-19', ...changes }: Partial<Measurement> = {}): Measurement {
	return {
		id: '0123456789abcdef0123456789abcdef',
		partnershipId: 'fedcba9876543210fedcba9876543210',
		name: '',
		date,
		questionnaire: { id: 'samenwerking', version: '1.0.0' },
		groups: twoGroups(),
		privacy: { mode: 'open' },
		status: 'open',
		sealed: false,
		ways: ['together'],
		createdAt: `${date}T19:30:00.000Z`,
		asksTrend: false,
		...changes
	};
}

export function measurementOf(partnershipId: string, id: string, date?: string): Measurement {
	return aMeasurement({ partnershipId, id, ...(date !== undefined && { date }) });
}

export function anInvitation(changes: Partial<Invitation> = {}): Invitation {
	return { ...invitationTo(aMeasurement()), ...changes };
}

/** What the link to this measurement carries. */
export function invitationTo({ id, questionnaire, groups, privacy, date, asksTrend }: Measurement): Invitation {
	return { measurementId: id, questionnaire, groups, privacy, partnershipName: 'Kermis en cultuur', date, asksTrend };
}

/** One respondent's first revision, of the group «gemeente». */
export function aResponse(changes: Partial<IndividualResponse> = {}): IndividualResponse {
	return {
		id: '00ff00ff00',
		measurementId: '0123456789abcdef0123456789abcdef',
		groupId: 'gemeente',
		revision: 1,
		answers: { [anItem]: 4, [anotherItem]: 'unknown' },
		notes: {},
		trends: {},
		...changes
	};
}

export function responseOf(
	measurementId: string,
	id: string,
	changes: Partial<IndividualResponse> = {}
): IndividualResponse {
	return aResponse({ measurementId, id, ...changes });
}

/** Open, with a key that was made nowhere: who opens an envelope with it makes one. */
export function aLetterbox(changes: Partial<OwnLetterbox> = {}): OwnLetterbox {
	return {
		roomId: 'r'.repeat(22),
		roomSecret: 's'.repeat(43),
		publicKey: 'B'.repeat(87),
		privateKey: 'k'.repeat(43),
		openedOn: '2026-03-01',
		status: 'open',
		...changes
	};
}

/** One that came from nothing but the talk, and that still has to happen. */
export function aCommitment(changes: Partial<Commitment> = {}): Commitment {
	return {
		id: 'cccccccccccccccccccccccccccccccc',
		partnershipId: 'fedcba9876543210fedcba9876543210',
		measurementId: '0123456789abcdef0123456789abcdef',
		adviceId: null,
		dimensionId: null,
		what: 'We spreken af wie na elke activiteit bedankt.',
		who: 'Els en de feestraad',
		by: '2026-06-01',
		status: 'open',
		note: '',
		createdAt: '2026-03-19T20:30:00.000Z',
		...changes
	};
}

/** Made at this measurement, from a tip. */
export function commitmentOf(measurement: Measurement, id: string, changes: Partial<Commitment> = {}): Commitment {
	return aCommitment({
		id,
		partnershipId: measurement.partnershipId,
		measurementId: measurement.id,
		adviceId: 'openheid-laag',
		dimensionId: 'openheid',
		createdAt: `${measurement.date}T20:30:00.000Z`,
		...changes
	});
}

/** A measurement as it stands in a file: with these responses and nothing else, unless named. */
export function aBundle(
	measurement: Measurement = aMeasurement(),
	changes: Partial<Omit<MeasurementBundle, 'measurement'>> = {}
): MeasurementBundle {
	return {
		measurement,
		responses: [],
		jointAnswers: [],
		notes: [],
		agreedScores: [],
		commitments: [],
		reportChoice: null,
		position: null,
		...changes
	};
}

/** The text of a file with these bundles, in the order of the fields that the app writes. */
export function exchangeFileText(partnerships: readonly PartnershipBundle[], questionnaires: readonly object[] = []) {
	const content = { format: 'samenwerkingsmeter-uitwisseling', version: 3, partnerships, questionnaires };
	return `${JSON.stringify(content, null, '\t')}\n`;
}
