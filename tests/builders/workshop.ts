import { selectAdvice, type Advice } from '$lib/domain/advice/advice';
import { computeComparison, type Comparison, type Occasion } from '$lib/domain/comparing/comparison';
import type {
	DimensionFigures,
	GroupFigures,
	ItemFigures,
	MeasurementFigures,
	ThemeFigures
} from '$lib/domain/scoring/figures';
import type { Fraction } from '$lib/domain/scoring/fraction';
import type {
	Answer,
	Group,
	Measurement,
	Privacy,
	Response,
	Score,
	Threshold,
	Topics
} from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { computeTopicFigures, type GroupTopics } from '$lib/domain/scoring/topic-figures';
import { withClosing } from './closing';
import { aMeasurement } from './records';

/** One answer as it stands on the flip chart: a point, «weet niet», or nothing filled in. */
export type Mark = Score | '?' | null;

/** One respondent's marks by dimension, in the order of its items; a dimension left out is left blank. */
export type Sheet = Readonly<Record<string, readonly Mark[]>>;

/** Theme by theme, how many items each dimension has: { basishouding: { openheid: 3 } }. */
export type Plan = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * A workshop around a small questionnaire with the roles gemeente and vereniging:
 *
 *     workshop()
 *         .group('gemeente', 'Gemeente')
 *         .answers('Gemeente', { openheid: [4, 4, 3] }, { openheid: [2, '?', null] })
 */
export function workshop(plan: Plan = { basishouding: { openheid: 3 } }): Workshop {
	return new Workshop(questionnaireOf(plan));
}

/** The same, with the closing question. */
export function workshopWithClosing(plan?: Plan): Workshop {
	return new Workshop(withClosing(workshop(plan).questionnaire));
}

export class Workshop {
	readonly groups: Group[] = [];
	readonly responses: Response[] = [];
	privacy: Privacy = { mode: 'open' };

	constructor(readonly questionnaire: Questionnaire) {}

	/** Figures only from so many people on. */
	anonymous(threshold: Threshold): this {
		this.privacy = { mode: 'anoniem', threshold };
		return this;
	}

	/** The group's id is its name in lower case. */
	group(role: string, name: string): this {
		this.groups.push({ id: idOf(name), role, name });
		return this;
	}

	/** Individuals of a group: one sheet each. */
	answers(groupName: string, ...sheets: readonly Sheet[]): this {
		for (const sheet of sheets) this.respond(groupName, 'individual', sheet);
		return this;
	}

	/** What a group answers together. */
	answersTogether(groupName: string, sheet: Sheet): this {
		return this.respond(groupName, 'joint', sheet);
	}

	/** The closing question: what individuals of a group chose, in their order; undefined leaves it open. */
	want(groupName: string, ...choices: readonly (Topics | undefined)[]): this {
		return this.choose(groupName, 'individual', choices);
	}

	/** What a group chose together, after its joint answers. */
	wantTogether(groupName: string, topics: Topics): this {
		return this.choose(groupName, 'joint', [topics]);
	}

	topics(): GroupTopics[] {
		return computeTopicFigures(this.questionnaire, this.groups, this.responses, this.privacy);
	}

	figures(): MeasurementFigures {
		return computeFigures(this.questionnaire, this.groups, this.responses, this.privacy);
	}

	theme(themeId: string): ThemeFigures {
		return found(
			this.figures().themes.find((theme) => theme.themeId === themeId),
			themeId
		);
	}

	dimension(dimensionId = 'openheid'): DimensionFigures {
		return found(
			this.figures().dimensions.find((dimension) => dimension.dimensionId === dimensionId),
			dimensionId
		);
	}

	side(groupName: string, dimensionId = 'openheid'): GroupFigures {
		return found(
			this.dimension(dimensionId).groups.find((group) => group.groupId === idOf(groupName)),
			groupName
		);
	}

	/** @param number 1 for the dimension's first item */
	item(number: number, groupName: string, dimensionId = 'openheid'): ItemFigures {
		return found(this.side(groupName, dimensionId).items[number - 1], `item ${number}`);
	}

	advice(): Advice[] {
		return selectAdvice(this.questionnaire, this.groups, this.figures());
	}

	/** The ids of the tips and prompts, in the order in which they are shown. */
	adviceIds(): string[] {
		return this.advice().map(idOfAdvice);
	}

	/** The workshop as one measurement of a partnership, closed and with its figures shown. */
	measurement(changes: Partial<Measurement> = {}): Measurement {
		const { id, version } = this.questionnaire;
		return aMeasurement({
			id: 'm',
			partnershipId: 'p',
			questionnaire: { id, version },
			groups: this.groups,
			privacy: this.privacy,
			status: 'closed',
			sealed: this.privacy.mode === 'anoniem',
			...changes
		});
	}

	occasion(date: string, changes: Partial<Measurement> = {}): Occasion {
		const measurement = this.measurement({ id: `meting-${date}`, partnershipId: 'partnership', date, ...changes });
		return { measurement, questionnaire: this.questionnaire, responses: this.responses };
	}

	/** How many individuals of each group answered. */
	counts(): { groupId: string; responses: number }[] {
		const individual = this.responses.filter(({ kind }) => kind === 'individual');
		return this.groups.map(({ id }) => ({
			groupId: id,
			responses: individual.filter(({ groupId }) => groupId === id).length
		}));
	}

	nameOf = (groupId: string): string => this.groups.find((group) => group.id === groupId)?.name ?? groupId;

	private choose(groupName: string, kind: Response['kind'], choices: readonly (Topics | undefined)[]): this {
		const own = this.responses.filter((response) => response.groupId === idOf(groupName) && response.kind === kind);
		for (const [index, topics] of choices.entries()) found(own[index], `response ${index + 1}`).topics = topics;
		return this;
	}

	private respond(groupName: string, kind: Response['kind'], sheet: Sheet): this {
		const answers = Object.fromEntries(
			dimensionsOf(this.questionnaire).flatMap(({ dimension }) => marked(dimension, sheet[dimension.id] ?? []))
		);
		this.responses.push({ id: `response-${this.responses.length + 1}`, groupId: idOf(groupName), kind, answers });
		return this;
	}
}

/** The comparison of these occasions. */
export function compared(...occasions: readonly Occasion[]): Comparison {
	const outcome = computeComparison(occasions);
	if (outcome.kind === 'none') throw new Error(`not comparable: ${outcome.reason}`);
	return outcome;
}

/** A fraction to compare in a test: '13/3', '4', or 'none'. */
export function exact(fraction: Fraction | null | undefined): string {
	if (!fraction) return 'none';
	const { numerator, denominator } = fraction;
	return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

export const idOfAdvice = (advice: Advice): string => (advice.kind === 'tip' ? advice.tip.id : advice.prompt.id);

/** One sheet for each mark: many people on a dimension with one item. */
export const eachAnswers = (dimensionId: string, marks: readonly Mark[]): Sheet[] =>
	marks.map((mark) => ({ [dimensionId]: [mark] }));

function found<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw new Error(`the workshop has no ${what}`);
	return value;
}

const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

function marked(dimension: Dimension, marks: readonly Mark[]): [string, Answer][] {
	return dimension.items.flatMap((item, index): [string, Answer][] => {
		const mark = marks[index] ?? null;
		return mark === null ? [] : [[item.id, mark === '?' ? 'unknown' : mark]];
	});
}

function questionnaireOf(plan: Plan): Questionnaire {
	return {
		format: 1,
		id: 'workshop',
		version: '1.0.0',
		title: 'Workshop',
		summary: 'Een kleine vragenlijst.',
		minutes: { from: 1, to: 2 },
		roles: [
			{ id: 'gemeente', groupName: 'Gemeente' },
			{ id: 'vereniging', groupName: 'Verenigingen' }
		],
		scale: { points: ['1', '2', '3', '4', '5'], unknown: 'Weet niet' },
		themes: Object.entries(plan).map(([id, dimensions]) => ({
			id,
			name: `Thema ${id}`,
			description: id,
			dimensions: Object.entries(dimensions).map(([dimension, items]) => dimensionOf(dimension, items))
		})),
		generalPrompts: (['gap', 'many-unknown', 'fall', 'stayed-low'] as const).map((when) => ({
			id: `general-${when}`,
			when,
			for: 'all',
			question: when
		})),
		sources: [
			{ id: 'bron', title: 'Bron', shortTitle: 'Bron', kind: 'Tekst', publisher: null, author: null, date: null }
		],
		exceptions: [],
		changes: [{ version: '1.0.0', text: 'Eerste versie.' }]
	};
}

/** A tip for each role when low, a tip when middling, a prompt when high, divided, and for a gap in each direction. */
function dimensionOf(id: string, items: number): Dimension {
	const tip = (when: 'low' | 'middling', audience: string): Dimension['tips'][number] => ({
		id: `${id}-${when}-${audience}`,
		when,
		for: audience,
		action: when,
		detail: when,
		basis: 'direct',
		citations: [{ source: 'bron', section: 'Eerste alinea', says: 'Dit.' }]
	});
	return {
		id,
		name: `Onderdeel ${id}`,
		shortName: id,
		radarLabel: [id],
		description: id,
		restsOn: [{ source: 'bron', section: 'Eerste alinea' }],
		items: Array.from({ length: items }, (_, index) => ({
			id: `${id}-${index + 1}`,
			statement: `Stelling ${index + 1}.`,
			explanation: `Bijvoorbeeld ${index + 1}.`
		})),
		tips: [tip('low', 'gemeente'), tip('low', 'vereniging'), tip('middling', 'all')],
		prompts: [
			{ id: `${id}-high`, when: 'high', for: 'all', question: 'Hoe blijft dit zo?' },
			{ id: `${id}-gap-gemeente`, when: 'gap', higher: 'gemeente', for: 'all', question: 'Waarom?' },
			{ id: `${id}-gap-vereniging`, when: 'gap', higher: 'vereniging', for: 'all', question: 'Waarom?' },
			{ id: `${id}-divided`, when: 'divided', for: 'all', question: 'Wie ziet wat?' }
		]
	};
}
