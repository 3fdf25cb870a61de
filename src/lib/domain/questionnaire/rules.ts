import type { Path } from '$lib/domain/text/json-places';
import { dimensionsOf, itemsOf, type Dimension, type Item, type Questionnaire } from './questionnaire';
import type { Problem, ProblemCode } from './problem';

/** The rules between the parts of a questionnaire whose shape holds. */

/** An item may have this many words at most (the aim is about 20). */
const MAX_ITEM_WORDS = 25;
/** More than anyone can answer in one sitting, and what every screen still draws at once. */
const MAX_ITEMS = 500;
const MAX_DIMENSIONS = 100;
const MAX_ROLES = 10;

/** A part of the questionnaire and where it stands. */
interface Place<T> {
	value: T;
	path: Path;
}

/** Everything that any rule finds, in the order of the rules. */
export function ruleProblems(questionnaire: Questionnaire): Problem[] {
	// First of all: the other rules would take minutes over what is far too large.
	const tooMany = tooManyParts(questionnaire);
	if (tooMany.length > 0) return tooMany;
	return [
		...duplicateIds(questionnaire),
		...reservedIds(questionnaire),
		...unknownSources(questionnaire),
		...unknownRoles(questionnaire),
		...wrongMinutes(questionnaire),
		...missingAdvice(questionnaire),
		...longItems(questionnaire),
		...duplicateExceptions(questionnaire),
		...uselessExceptions(questionnaire),
		...missingChange(questionnaire),
		...joinedClaims(questionnaire)
	];
}

function within<T>(path: Path, key: string, list: readonly T[]): Place<T>[] {
	return list.map((value, index) => ({ value, path: [...path, key, index] }));
}

function dimensionPlaces({ themes }: Questionnaire): Place<Dimension>[] {
	return within([], 'themes', themes).flatMap(({ value, path }) => within(path, 'dimensions', value.dimensions));
}

function itemPlaces(questionnaire: Questionnaire): Place<Item>[] {
	return dimensionPlaces(questionnaire).flatMap(({ value, path }) => within(path, 'items', value.items));
}

/** Every tip and prompt, the general ones last. */
function advicePlaces(questionnaire: Questionnaire) {
	return [
		...dimensionPlaces(questionnaire).flatMap(({ value, path }) => [
			...within(path, 'tips', value.tips),
			...within(path, 'prompts', value.prompts)
		]),
		...within([], 'generalPrompts', questionnaire.generalPrompts)
	];
}

/** All parts with an id of their own, by kind: within a kind an id is unique. */
function partsByKind(questionnaire: Questionnaire): Record<string, Place<{ id: string }>[]> {
	return {
		rol: within([], 'roles', questionnaire.roles),
		thema: within([], 'themes', questionnaire.themes),
		onderdeel: dimensionPlaces(questionnaire),
		stelling: itemPlaces(questionnaire),
		'tip of gespreksvraag': advicePlaces(questionnaire),
		bron: within([], 'sources', questionnaire.sources)
	};
}

/** Of ids that stand more than once, one problem each, at the second. */
function repeated(places: readonly Place<{ id: string }>[], code: ProblemCode, message: string): Problem[] {
	const counts = new Map<string, number>();
	const seconds = places.filter(({ value }) => {
		const count = (counts.get(value.id) ?? 0) + 1;
		counts.set(value.id, count);
		return count === 2;
	});
	return seconds.map(({ value, path }) => ({ code, where: value.id, path: [...path, 'id'], message }));
}

function duplicateIds(questionnaire: Questionnaire): Problem[] {
	return Object.entries(partsByKind(questionnaire)).flatMap(([kind, places]) =>
		repeated(places, 'duplicate-id', `Dit id staat meer dan één keer bij ${kind}.`)
	);
}

/** «all» means every role; «constructor» is a name that every JavaScript object has already. */
function reservedIds(questionnaire: Questionnaire): Problem[] {
	const problem = ({ value, path }: Place<{ id: string }>): Problem => ({
		code: 'reserved-id',
		where: value.id,
		path: [...path, 'id'],
		message: `Het id "${value.id}" gebruikt de app zelf. Kies een ander.`
	});
	const { rol = [], ...others } = partsByKind(questionnaire);
	return [
		...rol.filter(({ value }) => value.id === 'all').map(problem),
		...[rol, ...Object.values(others)]
			.flat()
			.filter(({ value }) => value.id === 'constructor')
			.map(problem)
	];
}

function unknownSources(questionnaire: Questionnaire): Problem[] {
	const known = new Set(questionnaire.sources.map((source) => source.id));
	const problems = (where: string, citations: readonly Place<{ source: string }>[]): Problem[] =>
		citations
			.filter(({ value }) => !known.has(value.source))
			.map(({ value, path }) => ({
				code: 'unknown-source',
				where,
				path: [...path, 'source'],
				message: `Verwijst naar de bron "${value.source}", die niet in de lijst van bronnen staat.`
			}));
	return dimensionPlaces(questionnaire).flatMap(({ value: dimension, path }) => [
		...problems(dimension.id, within(path, 'restsOn', dimension.restsOn)),
		...within(path, 'tips', dimension.tips).flatMap((tip) =>
			problems(tip.value.id, within(tip.path, 'citations', tip.value.citations))
		)
	]);
}

function unknownRoles(questionnaire: Questionnaire): Problem[] {
	const known = new Set(['all', ...questionnaire.roles.map((role) => role.id)]);
	return advicePlaces(questionnaire).flatMap(({ value, path }) => {
		const named: [string, string][] = [['for', value.for]];
		if ('higher' in value && typeof value.higher === 'string') named.push(['higher', value.higher]);
		return named
			.filter(([, role]) => !known.has(role))
			.map(([key, role]): Problem => ({
				code: 'unknown-role',
				where: value.id,
				path: [...path, key],
				message: `Verwijst naar de rol "${role}", die niet in de lijst van rollen staat.`
			}));
	});
}

function wrongMinutes({ minutes }: Questionnaire): Problem[] {
	if (minutes.from <= minutes.to) return [];
	const message = `Dit duurt van ${minutes.from} tot ${minutes.to} minuten: het eerste getal moet het kleinste zijn.`;
	return [{ code: 'wrong-minutes', where: 'minutes', path: ['minutes'], message }];
}

function tooManyParts(questionnaire: Questionnaire): Problem[] {
	const problem = (what: string, count: number, limit: number): Problem[] =>
		count <= limit
			? []
			: [
					{
						code: 'too-large',
						where: 'themes',
						path: ['themes'],
						message: `Dit zijn ${count} ${what}; hoogstens ${limit}.`
					}
				];
	return [
		...problem('rollen', questionnaire.roles.length, MAX_ROLES),
		...problem('onderdelen', dimensionsOf(questionnaire).length, MAX_DIMENSIONS),
		...problem('stellingen', itemsOf(questionnaire).length, MAX_ITEMS)
	];
}

/** What every dimension owes (content blueprint, «Tips and prompts»), and the general prompts. */
function missingAdvice(questionnaire: Questionnaire): Problem[] {
	const roles = questionnaire.roles.map((role) => role.id);
	const problem = (where: string, path: Path, what: string): Problem => ({
		code: 'missing-advice',
		where,
		path,
		message: `Er ontbreekt ${what}.`
	});
	const perDimension = dimensionPlaces(questionnaire).flatMap(({ value, path }) =>
		missingInDimension(value, roles).map((what) => problem(value.id, [...path, 'id'], what))
	);
	const general = (['gap', 'many-unknown', 'fall', 'stayed-low'] as const)
		.filter((when) => !questionnaire.generalPrompts.some((prompt) => prompt.when === when))
		.map((when) => problem('generalPrompts', ['generalPrompts'], `een algemene gespreksvraag voor "${when}"`));
	return [...perDimension, ...general];
}

function missingInDimension(dimension: Dimension, roles: string[]): string[] {
	const advice = [...dimension.tips, ...dimension.prompts];
	const reaches = (when: string, role: string) =>
		advice.some((entry) => entry.when === when && (entry.for === role || entry.for === 'all'));
	const missing: string[] = [];
	for (const role of roles) {
		if (!reaches('low', role)) missing.push(`een tip of gespreksvraag bij een lage score voor rol "${role}"`);
	}
	if (!dimension.tips.some((tip) => tip.when === 'low')) missing.push('minstens één tip bij een lage score');
	for (const when of ['middling', 'high']) {
		if (!advice.some((entry) => entry.when === when)) missing.push(`een tip of gespreksvraag bij "${when}"`);
	}
	if (roles.length > 1) {
		for (const role of roles) {
			const found = dimension.prompts.some((prompt) => prompt.when === 'gap' && prompt.higher === role);
			if (!found) missing.push(`een gespreksvraag bij een verschil waarin "${role}" hoger scoort`);
		}
	}
	if (!dimension.prompts.some((prompt) => prompt.when === 'divided')) {
		missing.push('een gespreksvraag bij een verdeelde groep');
	}
	return missing;
}

const words = (item: Item) => item.statement.split(/\s+/);

function longItems(questionnaire: Questionnaire): Problem[] {
	return itemPlaces(questionnaire)
		.filter(({ value }) => words(value).length > MAX_ITEM_WORDS)
		.map(({ value, path }) => ({
			code: 'item-too-long',
			where: value.id,
			path: [...path, 'statement'],
			message: `De stelling telt ${words(value).length} woorden; hoogstens ${MAX_ITEM_WORDS}.`
		}));
}

function duplicateExceptions({ exceptions }: Questionnaire): Problem[] {
	return repeated(
		within([], 'exceptions', exceptions),
		'duplicate-exception',
		'Deze uitzondering staat er meer dan één keer.'
	);
}

const hasJoiningWord = (item: Item) => words(item).some((word) => /^(en|of|en\/of)[,;:]?$/i.test(word));

function uselessExceptions(questionnaire: Questionnaire): Problem[] {
	const needed = new Set(
		itemsOf(questionnaire)
			.filter(hasJoiningWord)
			.map((item) => item.id)
	);
	return within([], 'exceptions', questionnaire.exceptions)
		.filter(({ value }) => !needed.has(value.id))
		.map(({ value, path }) => ({
			code: 'useless-exception',
			where: value.id,
			path: [...path, 'id'],
			message: 'Deze uitzondering hoort bij geen enkele stelling die ze nodig heeft.'
		}));
}

/**
 * A reader who compares two versions is told what changed. The ids in a change are not looked up: an item that was
 * replaced is gone from this version, and rightly so.
 */
function missingChange({ version, changes }: Questionnaire): Problem[] {
	if (changes.some((change) => change.version === version)) return [];
	const message = `Er staat geen wijziging bij voor versie ${version}. Schrijf in "changes" wat er in deze versie nieuw is.`;
	return [{ code: 'missing-change', where: 'changes', path: ['changes'], message }];
}

/** «En» and «of» often join two claims; the writer decides, and says why in an exception. */
function joinedClaims(questionnaire: Questionnaire): Problem[] {
	const excepted = new Set(questionnaire.exceptions.map((exception) => exception.id));
	return itemPlaces(questionnaire)
		.filter(({ value }) => hasJoiningWord(value) && !excepted.has(value.id))
		.map(({ value, path }) => ({
			code: 'joined-claim',
			where: value.id,
			path: [...path, 'statement'],
			message:
				'De stelling bevat "en" of "of". Zegt ze twee dingen tegelijk? Splits ze, of geef een uitzondering met reden.'
		}));
}
