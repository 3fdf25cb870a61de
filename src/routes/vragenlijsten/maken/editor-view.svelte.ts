import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import {
	addPart,
	movePart,
	movePartTo,
	removePart,
	removeRole,
	type Edit,
	type ListPlace
} from '$lib/domain/drafting/edit-draft';
import { putBackPart, putBackRole } from '$lib/domain/drafting/put-back';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { QuestionnaireDraft } from '$lib/state/questionnaires/questionnaire-draft.svelte';

/** What stands in one list, as the editor moves it. */
export interface Listed {
	place: ListPlace;
	/** What one is called, in Dutch: «Stelling». */
	kind: string;
	ids: readonly string[];
}

/** What the editor shows of a draft: what is unfolded, what was told, and what can be put back. */
export class EditorView {
	/** Whether [Klaar] was pressed: from then on every field says what it still needs. */
	asked = $state(false);
	/** For a screen reader: what became of a move. */
	told = $state('');
	/** The last part that was removed. */
	removed = $state.raw<{ words: string; undo: Edit }>();
	readonly #open = new SvelteSet<string>();

	constructor(readonly draft: QuestionnaireDraft) {}

	isOpen(id: string): boolean {
		return this.#open.has(id);
	}

	turn(id: string): void {
		if (!this.#open.delete(id)) this.#open.add(id);
	}

	blockingAt(at: string): readonly string[] {
		return this.asked ? messagesAt(this.draft.check.blocking, at) : [];
	}

	adviceAt(at: string): readonly string[] {
		return messagesAt(this.draft.check.advice, at);
	}

	add(place: ListPlace, part: { id: string }, kind: string): void {
		this.draft.move(addPart(place, part));
		this.#open.add(part.id);
		this.told = `${kind} toegevoegd.`;
	}

	/** @returns whether it is elsewhere now */
	shift({ place, kind, ids }: Listed, id: string, by: number): void {
		const from = ids.indexOf(id);
		const to = from + by;
		if (to < 0 || to >= ids.length) {
			this.told = by < 0 ? `${kind} staat al bovenaan.` : `${kind} staat al onderaan.`;
			return;
		}
		this.draft.move(movePart(place, id, by));
		this.told = `${kind} ${to + 1} van ${ids.length}.`;
	}

	drop({ place, kind, ids }: Listed, id: string, target: string): void {
		if (id === target || !ids.includes(target)) return;
		this.draft.move(movePartTo(place, id, target));
		this.told = `${kind} ${ids.indexOf(target) + 1} van ${ids.length}.`;
	}

	/** @param part as it is, to be put back where it was */
	remove({ place, kind, ids }: Listed, part: { id: string }, name: string): void {
		const at = ids.indexOf(part.id);
		const before = this.draft.content;
		this.draft.move(removePart(place, part.id));
		this.removed = {
			words: name === '' ? `${kind} ${at + 1} is verwijderd.` : `«${name}» is verwijderd.`,
			undo: putBackPart(before, place, part, at)
		};
	}

	/** @param name of the group */
	removeRole(id: string, name: string): void {
		const before = this.draft.content;
		this.draft.move(removeRole(id));
		this.removed = {
			words: `${name === '' ? 'De groep' : `«${name}»`} is verwijderd. Wat voor die groep alleen was, is nu voor iedereen.`,
			undo: putBackRole(before, id)
		};
	}

	undoRemove(): void {
		if (!this.removed) return;
		this.draft.move(this.removed.undo);
		this.removed = undefined;
		this.told = 'Het staat er weer.';
	}

	/** Unfolds what is around a field and puts the focus there. */
	async goTo(at: string): Promise<void> {
		for (const id of aroundOf(this.draft.content, at)) this.#open.add(id);
		await tick();
		document.getElementById(fieldId(at))?.focus();
	}
}

/** The id of a field in the page. @param at as in a remark: «themes.0.name» */
export function fieldId(at: string): string {
	return `veld-${at.replaceAll('.', '-')}`;
}

export const GENERAL = 'algemeen';
export const SOURCES = 'bronnen';
export const tipsOf = (dimensionId: string) => `tips ${dimensionId}`;
export const promptsOf = (dimensionId: string) => `gespreksvragen ${dimensionId}`;

/** What must be unfolded to see a field. */
function aroundOf({ themes }: Questionnaire, at: string): string[] {
	const [first, theme, , dimension, part] = at.split('.');
	if (first === 'sources') return [SOURCES];
	if (first !== 'themes') return [GENERAL];
	const around = themes[Number(theme)]?.dimensions[Number(dimension)];
	if (!around) return [];
	if (part === 'prompts') return [around.id, promptsOf(around.id)];
	return part === 'tips' ? [around.id, tipsOf(around.id)] : [around.id];
}

function messagesAt(remarks: readonly { at: string; message: string }[], at: string): string[] {
	return [...new Set(remarks.filter((remark) => remark.at === at).map(({ message }) => message))];
}
