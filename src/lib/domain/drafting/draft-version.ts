import { haveSameContent } from '$lib/domain/text/stable-text';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { compareVersions } from '$lib/domain/questionnaire/questionnaire-ref';

/**
 * Which version a draft becomes, by what changed since the one it goes on from. The rules are those of
 * docs/eigen-vragenlijst.md: a word is 1.0.1, a statement more, fewer or replaced 1.1.0, another set-up 2.0.0.
 */

export type Step = 'none' | 'words' | 'items' | 'set-up';

export function stepBetween(before: Questionnaire, after: Questionnaire): Step {
	if (haveSameContent(written(before), written(after))) return 'none';
	if (!haveSameContent(setUp(before), setUp(after))) return 'set-up';
	return haveSameContent(itemIds(before), itemIds(after)) ? 'words' : 'items';
}

/**
 * The version that comes after what is there: higher than every other of this questionnaire.
 * @param base the version that the draft goes on from
 * @param others all versions that exist, the base among them
 */
export function nextVersion(base: string, step: Exclude<Step, 'none'>, others: readonly string[]): string {
	let version = raised(base, step);
	const highest = [...others].sort(compareVersions).at(-1);
	// Two drafts may go on from one version: the second comes after what the first became.
	if (highest !== undefined && compareVersions(highest, version) >= 0) version = raised(highest, step);
	return version;
}

function raised(version: string, step: Exclude<Step, 'none'>): string {
	const [major = 1, minor = 0, patch = 0] = version.split('.').map(Number);
	if (step === 'set-up') return `${major + 1}.0.0`;
	return step === 'items' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** What is new, in one sentence of Dutch, where nobody wrote it. */
export function changeWords(before: Questionnaire | undefined, after: Questionnaire): string {
	if (!before) return 'Eerste versie.';
	const [old, now] = [new Set(itemIds(before)), new Set(itemIds(after))];
	const added = [...now].filter((id) => !old.has(id)).length;
	const gone = [...old].filter((id) => !now.has(id)).length;
	const known = new Map(itemsOf(before).map(({ id, statement }) => [id, statement]));
	const reworded = itemsOf(after).filter(({ id, statement }) => known.has(id) && known.get(id) !== statement).length;
	const parts = [
		counted(added, 'stelling erbij', 'stellingen erbij'),
		counted(gone, 'stelling weg', 'stellingen weg'),
		counted(reworded, 'stelling anders verwoord', 'stellingen anders verwoord')
	].filter((part) => part !== '');
	return parts.length > 0 ? `${parts.join(', ')}.` : 'Andere teksten of een andere opzet; de stellingen bleven.';
}

/** The items that a change is about: what came, what went, and what reads otherwise. */
export function changedItems(before: Questionnaire, after: Questionnaire): string[] {
	const texts = (one: Questionnaire) => new Map(itemsOf(one).map(({ id, statement }) => [id, statement]));
	const [old, now] = [texts(before), texts(after)];
	return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id));
}

const counted = (count: number, one: string, many: string) =>
	count === 0 ? '' : `${count} ${count === 1 ? one : many}`;

const itemIds = (questionnaire: Questionnaire) => itemsOf(questionnaire).map(({ id }) => id);

/** Without what says which version it is. */
function written({ version, changes, ...content }: Questionnaire): unknown {
	void [version, changes];
	return content;
}

/** In which language, who answers, on which scale, and in which themes and dimensions. */
function setUp(questionnaire: Questionnaire): unknown {
	return {
		language: questionnaire.language,
		roles: questionnaire.roles.map(({ id }) => id),
		points: questionnaire.scale.points,
		dimensions: dimensionsOf(questionnaire).map(({ dimension, theme }) => [theme.id, dimension.id])
	};
}
