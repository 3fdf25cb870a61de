import type { IndividualResponse, Response, Threshold } from '$lib/domain/measurement/measurement';
import { computeTrendFigures } from '$lib/domain/scoring/trend-figures';
import { computeUniformSheets } from '$lib/domain/scoring/uniform-sheets';
import type { TableInput } from '$lib/exchange/figure-table/table-row';
import type { World } from '../../scorer/scorer';
import { PLAN } from '../../scorer/worlds';
import { aPartnership, aResponse } from '../records';
import { workshopWithClosing, type Workshop } from '../workshop';

/** A world of the second scorer as the app has it. */
export function roomOf(world: World): Workshop {
	const room = workshopWithClosing(PLAN);
	for (const [index, { id, people }] of world.groups.entries())
		room.groups.push({
			id,
			role: index % 2 === 0 ? 'gemeente' : 'vereniging',
			name: `Kant ${index + 1}`,
			...(people === null ? {} : { people })
		});
	if (world.threshold !== null) room.anonymous(world.threshold as Threshold);
	const responses = (
		kind: Response['kind'],
		all: readonly Pick<World['persons'][number], 'group' | 'given' | 'topics'>[]
	) =>
		all.map(({ group, given, topics }, index): Response => ({
			id: `${kind}-${index}`,
			groupId: group,
			kind,
			answers: given,
			topics: topics ?? undefined
		}));
	room.responses.push(...responses('individual', world.persons), ...responses('joint', world.together));
	return room;
}

/** What its rows in the table of everything are made of. */
export function tableInputOf(world: World, room = roomOf(world)): TableInput {
	const individual = world.persons.map(({ id, group, given, trends, topics }): IndividualResponse =>
		aResponse({ id, measurementId: 'm', groupId: group, answers: given, trends, topics: topics ?? undefined })
	);
	const figures = room.figures();
	const { questionnaire, groups, responses, privacy } = room;
	return {
		partnership: aPartnership({ id: 'p' }),
		measurement: room.measurement({ asksTrend: world.asksTrend }),
		questionnaire,
		figures,
		trends: world.asksTrend ? computeTrendFigures(questionnaire, groups, individual, privacy) : [],
		topics: room.topics(),
		uniform: computeUniformSheets(questionnaire, groups, responses, privacy, figures),
		counts: room.counts(),
		agreed: Object.entries(world.agreed).map(([dimensionId, score]) => ({
			measurementId: 'm',
			dimensionId,
			score,
			note: ''
		})),
		responses: individual
	};
}
