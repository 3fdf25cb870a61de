import type { Comparison, Occasion } from '$lib/domain/comparing/comparison';
import type { Measurement, Response, Threshold } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { Year } from '../../scorer/comparing';
import { workshop } from '../workshop';

/** A measurement of the second scorer as the app has it. */
export function occasionOf({ world, version, date }: Year): Occasion {
	const questionnaire = versionOf(world, version);
	const room = workshop();
	for (const { id, name = id, role = 'gemeente' } of world.groups) room.groups.push({ id, name, role });
	if (world.threshold !== null) room.anonymous(world.threshold as Threshold);
	const responses = (kind: Response['kind'], all: readonly { group: string; given: Response['answers'] }[]) =>
		all.map(({ group, given }, index): Response => ({
			id: `${kind}-${index}`,
			groupId: group,
			kind,
			answers: given
		}));
	const measurement: Measurement = room.measurement({
		id: `meting-${date}`,
		date,
		partnershipId: 'partnership',
		questionnaire: { id: questionnaire.id, version }
	});
	return {
		measurement,
		questionnaire,
		responses: [...responses('individual', world.persons), ...responses('joint', world.together)]
	};
}

/** A version with the dimensions and the statements of a world, under their own ids. */
function versionOf({ themes }: Year['world'], version: string): Questionnaire {
	const { questionnaire } = workshop(
		Object.fromEntries(
			themes.map(({ id, dimensions }) => [id, Object.fromEntries(dimensions.map((own) => [own.id, own.items.length]))])
		)
	);
	const idsOf = new Map(themes.flatMap(({ dimensions }) => dimensions.map(({ id, items }) => [id, items] as const)));
	return {
		...questionnaire,
		version,
		themes: questionnaire.themes.map((theme) => ({
			...theme,
			dimensions: theme.dimensions.map((dimension) => ({
				...dimension,
				items: dimension.items.map((item, index) => {
					const id = idsOf.get(dimension.id)?.[index] ?? item.id;
					return { ...item, id, statement: `Stelling ${id}.` };
				})
			}))
		}))
	};
}

/** Who a group of a comparison is, by its id and by its name. */
export function whoOf({ groups }: Comparison, years: readonly Year[]): Map<string, string> {
	return new Map(
		groups.flatMap(({ id, name, own }) => {
			const place = own.findIndex((group) => group !== null);
			const one = years[place]?.who[own[place]?.id ?? ''] ?? '';
			return [
				[id, one],
				[name, one]
			] as const;
		})
	);
}
