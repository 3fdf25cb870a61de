import { untrack } from 'svelte';
import { overviewsOf, type OverviewData } from '$lib/charts/overview/overview-data';
import { tafelOf, type Tafel, type TafelRow } from '$lib/charts/tafel/tafel-data';
import type { Commitment } from '$lib/domain/measurement/commitment';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { talkOrder } from '$lib/domain/scoring/talk-order';
import type { AgreedScores } from '$lib/state/results/agreed-scores.svelte';
import type { ChosenTopics } from '$lib/state/results/chosen-topics.svelte';
import type { Commitments } from '$lib/state/results/commitments.svelte';
import type { Result } from '$lib/state/results/result';
import { overviewTitle } from './slide-words';
import { placeOf, slideAt, slidesOf, stepOf, type Slide } from './slide-row';
import type { Move } from './step-keys';

/** What slides are made of. */
export interface StageSource {
	result: Pick<Result, 'partnership' | 'measurement' | 'questionnaire' | 'figures' | 'advice' | 'topics' | 'counts'>;
	agreed: Pick<AgreedScores, 'scoreOf'>;
	chosen: Pick<ChosenTopics, 'ids'>;
	commitments: Pick<Commitments, 'list'>;
	/** As it stands in the address: from 1, the overview, or the id of a dimension that is no topic. */
	step: string;
}

/** Which slides a presentation has, the one that people look at, and where they can go from it. */
export class Stage {
	readonly #source: StageSource;
	/** What is proposed stays as the room began with it: another answer meanwhile takes nothing away. */
	#proposed: readonly string[] = [];

	/** @param source with getters: each part is read again whenever that part changed, and not when another did */
	constructor(source: StageSource) {
		this.#source = source;
	}

	readonly #result = $derived.by(() => this.#source.result);
	readonly #talk = $derived.by(() => talkOrder(this.#result.figures, this.#source.chosen.ids));

	/** Whether the topics are only what the figures propose. */
	readonly isProposal: boolean = $derived.by(() => this.#talk.isProposal);

	/** The dimensions that the room talks about, by id. */
	readonly topics: readonly string[] = $derived.by(() => {
		const ids = this.#talk.discussed.map(({ dimensionId }) => dimensionId);
		if (!this.#talk.isProposal) return ids;
		const all = [...this.#proposed, ...ids.filter((id) => !this.#proposed.includes(id))];
		this.#proposed = all.slice(0, Math.max(this.#proposed.length, ids.length));
		return this.#proposed;
	});

	/** All dimensions, in the order of what is most worth talking about. */
	readonly dimensions: readonly { id: string; name: string; shortName: string }[] = $derived.by(() => {
		const all = dimensionsOf(this.#result.questionnaire).map(({ dimension }) => dimension);
		const { discussed, others } = talkOrder(this.#result.figures, []);
		return [...discussed, ...others].flatMap(({ dimensionId }) => all.find(({ id }) => id === dimensionId) ?? []);
	});

	readonly slides: readonly Slide[] = $derived.by(() => slidesOf(this.topics));

	readonly slide: Slide = $derived.by(() =>
		slideAt(
			this.#source.step,
			this.slides,
			this.dimensions.map(({ id }) => id)
		)
	);

	/** Where it is in the row of slides, from 0; -1 for a dimension that is no topic. */
	readonly place: number = $derived.by(() => placeOf(this.slide, this.slides));

	readonly tafel: Tafel = $derived.by(() => {
		const { questionnaire, figures, topics, measurement } = this.#result;
		const { id: measurementId, groups, privacy } = measurement;
		const agreed = this.dimensions.map(({ id }) => ({
			...{ measurementId, dimensionId: id, score: this.#source.agreed.scoreOf(id), note: '' }
		}));
		return tafelOf({ questionnaire, groups, privacy, figures, topics, agreed, chosen: this.topics }, 'talk');
	});

	/** The dimension that people look at. */
	readonly row: TafelRow | undefined = $derived.by(() => {
		const { slide } = this;
		return slide.kind === 'topic'
			? this.tafel.rows.find(({ dimensionId }) => dimensionId === slide.dimensionId)
			: undefined;
	});

	readonly radars: readonly OverviewData[] = $derived.by(() => {
		const { questionnaire, measurement, figures } = this.#result;
		return overviewsOf(questionnaire, measurement.groups, figures.dimensions);
	});

	/** What was agreed at this measurement, the first one first; undefined until it is read. */
	readonly made: readonly Commitment[] | undefined = $derived.by(() =>
		this.#source.commitments.list
			?.filter(({ measurementId, status }) => measurementId === this.#result.measurement.id && status !== 'dropped')
			.sort((a, b) => a.createdAt.localeCompare(b.createdAt))
	);

	/** The heading of the slide. */
	readonly name: string = $derived.by(() => {
		if (this.row) return this.row.name;
		return this.slide.kind === 'ending' ? 'Dit ligt op tafel' : overviewTitle(this.#result.figures, this.#result);
	});

	/** How many people of each side answered, in the order of the measurement. */
	readonly turnouts: readonly { name: string; answered: number }[] = $derived.by(() =>
		this.#result.measurement.groups.map(({ id, name }) => ({
			name,
			answered: this.#result.counts.find(({ groupId }) => groupId === id)?.responses ?? 0
		}))
	);

	/** The slide that a move leads to; undefined where there is none further. From no topic the topics begin. */
	slideAfter(to: Move): Slide | undefined {
		const last = this.slides.length - 1;
		const { place } = this;
		const target = { next: Math.min(place + 1, last), previous: Math.max(place - 1, 0), first: 0, last }[to];
		return target === place ? undefined : this.slides[place === -1 && to === 'next' ? 1 : target];
	}

	stepOf(slide: Slide): string {
		return stepOf(slide, this.slides);
	}

	/**
	 * For a component while it is set up: another choice of topics, here or in another tab, leaves what people look at.
	 * @param show takes the step at which that is now
	 */
	stayPut(show: (step: string) => void): void {
		let looked: Slide | undefined;
		$effect(() => {
			const { slides } = this;
			untrack(() => {
				if (looked && placeOf(looked, slides) !== -1 && this.stepOf(looked) !== this.stepOf(this.slide))
					show(this.stepOf(looked));
			});
		});
		$effect(() => void (looked = this.slide));
	}
}
