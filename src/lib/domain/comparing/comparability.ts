import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { stableText } from '$lib/domain/text/stable-text';
import { compareVersions } from '$lib/domain/questionnaire/questionnaire-ref';

/**
 * Whether measurements with these questionnaires can be compared, and over which items. Source:
 * docs/scoring.md, «Comparing».
 */
export type Comparability = Comparable | { kind: 'none'; reason: NotComparable };

export type NotComparable = 'other-questionnaire' | 'nothing-shared';

export interface Comparable {
	/** `full`: every item of every questionnaire is shared. */
	kind: 'full' | 'partly';
	/** Ids of the items that all questionnaires have, in the dimension with the same id. */
	shared: ReadonlySet<string>;
	/** Newest questionnaire first, each in its own order. */
	leftOut: LeftOutItem[];
	/** In the order of the newest questionnaire. */
	reworded: RewordedItem[];
	/** The words at the points of the scale, or at «weet niet», are not the same everywhere. */
	scaleChanged: boolean;
	/** What stands above the statements (question, time, who is meant) is not the same, or not there, everywhere. */
	frameChanged: boolean;
	/** Dimensions that nothing is said of, since they have no shared item; those of the newest questionnaire first. */
	leftOutDimensions: LeftOutDimension[];
}

export interface LeftOutDimension {
	dimensionId: string;
	/** `gone`: not in the newest questionnaire; `new`: not in all of the older ones; `other-items`: in all of them. */
	why: 'gone' | 'new' | 'other-items';
}

export interface LeftOutItem {
	itemId: string;
	/** As the newest version that has the item says it. */
	statement: string;
	/** In the newest version that has the item. */
	dimensionId: string;
	/** `moved`: every questionnaire has it, in different dimensions. */
	why: 'not-in-all' | 'moved';
	/** The compared versions in which it stands, oldest first. */
	versions: string[];
	/** What the change lists say of it, since the oldest of the compared versions. */
	changes: string[];
}

/** A shared item, with the same meaning in other words. */
interface RewordedItem {
	itemId: string;
	/** As the oldest version says it whose words are other ones. */
	oldest: string;
	newest: string;
}

/**
 * The order of the questionnaires does not matter.
 * @param questionnaires at least one; the same version may come more than once
 */
export function computeComparability(questionnaires: readonly Questionnaire[]): Comparability {
	if (new Set(questionnaires.map(({ id }) => id)).size > 1) return { kind: 'none', reason: 'other-questionnaire' };
	const oldestFirst = [...questionnaires].sort((a, b) => compareVersions(a.version, b.version));
	const catalogues = oldestFirst.map(catalogueOf);
	const ids = [...new Set([...catalogues].reverse().flatMap((catalogue) => [...catalogue.keys()]))];
	const items = ids.map((itemId) => ({ itemId, places: catalogues.flatMap((items) => items.get(itemId) ?? []) }));
	const isShared = ({ places }: ListedItem) => places.length === oldestFirst.length && inOneDimension(places);
	const shared = items.filter(isShared);
	if (shared.length === 0) return { kind: 'none', reason: 'nothing-shared' };
	const leftOut = items.filter((item) => !isShared(item));
	return {
		kind: leftOut.length === 0 ? 'full' : 'partly',
		shared: new Set(shared.map(({ itemId }) => itemId)),
		leftOut: leftOut.flatMap((item) => asLeftOut(item, oldestFirst)),
		reworded: shared.flatMap(asReworded),
		scaleChanged: new Set(oldestFirst.map(({ scale }) => [...scale.points, scale.unknown].join('\n'))).size > 1,
		frameChanged: new Set(oldestFirst.map(({ frame }) => stableText(frame ?? null))).size > 1,
		leftOutDimensions: dimensionsWithout(
			new Set(shared.flatMap(({ places }) => places[0]?.dimensionId ?? [])),
			oldestFirst
		)
	};
}

function dimensionsWithout(compared: ReadonlySet<string>, oldestFirst: readonly Questionnaire[]): LeftOutDimension[] {
	const idsIn = oldestFirst.map((questionnaire) => dimensionsOf(questionnaire).map(({ dimension }) => dimension.id));
	const newest = idsIn.at(-1) ?? [];
	const ids = [...new Set([...idsIn].reverse().flat())].filter((id) => !compared.has(id));
	return ids.map((dimensionId) => {
		const everywhere = idsIn.every((own) => own.includes(dimensionId));
		return { dimensionId, why: !newest.includes(dimensionId) ? 'gone' : everywhere ? 'other-items' : 'new' };
	});
}

interface Place {
	version: string;
	dimensionId: string;
	statement: string;
}

/** An item of any questionnaire, with its place in each questionnaire that has it, oldest first. */
interface ListedItem {
	itemId: string;
	places: readonly Place[];
}

function catalogueOf(questionnaire: Questionnaire): Map<string, Place> {
	return new Map(
		dimensionsOf(questionnaire).flatMap(({ dimension }) =>
			dimension.items.map(({ id, statement }): [string, Place] => [
				id,
				{ version: questionnaire.version, dimensionId: dimension.id, statement }
			])
		)
	);
}

const inOneDimension = (places: readonly Place[]) => new Set(places.map(({ dimensionId }) => dimensionId)).size === 1;

function asLeftOut({ itemId, places }: ListedItem, oldestFirst: readonly Questionnaire[]): LeftOutItem[] {
	const newest = places.at(-1);
	if (!newest) return [];
	const { statement, dimensionId } = newest;
	return [
		{
			itemId,
			statement,
			dimensionId,
			why: places.length === oldestFirst.length ? 'moved' : 'not-in-all',
			versions: [...new Set(places.map(({ version }) => version))],
			changes: changesOf(itemId, oldestFirst)
		}
	];
}

/** A change list holds all earlier versions as well: what changed before the oldest of these explains nothing here. */
function changesOf(itemId: string, oldestFirst: readonly Questionnaire[]): string[] {
	const from = oldestFirst[0]?.version ?? '';
	const texts = oldestFirst.flatMap(({ changes }) =>
		changes
			.filter((change) => compareVersions(change.version, from) > 0 && change.items?.includes(itemId))
			.map(({ text }) => text)
	);
	return [...new Set(texts)];
}

function asReworded({ itemId, places }: ListedItem): RewordedItem[] {
	const newest = places.at(-1);
	const oldest = places.find(({ statement }) => statement !== newest?.statement);
	return newest && oldest ? [{ itemId, oldest: oldest.statement, newest: newest.statement }] : [];
}
