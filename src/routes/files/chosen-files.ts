/**
 * The files that people chose, and the field ready for the next choice at once: a browser does not tell of a choice of
 * the same file again, and clearing the field later would take away what was chosen meanwhile.
 */
export function takeChosen(field: HTMLInputElement): File[] {
	const chosen = [...(field.files ?? [])];
	if (chosen.length > 0) field.value = '';
	return chosen;
}
