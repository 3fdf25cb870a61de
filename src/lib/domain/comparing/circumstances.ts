import { computeComparability } from './comparability';
import type { ComparedOccasion, Comparison } from './comparison';
import { occasionAt, sideOf } from './comparison-shifts';
import type { GroupFigures } from '$lib/domain/scoring/figures';
import type { Privacy, Way } from '$lib/domain/measurement/measurement';

/** What else than the collaboration may explain a change between two measurements: only what the data say. */
export type Circumstance =
	/** Both have answers, and nobody knows whether they are of the same people. */
	| { kind: 'persons' }
	/** Individual responses of a group that has some in both. */
	| { kind: 'fewer-answers' | 'more-answers'; groupId: string; before: number; after: number }
	/** Dimensions with many «weet niet» in a group, among those where its figures show in both. */
	| { kind: 'many-unknown'; groupId: string; before: number; after: number }
	/** A group gave joint answers in one and individual answers in the other. */
	| { kind: 'basis'; groupId: string; before: Basis; after: Basis }
	| { kind: 'way'; before: readonly Way[]; after: readonly Way[] }
	| {
			kind: 'version';
			before: string;
			after: string;
			leftOut: number;
			reworded: number;
			scaleChanged: boolean;
			frameChanged: boolean;
	  }
	| { kind: 'privacy'; before: Privacy['mode']; after: Privacy['mode'] }
	/** Names of groups that take part in one only, and of groups under another name. */
	| { kind: 'groups'; gone: readonly string[]; added: readonly string[]; renamed: readonly Renamed[] };

export type Basis = 'individual' | 'joint';

interface Renamed {
	before: string;
	after: string;
}

/**
 * @param fromIndex place of the earlier occasion in the comparison
 * @param toIndex place of the later one
 * @throws RangeError when the comparison has no such occasion
 */
export function listCircumstances(comparison: Comparison, fromIndex: number, toIndex: number): Circumstance[] {
	const before = occasionAt(comparison, fromIndex);
	const after = occasionAt(comparison, toIndex);
	const groupIds = comparison.groups
		.map(({ id }) => id)
		.filter((id) => [before, after].every(({ groups }) => groups.some((group) => group.id === id)));
	return [
		...persons(before, after),
		...groupIds.flatMap((groupId) => [
			...answers(groupId, before, after),
			...manyUnknown(groupId, before, after),
			...basis(groupId, before, after)
		]),
		...ways(before, after),
		...version(comparison, before, after),
		...privacy(before, after),
		...groups(comparison, fromIndex, toIndex)
	];
}

/** A measurement with itself is of the same people. */
function persons(before: ComparedOccasion, after: ComparedOccasion): Circumstance[] {
	const answered = [before, after].every(({ figures, counts }) => {
		const joint = figures.dimensions.some(({ groups }) => groups.some((group) => group.basis === 'joint'));
		return joint || counts.some(({ responses }) => responses > 0);
	});
	return answered && before.measurement.id !== after.measurement.id ? [{ kind: 'persons' }] : [];
}

function answers(groupId: string, before: ComparedOccasion, after: ComparedOccasion): Circumstance[] {
	const count = ({ counts }: ComparedOccasion) => counts.find((side) => side.groupId === groupId)?.responses ?? 0;
	const figures = { groupId, before: count(before), after: count(after) };
	if (figures.before === 0 || figures.after === 0 || figures.before === figures.after) return [];
	return [{ kind: figures.after < figures.before ? 'fewer-answers' : 'more-answers', ...figures }];
}

function manyUnknown(groupId: string, before: ComparedOccasion, after: ComparedOccasion): Circumstance[] {
	const pairs = sidesIn(before, groupId).flatMap((side, index): [GroupFigures, GroupFigures][] => {
		const other = sidesIn(after, groupId)[index];
		return other && !side.hidden && !other.hidden ? [[side, other]] : [];
	});
	const figures = {
		before: pairs.filter(([side]) => side.manyUnknown).length,
		after: pairs.filter(([, side]) => side.manyUnknown).length
	};
	return figures.before === figures.after ? [] : [{ kind: 'many-unknown', groupId, ...figures }];
}

function basis(groupId: string, before: ComparedOccasion, after: ComparedOccasion): Circumstance[] {
	const figures = { before: basisIn(before, groupId), after: basisIn(after, groupId) };
	if (!figures.before || !figures.after || figures.before === figures.after) return [];
	return [{ kind: 'basis', groupId, before: figures.before, after: figures.after }];
}

/** Individual as soon as one score rests on individuals. */
function basisIn(occasion: ComparedOccasion, groupId: string): Basis | undefined {
	const found = sidesIn(occasion, groupId).map((side) => side.basis);
	return (['individual', 'joint'] as const).find((kind) => found.includes(kind));
}

/** The figures of one group, of each dimension. */
function sidesIn({ figures }: ComparedOccasion, groupId: string): GroupFigures[] {
	return figures.dimensions.flatMap((dimension) => sideOf(dimension, groupId) ?? []);
}

function ways(before: ComparedOccasion, after: ComparedOccasion): Circumstance[] {
	const used = { before: before.measurement.ways, after: after.measurement.ways };
	const same = used.before.length === used.after.length && used.before.every((way) => used.after.includes(way));
	return same || used.before.length === 0 || used.after.length === 0 ? [] : [{ kind: 'way', ...used }];
}

/** Items are left out over all occasions of the comparison; the words are compared between these two. */
function version(
	{ comparability: { leftOut } }: Comparison,
	before: ComparedOccasion,
	after: ComparedOccasion
): Circumstance[] {
	const between = computeComparability([before.questionnaire, after.questionnaire]);
	if (between.kind === 'none') return [];
	const versions = { before: before.questionnaire.version, after: after.questionnaire.version };
	const { scaleChanged, frameChanged } = between;
	const changed = { reworded: between.reworded.length, scaleChanged, frameChanged };
	const same = changed.reworded === 0 && !scaleChanged && !frameChanged;
	if (versions.before === versions.after && same) return [];
	return [{ kind: 'version', ...versions, leftOut: leftOut.length, ...changed }];
}

function privacy(before: ComparedOccasion, after: ComparedOccasion): Circumstance[] {
	const modes = { before: before.measurement.privacy.mode, after: after.measurement.privacy.mode };
	return modes.before === modes.after ? [] : [{ kind: 'privacy', ...modes }];
}

function groups(comparison: Comparison, fromIndex: number, toIndex: number): Circumstance[] {
	const pairs = comparison.groups.map(({ own }) => ({ before: own[fromIndex] ?? null, after: own[toIndex] ?? null }));
	const gone = pairs.flatMap(({ before, after }) => (before && !after ? [before.name] : []));
	const added = pairs.flatMap(({ before, after }) => (after && !before ? [after.name] : []));
	const renamed = pairs.flatMap(({ before, after }) =>
		before && after && before.name !== after.name ? [{ before: before.name, after: after.name }] : []
	);
	return [gone, added, renamed].every((names) => names.length === 0) ? [] : [{ kind: 'groups', gone, added, renamed }];
}
