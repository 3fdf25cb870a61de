import { compareNames } from '$lib/domain/text/compare-text';
import { inMegabytes, MAX_QUESTIONNAIRE_TEXT } from '$lib/domain/text/file-limits';
import { cleanText } from '$lib/domain/text/misleading-characters';
import { WorkEnded } from '$lib/domain/long-work';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { compareVersions } from '$lib/domain/questionnaire/questionnaire-ref';
import { checkQuestionnaireText, type PlacedProblem } from '$lib/domain/questionnaire/check-text';
import { isLocked } from '$lib/exchange/files/load-lock';
import { whereToOpen } from '$lib/exchange/files/opened-file';
import { onChange } from '$lib/storage/changes';
import {
	holdsTheSame,
	keepQuestionnaire,
	loadOwnQuestionnaire,
	loadOwnQuestionnaires,
	removeQuestionnaire
} from '$lib/storage/records/questionnaires';
import {
	addQuestionnaireDraft,
	loadQuestionnaireDrafts,
	removeQuestionnaireDraft
} from '$lib/storage/drafts/questionnaire-drafts';
import type { StoredQuestionnaire, StoredQuestionnaireDraft } from '$lib/storage/schema';
import { reasonOf } from '$lib/storage/storage-error';
import { now } from '$lib/state/clock-and-ids';
import { asFileRefused } from '$lib/state/file-refused';
import { guarded, whyNot } from '$lib/state/guarded';
import { otherContentProblem, publishedIdProblem } from './own-questionnaire';
import { loadPublishedQuestionnaires } from './questionnaires';

/** One file on its way in. Nothing is stored before `keep`. */
export type ShelfStep =
	| { kind: 'none' }
	/** Every problem at once, each with its line. */
	| { kind: 'refused'; name: string; problems: readonly PlacedProblem[] }
	| {
			kind: 'sound';
			name: string;
			questionnaire: Questionnaire;
			warnings: readonly PlacedProblem[];
			/** `here`: the same is kept already. Refused: why it cannot be kept, in Dutch. */
			place: { kind: 'free' } | { kind: 'here' } | { kind: 'refused'; reason: string };
	  }
	| { kind: 'kept'; questionnaire: Questionnaire };

type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/** The questionnaires of the app and of this device, and a new one that is checked, looked at and kept. */
export class QuestionnaireShelf {
	/** The newest version of each; undefined until they were read. */
	published = $state.raw<readonly Questionnaire[] | undefined>();
	/** Every version, by title, the newest first. */
	own = $state.raw<readonly Questionnaire[] | undefined>();
	/** Those that are still being made, by title. */
	drafts = $state.raw<readonly StoredQuestionnaireDraft[]>([]);
	step = $state.raw<ShelfStep>({ kind: 'none' });
	/** Dutch; what was there before stays as it was. */
	problem = $state<string | undefined>();
	/** The last one that was removed here, as long as this page can put it back. */
	removed = $state.raw<StoredQuestionnaire | undefined>();
	removedDraft = $state.raw<StoredQuestionnaireDraft | undefined>();
	#chosen: ChosenFile | undefined;

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		void this.#refresh();
		return onChange((change) => {
			if (change.kind === 'questionnaire' || change.kind === 'questionnaire-draft') void this.#refresh();
		});
	}

	/** Reads a file that people chose, and checks it; the newest is meant, also when one before it is read later. */
	async open(file: ChosenFile): Promise<void> {
		this.#chosen = file;
		this.step = { kind: 'none' };
		const { step, problem } = await readChosen(file);
		if (this.#chosen !== file) return;
		this.step = step;
		this.problem = problem;
	}

	/** Keeps the questionnaire that was checked. */
	async keep(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'sound') return;
		await guarded(this, async () => {
			const { questionnaire } = step;
			const { id, version } = questionnaire;
			const outcome = await keepQuestionnaire({ id, version, content: questionnaire, addedAt: now() });
			if (outcome === 'other') {
				this.step = { ...step, place: { kind: 'refused', reason: otherContentProblem(questionnaire) } };
				return;
			}
			this.step = { kind: 'kept', questionnaire };
			await this.#read();
		});
	}

	/** Forgets the file that was opened. */
	cancel(): void {
		this.problem = undefined;
		this.step = { kind: 'none' };
	}

	async remove({ id, version, title }: Questionnaire): Promise<void> {
		await guarded(this, async () => {
			const outcome = await removeQuestionnaire({ id, version });
			if (outcome === 'used') {
				throw new WorkEnded(
					`Een meting op dit toestel gebruikt "${title}", versie ${version}. Zolang die meting er is, blijft de vragenlijst.`
				);
			}
			// A second click finds nothing left to remove, and must not take the undo away.
			this.removed = outcome ?? this.removed;
			if (this.step.kind === 'kept') this.step = { kind: 'none' };
			await this.#read();
		});
	}

	/** Puts the last one that was removed back, unless another tab kept another one in its place. */
	async undoRemove(): Promise<void> {
		const { removed } = this;
		if (!removed) return;
		await guarded(this, async () => {
			if ((await keepQuestionnaire(removed)) === 'other') throw new WorkEnded(otherContentProblem(removed.content));
			this.removed = undefined;
			await this.#read();
		});
	}

	async removeDraft(id: string): Promise<void> {
		await guarded(this, async () => {
			this.removedDraft = (await removeQuestionnaireDraft(id)) ?? this.removedDraft;
			await this.#read();
		});
	}

	async undoRemoveDraft(): Promise<void> {
		const { removedDraft } = this;
		if (!removedDraft) return;
		await guarded(this, async () => {
			await addQuestionnaireDraft(removedDraft);
			this.removedDraft = undefined;
			await this.#read();
		});
	}

	async #read(): Promise<void> {
		// Those of the app show also where nothing can be stored.
		const published = loadPublishedQuestionnaires().then((found) => (this.published = found));
		const [stored, drafts] = await Promise.all([loadOwnQuestionnaires(), loadQuestionnaireDrafts(), published]);
		this.drafts = [...drafts].sort((a, b) => compareNames(a.content.title, b.content.title));
		this.own = stored
			.map(({ content }) => content)
			.sort((a, b) => compareNames(a.title, b.title) || compareVersions(b.version, a.version));
	}

	/** Leaves a problem of what people did on the screen. */
	async #refresh(): Promise<void> {
		this.problem = (await whyNot(() => this.#read())) ?? this.problem;
	}
}

/** What a file shows, or why nothing of it does, in Dutch. */
async function readChosen(file: ChosenFile): Promise<{ step: ShelfStep; problem?: string }> {
	const nothing: ShelfStep = { kind: 'none' };
	if (file.size > MAX_QUESTIONNAIRE_TEXT) {
		return {
			step: nothing,
			problem: `Dit bestand is te groot voor een vragenlijst: hoogstens ${inMegabytes(MAX_QUESTIONNAIRE_TEXT)}. Kies een ander bestand.`
		};
	}
	try {
		const text = await file.text();
		const strange = strangeFile(text);
		return strange === undefined
			? { step: await checked(cleanText(file.name), text) }
			: { step: nothing, problem: strange };
	} catch (cause) {
		return { step: nothing, problem: reasonOf(asFileRefused(cause)) };
	}
}

/** What is no questionnaire at first sight, and what to do then, in Dutch. */
function strangeFile(text: string): string | undefined {
	const start = text.trimStart().charAt(0);
	if (start === '') return 'Dit bestand is leeg. Kies een ander bestand.';
	if (isLocked(text)) return whereToOpen(text);
	if (text.includes('\0') || text.includes('\uFFFD')) {
		return 'Dit bestand is geen gewone tekst. Een vragenlijst is een JSON-bestand. Bewaar het als UTF-8, of kies een ander bestand.';
	}
	if (start !== '{' && start !== '[') {
		return 'Dit is geen vragenlijst. Een vragenlijst is een JSON-bestand en begint met een accolade {. Kies een ander bestand.';
	}
	return whereToOpen(text);
}

async function checked(name: string, text: string): Promise<ShelfStep> {
	const outcome = checkQuestionnaireText(text, 'own');
	if (outcome.kind === 'refused') return { kind: 'refused', name, problems: outcome.problems };
	const { questionnaire } = outcome;
	const warnings = outcome.kind === 'warned' ? outcome.warnings : [];
	return { kind: 'sound', name, questionnaire, warnings, place: await placeOf(questionnaire) };
}

type Sound = Extract<ShelfStep, { kind: 'sound' }>;

async function placeOf(content: Questionnaire): Promise<Sound['place']> {
	const taken = publishedIdProblem(content.id);
	if (taken !== null) return { kind: 'refused', reason: taken };
	const here = await loadOwnQuestionnaire(content);
	if (!here) return { kind: 'free' };
	return holdsTheSame(here, { content }) ? { kind: 'here' } : { kind: 'refused', reason: otherContentProblem(content) };
}
