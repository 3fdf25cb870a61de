import { checkDraft } from '$lib/domain/drafting/check-draft';
import { idsIn, withPermanentIds } from '$lib/domain/drafting/draft-ids';
import { changedItems, changeWords, nextVersion, stepBetween } from '$lib/domain/drafting/draft-version';
import type { Edit } from '$lib/domain/drafting/edit-draft';
import { tidyDraft } from '$lib/domain/drafting/tidy-draft';
import { publishedRefs } from '$lib/content/published';
import { WorkEnded } from '$lib/domain/long-work';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { tidyText } from '$lib/domain/text/misleading-characters';
import {
	changeQuestionnaireDraft,
	finishQuestionnaireDraft,
	loadQuestionnaireDraft
} from '$lib/storage/drafts/questionnaire-drafts';
import { loadOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import type { StoredQuestionnaireDraft } from '$lib/storage/schema';
import { parseClean } from '$lib/exchange/json/read-clean';
import { now } from '$lib/state/clock-and-ids';
import { whyNot } from '$lib/state/guarded';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import { ownQuestionnaireProblem, otherContentProblem } from './own-questionnaire';

const GONE = 'Dit ontwerp staat niet meer op dit toestel. Misschien is het al klaar, of heeft iemand het verwijderd.';

/** What [Klaar] came to. */
export type Finished = { kind: 'kept'; questionnaire: Questionnaire } | { kind: 'refused'; reason: string };

/** A questionnaire that someone makes on the screen: stored as it is typed, each field and each move on its own. */
export class QuestionnaireDraft {
	content = $state.raw() as Questionnaire;
	/** What is new in it, in the words of who makes it. */
	change = $state('');
	status = $state<SaveStatus>({ kind: 'idle' });
	/** As it would be used. */
	readonly tidy = $derived(tidyDraft(this.content));
	readonly check = $derived(checkDraft(this.tidy));
	/** The version that it goes on from, and every other of the same questionnaire. */
	readonly base: Questionnaire | undefined;
	readonly #queue = new SaveQueue((status) => (this.status = status), {
		what: 'wat je typte in een vragenlijst',
		file: () => ({ name: 'vragenlijst-in-de-maak.json', text: JSON.stringify(this.tidy, null, '\t') })
	});
	/** Every move is stored, and none takes the place of another. */
	#moves = 0;

	private constructor(
		readonly id: string,
		stored: StoredQuestionnaireDraft,
		private readonly own: readonly Questionnaire[]
	) {
		this.#show(stored);
		const { base } = stored;
		this.base = own.find(({ id: ownId, version }) => ownId === base?.id && version === base.version);
	}

	/** @throws WorkEnded when it is not on this device, StorageError */
	static async open(id: string): Promise<QuestionnaireDraft> {
		const [stored, own] = await Promise.all([loadQuestionnaireDraft(id), loadOwnQuestionnaires()]);
		if (!stored) throw new WorkEnded(GONE);
		return new QuestionnaireDraft(
			id,
			stored,
			own.map(({ content }) => content)
		);
	}

	/** Shows what another tab does meanwhile. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) => change.kind === 'questionnaire-draft' && change.draftId === this.id,
			read: () => loadQuestionnaireDraft(this.id),
			show: (stored) => stored && this.#show(stored)
		});
	}

	/** What was typed in a field. @param field names it: of what is typed in one, only the last is stored */
	write(field: string, edit: Edit): void {
		this.content = edit(this.content);
		this.#store(`field ${field}`, edit);
	}

	/** Something more, fewer or elsewhere. */
	move(edit: Edit): void {
		this.content = edit(this.content);
		this.#moves += 1;
		this.#store(`move ${this.#moves}`, edit);
	}

	writeChange(change: string): void {
		this.change = change;
		this.#queue.put('change', () => changeQuestionnaireDraft(this.id, (stored) => ({ ...stored, change })));
	}

	/** Tries again to store what could not be stored. */
	retry(): void {
		void this.#queue.writeAll();
	}

	/** Whether what a statement says in the last version reads otherwise by now. */
	wordsBefore(itemId: string): string | undefined {
		const items = this.base?.themes.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.items));
		return items?.find(({ id }) => id === itemId)?.statement;
	}

	/** Makes a version of it, which never changes; only where nothing blocks. */
	async finish(): Promise<Finished> {
		let outcome: Finished = { kind: 'refused', reason: 'Eerst moet er nog iets ingevuld worden.' };
		const reason = await whyNot(async () => {
			await this.#queue.settled();
			outcome = await this.#keep(await this.#asVersion());
		});
		return reason === undefined ? outcome : { kind: 'refused', reason };
	}

	async #asVersion(): Promise<Questionnaire | string> {
		const own = (await loadOwnQuestionnaires()).map(({ content }) => content);
		const earlier = own.filter(({ id }) => id === this.content.id);
		const others = [...publishedRefs.map(({ id }) => id), ...own.map(({ id }) => id)];
		const named = withPermanentIds(this.tidy, earlier.flatMap(idsIn), others);
		const { base } = this;
		const step = base ? stepBetween(base, named) : 'set-up';
		if (step === 'none') return 'Er is niets veranderd tegenover de vorige versie.';
		const versions = earlier.map(({ version }) => version);
		const version = base ? nextVersion(base.version, step, versions) : '1.0.0';
		const items = base ? changedItems(base, named) : [];
		const text = tidyText(this.change) === '' ? changeWords(base, named) : tidyText(this.change);
		const change = { version, text, ...(items.length > 0 ? { items } : {}) };
		return { ...named, version, changes: [...named.changes.filter((one) => one.version !== version), change] };
	}

	async #keep(made: Questionnaire | string): Promise<Finished> {
		if (typeof made === 'string') return { kind: 'refused', reason: made };
		const problem = ownQuestionnaireProblem(made);
		if (problem !== null) return { kind: 'refused', reason: problem };
		// As it will be read again: without what is left out.
		const questionnaire = parseClean(JSON.stringify(made)) as Questionnaire;
		const { id, version } = questionnaire;
		const outcome = await finishQuestionnaireDraft(this.id, { id, version, content: questionnaire, addedAt: now() });
		return outcome === 'other'
			? { kind: 'refused', reason: otherContentProblem(questionnaire) }
			: { kind: 'kept', questionnaire };
	}

	#store(place: string, edit: Edit): void {
		this.#queue.put(place, () =>
			changeQuestionnaireDraft(this.id, (stored) => ({ ...stored, content: edit(stored.content) }))
		);
	}

	#show({ content, change }: StoredQuestionnaireDraft): void {
		this.content = content;
		this.change = change;
	}
}
