import { tick } from 'svelte';

/**
 * Takes people to the first field of a form that is not right yet, once it is marked: there they hear what is wrong,
 * each time they try. Nothing happens when every field is right.
 */
export async function focusInvalid(form: HTMLElement | null | undefined): Promise<void> {
	await tick();
	form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
