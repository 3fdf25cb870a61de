import { toCell, type Rational } from './rational';
import {
	gapOf,
	meanOfAll,
	sideFacts,
	topicFacts,
	trendFacts,
	uniformCount,
	type ItemFacts,
	type SideFacts,
	type World
} from './scorer';

/** A row as text: what it is about, its kind, value, n and whether it is hidden, in that order. */
export type ExpectedRow = string;

type About = Partial<Record<'group' | 'theme' | 'dimension' | 'item' | 'respondent', string>>;

export function asRow(
	about: About,
	kind: string,
	value: number | null,
	n: number | null,
	isHidden: boolean
): ExpectedRow {
	const { group = '', theme = '', dimension = '', item = '', respondent = '' } = about;
	return [group, theme, dimension, item, respondent, kind, value ?? '–', n ?? '–', isHidden ? 'ja' : 'nee'].join(' | ');
}

/** Every row that the table of everything has to have of a world, in whatever order. */
export function expectedRows(world: World): ExpectedRow[] {
	const rows: ExpectedRow[] = [];
	const add = (about: About, kind: string, value: number | null, n: number | null = null) =>
		rows.push(asRow(about, kind, value, n, false));
	const addIf = (about: About, kind: string, value: Rational | null, n: number | null = null) => {
		if (value) add(about, kind, toCell(value), n);
	};
	const hide = (about: About, ...kinds: string[]) => {
		for (const kind of kinds) rows.push(asRow(about, kind, null, null, true));
	};
	const overSides = (about: About, kind: string, score: Rational | null, lacking: readonly (SideFacts | null)[]) => {
		if (score === null && lacking.includes(null)) hide(about, kind);
		else add(about, kind, score && toCell(score));
	};

	for (const { id: group, people } of world.groups) {
		add({ group }, 'bladen', world.persons.filter((person) => person.group === group).length);
		if (people !== null) add({ group }, 'mensen', people);
		const uniform = uniformCount(world, group);
		if (uniform !== null) add({ group }, 'overal hetzelfde', uniform);
		addTopics(group);
	}
	for (const { id: theme, dimensions } of world.themes) {
		const sidesOf = (group: string) => dimensions.map(({ items }) => sideFacts(world, group, items));
		const scoresOf = (sides: readonly (SideFacts | null)[]) => sides.map((side) => side?.score ?? null);
		for (const dimension of dimensions) addDimension({ theme, dimension: dimension.id }, dimension.items);
		for (const { id: group } of world.groups)
			overSides({ theme, group }, 'themascore van de groep', meanOfAll(scoresOf(sidesOf(group))), sidesOf(group));
		const together = dimensions.map(({ items }) =>
			meanOfAll(world.groups.map(({ id }) => sideFacts(world, id, items)?.score ?? null))
		);
		overSides(
			{ theme },
			'themascore',
			meanOfAll(together),
			world.groups.flatMap(({ id }) => sidesOf(id))
		);
	}
	addPersons();
	return rows;

	function addDimension(about: About, items: readonly string[]) {
		const sides = world.groups.map(({ id }) => sideFacts(world, id, items));
		for (const [index, { id: group }] of world.groups.entries()) {
			addSide({ ...about, group }, sides[index] ?? null, items);
			if (!world.asksTrend) continue;
			const trend = trendFacts(world, group, about.dimension ?? '');
			const kinds = { better: 'vindt het beter', same: 'vindt het gelijk', worse: 'vindt het minder goed' } as const;
			for (const key of ['better', 'same', 'worse'] as const) {
				if (trend) add({ ...about, group }, kinds[key], trend[key], trend.n);
				else hide({ ...about, group }, kinds[key]);
			}
		}
		const scores = sides.map((side) => side?.score ?? null);
		overSides(about, 'samenwerkingsscore', meanOfAll(scores), sides);
		addIf(about, 'verschil', gapOf(scores));
		const agreed = world.agreed[about.dimension ?? ''];
		if (agreed !== undefined) add(about, 'afgesproken score', agreed);
	}

	function addSide(about: About, side: SideFacts | null, items: readonly string[]) {
		const persons = ['laagste score', 'hoogste score', 'score van mensen'];
		const answers = ['gegeven antwoorden', 'waarvan weet niet'];
		if (!side) hide(about, 'score van de groep', ...persons, 'spreiding van de groep', 'verdeeld', ...answers);
		else {
			add(about, 'score van de groep', side.score && toCell(side.score), side.n);
			addIf(about, 'gezamenlijke score', side.joint);
			if (side.marks === null) hide(about, ...persons);
			else if (side.marks.length > 0) addMarks(about, side.marks.map(toCell), side.n);
			if (side.spread) addIf(about, 'spreiding van de groep', side.spread.value);
			else hide(about, 'spreiding van de groep');
			if (side.divided === null) hide(about, 'verdeeld');
			else if (side.divided !== undefined) add(about, 'verdeeld', side.divided ? 1 : 0);
			if (side.given) {
				add(about, 'gegeven antwoorden', side.given.all);
				add(about, 'waarvan weet niet', side.given.unknown);
			} else hide(about, ...answers);
			if (side.leftOpen !== null) add(about, 'liet iets open', side.leftOpen);
		}
		for (const item of items) addItem({ ...about, item }, side?.items.get(item) ?? null);
	}

	function addMarks(about: About, marks: number[], n: number) {
		add(about, 'laagste score', Math.min(...marks), n);
		add(about, 'hoogste score', Math.max(...marks), n);
		for (const mark of new Set(marks)) add(about, 'score van mensen', mark, marks.filter((one) => one === mark).length);
	}

	function addItem(about: About, item: ItemFacts | null) {
		const counted = ['spreiding van de stelling', ...[1, 2, 3, 4, 5].map((point) => `aantal keer ${point}`)];
		if (!item) return hide(about, 'gemiddelde van de stelling', ...counted, 'aantal keer weet niet');
		addIf(about, 'gemiddelde van de stelling', item.mean, item.n);
		if (item.counts) {
			addIf(about, 'spreiding van de stelling', item.spread, item.n);
			for (const [index, count] of item.counts.entries()) add(about, `aantal keer ${index + 1}`, count, item.n);
		} else hide(about, ...counted);
		add(about, 'aantal keer weet niet', item.unknown);
		if (item.joint === 'unknown') add(about, 'gezamenlijk weet niet', 1);
		else if (item.joint !== null) add(about, 'gezamenlijk antwoord', item.joint);
	}

	function addTopics(group: string) {
		const { shows, answered, joint } = topicFacts(world, group);
		for (const { id: theme, dimensions } of world.themes) {
			for (const { id: dimension } of dimensions) {
				const about = { group, theme, dimension };
				const count = answered.filter((topics) => topics.includes(dimension)).length;
				if (!shows) hide(about, 'wil erover praten');
				else if (answered.length > 0) add(about, 'wil erover praten', count, answered.length);
				if (joint?.includes(dimension)) add(about, 'gezamenlijk onderwerp', 1);
			}
		}
		const none = answered.filter((topics) => topics.length === 0).length;
		if (!shows) hide({ group }, 'geen voorkeur');
		else if (answered.length > 0) add({ group }, 'geen voorkeur', none, answered.length);
		if (joint?.length === 0) add({ group }, 'gezamenlijk geen voorkeur', 1);
	}

	function addPersons() {
		if (world.threshold !== null) return;
		const byId = [...world.persons].sort((a, b) => (a.id < b.id ? -1 : 1));
		const trends = { better: 'antwoord beter', same: 'antwoord gelijk', worse: 'antwoord minder goed' };
		for (const [index, { group, given, trends: chosen, topics }] of byId.entries()) {
			const person = { group, respondent: `${index + 1}` };
			if (topics?.length === 0) add(person, 'antwoord geen voorkeur', 1);
			for (const { id: theme, dimensions } of world.themes) {
				for (const { id: dimension, items } of dimensions) {
					const about = { ...person, theme, dimension };
					for (const item of items) {
						const answer = given[item];
						if (answer === 'unknown') add({ ...about, item }, 'antwoord weet niet', 1);
						else if (answer !== undefined) add({ ...about, item }, 'antwoord', answer);
					}
					const trend = world.asksTrend ? chosen[dimension] : undefined;
					if (trend) add(about, trends[trend], 1);
					if (topics?.includes(dimension)) add(about, 'antwoord onderwerp', 1);
				}
			}
		}
	}
}
