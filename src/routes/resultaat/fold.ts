import type { Snippet } from 'svelte';

/** Something that is folded away until somebody wants it. */
export interface Fold {
	id: string;
	label: string;
	content: Snippet;
	/** Whether it stands on paper too, folded or not. */
	printed: boolean;
}
